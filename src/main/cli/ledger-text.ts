import type { Ledger, LedgerTotals } from '@shared/pipeline/types';
import { grouped, textTable } from './text-table';

const PARTS = [
  'read',
  'exported',
  'merged',
  'excluded',
  'rejected',
  'held',
] as const satisfies readonly (keyof LedgerTotals)[];

/** The reconciliation table: one line per source table, the sum, and whether it closes. */
export function ledgerText(ledger: Ledger, nameOf: (tableId: string) => string): string {
  const cells = (line: LedgerTotals): string[] => PARTS.map((part) => grouped(line[part]));
  const table = textTable(
    [
      { title: 'table', align: 'left' },
      { title: 'object', align: 'left' },
      ...PARTS.map((title) => ({ title, align: 'right' as const })),
    ],
    [
      ...ledger.lines.map((line) => [nameOf(line.tableId), line.object ?? '-', ...cells(line)]),
      ['total', '', ...cells(ledger.total)],
    ],
  );
  const { read, exported, merged, excluded, rejected, held } = ledger.total;
  const sum = `${grouped(read)} read ${ledger.closes ? '=' : '≠'} ${grouped(exported)} exported + ${grouped(merged)} merged + ${grouped(excluded)} excluded + ${grouped(rejected)} rejected + ${grouped(held)} held`;
  return `${table}${sum}\n`;
}
