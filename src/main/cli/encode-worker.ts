import { parentPort } from 'node:worker_threads';
import { createEncodeSide } from '@shared/ingest/parallel/thread-side';

/** Encodes columns for the command line, which alone starts this thread and talks to it. */
parentPort?.on(
  'message',
  createEncodeSide((answer, transfer) => parentPort?.postMessage(answer, transfer)),
);
