import { grown } from '../base/grown';
import { ByteDictionary } from './byte-dictionary';
import type { PackedTexts } from './pack';
import { type Column, EMPTY } from './types';

/** Cells that wait to be encoded together, and the bytes of them. */
const BATCH = 1024;
const BATCH_BYTES = 1 << 16;
/** Room for waiting to begin with: a sheet may have thousands of columns of a few cells. */
const FIRST_CELLS = 16;
const FIRST_BYTES = 64;
const NO_BYTES = new Uint8Array(0);
const NO_PLACES = new Int32Array(0);

/**
 * `ColumnBuilder` for cells that arrive as UTF-8 bytes: the distinct values stay bytes until the column is finished or its
 * texts are taken, so that reading a file makes one string per distinct value and none per cell: about three times as fast
 * as cutting strings and asking a `Map`. Memory is four bytes a row, the distinct values, and what waits to be encoded:
 * 1,024 cells or 64 KB.
 */
export class ByteColumnBuilder {
  readonly #dictionary = new ByteDictionary();
  #codes = new Uint32Array(64);
  #length = 0;
  /** The last cells pushed one by one, without codes yet: encoded together they wait less for memory. */
  #waiting = 0;
  #bytes = NO_BYTES;
  #size = 0;
  #from = NO_PLACES;
  #to = NO_PLACES;
  /** The first value that `takeTexts` has not given away. */
  #untaken = EMPTY + 1;

  /** Cells pushed so far. */
  get length(): number {
    return this.#length;
  }

  /** Has any cell been filled? */
  get filled(): boolean {
    this.#encodeWaiting();
    return this.#dictionary.size > 1;
  }

  /** Pushes the cell `bytes[from, to)`, which must be valid UTF-8. Throws as `ByteDictionary.encode` does, perhaps later. */
  push(bytes: Uint8Array, from: number, to: number): void {
    if (this.#waiting === this.#from.length) this.#makeRoom();
    if (this.#size + to - from > this.#bytes.length && !this.#makeBytes(to - from)) {
      this.pushCode(this.#dictionary.encode(bytes, from, to));
      return;
    }
    const start = this.#size;
    const end = start + to - from;
    const own = this.#bytes;
    for (let at = from, place = start; at < to; at++, place++) own[place] = bytes[at]!;
    this.#from[this.#waiting] = start;
    this.#to[this.#waiting++] = end;
    this.#size = end;
    this.#length++;
  }

  /** The code of a text in this column, to be pushed now or later; text never pushed stays among the values. */
  codeOf(bytes: Uint8Array, from: number, to: number): number {
    this.#encodeWaiting();
    return this.#dictionary.encode(bytes, from, to);
  }

  /** Pushes a cell by its code, which must come from `codeOf`. */
  pushCode(code: number): void {
    this.#encodeWaiting();
    if (this.#length === this.#codes.length) this.#codes = grown(this.#codes, this.#length + 1);
    this.#codes[this.#length++] = code;
  }

  /** Pushes many cells at once, faster than one by one; see `ByteDictionary.encodeAll`. */
  pushAll(bytes: Uint8Array, other: Uint8Array, from: Int32Array, to: Int32Array): void {
    this.#encodeWaiting();
    const end = this.#length + from.length;
    if (end > this.#codes.length) this.#codes = grown(this.#codes, end);
    this.#dictionary.encodeAll(bytes, other, from, to, this.#codes, this.#length);
    this.#length = end;
  }

  /** Pushes empty cells until the column has `length` cells. */
  padTo(length: number): void {
    const empty = length - this.#length;
    if (empty <= 0) return;
    if (this.#waiting > 0 && empty < BATCH) {
      for (let i = 0; i < empty; i++) this.push(NO_BYTES, 0, 0);
      return;
    }
    this.#encodeWaiting();
    if (length > this.#codes.length) this.#codes = grown(this.#codes, length);
    // Cells never written are zero, and zero is the code of the empty string.
    this.#length = length;
  }

  /** The column so far. The builder may go on; the column does not change with it. */
  finish(name: string): Column {
    return { name, codes: this.codes(), values: this.#dictionary.values() };
  }

  /** The codes of the cells so far. */
  codes(): Uint32Array<ArrayBuffer> {
    this.#encodeWaiting();
    return this.#codes.slice(0, this.#length);
  }

  /** Bytes of the distinct values that `takeTexts` would give. */
  get untaken(): number {
    this.#encodeWaiting();
    return this.#dictionary.bytesFrom(this.#untaken);
  }

  /** The distinct values that came since this was asked last, by ascending code; the first time from code 1 on. */
  takeTexts(): PackedTexts {
    this.#encodeWaiting();
    const texts = this.#dictionary.packedFrom(this.#untaken);
    this.#untaken = this.#dictionary.size;
    return texts;
  }

  #encodeWaiting(): void {
    const count = this.#waiting;
    if (count === 0) return;
    if (this.#length > this.#codes.length) this.#codes = grown(this.#codes, this.#length);
    const [from, to] = [this.#from.subarray(0, count), this.#to.subarray(0, count)];
    this.#dictionary.encodeAll(this.#bytes, NO_BYTES, from, to, this.#codes, this.#length - count);
    this.#waiting = 0;
    this.#size = 0;
  }

  /** Room for one more cell to wait: once there are many, they are encoded. */
  #makeRoom(): void {
    if (this.#from.length >= BATCH) {
      this.#encodeWaiting();
      return;
    }
    this.#from = grown(this.#from, FIRST_CELLS);
    this.#to = grown(this.#to, FIRST_CELLS);
  }

  /** Room for the bytes of one more cell; encodes what waits where that is much. False for a cell too long to wait. */
  #makeBytes(size: number): boolean {
    if (this.#size + size > BATCH_BYTES) this.#encodeWaiting();
    if (size > BATCH_BYTES) return false;
    const least = this.#size + size;
    if (least > this.#bytes.length) this.#bytes = grown(this.#bytes, Math.max(least, FIRST_BYTES));
    return true;
  }
}
