import { grown } from '../base/grown';
import type { CellSink } from './cell-sink';
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
  readonly #sink: CellSink;
  readonly #width: number;
  readonly #capacity: number;
  /** As in `CellBlock`. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  #rows = 0;
  #bytes = new Uint8Array(0);
  /** The part of the bytes that the rows stand in; places are counted from its start. */
  #start = 0;
  #end = 0;
  #rewritten = new Uint8Array(1024);
  #rewrittenSize = 0;

  /** `width` = columns of the table. */
  constructor(sink: CellSink, width: number) {
    this.#sink = sink;
    this.#width = width;
    this.#capacity = Math.max(1, Math.min(MOST_ROWS, Math.floor(BATCH_CELLS / Math.max(1, width))));
    this.#from = new Int32Array(this.#capacity * width);
    this.#to = new Int32Array(this.#capacity * width);
  }

  /** Adds the first cells of a row, one for each column; cells the row does not have are empty. */
  add(row: ScannedRow): void {
    if (this.#rows === this.#capacity) this.flush();
    if (this.#end === 0) {
      this.#bytes = row.bytes;
      this.#start = row.start;
    }
    this.#end = row.end;
    const width = this.#width;
    const base = this.#start;
    const cells = Math.min(row.count, width);
    let place = this.#rows++;
    for (let i = 0; i < cells; i++, place += this.#capacity) {
      const from = row.from(i);
      if (from >= 0) {
        this.#from[place] = from - base;
        this.#to[place] = row.to(i) - base;
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
    for (let i = 0; i < this.#width; i++, place += this.#capacity) {
      this.#addRewritten(place, encoder.encode(cells[i] ?? ''));
    }
  }

  /** Hands all rows to the columns. */
  flush(): void {
    if (this.#rows === 0) return;
    this.#sink.take({
      rows: this.#rows,
      stride: this.#capacity,
      from: this.#from,
      to: this.#to,
      bytes: this.#bytes.subarray(this.#start, this.#end),
      rewritten: this.#rewritten.subarray(0, this.#rewrittenSize),
    });
    this.#rows = 0;
    this.#start = 0;
    this.#end = 0;
    this.#rewrittenSize = 0;
  }

  #addRewritten(place: number, value: Uint8Array): void {
    const start = this.#rewrittenSize;
    const end = start + value.length;
    if (end > this.#rewritten.length) this.#rewritten = grown(this.#rewritten, end);
    this.#rewritten.set(value, start);
    this.#rewrittenSize = end;
    this.#from[place] = -1 - start;
    this.#to[place] = end;
  }
}
