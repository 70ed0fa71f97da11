import { Worker } from 'node:worker_threads';
import { quietTask } from '@shared/base/progress';
import { matchRecords } from '@shared/match/match-records';
import { createMatchPool } from '@shared/match/parallel/pool';
import type { MatchPool } from '@shared/match/parallel/types';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import { matchThread } from '../../../../src/main/cli/match-pool';
import { persons } from '../../../bench/persons';
import { digest } from './digest';

const SOURCE = new URL('./thread.ts', import.meta.url).href;

/** Reads TypeScript in a thread of Node 20, where the loader of the parent does not reach. */
const START = `import('tsx/esm/api').then(({ register }) => { register(); return import('${SOURCE}'); })`;

/** Real threads of Node, running the sources. */
const threads = (size: number): MatchPool =>
  createMatchPool(size, () => matchThread(new Worker(START, { eval: true })), 0);

const NO_PAIRS = new Uint32Array(0);

/** A pool all of whose threads are up and have answered: so that they take their share from the first part on. */
async function warm(size: number): Promise<MatchPool> {
  const pool = threads(size);
  let left = 2 * size;
  await pool.open([]).help({
    take: () => (left-- > 0 ? { part: left, left: NO_PAIRS, right: NO_PAIRS } : null),
    done: () => undefined,
  });
  return pool;
}

/** The pool, telling of every part its threads have done. */
const telling = (pool: MatchPool, onDone: () => void): MatchPool => ({
  ...pool,
  open(columns) {
    const job = pool.open(columns);
    return {
      ...job,
      help: (queue) =>
        job.help({
          take: () => queue.take(),
          done: (part, patterns) => {
            onDone();
            queue.done(part, patterns);
          },
        }),
    };
  },
});

describe('matching with threads of Node', { timeout: 180_000 }, () => {
  const input = persons(8_000, 'threads');

  it('gives the same bytes with none, 1, 2 and 8 of them', async () => {
    const alone = digest(await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask));
    for (const size of [1, 2, 8]) {
      const pool = await warm(size);
      let helped = 0;
      const told = telling(pool, () => helped++);
      expect(digest(await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask, told))).toBe(alone);
      expect(helped).toBeGreaterThan(0);
      pool.close();
    }
  });
});
