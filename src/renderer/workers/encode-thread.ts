import { type EncodeHelp, encodeHelp } from '@shared/ingest/parallel/types';
import { webThread } from './web-thread';

/** A worker that encodes columns while the engine reads a file; null on a single core. */
export const workerHelp: EncodeHelp | null =
  navigator.hardwareConcurrency > 1
    ? encodeHelp(() =>
        webThread(new Worker(new URL('./encode.worker.ts', import.meta.url), { type: 'module' })),
      )
    : null;
