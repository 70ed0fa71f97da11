import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ReadHelp, readHelp } from '@shared/ingest/parallel/types';
import { nodeThread } from './node-thread';

/** The built thread, beside the built command line. */
const THREAD = new URL('./read-worker.js', import.meta.url);

/** A thread that helps to read a large file; null with one core and from sources. */
export function threadHelp(): ReadHelp | null {
  if (availableParallelism() === 1 || !existsSync(THREAD)) return null;
  return readHelp(() => nodeThread(new Worker(THREAD)));
}
