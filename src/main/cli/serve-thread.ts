import { parentPort } from 'node:worker_threads';

/** The last request to a thread. */
export const END = null;

/**
 * Makes this thread of Node serve requests, one after the other, until the last one: then it ends by itself. To be ended
 * from outside in the middle of something is more than Node promises to survive. `serve` is given what sends an answer,
 * memory in `transfer` without copying, and gives what takes a request.
 */
export function serveThread<Request, Answer>(
  serve: (answer: (told: Answer, transfer: ArrayBuffer[]) => void) => (request: Request) => void,
): void {
  const port = parentPort;
  if (port === null) return;
  const take = serve((told, transfer) => port.postMessage(told, transfer));
  port.on('message', (request: Request | typeof END) => {
    if (request === END) port.close();
    else take(request);
  });
}
