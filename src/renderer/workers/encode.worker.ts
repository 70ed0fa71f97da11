import { createEncodeSide } from '@shared/ingest/parallel/thread-side';
import type { EncodeRequest } from '@shared/ingest/parallel/types';

/** Encodes columns for the engine worker, which alone starts it and talks to it. */
const hear = createEncodeSide((answer, transfer) => self.postMessage(answer, { transfer }));

self.onmessage = ({ data }: MessageEvent<EncodeRequest>) => hear(data);
