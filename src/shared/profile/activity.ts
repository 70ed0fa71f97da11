import { dayNumber } from './calendar';
import type { ColumnFacts } from './column-facts';
import type { Semantic } from './types';

/** The latest date of each row that is not in the future, over all date columns but birth dates. */
export interface Activity {
  /** Days since 1970-01-01 per row; `NEVER` where the row has no date. */
  readonly latest: Int32Array;
  /** Names of the columns used; empty = the table has no dates. */
  readonly columns: readonly string[];
}

/** No date in the row. */
export const NEVER = -2_147_483_648;

/** Linear in rows times date columns. */
export function activityOf(
  facts: readonly ColumnFacts[],
  semantics: readonly Semantic[],
  rows: number,
  referenceDate: string,
): Activity {
  const today = dayNumber(referenceDate);
  const latest = new Int32Array(rows).fill(NEVER);
  const columns: string[] = [];
  for (const [index, column] of facts.entries()) {
    const isDate = column.type === 'date' || column.type === 'datetime';
    if (!isDate || semantics[index] === 'birthDate') continue;
    columns.push(column.column.name);
    const { codes } = column.column;
    for (let row = 0; row < rows; row++) {
      const day = column.numeric[codes[row]!]!;
      if (day <= today && day > latest[row]!) latest[row] = day;
    }
  }
  return { latest, columns };
}

/** 1 for each row whose latest date is at most `days` before the reference date. */
export function recentMask(activity: Activity, referenceDate: string, days: number): Uint8Array {
  const from = dayNumber(referenceDate) - days;
  const { latest } = activity;
  const recent = new Uint8Array(latest.length);
  for (let row = 0; row < recent.length; row++) if (latest[row]! >= from) recent[row] = 1;
  return recent;
}

/** Rows marked in a mask. */
export function countMarked(mask: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row]!;
  return count;
}
