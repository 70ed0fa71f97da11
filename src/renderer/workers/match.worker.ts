import '../base/strict-zod';
import type { WorkerRequest } from '@shared/match/parallel/types';
import { createWorkerSide } from '@shared/match/parallel/worker-side';

/** Compares pairs for the engine worker, which alone starts it and talks to it. */
const take = createWorkerSide((answer, transfer) => self.postMessage(answer, { transfer }));

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => take(data);
