import { quietTask, type TaskContext } from '@shared/base/progress';
import { AppFailure } from '@shared/base/result';
import { recordComparisons } from '@shared/match/compare/record-comparison';
import { comparePairs, startComparing } from '@shared/match/parallel/compare-pairs';
import { packComparison, unpackComparison } from '@shared/match/parallel/packed';
import { createMatchPool } from '@shared/match/parallel/pool';
import type { MatchPool, MatchWorker, PoolJob, WorkerAnswer } from '@shared/match/parallel/types';
import { createWorkerSide } from '@shared/match/parallel/worker-side';
import { findPatterns } from '@shared/match/scoring/patterns';
import type { ComparisonColumn } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import { digest } from './digest';

const values = ['', 'abel', 'abl', 'brandt', 'brand', 'conrad', 'łódź', '\ud800'];
const columns: ComparisonColumn[] = ['family', 'city'].map((kind, c) => ({
  kind,
  codes: Uint32Array.from({ length: 500 }, (_, row) => (row * (c + 3)) % values.length),
  values,
  frequency: new Float32Array(values.length).fill(0.1),
  partner: -1,
}));
const comparisons = recordComparisons(columns);

/** All pairs of 500 records twice over: four parts. */
const all: [number, number][] = [];
for (let l = 0; l < 500; l++) for (let r = l + 1; r < 500; r++) all.push([l, r]);
const list = [...all, ...all];
const pairs = {
  left: Uint32Array.from(list, ([l]) => l),
  right: Uint32Array.from(list, ([, r]) => r),
  count: list.length,
};
const expected = digest(findPatterns(pairs, comparisons));

/** A worker in this thread that answers later, and fails after so many answers. */
function fakeWorker(answers = Number.POSITIVE_INFINITY): MatchWorker {
  let onAnswer: (answer: WorkerAnswer) => void = () => undefined;
  let onFailed: () => void = () => undefined;
  let left = answers;
  const take = createWorkerSide((answer) => {
    setTimeout(() => (left-- > 0 ? onAnswer(structuredClone(answer)) : onFailed()), 0);
  });
  return {
    post: (request) => take(structuredClone(request)),
    listen(answered, failed) {
      onAnswer = answered;
      onFailed = failed;
    },
    close: () => undefined,
  };
}

const jobOf = (pool: MatchPool): PoolJob => pool.open(columns.map(packComparison));
const poolOf = (size: number, start: () => MatchWorker): MatchPool => createMatchPool(size, start, 0);

const compare = async (pool: MatchPool | null, task = quietTask): Promise<string> =>
  digest(await comparePairs(pairs, comparisons, pool && jobOf(pool), task));

describe('comparing pairs in parts', () => {
  it('gives what comparing them at once gives, with any number of workers', async () => {
    expect(await compare(null)).toBe(expected);
    for (const size of [1, 2, 8]) expect(await compare(poolOf(size, () => fakeWorker()))).toBe(expected);
  });

  it('is begun by the workers alone, and finished with them', async () => {
    let asked = 0;
    const counting = (): MatchWorker => {
      const worker = fakeWorker();
      return {
        ...worker,
        post(request) {
          if (request.ask === 'compare') asked++;
          worker.post(request);
        },
      };
    };
    const work = startComparing(pairs, jobOf(poolOf(1, counting)), quietTask);
    expect(asked).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).toBeGreaterThan(2);
    expect(digest(await work.finish(comparisons))).toBe(expected);
  });

  it('compares several lists at once, each by the values it belongs to', async () => {
    const swapped = [...columns].reverse();
    const pool = poolOf(2, () => fakeWorker());
    const others = pool.open(swapped.map(packComparison));
    const [first, second, third] = await Promise.all([
      compare(pool),
      comparePairs(pairs, recordComparisons(swapped), others, quietTask),
      compare(pool),
    ]);
    expect([first, third]).toEqual([expected, expected]);
    expect(digest(second)).toBe(digest(findPatterns(pairs, recordComparisons(swapped))));
  });

  it('does itself what failing workers leave, and workers that were told to forget the values', async () => {
    expect(await compare(poolOf(2, () => fakeWorker(0)))).toBe(expected);
    const tired = poolOf(2, () => fakeWorker(1));
    expect(await compare(tired)).toBe(expected);
    expect(await compare(tired)).toBe(expected);
    const ended = jobOf(poolOf(2, () => fakeWorker()));
    ended.end();
    expect(digest(await comparePairs(pairs, comparisons, ended, quietTask))).toBe(expected);
  });

  it('compares alone where workers cannot be started or asked', async () => {
    const noThreads = poolOf(2, () => {
      throw new Error('no threads here');
    });
    expect(await compare(noThreads)).toBe(expected);
    const deaf = poolOf(1, () => ({
      ...fakeWorker(),
      post: () => {
        throw new Error('cannot be cloned');
      },
    }));
    expect(await compare(deaf)).toBe(expected);
  });

  it('asks no worker for a few pairs', async () => {
    const idle: PoolJob = {
      help: () => {
        throw new Error('asked');
      },
      end: () => undefined,
    };
    const few = { left: Uint32Array.of(0), right: Uint32Array.of(1), count: 1 };
    expect((await comparePairs(few, comparisons, idle, quietTask)).count).toBe(1);
  });

  it('stops when asked, with and without workers', async () => {
    for (const pool of [null, poolOf(2, () => fakeWorker())]) {
      const controller = new AbortController();
      const task: TaskContext = { report: () => controller.abort(), signal: controller.signal };
      await expect(compare(pool, task)).rejects.toThrow(AppFailure);
    }
  });
});

describe('columns for another thread', () => {
  it('arrive as they were, but for the frequencies', () => {
    for (const column of columns) {
      const arrived = unpackComparison(structuredClone(packComparison(column)));
      expect(arrived).toEqual({ ...column, frequency: new Float32Array(0) });
    }
  });
});
