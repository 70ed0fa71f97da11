import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type EncodeHelp, encodeHelp } from '@shared/ingest/parallel/types';
import { nodeThread } from './node-thread';

/** The built thread, beside the built command line. */
const THREAD = new URL('./encode-worker.js', import.meta.url);

/** A thread that encodes columns while a file is read; null with one core and from sources. */
export const threadHelp: EncodeHelp | null =
  availableParallelism() > 1 && existsSync(THREAD) ? encodeHelp(() => nodeThread(new Worker(THREAD))) : null;
