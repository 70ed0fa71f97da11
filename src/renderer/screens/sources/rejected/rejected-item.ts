import type { ReadOptions, RejectedRow, RejectKind } from '@shared/ingest/types';
import type { ReadTableState, RowRepair } from '@shared/journal/types';

/** A line that is no row of the table by itself, and what a person made of it. */
export interface RejectedItem {
  readonly id: string;
  readonly row: RejectedRow;
  /** Name of the part it stands in; empty in a table of one piece. */
  readonly part: string;
  /** The cells a person gave it; null = still rejected. */
  readonly cells: readonly string[] | null;
}

/** Lines in the order of the files, repaired ones among them. */
export function rejectedItems(
  table: ReadTableState,
  repairs: readonly RowRepair[],
  answer: {
    readonly rejected: readonly RejectedRow[];
    readonly repaired: readonly RejectedRow[];
    readonly parts: readonly string[];
  },
): readonly RejectedItem[] {
  const cellsOf = new Map(
    repairs.filter(({ tableId }) => tableId === table.id).map(({ raw, cells }) => [raw, cells]),
  );
  const item = (row: RejectedRow, cells: readonly string[] | null): RejectedItem => ({
    id: `${row.part ?? 0}:${row.line}`,
    row,
    part: answer.parts[row.part ?? 0] ?? '',
    cells,
  });
  return [
    ...answer.rejected.map((row) => item(row, null)),
    ...answer.repaired.map((row) => item(row, cellsOf.get(row.raw) ?? [])),
  ].sort((a, b) => (a.row.part ?? 0) - (b.row.part ?? 0) || a.row.line - b.row.line);
}

/** How the part a line comes from is read. */
export function optionsOf(table: ReadTableState, part: number | undefined): ReadOptions {
  return part === undefined || part === 0 ? table.options : (table.parts[part - 1]?.options ?? table.options);
}

export const KINDS: Readonly<Record<RejectKind, string>> = {
  malformed: 'does not fit',
  header: 'header again',
  total: 'total',
  note: 'note',
};
