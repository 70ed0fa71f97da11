import { grown } from '../base/grown';
import { ByteText } from './byte-text';

/** What is wrong with the quotes of a row; see `RowScanner`. */
export type RowFlaw = 'openQuote' | 'strayQuote';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const SPACE = 32;

/**
 * One row of a text file, kept as places in its bytes: no string is made of a cell until somebody asks for it. The scanner uses one object for all rows; keep nothing of it beyond the call that hands it over.
 */
export class ScannedRow {
  /** 1-based line of the file where the row starts. */
  line = 1;
  flaw: RowFlaw | null = null;
  /** Number of cells. */
  count = 0;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** Where the row stands in the bytes, without its line end. */
  start = 0;
  end = 0;
  #from = new Int32Array(64);
  #to = new Int32Array(64);
  /** Cells that differ from their place in the file (escaped quotes), one after the other; see `from`. */
  readonly #rewritten = new ByteText();

  /** Starts a new row; for the scanner. */
  reset(bytes: Uint8Array<ArrayBuffer>, line: number): void {
    this.#bytes = bytes;
    this.line = line;
    this.flaw = null;
    this.clear();
  }

  clear(): void {
    this.count = 0;
    this.#rewritten.size = 0;
  }

  /** Adds the cell `[from, to)` of the bytes. */
  add(from: number, to: number): void {
    if (this.count === this.#from.length) {
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
    }
    this.#from[this.count] = from;
    this.#to[this.count++] = to;
  }

  /**
   * Adds the cell `[from, to)` of the bytes without the signs that escape others: `escaper` before a quote or before
   * itself; a quote before a quote where both are the same sign.
   */
  addWithout(from: number, to: number, quote: number, escaper: number): void {
    const bytes = this.#bytes;
    const start = this.#rewritten.size;
    let kept = from;
    for (let at = from; at + 1 < to; at++) {
      if (bytes[at] !== escaper || (bytes[at + 1] !== quote && bytes[at + 1] !== escaper)) continue;
      this.#rewritten.add(bytes, kept, at);
      kept = ++at;
    }
    this.#rewritten.add(bytes, kept, to);
    this.add(-1 - start, this.#rewritten.size);
  }

  /** Cuts an ending from the last cell if it has it. */
  trimEnd(ending: string): void {
    const last = this.count - 1;
    if (this.#from[last]! >= 0 && this.cell(last).endsWith(ending)) this.#to[last]! -= ending.length;
  }

  /** Notes where the row stands. */
  bound(start: number, end: number): void {
    this.start = start;
    this.end = end;
  }

  /** Is there any text in the cell? */
  filled(index: number): boolean {
    if (index >= this.count) return false;
    const from = this.#from[index]!;
    return this.#to[index]! > (from < 0 ? -1 - from : from);
  }

  /** The first filled cell of `[from, to)`; `to` or more where there is none. */
  nextFilled(from: number, to: number): number {
    let index = from;
    while (index < to && !this.filled(index)) index++;
    return index;
  }

  /** The text of the cell; empty beyond the last one. */
  cell(index: number): string {
    return this.filled(index) ? decoder.decode(this.bytesOf(index)) : '';
  }

  /** The first byte of the cell that is no blank; 0 where there is none. */
  firstByte(index: number): number {
    const from = this.#from[index]!;
    const source = from < 0 ? this.#rewritten.bytes : this.#bytes;
    const to = this.#to[index]!;
    let at = from < 0 ? -1 - from : from;
    while (at < to && source[at]! <= SPACE) at++;
    return at < to ? source[at]! : 0;
  }

  /** Is the text of the cell these bytes of UTF-8? */
  is(index: number, text: Uint8Array): boolean {
    const from = this.#from[index]!;
    const start = from < 0 ? -1 - from : from;
    if (index >= this.count || this.#to[index]! - start !== text.length) return false;
    const source = from < 0 ? this.#rewritten.bytes : this.#bytes;
    for (let i = 0; i < text.length; i++) if (source[start + i] !== text[i]) return false;
    return true;
  }

  cells(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.cell(index));
  }

  /** The bytes the places point into. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  /** Where the cell starts in `bytes`; negative when it has to be taken from `rewritten`: there it starts at -1 - from. */
  from(index: number): number {
    return this.#from[index]!;
  }

  /** Where the cell ends, in `bytes` or `rewritten`. */
  to(index: number): number {
    return this.#to[index]!;
  }

  /** The bytes of a cell, as long as the row is this one. */
  bytesOf(index: number): Uint8Array {
    const from = this.#from[index]!;
    return from < 0
      ? this.#rewritten.bytes.subarray(-1 - from, this.#to[index])
      : this.#bytes.subarray(from, this.#to[index]);
  }

  /** The text of the row as it stands in the file, without its line end. */
  raw(): string {
    return decoder.decode(this.#bytes.subarray(this.start, this.end));
  }
}
