import { breathe, type TaskContext } from '../../base/progress';
import type { ColumnGuess } from '../../ingest/types';
import type { Table } from '../../table/types';
import type { TableProfile } from '../types';
import { contradictionsOf } from './contradictions';
import { dependenciesOf } from './dependencies';
import { disagreementsOf } from './disagreements';
import { keysOf } from './keys';
import { placeholdersOf } from './placeholder-values';
import { testRecordsOf } from './test-records';
import { twinsOf } from './twins';
import type { MixFinding, PlaceholderFinding, TableFindings } from './types';
import { mixOf } from './units';

/**
 * What stands between the columns of a table: keys, dependencies, columns that say the same or contradict each other,
 * mixed units, test records, placeholders. Runs in small steps: lets others in between them, reports, stops when asked.
 */
export async function findInTable(
  table: Table,
  guesses: readonly ColumnGuess[],
  profile: TableProfile,
  label: string,
  task: TaskContext,
): Promise<TableFindings> {
  const byName = new Map(guesses.map((guess) => [guess.name, guess]));
  let done = 0;
  const total = table.columns.length * 5;
  const drive = async <T>(steps: Generator<void, T>): Promise<T> => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      done++;
      task.report({ label, done: Math.min(done, total), total });
      await breathe(task);
    }
  };
  const { columns } = profile;
  return {
    keys: await drive(keysOf(table, columns)),
    dependencies: await drive(dependenciesOf(table, columns)),
    twins: await drive(twinsOf(table, columns)),
    contradictions: await drive(contradictionsOf(table, byName, columns)),
    disagreements: await drive(disagreementsOf(table, byName, columns)),
    tests: await drive(testRecordsOf(table, columns)),
    ...(await drive(mixesAndPlaceholders(table, profile))),
  };
}

function* mixesAndPlaceholders(
  table: Table,
  profile: TableProfile,
): Generator<void, Pick<TableFindings, 'mixes' | 'placeholders'>> {
  const mixes: MixFinding[] = [];
  const placeholders: PlaceholderFinding[] = [];
  for (const [index, column] of table.columns.entries()) {
    const of = profile.columns[index];
    const mix = of ? mixOf(column, of) : null;
    const empty = of ? placeholdersOf(column, of) : null;
    if (mix) mixes.push(mix);
    if (empty) placeholders.push(empty);
    yield;
  }
  placeholders.sort((a, b) => b.rows - a.rows);
  return { mixes, placeholders };
}
