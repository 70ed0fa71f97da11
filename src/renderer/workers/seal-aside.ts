import { breathe, quietTask } from '@shared/base/progress';
import type { Result } from '@shared/base/result';
import {
  isLarge,
  type PayloadSealer,
  type SealedPayload,
  type SealRequest,
  sealHere,
} from '@shared/journal/seal';

/**
 * Seals small payloads at once and large ones in a worker of their own, so that the window stays alive. The bytes are
 * the same. A worker that cannot be had, or that dies, costs nothing but time: the window then does it itself.
 */
export const sealAside: PayloadSealer = (request) =>
  isLarge(request.payload) ? inWorker(request).catch(() => sealHere(request)) : sealHere(request);

/** Rejects when the worker cannot start, cannot be given the payload, or fails. */
async function inWorker(request: SealRequest): Promise<Result<SealedPayload>> {
  const worker = new Worker(new URL('./seal.worker.ts', import.meta.url), { type: 'module' });
  try {
    // Copying the payload over takes a while, as did making it.
    await breathe(quietTask);
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Result<SealedPayload>>) => resolve(data);
      worker.onerror = reject;
      worker.onmessageerror = reject;
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}
