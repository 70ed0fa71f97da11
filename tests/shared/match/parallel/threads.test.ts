import { quietTask } from '@shared/base/progress';
import { matchRecords } from '@shared/match/match-records';
import type { MatchPool } from '@shared/match/parallel/types';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import { persons } from '../../../bench/persons';
import { digest } from './digest';
import { sourceThreads } from './source-threads';

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
      const pool = await sourceThreads(size, 0);
      let helped = 0;
      const told = telling(pool, () => helped++);
      expect(digest(await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask, told))).toBe(alone);
      expect(helped).toBeGreaterThan(0);
      pool.close();
    }
  });
});
