import { ColumnBuilder } from '../table/column';
import type { Column } from '../table/types';
import { HeldBackRow, type RowHeldBack } from './held-back';

/** A row of a sheet. One object serves for all rows of a sheet; keep nothing of it beyond the call that hands it over. */
export interface SheetRow {
  /** Cells from column A to the last one written. */
  readonly width: number;
  /** The cells that hold more than they show. */
  readonly held: RowHeldBack;
  /** Is there any text in the cell? */
  filled(cell: number): boolean;
  /** The text of a cell as a person sees it; empty beyond the last one. Costly in formats that keep bytes. */
  text(cell: number): string;
  /** The first byte of the text in UTF-8, blanks aside; 0 for an empty cell. Any byte above ASCII stands for all of them. */
  firstByte(cell: number): number;
  /** A column that takes cells of this row, whatever row it is then. */
  newColumn(): SheetColumn;
}

/** A column of a sheet while it is read. Rows come top to bottom; those left out are empty. */
export interface SheetColumn {
  /** Has any cell been filled? */
  readonly filled: boolean;
  /** Takes a cell of the row this column belongs to, for row `row` of the column. */
  put(row: number, cell: number): void;
  putText(row: number, text: string): void;
  finish(name: string, rows: number): Column;
}

/** The texts of a row from column A on. */
export function textsOf(row: SheetRow, from = 0, to = row.width): string[] {
  const texts: string[] = [];
  for (let cell = from; cell < to; cell++) texts.push(row.text(cell));
  return texts;
}

/** Gets each row that has cells, as a list of texts and those of them that hold more than they show. */
export type ListVisitor = (row: number, cells: readonly string[], held?: RowHeldBack) => boolean;

/** Lets a reader that makes lists of texts answer somebody who wants rows. */
export function listVisitor(visit: (row: number, cells: SheetRow) => boolean): ListVisitor {
  const list = new ListRow();
  return (row, cells, held) => {
    list.cells = cells;
    list.held = held ?? NOTHING_HELD;
    return visit(row, list);
  };
}

const NOTHING_HELD = new HeldBackRow();

class ListRow implements SheetRow {
  cells: readonly string[] = [];
  held: RowHeldBack = NOTHING_HELD;

  get width(): number {
    return this.cells.length;
  }

  filled(cell: number): boolean {
    return this.text(cell) !== '';
  }

  text(cell: number): string {
    return this.cells[cell] ?? '';
  }

  firstByte(cell: number): number {
    return Math.min(0x80, this.text(cell).trimStart().charCodeAt(0) || 0);
  }

  newColumn(): SheetColumn {
    return new ListColumn(this);
  }
}

class ListColumn implements SheetColumn {
  filled = false;
  readonly #row: SheetRow;
  readonly #builder = new ColumnBuilder('');

  constructor(row: SheetRow) {
    this.#row = row;
  }

  put(row: number, cell: number): void {
    this.putText(row, this.#row.text(cell));
  }

  putText(row: number, text: string): void {
    this.#builder.padTo(row);
    this.#builder.push(text);
    if (text !== '') this.filled = true;
  }

  finish(name: string, rows: number): Column {
    this.#builder.padTo(rows);
    return { ...this.#builder.finish(), name };
  }
}
