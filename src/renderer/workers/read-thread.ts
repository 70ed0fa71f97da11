import { type ReadHelp, readHelp } from '@shared/ingest/parallel/types';
import { webThread } from './web-thread';

/** A worker that helps the engine to read a large file; null on a single core. */
export const workerHelp: ReadHelp | null =
  navigator.hardwareConcurrency > 1
    ? readHelp(() => webThread(new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' })))
    : null;
