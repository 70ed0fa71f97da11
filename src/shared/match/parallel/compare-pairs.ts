import { breathe, checkCancelled, type TaskContext } from '../../base/progress';
import type { Pairs } from '../blocking/pairs';
import type { RecordComparison } from '../compare/record-comparison';
import { findPatterns, joinPatterns, type Patterns } from '../scoring/patterns';
import type { PartQueue, PoolJob } from './types';

/** Pairs of a part: compared in some milliseconds. The size of parts depends on nothing, so neither does the result. */
const PART = 1 << 14;

/**
 * The pattern of every pair. The pairs are cut into parts of fixed size, compared here and by the pool side by side, and
 * joined in order: the result is the same with any number of threads. What waits in this thread runs between the
 * parts; fails with `CANCELLED` on request.
 */
export function comparePairs(
  pairs: Pairs,
  comparisons: readonly RecordComparison[],
  job: PoolJob | null,
  task: TaskContext,
): Promise<Patterns> {
  return startComparing(pairs, job, task).finish(comparisons);
}

/** Pairs that the pool is at work on. */
export interface PairsAtWork {
  /** Compares here what the pool has not taken yet, waits for the rest and gives the patterns of all. */
  finish(comparisons: readonly RecordComparison[]): Promise<Patterns>;
}

/** Gives pairs to the pool, while this thread does something else until it finishes them (see `comparePairs`). */
export function startComparing(pairs: Pairs, job: PoolJob | null, task: TaskContext): PairsAtWork {
  const parts = new Parts(pairs, task);
  // One part is compared before it is sent.
  const helped = job && pairs.count > PART ? job.help(parts) : Promise.resolve();
  return {
    async finish(comparisons) {
      await compareHere(parts, comparisons, pairs.count, task);
      await helped;
      // Parts of threads that failed are taken up again.
      parts.reopen();
      await compareHere(parts, comparisons, pairs.count, task);
      checkCancelled(task);
      return joinPatterns(parts.all(), comparisons.length);
    },
  };
}

async function compareHere(
  parts: Parts,
  comparisons: readonly RecordComparison[],
  total: number,
  task: TaskContext,
): Promise<void> {
  for (let next = parts.take(); next !== null; next = parts.take()) {
    const { part, left, right } = next;
    task.report({ label: 'Comparing pairs', done: part * PART, total });
    parts.done(part, findPatterns({ left, right, count: left.length }, comparisons));
    await breathe(task);
  }
}

/** The parts of the pairs and what became of them. */
class Parts implements PartQueue {
  readonly #patterns: (Patterns | undefined)[];
  #open: number[];

  constructor(
    readonly pairs: Pairs,
    readonly task: TaskContext,
  ) {
    this.#patterns = new Array(Math.ceil(pairs.count / PART));
    this.#open = this.#missing();
  }

  take(): ReturnType<PartQueue['take']> {
    const part = this.task.signal.aborted ? undefined : this.#open.pop();
    if (part === undefined) return null;
    const start = part * PART;
    const end = Math.min(this.pairs.count, start + PART);
    return { part, left: this.pairs.left.slice(start, end), right: this.pairs.right.slice(start, end) };
  }

  done(part: number, patterns: Patterns): void {
    this.#patterns[part] = patterns;
  }

  /** Offers again what was taken and not done. */
  reopen(): void {
    this.#open = this.#missing();
  }

  all(): Patterns[] {
    return this.#patterns.map((patterns) => patterns!);
  }

  /** Parts not done, the first at the end, where it is taken from. */
  #missing(): number[] {
    const missing: number[] = [];
    for (let part = this.#patterns.length - 1; part >= 0; part--)
      if (!this.#patterns[part]) missing.push(part);
    return missing;
  }
}
