import { parentPort } from 'node:worker_threads';
import type { WorkerRequest } from '@shared/match/parallel/types';
import { createWorkerSide } from '@shared/match/parallel/worker-side';

/** Compares pairs for the command line, which alone starts this thread and talks to it. */
const answerTo = createWorkerSide();

parentPort?.on('message', (request: WorkerRequest) => {
  const answer = answerTo(request);
  if (answer) parentPort?.postMessage(answer);
});
