import type { ColumnFacts } from './column-facts';

/** The numbers of a column in ascending order with how many rows lie at or below each. */
export interface SortedNumbers {
  readonly values: Float64Array;
  /** Rows with a value at or before this place. */
  readonly upTo: Float64Array;
  /** Rows with a number. */
  readonly rows: number;
}

/**
 * The numbers (or days) of a column, each distinct code once, sorted; equal numbers written differently stand side by
 * side. O(d log d) in distinct values.
 */
export function sortedNumbers(numeric: Float64Array, counts: Uint32Array): SortedNumbers {
  let found = 0;
  for (let code = 1; code < numeric.length; code++) {
    if (counts[code]! > 0 && !Number.isNaN(numeric[code]!)) found++;
  }
  const values = new Float64Array(found);
  const weights = new Map<number, number>();
  let next = 0;
  for (let code = 1; code < numeric.length; code++) {
    const value = numeric[code]!;
    const count = counts[code]!;
    if (count === 0 || Number.isNaN(value)) continue;
    values[next++] = value;
    // Most numbers of a long column stand once; only the others are written down.
    if (count > 1) weights.set(value, (weights.get(value) ?? 0) + count - 1);
  }
  values.sort();
  const upTo = new Float64Array(found);
  let rows = 0;
  for (let i = 0; i < found; i++) {
    const value = values[i]!;
    rows++;
    if (values[i + 1] !== value) rows += weights.get(value) ?? 0;
    upTo[i] = rows;
  }
  return { values, upTo, rows };
}

/** The smallest number that at least this share of the rows does not exceed; NaN without numbers. */
export function quantile(sorted: SortedNumbers, share: number): number {
  const wanted = share * sorted.rows;
  let low = 0;
  let high = sorted.values.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted.upTo[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted.values[low] ?? Number.NaN;
}

/** Rows with a number below `low` or above `high`. */
export function rowsOutside(sorted: SortedNumbers, low: number, high: number): number {
  return rowsUpTo(sorted, low, false) + sorted.rows - rowsUpTo(sorted, high, true);
}

function rowsUpTo(sorted: SortedNumbers, bound: number, included: boolean): number {
  let first = 0;
  let after = sorted.values.length;
  while (first < after) {
    const middle = (first + after) >>> 1;
    const value = sorted.values[middle]!;
    if (value < bound || (included && value === bound)) first = middle + 1;
    else after = middle;
  }
  return first === 0 ? 0 : sorted.upTo[first - 1]!;
}

/** True for a column of dates, with or without a time of day. */
export function isDateColumn(facts: Pick<ColumnFacts, 'type'>): boolean {
  return facts.type === 'date' || facts.type === 'datetime';
}
