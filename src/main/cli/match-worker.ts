import { createWorkerSide } from '@shared/match/parallel/worker-side';
import { serveThread } from './serve-thread';

/** Compares pairs for the command line, which alone starts this thread and talks to it. */
serveThread(createWorkerSide);
