import { createThreadSide } from '@shared/ingest/parallel/thread-side';
import type { ReadRequest } from '@shared/ingest/parallel/types';

/** Helps the engine worker to read files, which alone starts it and talks to it. */
const hear = createThreadSide((answer, transfer) => self.postMessage(answer, { transfer }));

self.onmessage = ({ data }: MessageEvent<ReadRequest>) => hear(data);
