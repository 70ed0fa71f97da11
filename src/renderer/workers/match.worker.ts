import '../base/strict-zod';
import { createWorkerSide } from '@shared/match/parallel/worker-side';
import { serveWorker } from './serve-worker';

/** Compares pairs for the engine worker, which alone starts it and talks to it. */
serveWorker(createWorkerSide);
