import type { IngestedTable, Inspection, TableProposal } from '@shared/ingest/types';

/** A table of a file, read whole. */
export interface OpenedTable {
  readonly path: string;
  /** File name without folder. */
  readonly fileName: string;
  readonly format: Inspection['format'];
  readonly proposal: TableProposal;
  readonly ingested: IngestedTable;
}

/**
 * 1-based data row of every table row, and of every rejected row: position among all data rows in file order, whether
 * they could be read or not.
 */
export function dataRows(ingested: IngestedTable): {
  readonly rows: Uint32Array;
  readonly rejected: Uint32Array;
} {
  const rows = new Uint32Array(ingested.lines.length);
  const order = ingested.rejected
    .map((row, index) => ({ line: row.line, index }))
    .sort((a, b) => a.line - b.line || a.index - b.index);
  const rejected = new Uint32Array(order.length);
  let next = 0;
  let number = 0;
  for (let row = 0; row < rows.length; row++) {
    while (next < order.length && order[next]!.line < ingested.lines[row]!) {
      rejected[order[next]!.index] = ++number;
      next++;
    }
    rows[row] = ++number;
  }
  for (; next < order.length; next++) rejected[order[next]!.index] = ++number;
  return { rows, rejected };
}
