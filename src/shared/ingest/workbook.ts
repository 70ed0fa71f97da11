import type { TaskContext } from '../base/progress';
import { keptHeldBack, type RowHeldBack } from './held-back';
import type { SheetRow } from './sheet-row';
import type { Inspection } from './types';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** Gets each row that has cells, with its 0-based number in the sheet; says whether to go on. */
export type RowVisitor = (row: number, cells: SheetRow) => boolean;

/** Gets the merged cells of a sheet, before, between or after its rows. */
export type MergedVisitor = (cells: MergedCells) => void;

/** An opened workbook, whatever its format. Cells are text as a person sees it, without grouping of thousands; dates are ISO. */
export interface Workbook {
  readonly format: Inspection['format'];
  readonly sheets: readonly SheetInfo[];
  /** The first rows of some sheets, in the order asked for; at most `limit` rows that have cells. */
  samples(sheets: readonly number[], limit: number, task: TaskContext): Promise<readonly SheetSample[]>;
  /** All rows of one sheet, top to bottom, and its merged cells. The same object stands for every row. */
  rows(sheet: number, visit: RowVisitor, task: TaskContext, merged?: MergedVisitor): Promise<void>;
}

export interface SheetSample {
  /** Rows from the top of the sheet; rows without cells are empty lists. */
  readonly rows: readonly (readonly string[])[];
  /** By row: the cells that hold more than they show. */
  readonly held: ReadonlyMap<number, RowHeldBack>;
  /** Merged cells met so far; null where they stand behind rows that were not read. */
  readonly merged: readonly MergedCells[] | null;
  /** Whether these are all rows. */
  readonly whole: boolean;
}

/** A rectangle of merged cells, 0-based, all ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Rows a sheet can have in any of the formats. */
const MAX_SHEET_ROWS = 1 << 20;

/** Collects the first rows of a sheet, blank ones between them included. */
export class SampleCollector {
  readonly #limit: number;
  readonly #rows: (readonly string[])[] = [];
  readonly #held = new Map<number, RowHeldBack>();
  readonly #merged: MergedCells[] = [];
  #filled = 0;
  #whole = true;

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(row: number, cells: readonly string[], held?: RowHeldBack): boolean {
    if (this.#filled >= this.#limit || row >= MAX_SHEET_ROWS) {
      this.#whole = false;
      return false;
    }
    while (this.#rows.length < row) this.#rows.push([]);
    this.#rows.push(cells.slice());
    const kept = keptHeldBack(held);
    if (kept) this.#held.set(row, kept);
    this.#filled++;
    return true;
  }

  readonly merge = (cells: MergedCells): void => {
    this.#merged.push(cells);
  };

  finish(): SheetSample {
    return { rows: this.#rows, held: this.#held, merged: this.#merged, whole: this.#whole };
  }
}
