import type { ThreadSide } from '@shared/base/thread';

/** Makes this web worker serve requests, one after the other, until whoever started it ends it. */
export function serveWorker<Request, Answer>(side: ThreadSide<Request, Answer>): void {
  const take = side((told, transfer) => self.postMessage(told, { transfer }));
  self.onmessage = ({ data }: MessageEvent<Request>) => take(data);
}
