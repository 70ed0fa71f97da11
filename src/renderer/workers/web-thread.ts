import type { Thread } from '@shared/base/thread';

/** A web worker as its user sees it. */
export function webThread<Request, Answer>(worker: Worker): Thread<Request, Answer> {
  return {
    post: (request, transfer = []) => worker.postMessage(request, transfer),
    listen(onAnswer, onFailed) {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
      worker.onerror = onFailed;
      worker.onmessageerror = onFailed;
    },
    close: () => worker.terminate(),
  };
}
