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

/** Rows of `only` (all when null) whose latest date is at most `days` before the reference date, and how many were asked. */
export function recentRows(
  activity: Activity,
  referenceDate: string,
  days: number,
  only: ((row: number) => boolean) | null,
): { readonly recent: number; readonly asked: number } {
  const from = dayNumber(referenceDate) - days;
  let recent = 0;
  let asked = 0;
  for (let row = 0; row < activity.latest.length; row++) {
    if (only && !only(row)) continue;
    asked++;
    if (activity.latest[row]! >= from) recent++;
  }
  return { recent, asked };
}
