import { EMPTY, type Table } from '../table/types';
import { type Activity, countMarked, recentMask } from './activity';
import type { ColumnFacts } from './column-facts';
import type { FoundProblem } from './problems';
import { isDateColumn } from './sorted-numbers';
import { countText, round4 } from './text';
import type { ColumnQuality, QualityScore, Semantic } from './types';

/** What counts as current, in days: two years. */
const CURRENT_DAYS = 731;

/** Meanings and types whose values can be wrong by themselves. */
const CHECKED: ReadonlySet<Semantic> = new Set([
  'email',
  'phone',
  'url',
  'country',
  'date',
  'birthDate',
  'number',
  'boolean',
]);

type Part = QualityScore['parts'][number];

/**
 * The quality of a table by five characteristics of ISO/IEC 25012, each a share of cells or rows; the overall score is
 * their plain mean. Currency is left out when the table has no dates, validity when it has nothing that could be wrong by itself.
 * In steps of some tens of milliseconds; what it yields is how many values it looked at.
 */
export function* qualityOf(
  table: Table,
  facts: readonly ColumnFacts[],
  semantics: readonly Semantic[],
  problems: readonly (readonly FoundProblem[])[],
  activity: Activity,
  keyColumn: string | null,
  referenceDate: string,
): Generator<number, QualityScore> {
  const cells = table.rowCount * table.columns.length;
  const real = facts.reduce((sum, column) => sum + column.filled - column.placeholderRows, 0);
  const parts: Part[] = [
    part('completeness', real, cells, 'cells hold a value that is not a word for "nothing"'),
    ...validity(facts, semantics, problems),
    yield* uniqueness(table, keyColumn),
    part(
      'consistency',
      real - Math.min(real, rowsOf(problems, 'uneven')),
      real,
      'values are written like the others of their column (spelling, blanks)',
    ),
  ];
  if (activity.columns.length > 0) {
    const recent = countMarked(recentMask(activity, referenceDate, CURRENT_DAYS));
    parts.push(
      part('currency', recent, table.rowCount, `rows have a date within two years before ${referenceDate}`),
    );
  }
  const overall = parts.reduce((sum, item) => sum + item.score, 0) / parts.length;
  const columns = facts.map((column, index) =>
    columnQuality(column, semantics[index] ?? 'text', problems[index] ?? []),
  );
  return { overall: round4(overall), parts, columns };
}

/** The same shares for one column: what is filled, what of it is valid where that can be said, what is written evenly. */
function columnQuality(
  facts: ColumnFacts,
  semantic: Semantic,
  problems: readonly FoundProblem[],
): ColumnQuality {
  const real = facts.filled - facts.placeholderRows;
  const share = (wrong: number): number => round4((real - Math.min(real, wrong)) / real);
  const invalid = rowsOf([problems], 'invalid');
  return {
    name: facts.column.name,
    completeness: facts.rows === 0 ? 1 : round4(real / facts.rows),
    validity: real > 0 && isChecked(facts, semantic, invalid) ? share(invalid) : null,
    consistency: real > 0 ? share(rowsOf([problems], 'uneven')) : null,
  };
}

/** Whether the values of a column can be wrong by themselves, or some were found to be. */
function isChecked(facts: ColumnFacts, semantic: Semantic, invalid: number): boolean {
  return CHECKED.has(semantic) || isDateColumn(facts) || invalid > 0;
}

function part(characteristic: Part['characteristic'], good: number, all: number, what: string): Part {
  const score = all === 0 ? 1 : round4(good / all);
  return { characteristic, score, formula: `${countText(good)} of ${countText(all)} ${what}.` };
}

function rowsOf(problems: readonly (readonly FoundProblem[])[], kind: FoundProblem['kind']): number {
  return problems.flat().reduce((sum, problem) => sum + (problem.kind === kind ? problem.rows : 0), 0);
}

function validity(
  facts: readonly ColumnFacts[],
  semantics: readonly Semantic[],
  problems: readonly (readonly FoundProblem[])[],
): Part[] {
  let checked = 0;
  let wrong = 0;
  for (const [index, column] of facts.entries()) {
    const invalid = rowsOf([problems[index] ?? []], 'invalid');
    if (!isChecked(column, semantics[index] ?? 'text', invalid)) continue;
    const real = column.filled - column.placeholderRows;
    checked += real;
    wrong += Math.min(real, invalid);
  }
  if (checked === 0) return [];
  const what = 'e-mails, phones, dates, numbers and other checked values are valid';
  return [part('validity', checked - wrong, checked, what)];
}

/** Rows hashed at a time. */
const BLOCK = 2_048;
/** Rows hashed between two steps. */
const STEP = 64 * BLOCK;

/**
 * Rows that are not an exact repeat of an earlier row, the key column left aside. Rows are compared by a 52-bit hash of
 * their codes: at a million rows, one false repeat is expected in about ten thousand tables. Empty rows do not count.
 */
function* uniqueness(table: Table, keyColumn: string | null): Generator<number, Part> {
  const columns = table.columns.filter((column) => column.name !== keyColumn);
  const rows = table.rowCount;
  const low = new Uint32Array(rows).fill(0x811c9dc5);
  const high = new Uint32Array(rows).fill(0x9e3779b9);
  const filled = new Uint8Array(rows);
  // In blocks that stay in the processor's cache while all columns pass over them.
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(rows, start + BLOCK);
    for (const { codes } of columns) hashCodes(codes, start, end, low, high, filled);
    if (end % STEP === 0) yield STEP;
  }
  const hashes = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++)
    if (filled[row]) hashes[count++] = low[row]! * 0x100000 + (high[row]! & 0xfffff);
  const sorted = hashes.subarray(0, count).sort();
  let repeats = 0;
  for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) repeats++;
  return part(
    'uniqueness',
    rows - repeats,
    rows,
    'rows are not an exact repeat of an earlier row, the key left aside',
  );
}

/** Takes the codes of a column into the hashes of some rows. */
function hashCodes(
  codes: Uint32Array,
  from: number,
  to: number,
  low: Uint32Array,
  high: Uint32Array,
  filled: Uint8Array,
): void {
  for (let row = from; row < to; row++) {
    const code = codes[row]!;
    if (code !== EMPTY) filled[row] = 1;
    low[row] = Math.imul(low[row]! ^ code, 0x01000193);
    const mixed = Math.imul(high[row]! ^ code, 0x85ebca6b) + 0x2545f491;
    high[row] = mixed ^ (mixed >>> 13);
  }
}
