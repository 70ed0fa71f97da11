import type { Worker } from 'node:worker_threads';
import type { Thread } from '@shared/base/thread';
import { END } from './serve-thread';

/**
 * A thread of Node (see `serveThread`) as its user sees it. It keeps the process alive until closed, unless it was told not
 * to; once closed, it ends when it has done what it was asked.
 */
export function nodeThread<Request, Answer>(thread: Worker): Thread<Request, Answer> {
  return {
    post: (request, transfer) => thread.postMessage(request, transfer),
    listen(onAnswer, onFailed) {
      thread.on('message', onAnswer);
      thread.on('error', onFailed);
      thread.on('exit', onFailed);
    },
    close() {
      thread.unref();
      thread.postMessage(END);
    },
  };
}
