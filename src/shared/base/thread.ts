/** Another thread that answers what it is asked: a web worker or a thread of Node. Plain data both ways. */
export interface Thread<Request, Answer> {
  /** Sends a request; the memory of `transfer` goes over without being copied and is gone here. */
  post(request: Request, transfer?: ArrayBuffer[]): void;
  /** `onFailed` is called when the thread fails; it is of no use then. */
  listen(onAnswer: (answer: Answer) => void, onFailed: () => void): void;
  close(): void;
}

/** What another thread does: given what sends an answer, memory in `transfer` without copying, it gives what takes a request. */
export type ThreadSide<Request, Answer> = (
  answer: (told: Answer, transfer: ArrayBuffer[]) => void,
) => (request: Request) => void;
