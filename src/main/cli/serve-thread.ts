import { parentPort } from 'node:worker_threads';
import type { ThreadSide } from '@shared/base/thread';

/** The last request to a thread. */
export const END = null;

/**
 * Makes this thread of Node serve requests, one after the other, until the last one: then it ends by itself. To be ended
 * from outside in the middle of something is more than Node promises to survive.
 */
export function serveThread<Request, Answer>(side: ThreadSide<Request, Answer>): void {
  const port = parentPort;
  if (port === null) return;
  const take = side((told, transfer) => port.postMessage(told, transfer));
  port.on('message', (request: Request | typeof END) => {
    if (request === END) port.close();
    else take(request);
  });
}
