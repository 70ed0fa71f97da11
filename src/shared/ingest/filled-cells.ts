/** Does a cell hold anything but blanks? */
export function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== '';
}

/** How many cells of a row hold something. */
export function filledCells(row: readonly string[]): number {
  return row.reduce((count, cell) => count + (isFilled(cell) ? 1 : 0), 0);
}
