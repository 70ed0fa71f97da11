import { ByteColumnBuilder } from '../table/byte-column';
import type { Column } from '../table/types';

/**
 * Cells of some rows as places in bytes, column after column: cell `row` of column `c` stands at `c * stride + row` of
 * `from` and `to`. A negative `from` is a place in `rewritten`: there the cell starts at `-1 - from`.
 */
export interface CellBlock {
  readonly rows: number;
  readonly stride: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly bytes: Uint8Array;
  readonly rewritten: Uint8Array;
}

/** Pushes the cells of a block to the builders of its columns. */
export function pushBlock(builders: readonly ByteColumnBuilder[], block: CellBlock): void {
  const { rows, stride, from, to, bytes, rewritten } = block;
  for (const [column, builder] of builders.entries()) {
    const start = column * stride;
    const end = start + rows;
    builder.pushAll(bytes, rewritten, from.subarray(start, end), to.subarray(start, end));
  }
}

/** What the cells of a table go to while it is read, and what makes columns of them. */
export interface CellSink {
  /** Takes the cells of some rows; the block is valid during the call only. */
  take(block: CellBlock): void;
  /** Waits until there is room for more. */
  ready(): Promise<void>;
  /** A column when all rows are taken; each is asked for once, first to last. */
  finish(column: number, name: string): Promise<Column>;
  /** Lets go of everything, whether finished or not. */
  close(): void;
}

/** Makes the columns in this thread. */
export class LocalSink implements CellSink {
  #builders: ByteColumnBuilder[];

  constructor(columns: number) {
    this.#builders = Array.from({ length: columns }, () => new ByteColumnBuilder());
  }

  take(block: CellBlock): void {
    pushBlock(this.#builders, block);
  }

  async ready(): Promise<void> {}

  async finish(column: number, name: string): Promise<Column> {
    const finished = this.#builders[column]!.finish(name);
    // What it holds is not needed any more.
    this.#builders[column] = new ByteColumnBuilder();
    return finished;
  }

  close(): void {
    this.#builders = [];
  }
}
