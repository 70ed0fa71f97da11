import type { ColumnGuess } from '../../ingest/types';
import { countCodes } from '../../table/column';
import type { Column, Table } from '../../table/types';
import { dayNumber } from '../calendar';
import { headerMatches, headerTokens } from '../header-words';
import type { Concept } from '../lexicon';
import { isPlaceholderDate } from '../placeholders';
import { percentText, plural } from '../text';
import type { ColumnProfile } from '../types';
import { parseDate } from '../values';
import { checkId } from './check-id';
import type { ContradictionFinding } from './types';

/** Places in the life of a thing, by what the header says; a later place cannot come before an earlier one. */
const STAGES: Readonly<Partial<Record<Concept, number>>> = {
  birthDate: 0,
  createdDate: 2,
  startDate: 2,
  modifiedDate: 3,
  lastActivity: 3,
  endDate: 3,
  closeDate: 3,
  dueDate: 3,
};
const STAGE_WORDS: readonly (readonly [stage: number, words: readonly string[]])[] = [
  [0, ['birth', 'dob', 'geburt', 'geboren', 'naissance', 'nacimiento', 'born']],
  [1, ['hire', 'hired', 'joined', 'joining', 'eintritt', 'entry', 'signup', 'registered']],
  [2, ['start', 'begin', 'from', 'created', 'opened', 'beginn', 'von', 'angelegt', 'ordered']],
  [
    3,
    [
      'end',
      'finish',
      'until',
      'to',
      'closed',
      'ended',
      'left',
      'ende',
      'bis',
      'austritt',
      'modified',
      'updated',
      'shipped',
      'terminated',
    ],
  ],
];

/** From this share of rows on, two columns of unknown meaning are taken to be in order. */
const IN_ORDER = 0.98;
const FEWEST = 50;
const SAMPLES = 6;
const NONE = Number.NaN;

/**
 * Pairs of date columns whose order is known from their headers (start before end, birth before hire), or kept by nearly
 * all rows, with the rows that break it. Days that stand for "none" are left aside. Yields after each column.
 */
export function* contradictionsOf(
  table: Table,
  guesses: ReadonlyMap<string, ColumnGuess>,
  profiles: readonly ColumnProfile[],
): Generator<void, readonly ContradictionFinding[]> {
  const dated = table.columns.flatMap((column) => {
    const profile = profiles.find((item) => item.name === column.name);
    const isDate = profile?.type === 'date' || profile?.type === 'datetime';
    return isDate
      ? [{ column, days: daysOf(column, guesses.get(column.name)), stage: stageOf(column.name) }]
      : [];
  });
  yield;
  const found: ContradictionFinding[] = [];
  for (const [index, left] of dated.entries()) {
    for (const right of dated.slice(index + 1)) {
      const known = left.stage !== null && right.stage !== null && left.stage !== right.stage;
      const [first, second] = known && left.stage! > right.stage! ? [right, left] : [left, right];
      const forward = orderOf(first, second);
      if (known) {
        if (forward.after > 0) found.push(finding(first, second, forward.both, forward.after, true));
        continue;
      }
      if (forward.both < FEWEST || forward.before + forward.after < FEWEST) continue;
      if (forward.after > 0 && forward.after <= forward.both * (1 - IN_ORDER))
        found.push(finding(first, second, forward.both, forward.after, false));
      else if (forward.before > 0 && forward.before <= forward.both * (1 - IN_ORDER))
        found.push(finding(second, first, forward.both, forward.before, false));
    }
    yield;
  }
  return found.sort((a, b) => b.violations - a.violations);
}

interface Dated {
  readonly column: Column;
  /** Day by code; NaN where there is none. */
  readonly days: Float64Array;
  readonly stage: number | null;
}

function daysOf(column: Column, guess: ColumnGuess | undefined): Float64Array {
  const order = guess?.dateOrder ?? 'YMD';
  const counts = countCodes(column);
  const days = new Float64Array(column.values.length).fill(NONE);
  for (let code = 1; code < days.length; code++) {
    if (counts[code] === 0) continue;
    const iso = parseDate(column.values[code]!, order);
    if (iso !== null && !isPlaceholderDate(iso)) days[code] = dayNumber(iso);
  }
  return days;
}

function stageOf(header: string): number | null {
  for (const { concept } of headerMatches(header)) {
    const stage = STAGES[concept];
    if (stage !== undefined) return stage;
  }
  const tokens = new Set(headerTokens(header));
  return STAGE_WORDS.find(([, words]) => words.some((word) => tokens.has(word)))?.[0] ?? null;
}

function orderOf(first: Dated, second: Dated): { before: number; after: number; both: number } {
  const result = { before: 0, after: 0, both: 0 };
  const { codes } = first.column;
  for (let row = 0; row < codes.length; row++) {
    const a = first.days[codes[row]!]!;
    const b = second.days[second.column.codes[row]!]!;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    result.both++;
    if (a < b) result.before++;
    else if (a > b) result.after++;
  }
  return result;
}

function finding(
  first: Dated,
  second: Dated,
  rows: number,
  violations: number,
  known: boolean,
): ContradictionFinding {
  const [earlier, later] = [first.column.name, second.column.name];
  const sample: { earlier: string; later: string }[] = [];
  eachViolation(first, second, (row) => {
    if (sample.length < SAMPLES)
      sample.push({
        earlier: first.column.values[first.column.codes[row]!]!,
        later: second.column.values[second.column.codes[row]!]!,
      });
  });
  const why = known ? '' : `; in ${percentText((rows - violations) / rows)} of rows it is not`;
  const sentence = `${plural(violations, 'row has', 'rows have')} ${later} before ${earlier}${why}.`;
  const check = checkId('contradiction', earlier, later);
  return { earlier, later, rows, violations, sentence, sample, check };
}

function eachViolation(first: Dated, second: Dated, tell: (row: number) => void): void {
  for (let row = 0; row < first.column.codes.length; row++)
    if (first.days[first.column.codes[row]!]! > second.days[second.column.codes[row]!]!) tell(row);
}

/** 1 for each row where the date that should come first comes after the other. */
export function contradictionRows(
  earlier: Column,
  later: Column,
  guesses: ReadonlyMap<string, ColumnGuess>,
): Uint8Array {
  const rows = new Uint8Array(earlier.codes.length);
  const dated = (column: Column): Dated => ({
    column,
    days: daysOf(column, guesses.get(column.name)),
    stage: null,
  });
  eachViolation(dated(earlier), dated(later), (row) => {
    rows[row] = 1;
  });
  return rows;
}
