import { parentPort } from 'node:worker_threads';
import { createThreadSide } from '../../../../src/shared/ingest/parallel/thread-side';

parentPort?.on(
  'message',
  createThreadSide((answer, transfer) => parentPort?.postMessage(answer, transfer)),
);
parentPort?.postMessage({ tell: 'up' });
