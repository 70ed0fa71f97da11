import type { AppError, Result } from '@shared/base/result';
import type { TableWindow } from '@shared/table/types';

/** Asks for a window of rows of the view shown. */
export type FetchWindow = (start: number, count: number) => Promise<Result<TableWindow>>;

export interface GridRow {
  /** Row in the table, 0-based; differs from the place in the view under sorting and filters. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What the grid knows; a new object whenever it changes. */
export interface GridSnapshot {
  /** Rows in the view; null until the first window came. */
  readonly total: number | null;
  readonly error: AppError | null;
  /** Counts up with every window that came. */
  readonly arrived: number;
}

/** Cells asked for at once, and blocks kept. */
const CELLS_PER_BLOCK = 4000;
const KEEP_BLOCKS = 48;

/**
 * Rows of one view in blocks, asked for as they come into sight and forgotten when many others were seen since. Belongs
 * to one view of one table; another view gets another instance, so that late answers cannot mix.
 */
export class GridBlocks {
  readonly blockRows: number;
  private readonly blocks = new Map<number, readonly GridRow[]>();
  private readonly asked = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private snapshot: GridSnapshot = { total: null, error: null, arrived: 0 };

  constructor(
    private readonly fetch: FetchWindow,
    columns: number,
  ) {
    this.blockRows = Math.max(16, Math.min(200, Math.floor(CELLS_PER_BLOCK / Math.max(1, columns))));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): GridSnapshot => this.snapshot;

  /** The row at a place of the view, if it is here. */
  rowAt(place: number): GridRow | undefined {
    const block = Math.floor(place / this.blockRows);
    return this.blocks.get(block)?.[place - block * this.blockRows];
  }

  /** Asks for what is missing of `[from, to]`. Asked again after an error. */
  need(from: number, to: number): void {
    const last = Math.floor(Math.max(from, to) / this.blockRows);
    for (let block = Math.floor(Math.max(0, from) / this.blockRows); block <= last; block++) {
      const known = this.blocks.get(block);
      if (known) {
        this.blocks.delete(block);
        this.blocks.set(block, known);
      } else if (!this.asked.has(block)) {
        void this.load(block);
      }
    }
  }

  private async load(block: number): Promise<void> {
    this.asked.add(block);
    const start = block * this.blockRows;
    const result = await this.fetch(start, this.blockRows);
    this.asked.delete(block);
    if (result.ok) {
      const { rows, cells, total } = result.value;
      this.blocks.set(
        block,
        rows.map((row, at) => ({ row, cells: cells[at] ?? [] })),
      );
      this.forget();
      this.tell({ total, error: null, arrived: this.snapshot.arrived + 1 });
    } else {
      this.tell({ ...this.snapshot, error: result.error });
    }
  }

  private forget(): void {
    for (const block of this.blocks.keys()) {
      if (this.blocks.size <= KEEP_BLOCKS) return;
      this.blocks.delete(block);
    }
  }

  private tell(snapshot: GridSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}
