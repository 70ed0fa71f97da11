import { difference, totals } from '../package/ledger-sums';
import type { LedgerLine, TableDispositions } from '../package/types';
import { sourceWithPart } from './read-parts';
import {
  DISPOSITIONS,
  type Disposition,
  type Ledger,
  type LedgerPage,
  type LedgerQuery,
  type LedgerRow,
} from './types';

/** Counts every row of every table and checks that the sum closes. */
export function ledgerOf(tables: readonly TableDispositions[]): Ledger {
  const lines = tables.map(ledgerLine);
  const total = totals(lines);
  return { total, lines, closes: [total, ...lines].every((sum) => difference(sum) === 0) };
}

function ledgerLine(table: TableDispositions): LedgerLine {
  const counts = new Uint32Array(DISPOSITIONS.length);
  for (const code of table.disposition) counts[code] = counts[code]! + 1;
  return {
    sourceId: table.sourceId,
    tableId: table.tableId,
    object: table.object,
    ...(table.made ? { read: 0, made: table.rows } : { read: table.rows }),
    exported: counts[0]!,
    merged: counts[1]!,
    excluded: counts[2]!,
    rejected: counts[3]!,
    held: counts[4]!,
  };
}

/** One page of rows behind a part of the ledger, with the reasons of the whole selection. O(rows). */
export function ledgerPage(tables: readonly TableDispositions[], query: LedgerQuery): LedgerPage {
  const wanted = query.disposition === null ? -1 : DISPOSITIONS.indexOf(query.disposition);
  const needle = query.text.trim().toLowerCase();
  const rows: LedgerRow[] = [];
  const reasons = new Map<string, { reason: string; disposition: Disposition; count: number }>();
  let total = 0;
  for (const table of tables) {
    if (query.tableId !== null && table.tableId !== query.tableId) continue;
    for (let row = 0; row < table.rows; row++) {
      const code = table.disposition[row]!;
      if (wanted >= 0 && code !== wanted) continue;
      if (needle !== '' && !matches(table, row, needle)) continue;
      const disposition = DISPOSITIONS[code]!;
      const reason = table.reasons[table.reason[row]!]!;
      // Merges name their survivor; as reasons to choose from they count as one.
      const heading = disposition === 'merged' ? 'Merged into another record.' : reason;
      const seen = reasons.get(`${code}${heading}`);
      if (seen) seen.count++;
      else reasons.set(`${code}${heading}`, { reason: heading, disposition, count: 1 });
      if (query.reason !== null && query.reason !== heading) continue;
      if (total >= query.start && rows.length < query.count) {
        rows.push({
          tableId: table.tableId,
          sourceName: sourceWithPart(table.sourceName, partNameOf(table, row)),
          line: table.lines[row]!,
          key: table.keys[row]!,
          title: table.titles[row]!,
          disposition,
          reason,
        });
      }
      total++;
    }
  }
  return {
    total,
    rows,
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}

function partNameOf({ parts }: TableDispositions, row: number): string | null {
  return parts?.names[parts.of[row]!] ?? null;
}

function matches(table: TableDispositions, row: number, needle: string): boolean {
  return table.titles[row]!.toLowerCase().includes(needle) || table.keys[row]!.toLowerCase().includes(needle);
}
