import type { Patterns } from '../scoring/patterns';
import type { MatchPool, MatchWorker, PackedComparison, PartQueue } from './types';

/** A thread of the pool and what it is busy with. */
class Helper {
  #failed = false;
  #waiting: { job: number; part: number; settle: (patterns: Patterns | null) => void } | null = null;

  constructor(readonly worker: MatchWorker) {
    worker.listen(
      ({ job, part, patterns }) => {
        if (this.#waiting?.job === job && this.#waiting.part === part) this.#settle(patterns);
      },
      () => {
        this.#failed = true;
        this.#settle(null);
      },
    );
  }

  async help(job: number, columns: readonly PackedComparison[], queue: PartQueue): Promise<void> {
    if (this.#failed) return;
    try {
      await this.#help(job, columns, queue);
    } catch {
      // What cannot be sent is compared elsewhere.
      this.#failed = true;
    }
  }

  async #help(job: number, columns: readonly PackedComparison[], queue: PartQueue): Promise<void> {
    this.worker.post({ ask: 'columns', job, columns });
    for (let next = queue.take(); next !== null; next = queue.take()) {
      const { part, left, right } = next;
      const patterns = await new Promise<Patterns | null>((settle) => {
        this.#waiting = { job, part, settle };
        this.worker.post({ ask: 'compare', job, part, left, right });
      });
      if (patterns === null) return;
      queue.done(part, patterns);
    }
    this.worker.post({ ask: 'end', job });
  }

  #settle(patterns: Patterns | null): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.settle(patterns);
  }
}

/** Below this number of pairs, handing the values over takes longer than comparing them. */
const WORTH_FROM = 400_000;

/** A pool of up to `size` threads, started when they are first needed. */
export function createMatchPool(
  size: number,
  start: () => MatchWorker,
  worthFrom: number = WORTH_FROM,
): MatchPool {
  let helpers: Helper[] | null = null;
  let jobs = 0;
  return {
    size,
    worthFrom,
    async help(columns, queue) {
      helpers ??= startAll(size, start);
      const job = jobs++;
      await Promise.all(helpers.map((helper) => helper.help(job, columns, queue)));
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
