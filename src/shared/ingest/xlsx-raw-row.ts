import { grown } from '../base/grown';
import { ByteText } from './byte-text';

/** The `t` of a cell: number, shared string, text of a formula, text in the cell, yes or no, error, ISO date. */
export const CELL_TYPE = { n: 0, s: 1, str: 2, inlineStr: 3, b: 4, e: 5, d: 6 } as const;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Rows of a sheet as they stand in the file, one after the other; memory that crosses to another thread as it is. */
export interface SheetBlock {
  /** The 0-based number of each row, and where its cells end in the lists of cells. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly cellEnds: Int32Array<ArrayBuffer>;
  readonly columns: Int32Array<ArrayBuffer>;
  readonly types: Int32Array<ArrayBuffer>;
  readonly styles: Int32Array<ArrayBuffer>;
  /** Where the value of each cell ends in the text; it starts where the one before ends. */
  readonly ends: Int32Array<ArrayBuffer>;
  readonly text: Uint8Array<ArrayBuffer>;
}

/** A row as the file holds it: of each cell that has a value its column, type, style and the bytes of the value. */
export class RawRow {
  /** 0-based number of the row in the sheet; -1 before the first. */
  index = -1;
  /** Number of cells. */
  count = 0;
  /** The place of the first cell in the lists, and where its value starts. */
  #first = 0;
  #base = 0;
  #columns = new Int32Array(16);
  #types = new Int32Array(16);
  #styles = new Int32Array(16);
  /** Where the values end in the text; each starts where the one before ends. */
  #ends = new Int32Array(16);
  readonly #text: ByteText = new ByteText();
  /** Where the value of the cell being read starts. */
  #start = 0;

  /** Leaves the row without cells. */
  clear(): void {
    this.count = 0;
    this.#text.size = 0;
  }

  /** Becomes a row of a block, whose memory it uses; it cannot be added to then. */
  show(block: SheetBlock, row: number): void {
    this.index = block.rows[row]!;
    this.#first = row === 0 ? 0 : block.cellEnds[row - 1]!;
    this.#base = this.#first === 0 ? 0 : block.ends[this.#first - 1]!;
    this.count = block.cellEnds[row]! - this.#first;
    this.#columns = block.columns;
    this.#types = block.types;
    this.#styles = block.styles;
    this.#ends = block.ends;
    this.#text.bytes = block.text;
    this.#text.size = block.text.length;
  }

  openCell(): void {
    this.#start = this.#text.size;
  }

  /** Adds to the value of the cell being read. */
  addText(bytes: Uint8Array, from: number, to: number): void {
    this.#text.add(bytes, from, to);
  }

  replaceText(value: ByteText): void {
    this.#text.size = this.#start;
    this.#text.add(value.bytes, 0, value.size);
  }

  /** Keeps the cell being read if it has a value. */
  closeCell(column: number, type: number, style: number): void {
    if (this.#text.size <= this.#start) return;
    const cell = this.count;
    if (cell === this.#columns.length) this.#grow();
    this.#columns[cell] = column;
    this.#types[cell] = type;
    this.#styles[cell] = style;
    this.#ends[cell] = this.#text.size;
    this.#start = this.#text.size;
    this.count++;
  }

  /** What the places of values point into. */
  get bytes(): Uint8Array {
    return this.#text.bytes;
  }

  column(cell: number): number {
    return this.#columns[this.#first + cell]!;
  }

  type(cell: number): number {
    return this.#types[this.#first + cell]!;
  }

  style(cell: number): number {
    return this.#styles[this.#first + cell]!;
  }

  from(cell: number): number {
    return cell === 0 ? this.#base : this.#ends[this.#first + cell - 1]!;
  }

  to(cell: number): number {
    return this.#ends[this.#first + cell]!;
  }

  /** The value as a whole number, for places among the shared strings; -1 for anything else. */
  number(cell: number): number {
    const { bytes } = this.#text;
    const to = this.to(cell);
    let number = 0;
    for (let at = this.from(cell); at < to; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) return wholeOrNone(Number(this.text(cell)));
      number = number * 10 + digit;
    }
    return number;
  }

  /** Is the value `0`? */
  isZero(cell: number): boolean {
    const from = this.from(cell);
    if (this.to(cell) - from === 1) return this.bytes[from] === 48;
    return this.text(cell).trim() === '0';
  }

  /** The value as text. */
  text(cell: number): string {
    return decoder.decode(this.#text.bytes.subarray(this.from(cell), this.to(cell)));
  }

  /** A row of its own that stays. */
  copy(): RawRow {
    const row = new RawRow();
    row.index = this.index;
    for (let cell = 0; cell < this.count; cell++) {
      row.openCell();
      row.addText(this.bytes, this.from(cell), this.to(cell));
      row.closeCell(this.column(cell), this.type(cell), this.style(cell));
    }
    return row;
  }

  #grow(): void {
    this.#columns = grown(this.#columns);
    this.#types = grown(this.#types);
    this.#styles = grown(this.#styles);
    this.#ends = grown(this.#ends);
  }
}

function wholeOrNone(number: number): number {
  return Number.isInteger(number) && number >= 0 ? number : -1;
}
