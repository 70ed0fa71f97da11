import { createThreadSide } from '@shared/ingest/parallel/thread-side';
import { serveThread } from './serve-thread';

/** Helps the command line to read files, which alone starts this thread and talks to it. */
serveThread(createThreadSide);
