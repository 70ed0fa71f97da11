import { parentPort } from 'node:worker_threads';
import { createEncodeSide } from '../../../../src/shared/ingest/parallel/thread-side';

parentPort?.on(
  'message',
  createEncodeSide((answer, transfer) => parentPort?.postMessage(answer, transfer)),
);
parentPort?.postMessage({ tell: 'up' });
