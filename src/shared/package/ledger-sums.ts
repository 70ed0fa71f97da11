import type { LedgerTotals } from './types';
import { counted, grouped } from './words';

/** What a line of the ledger adds up, in the order it is written. */
export const LEDGER_NUMBERS = [
  'read',
  'made',
  'exported',
  'merged',
  'excluded',
  'rejected',
  'held',
] as const satisfies readonly (keyof LedgerTotals)[];

export type LedgerNumber = (typeof LEDGER_NUMBERS)[number];

/** One number of a line; rows made are 0 where nothing is said of them. */
export function ledgerNumber(line: LedgerTotals, number: LedgerNumber): number {
  return line[number] ?? 0;
}

/** Rows that must be accounted for: read from files, or made from rows of other tables. */
export function rowsOf(line: LedgerTotals): number {
  return line.read + (line.made ?? 0);
}

/** The ledger added up. */
export function totals(lines: readonly LedgerTotals[]): LedgerTotals {
  const sum = (number: LedgerNumber): number =>
    lines.reduce((all, line) => all + ledgerNumber(line, number), 0);
  const made = sum('made');
  return {
    read: sum('read'),
    ...(made > 0 && { made }),
    exported: sum('exported'),
    merged: sum('merged'),
    excluded: sum('excluded'),
    rejected: sum('rejected'),
    held: sum('held'),
  };
}

/** Rows that no disposition accounts for; 0 when the ledger closes. */
export function difference(line: LedgerTotals): number {
  return rowsOf(line) - line.exported - line.merged - line.excluded - line.rejected - line.held;
}

/** The promise in numbers: `1,204 rows read = 1,000 exported + 204 merged + 0 excluded + 0 rejected + 0 held`. */
export function sumWords(total: LedgerTotals): string {
  const made = total.made ? ` + ${grouped(total.made)} made from them` : '';
  return `${counted(total.read, 'row')} read${made} = ${grouped(total.exported)} exported + ${grouped(total.merged)} merged + ${grouped(total.excluded)} excluded + ${grouped(total.rejected)} rejected + ${grouped(total.held)} held`;
}
