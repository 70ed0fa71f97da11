import type { Worker } from 'node:worker_threads';
import type { MatchWorker } from '@shared/match/parallel/types';

/** A thread of Node as the pool sees it. It does not keep the process alive. */
export function matchThread(thread: Worker): MatchWorker {
  thread.unref();
  return {
    post: (request) => thread.postMessage(request),
    listen(onAnswer, onFailed) {
      thread.on('message', onAnswer);
      thread.on('error', onFailed);
      thread.on('exit', onFailed);
    },
    close: () => void thread.terminate(),
  };
}
