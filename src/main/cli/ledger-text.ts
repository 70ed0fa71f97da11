import { LEDGER_NUMBERS, ledgerNumber, sumWords } from '@shared/package/ledger-sums';
import type { LedgerTotals } from '@shared/package/types';
import type { Ledger } from '@shared/pipeline/types';
import { grouped, textTable } from './text-table';

/** The reconciliation table: one line per source table, the sum, and whether it closes. */
export function ledgerText(ledger: Ledger, nameOf: (tableId: string) => string): string {
  const numbers = LEDGER_NUMBERS.filter((number) => number !== 'made' || ledger.total.made);
  const cells = (line: LedgerTotals): string[] =>
    numbers.map((number) => grouped(ledgerNumber(line, number)));
  const table = textTable(
    [
      { title: 'table', align: 'left' },
      { title: 'object', align: 'left' },
      ...numbers.map((title) => ({ title, align: 'right' as const })),
    ],
    [
      ...ledger.lines.map((line) => [nameOf(line.tableId), line.object ?? '-', ...cells(line)]),
      ['total', '', ...cells(ledger.total)],
    ],
  );
  const sum = sumWords(ledger.total);
  return `${table}${ledger.closes ? sum : sum.replace('=', '≠')}\n`;
}
