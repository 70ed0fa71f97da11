import { quietTask, type TaskContext } from '../../src/shared/base/progress';
import { AppFailure } from '../../src/shared/base/result';
import type { ColumnGuess } from '../../src/shared/ingest/types';
import { findInTable } from '../../src/shared/profile/findings/find-in-table';
import { profileTable, profileTableIn } from '../../src/shared/profile/profile-table';
import { countText } from '../../src/shared/profile/text';
import type { Table } from '../../src/shared/table/types';
import { machine } from '../accuracy/sections';
import { customerTable } from './customer-table';
import type { Bench } from './run';

const TODAY = '2025-01-01';
const SIZES = [10_000, 100_000, 1_000_000];

/** Seconds of processor and of clock that a piece of work took. */
async function timed(work: () => unknown): Promise<{ readonly cpu: number; readonly clock: number }> {
  const since = process.cpuUsage();
  const start = performance.now();
  await work();
  const spent = process.cpuUsage(since);
  return { cpu: (spent.user + spent.system) / 1e6, clock: (performance.now() - start) / 1e3 };
}

/** The longest time between two reports while a table is profiled, and how long a stop asked for half-way takes. */
async function answerTimes(
  table: Table,
  guesses: readonly ColumnGuess[],
): Promise<{ readonly longest: number; readonly stop: number }> {
  let last = performance.now();
  let longest = 0;
  const stop = new AbortController();
  let asked = 0;
  const task: TaskContext = {
    signal: stop.signal,
    report: ({ done, total }) => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (asked === 0 && done >= total / 2) {
        asked = now;
        stop.abort();
      }
    },
  };
  try {
    await profileTableIn(table, guesses, TODAY, 'profile', task);
  } catch (cause) {
    if (!(cause instanceof AppFailure) || cause.error.code !== 'CANCELLED') throw cause;
  }
  return { longest, stop: performance.now() - asked };
}

export const profileBench: Bench = {
  name: 'profile',
  run: async () => {
    const lines: string[] = [];
    for (const rows of SIZES) {
      const { table, guesses } = customerTable(rows, 'profile');
      const values = table.columns.reduce((sum, column) => sum + column.values.length - 1, 0);
      const profiling = await timed(() => profileTable(table, guesses, TODAY));
      const profile = profileTable(table, guesses, TODAY);
      const finding = await timed(() => findInTable(table, guesses, profile, 'findings', quietTask));
      const { longest, stop } = await answerTimes(table, guesses);
      const seconds = (time: { readonly cpu: number; readonly clock: number }): string =>
        `${time.cpu.toFixed(2)} s | ${time.clock.toFixed(2)} s`;
      lines.push(
        `| ${countText(rows)} × ${table.columns.length} | ${countText(values)} | ${seconds(profiling)} | ${seconds(finding)} | ${longest.toFixed(0)} ms | ${stop.toFixed(0)} ms |`,
      );
    }
    return [
      '## Speed of profiling',
      '',
      `Command: \`npm run bench profile\`. Machine: ${machine()}; one thread. Customers from a seed (\`tests/bench/customer-table.ts\`), the first pass over each table.`,
      '"Profile" is everything on the Profile screen but what stands between columns, which is "findings". The last two columns: the longest time between two reports of progress, and from asking to stop until it has stopped.',
      '',
      '| table | distinct values | profile, processor | clock | findings, processor | clock | longest step | stop |',
      '|---|---|---|---|---|---|---|---|',
      ...lines,
    ].join('\n');
  },
};
