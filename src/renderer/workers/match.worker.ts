import '../base/strict-zod';
import type { WorkerRequest } from '@shared/match/parallel/types';
import { createWorkerSide } from '@shared/match/parallel/worker-side';

/** Compares pairs for the engine worker, which alone starts it and talks to it. */
const answerTo = createWorkerSide();

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  const answer = answerTo(data);
  if (answer) self.postMessage(answer);
};
