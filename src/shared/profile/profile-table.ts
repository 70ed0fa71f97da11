import { pacedBy, type TaskContext } from '../base/progress';
import { runSteps } from '../base/steps';
import type { ColumnGuess } from '../ingest/types';
import type { Table } from '../table/types';
import { activityOf } from './activity';
import { type ColumnFacts, measureColumn } from './column-facts';
import { guessCountry } from './country-guess';
import { isLikelyKey, keyColumnOf } from './key-column';
import { lengthBins } from './lengths';
import { outliersOf } from './outliers';
import { type FoundProblem, problemsOf } from './problems';
import { qualityOf } from './quality';
import { numbersOf, rangeOf } from './range';
import { semanticOf } from './semantic';
import type { ColumnProfile, Semantic, TableProfile } from './types';
import { recentRowsOf, worthOf } from './worth';

/**
 * What is in a table: every column with its fill, types, patterns, range, problems and worth, a quality score and the best
 * key. `columns` are the reader's guesses, matched by name; `referenceDate` (ISO) stands for today. Works on distinct
 * values: linear in rows and in distinct values.
 */
export function profileTable(
  table: Table,
  columns: readonly ColumnGuess[],
  referenceDate: string,
): TableProfile {
  return runSteps(profileSteps(table, columns, referenceDate));
}

/** The same in a thread that others wait for: reports every tenth of a second or so, lets them in, and stops when asked to. */
export async function profileTableIn(
  table: Table,
  columns: readonly ColumnGuess[],
  referenceDate: string,
  label: string,
  task: TaskContext,
): Promise<TableProfile> {
  const steps = profileSteps(table, columns, referenceDate);
  const pace = pacedBy(task);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total, values } = step.value;
    task.report({ label, done, total });
    await pace(values);
  }
}

/** How far the work is, in columns, and how many values the last step looked at. */
interface ProfileStep {
  readonly done: number;
  readonly total: number;
  readonly values: number;
}

/** The work in steps of some tens of milliseconds. */
function* profileSteps(
  table: Table,
  columns: readonly ColumnGuess[],
  referenceDate: string,
): Generator<ProfileStep, TableProfile> {
  const guesses = new Map(columns.map((guess) => [guess.name, guess]));
  const count = table.columns.length;
  // Measuring, checking and weighing: three rounds over the columns.
  const total = count * 3;
  let done = 0;
  function* counted<T>(steps: Generator<number, T>): Generator<ProfileStep, T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield { done, total, values: step.value };
    }
  }
  const facts: ColumnFacts[] = [];
  const semantics: Semantic[] = [];
  for (const column of table.columns) {
    const guess = guesses.get(column.name) ?? unknownGuess(column.name);
    const measured = yield* counted(measureColumn(column, guess));
    facts.push(measured);
    semantics.push(semanticOf(column.name, column, measured.filled));
    yield { done: ++done, total, values: 0 };
  }
  const country = guessCountry(table, semantics)?.country ?? null;
  const keyColumn = keyColumnOf(facts, semantics);
  const problems: FoundProblem[][] = [];
  for (const [index, column] of facts.entries()) {
    const semantic = semantics[index]!;
    const context = { semantic, country, referenceDate, likelyKey: isLikelyKey(column, semantic) };
    problems.push(yield* counted(problemsOf(column, context)));
    yield { done: ++done, total, values: 0 };
  }
  const activity = activityOf(facts, semantics, table.rowCount, referenceDate);
  const recent = recentRowsOf(activity, referenceDate);
  const profiles: ColumnProfile[] = [];
  for (const [index, column] of facts.entries()) {
    const sorted = numbersOf(column);
    const range = rangeOf(column, sorted);
    profiles.push({
      name: column.column.name,
      rows: column.rows,
      filled: column.filled,
      distinct: column.distinct,
      type: column.type,
      dateOrder: column.dateOrder,
      semantic: semantics[index]!,
      typeMix: column.typeMix,
      patterns: column.patterns.map(({ value, count: rows }) => ({ value, count: rows })),
      top: column.top,
      minLength: column.minLength,
      maxLength: column.maxLength,
      min: range.min,
      max: range.max,
      histogram: range.histogram,
      lengths: lengthBins(column),
      outliers: outliersOf(column, sorted),
      likelyKey: isLikelyKey(column, semantics[index]!),
      problems: problems[index]!.map(({ kind: _kind, ...problem }) => problem),
      worth: worthOf(column, recent),
    });
    yield { done: ++done, total, values: table.rowCount };
  }
  const quality = yield* counted(
    qualityOf(table, facts, semantics, problems, activity, keyColumn, referenceDate),
  );
  return { rows: table.rowCount, columns: profiles, quality, keyColumn, country, referenceDate };
}

/** What is taken for a column nobody guessed about. */
export function unknownGuess(name: string): ColumnGuess {
  return { name, type: 'text', dateOrder: null, decimalComma: false };
}
