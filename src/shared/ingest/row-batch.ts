import type { ByteColumnBuilder } from '../table/byte-column';
import type { ScannedRow } from './scanned-row';

const encoder = new TextEncoder();

/** Cells kept before they are handed to the columns; more would no longer fit the processor's cache. */
const BATCH_CELLS = 1 << 17;
const MOST_ROWS = 1024;

/**
 * Collects rows as places in the file's bytes and hands them to the columns one column after the other: each column's
 * dictionary is then in the processor's cache, which makes reading about a quarter faster than row by row.
 * `flush` must be called before the scanner gets more text, because the places point into its memory.
 */
export class RowBatch {
  readonly #builders: readonly ByteColumnBuilder[];
  readonly #capacity: number;
  /** Places of the cells, column by column. A negative start is a place in `#rewritten`: start -1 - from. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  #rows = 0;
  #bytes = new Uint8Array(0);
  #rewritten = new Uint8Array(1024);
  #rewrittenSize = 0;

  constructor(builders: readonly ByteColumnBuilder[]) {
    this.#builders = builders;
    this.#capacity = Math.max(1, Math.min(MOST_ROWS, Math.floor(BATCH_CELLS / Math.max(1, builders.length))));
    this.#from = new Int32Array(this.#capacity * builders.length);
    this.#to = new Int32Array(this.#capacity * builders.length);
  }

  /** Adds the first cells of a row, one for each column; cells the row does not have are empty. */
  add(row: ScannedRow): void {
    if (this.#rows === this.#capacity) this.flush();
    this.#bytes = row.bytes;
    const width = this.#builders.length;
    const cells = Math.min(row.count, width);
    let place = this.#rows++;
    for (let i = 0; i < cells; i++, place += this.#capacity) {
      const from = row.from(i);
      if (from >= 0) {
        this.#from[place] = from;
        this.#to[place] = row.to(i);
      } else this.#addRewritten(place, row.bytesOf(i));
    }
    for (let i = cells; i < width; i++, place += this.#capacity) {
      this.#from[place] = 0;
      this.#to[place] = 0;
    }
  }

  /** The same for a row whose cells are known as text. */
  addTexts(cells: readonly string[]): void {
    if (this.#rows === this.#capacity) this.flush();
    let place = this.#rows++;
    for (let i = 0; i < this.#builders.length; i++, place += this.#capacity) {
      this.#addRewritten(place, encoder.encode(cells[i] ?? ''));
    }
  }

  /** Hands all rows to the columns. */
  flush(): void {
    for (const [i, builder] of this.#builders.entries()) {
      const start = i * this.#capacity;
      const from = this.#from.subarray(start, start + this.#rows);
      const to = this.#to.subarray(start, start + this.#rows);
      builder.pushAll(this.#bytes, this.#rewritten, from, to);
    }
    this.#rows = 0;
    this.#rewrittenSize = 0;
  }

  #addRewritten(place: number, value: Uint8Array): void {
    const start = this.#rewrittenSize;
    const end = start + value.length;
    if (end > this.#rewritten.length) {
      const bigger = new Uint8Array(Math.max(end, this.#rewritten.length * 2));
      bigger.set(this.#rewritten.subarray(0, start));
      this.#rewritten = bigger;
    }
    this.#rewritten.set(value, start);
    this.#rewrittenSize = end;
    this.#from[place] = -1 - start;
    this.#to[place] = end;
  }
}
