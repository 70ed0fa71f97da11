import { compareText } from '../../table/rank';
import { type Column, EMPTY, type Table } from '../../table/types';
import { countText, plural } from '../text';
import type { ColumnProfile, Semantic } from '../types';
import { checkId } from './check-id';
import type { KeyFinding } from './types';

/** A column counts as nearly a key when at most this share of its rows repeats a value or is empty. */
const NEARLY = 0.05;
/** Rows tried first: pairs that repeat among them are no keys, and nearly all pairs end here. */
const FIRST_ROWS = 5_000;
/** Pairs counted over the whole table. */
const MOST_PAIRS = 12;
const MOST_FINDINGS = 8;

const NO_KEY: ReadonlySet<Semantic> = new Set(['date', 'boolean']);

/**
 * Columns that tell rows apart: alone, nearly, or two together when none does alone. Yields between pairs; O(rows log
 * rows) for each pair that survives its first rows.
 */
export function* keysOf(
  table: Table,
  profiles: readonly ColumnProfile[],
): Generator<void, readonly KeyFinding[]> {
  const singles: KeyFinding[] = [];
  for (const [index, column] of table.columns.entries()) {
    const profile = profiles[index];
    if (!profile || table.rowCount < 2 || profile.maxLength > 120 || NO_KEY.has(profile.semantic)) continue;
    if (table.rowCount - profile.distinct > table.rowCount * NEARLY) continue;
    singles.push(keyFinding([column], table.rowCount));
    yield;
  }
  const found = singles.some((key) => key.repeated + key.empty === 0)
    ? singles
    : [...singles, ...(yield* pairsOf(table, profiles))];
  return found
    .sort(
      (a, b) =>
        a.repeated + a.empty - b.repeated - b.empty ||
        a.columns.length - b.columns.length ||
        compareText(a.columns.join(), b.columns.join()),
    )
    .slice(0, MOST_FINDINGS);
}

function* pairsOf(table: Table, profiles: readonly ColumnProfile[]): Generator<void, KeyFinding[]> {
  const parts = table.columns.filter((_, index) => {
    const profile = profiles[index];
    return (
      profile !== undefined &&
      profile.filled === profile.rows &&
      profile.distinct > 1 &&
      profile.maxLength <= 120
    );
  });
  const found: KeyFinding[] = [];
  let counted = 0;
  for (const [index, left] of parts.entries())
    for (const right of parts.slice(index + 1)) {
      if (counted >= MOST_PAIRS) return found;
      if (left.values.length * right.values.length < table.rowCount) continue;
      if (repeatsOf([left, right], Math.min(table.rowCount, FIRST_ROWS)) > 0) continue;
      counted++;
      const key = keyFinding([left, right], table.rowCount);
      if (key.repeated === 0) found.push(key);
      yield;
    }
  return found;
}

function keyFinding(columns: readonly Column[], rows: number): KeyFinding {
  const names = columns.map((column) => column.name);
  let empty = 0;
  for (let row = 0; row < rows; row++) if (columns.some((column) => column.codes[row] === EMPTY)) empty++;
  const repeated = repeatsOf(columns, rows);
  const told = names.join(' with ');
  const sentence =
    repeated + empty === 0
      ? `${told} tells all ${countText(rows)} rows apart.`
      : `${told} nearly tells the rows apart: ${[
          ...(repeated > 0
            ? [`${plural(repeated, 'row shares its value', 'rows share their value')} with another`]
            : []),
          ...(empty > 0 ? [`${plural(empty, 'row is', 'rows are')} empty`] : []),
        ].join(', ')}.`;
  return { columns: names, repeated, empty, sentence, check: checkId('repeats', ...names) };
}

/** A number for the values of a row that no other values have, or NaN where one is empty. */
function packed(columns: readonly Column[], row: number): number {
  let key = 0;
  for (const column of columns) {
    const code = column.codes[row]!;
    if (code === EMPTY) return Number.NaN;
    key = key * column.values.length + code;
  }
  return key;
}

/** How many of the first rows share their values with another of them. */
function repeatsOf(columns: readonly Column[], rows: number): number {
  const keys = new Float64Array(rows);
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    const key = packed(columns, row);
    if (!Number.isNaN(key)) keys[filled++] = key;
  }
  const sorted = keys.subarray(0, filled).sort();
  let repeated = 0;
  for (let start = 0; start < filled; ) {
    let end = start + 1;
    while (end < filled && sorted[end] === sorted[start]) end++;
    if (end - start > 1) repeated += end - start;
    start = end;
  }
  return repeated;
}

/** 1 for each row that shares its values in these columns with another row, or has none. */
export function repeatRows(columns: readonly Column[], rows: number): Uint8Array {
  const count = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const key = packed(columns, row);
    if (!Number.isNaN(key)) count.set(key, (count.get(key) ?? 0) + 1);
  }
  return Uint8Array.from({ length: rows }, (_, row) => {
    const key = packed(columns, row);
    return Number.isNaN(key) || (count.get(key) ?? 0) > 1 ? 1 : 0;
  });
}
