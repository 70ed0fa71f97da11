import { createThreadSide } from '@shared/ingest/parallel/thread-side';
import { type ReadAnswer, type ReadHelp, readHelp } from '@shared/ingest/parallel/types';

/** A thread that runs in this one; it fails after so many requests. */
export function pretended(requests = Number.POSITIVE_INFINITY): { readonly help: ReadHelp; closed: number } {
  const told = { closed: 0, help: readHelp(start, 0) };
  return told;

  function start() {
    let left = requests;
    let hear: (answer: ReadAnswer) => void = () => undefined;
    let fail: () => void = () => undefined;
    const side = createThreadSide((answer, transfer) => {
      const copy = structuredClone(answer, { transfer });
      queueMicrotask(() => hear(copy));
    });
    return {
      post: (request: Parameters<typeof side>[0], transfer: ArrayBuffer[] = []) => {
        const copy = structuredClone(request, { transfer });
        queueMicrotask(() => (left-- > 0 ? side(copy) : fail()));
      },
      listen: (onAnswer: typeof hear, onFailed: () => void) => {
        hear = onAnswer;
        fail = onFailed;
      },
      close: () => {
        told.closed++;
      },
    };
  }
}
