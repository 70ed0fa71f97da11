import { parentPort } from 'node:worker_threads';
import { createThreadSide } from '@shared/ingest/parallel/thread-side';

/** Helps the command line to read files, which alone starts this thread and talks to it. */
parentPort?.on(
  'message',
  createThreadSide((answer, transfer) => parentPort?.postMessage(answer, transfer)),
);
