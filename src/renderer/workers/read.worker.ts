import { createThreadSide } from '@shared/ingest/parallel/thread-side';
import { serveWorker } from './serve-worker';

/** Helps the engine worker to read files, which alone starts it and talks to it. */
serveWorker(createThreadSide);
