import type { Heading, ReadOptions } from './types';
import type { MergedCells } from './workbook';

/** Rows a header may span where merged cells say so. */
const MOST_ROWS = 8;

/** The merged cells of a sheet as a table sees them whose columns begin at `offset`. */
export function mergedFrom(merged: readonly MergedCells[], offset: number): MergedCells[] {
  return merged
    .filter(({ firstColumn }) => firstColumn >= offset)
    .map((cells) => ({
      ...cells,
      firstColumn: cells.firstColumn - offset,
      lastColumn: cells.lastColumn - offset,
    }));
}

/** Cells merged over several columns within these rows, as headings. */
export function headingsOf(merged: readonly MergedCells[], firstRow: number, endRow: number): Heading[] {
  return merged
    .filter((cells) => cells.lastColumn > cells.firstColumn)
    .filter((cells) => cells.firstRow >= firstRow && cells.firstRow < endRow)
    .map(({ firstRow: row, firstColumn, lastColumn }) => ({ row, firstColumn, endColumn: lastColumn + 1 }));
}

/** The last row of the header as far as cells merged downwards from its first row tell. */
export function mergedDepth(merged: readonly MergedCells[], headerRow: number): number {
  let last = headerRow;
  for (const cells of merged) {
    const isDeep = cells.firstRow === headerRow && cells.lastRow < headerRow + MOST_ROWS;
    if (isDeep) last = Math.max(last, cells.lastRow);
  }
  return last;
}

/** The first row of the header as far as cells merged down to a row of it tell. */
export function mergedTop(merged: readonly MergedCells[], headerRow: number): number {
  let first = headerRow;
  for (const cells of merged) {
    const reaches = cells.firstRow < headerRow && cells.lastRow >= headerRow;
    if (reaches && cells.firstRow > headerRow - MOST_ROWS) first = Math.min(first, cells.firstRow);
  }
  return first;
}

/** Counts the merged cells among the data of a table. */
export class MergedCount {
  readonly #options: ReadOptions;
  #areas = 0;
  #cells = 0;
  #first = '';

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  readonly take = (cells: MergedCells): void => {
    const { range, firstRow } = this.#options;
    const { firstRow: top, lastRow: bottom, firstColumn: left, lastColumn: right } = cells;
    const isInside =
      top >= Math.max(firstRow, range?.firstRow ?? 0) &&
      top < (range?.endRow ?? Number.POSITIVE_INFINITY) &&
      right >= (range?.firstColumn ?? 0) &&
      left < (range?.endColumn ?? Number.POSITIVE_INFINITY);
    if (!isInside) return;
    if (this.#areas++ === 0) this.#first = `row ${top + 1}`;
    this.#cells += (bottom - top + 1) * (right - left + 1);
  };

  /** One sentence, or none. */
  warnings(): string[] {
    if (this.#areas === 0) return [];
    const areas = this.#areas === 1 ? 'One merged cell lies' : `${this.#areas} merged cells lie`;
    const text = `${areas} in the data (first: ${this.#first}). The value stands in the first of the ${this.#cells} cells covered, the others are empty; a step "fill down" repeats it where it belongs to every row.`;
    return [this.#areas === 1 ? text : text.replace('the first of the', 'the first cell of each, of')];
  }
}
