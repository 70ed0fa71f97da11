import { parentPort } from 'node:worker_threads';
import type { WorkerRequest } from '../../../../src/shared/match/parallel/types';
import { createWorkerSide } from '../../../../src/shared/match/parallel/worker-side';

const answerTo = createWorkerSide();

parentPort?.on('message', (request: WorkerRequest) => {
  const answer = answerTo(request);
  if (answer) parentPort?.postMessage(answer);
});
