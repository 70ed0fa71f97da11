import { parentPort } from 'node:worker_threads';
import { serveThread } from '../../../../src/main/cli/serve-thread';
import { createThreadSide } from '../../../../src/shared/ingest/parallel/thread-side';

serveThread(createThreadSide);
parentPort?.postMessage({ tell: 'up' });
