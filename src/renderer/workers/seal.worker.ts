import '../base/strict-zod';
import { type SealRequest, sealPayload } from '@shared/journal/seal';

/** Seals one large payload for the window, which ends this worker with the answer. */
self.onmessage = ({ data }: MessageEvent<SealRequest>) => self.postMessage(sealPayload(data));
