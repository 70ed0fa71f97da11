import type { CellRange } from './types';

/** Is the row inside the range? Everything is inside an absent one. */
export function rowInRange(row: number, range: CellRange | undefined): boolean {
  return !range || (row >= range.firstRow && (range.endRow === null || row < range.endRow));
}

/** The cells of a row that are inside the range; the row itself without a range. */
export function cellsInRange(cells: readonly string[], range: CellRange | undefined): readonly string[] {
  if (!range || (range.firstColumn === 0 && range.endColumn === null)) return cells;
  return cells.slice(range.firstColumn, range.endColumn ?? cells.length);
}

/** The rows as a table in the range sees them: those outside are blank, so that row numbers stay. */
export function rowsInRange(
  rows: readonly (readonly string[])[],
  range: CellRange | undefined,
): readonly (readonly string[])[] {
  if (!range) return rows;
  return rows.map((cells, row) => (rowInRange(row, range) ? cellsInRange(cells, range) : []));
}
