import { grown } from '../../base/grown';
import { ByteText } from '../byte-text';
import type { RawRow, SheetBlock } from '../xlsx-raw-row';

/** Cells and bytes from which a block is full. */
const MOST_CELLS = 1 << 15;
const MOST_BYTES = 1 << 20;

/** Gathers rows into blocks. */
export class SheetBlockWriter {
  #rows: number[] = [];
  #cellEnds: number[] = [];
  #cells = 0;
  #columns = new Int32Array(MOST_CELLS);
  #types = new Int32Array(MOST_CELLS);
  #styles = new Int32Array(MOST_CELLS);
  #ends = new Int32Array(MOST_CELLS);
  readonly #text = new ByteText(MOST_BYTES);

  get isFull(): boolean {
    return this.#cells >= MOST_CELLS / 2 || this.#text.size >= MOST_BYTES;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  add(row: RawRow): void {
    const { count } = row;
    while (this.#cells + count > this.#ends.length) this.#grow();
    const base = this.#text.size;
    for (let cell = 0; cell < count; cell++) {
      const place = this.#cells++;
      this.#columns[place] = row.column(cell);
      this.#types[place] = row.type(cell);
      this.#styles[place] = row.style(cell);
      this.#ends[place] = base + row.to(cell);
    }
    this.#text.add(row.bytes, 0, count === 0 ? 0 : row.to(count - 1));
    this.#rows.push(row.index);
    this.#cellEnds.push(this.#cells);
  }

  /** The rows gathered, in memory of their own; starts anew. */
  take(): SheetBlock {
    const cells = this.#cells;
    const block = {
      rows: Uint32Array.from(this.#rows),
      cellEnds: Int32Array.from(this.#cellEnds),
      columns: this.#columns.slice(0, cells),
      types: this.#types.slice(0, cells),
      styles: this.#styles.slice(0, cells),
      ends: this.#ends.slice(0, cells),
      text: this.#text.bytes.slice(0, this.#text.size),
    };
    this.#rows = [];
    this.#cellEnds = [];
    this.#cells = 0;
    this.#text.size = 0;
    return block;
  }

  #grow(): void {
    this.#columns = grown(this.#columns);
    this.#types = grown(this.#types);
    this.#styles = grown(this.#styles);
    this.#ends = grown(this.#ends);
  }
}
