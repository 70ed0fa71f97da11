import type { Patterns } from '../scoring/patterns';
import type { MatchPool, MatchWorker, PackedComparison, PartQueue, WorkerRequest } from './types';

/** Parts a thread is given at a time, so that it does not wait while the caller is busy with a part of its own. */
const AHEAD = 2;

/** A thread of the pool and what it is busy with. */
class Helper {
  #failed = false;
  #asked = 0;
  readonly #waiting = new Map<number, (patterns: Patterns | null) => void>();

  constructor(readonly worker: MatchWorker) {
    worker.listen(
      ({ id, patterns }) => this.#settle(id, patterns),
      () => this.#fail(),
    );
  }

  post(request: WorkerRequest): void {
    if (this.#failed) return;
    try {
      this.worker.post(request);
    } catch {
      // What cannot be sent is compared elsewhere.
      this.#fail();
    }
  }

  async help(job: number, queue: PartQueue): Promise<void> {
    await Promise.all(Array.from({ length: AHEAD }, () => this.#drain(job, queue)));
  }

  async #drain(job: number, queue: PartQueue): Promise<void> {
    for (let next = this.#take(queue); next !== null; next = this.#take(queue)) {
      const { part, left, right } = next;
      const patterns = await new Promise<Patterns | null>((settle) => {
        const id = this.#asked++;
        this.#waiting.set(id, settle);
        this.post({ ask: 'compare', job, id, left, right });
      });
      if (patterns === null) return;
      queue.done(part, patterns);
    }
  }

  #take(queue: PartQueue): ReturnType<PartQueue['take']> {
    return this.#failed ? null : queue.take();
  }

  #settle(id: number, patterns: Patterns | null): void {
    this.#waiting.get(id)?.(patterns);
    this.#waiting.delete(id);
  }

  #fail(): void {
    this.#failed = true;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, null);
  }
}

/** A table with fewer pairs of records than this is done before the values are handed over. */
const WORTH_FROM = 200_000;

/** A pool of up to `size` threads, started when they are first needed. */
export function createMatchPool(
  size: number,
  start: () => MatchWorker,
  worthFrom: number = WORTH_FROM,
): MatchPool {
  let helpers: readonly Helper[] | null = null;
  let jobs = 0;
  const started = (): readonly Helper[] => {
    helpers ??= startAll(size, start);
    return helpers;
  };
  return {
    size,
    worthFrom,
    start: () => void started(),
    open(columns: readonly PackedComparison[]) {
      const threads = started();
      const job = jobs++;
      const tell = (request: WorkerRequest): void => {
        for (const thread of threads) thread.post(request);
      };
      tell({ ask: 'columns', job, columns });
      return {
        help: async (queue) => void (await Promise.all(threads.map((thread) => thread.help(job, queue)))),
        end: () => tell({ ask: 'end', job }),
      };
    },
    close() {
      for (const { worker } of helpers ?? []) worker.close();
      helpers = null;
    },
  };
}

/** As many threads as can be started. */
function startAll(size: number, start: () => MatchWorker): Helper[] {
  const helpers: Helper[] = [];
  try {
    while (helpers.length < size) helpers.push(new Helper(start()));
  } catch {
    // Where threads cannot be started, the caller compares alone.
  }
  return helpers;
}
