import { ByteDictionary } from './byte-dictionary';
import type { PackedTexts } from './pack';
import { type Column, EMPTY } from './types';

/**
 * `ColumnBuilder` for cells that arrive as UTF-8 bytes: the distinct values stay bytes until the column is finished, so
 * that reading a file makes one string per distinct value and none per cell: about three times as fast as cutting strings
 * and asking a `Map`.
 */
export class ByteColumnBuilder {
  readonly name: string;
  readonly #dictionary = new ByteDictionary();
  #codes = new Uint32Array(64);
  #length = 0;
  /** The first value that `takeTexts` has not given away. */
  #untaken = EMPTY + 1;

  constructor(name: string) {
    this.name = name;
  }

  /** Cells pushed so far. */
  get length(): number {
    return this.#length;
  }

  /** Has any cell been filled? */
  get filled(): boolean {
    return this.#dictionary.size > 1;
  }

  /** Pushes the cell `bytes[from, to)`, which must be valid UTF-8. Throws as `ByteDictionary.encode` does. */
  push(bytes: Uint8Array, from: number, to: number): void {
    this.pushCode(this.codeOf(bytes, from, to));
  }

  /** The code of a text in this column, to be pushed now or later; text never pushed stays among the values. */
  codeOf(bytes: Uint8Array, from: number, to: number): number {
    return this.#dictionary.encode(bytes, from, to);
  }

  /** Pushes a cell by its code, which must come from `codeOf`. */
  pushCode(code: number): void {
    if (this.#length === this.#codes.length) this.#grow(this.#length + 1);
    this.#codes[this.#length++] = code;
  }

  /** Pushes many cells at once, faster than one by one; see `ByteDictionary.encodeAll`. */
  pushAll(bytes: Uint8Array, other: Uint8Array, from: Int32Array, to: Int32Array): void {
    const end = this.#length + from.length;
    if (end > this.#codes.length) this.#grow(end);
    this.#dictionary.encodeAll(bytes, other, from, to, this.#codes, this.#length);
    this.#length = end;
  }

  /** Pushes empty cells until the column has `length` cells. */
  padTo(length: number): void {
    if (length > this.#codes.length) this.#grow(length);
    // Cells never written are zero, and zero is the code of the empty string.
    if (length > this.#length) this.#length = length;
  }

  finish(): Column {
    return { name: this.name, codes: this.codes(), values: this.#dictionary.values() };
  }

  /** The codes of the cells so far. */
  codes(): Uint32Array<ArrayBuffer> {
    return this.#codes.slice(0, this.#length);
  }

  /** Bytes of the distinct values that `takeTexts` would give. */
  get untaken(): number {
    return this.#dictionary.bytesFrom(this.#untaken);
  }

  /** The distinct values that came since this was asked last, by ascending code; the first time from code 1 on. */
  takeTexts(): PackedTexts {
    const texts = this.#dictionary.packedFrom(this.#untaken);
    this.#untaken = this.#dictionary.size;
    return texts;
  }

  #grow(least: number): void {
    const bigger = new Uint32Array(Math.max(least, this.#codes.length * 2));
    bigger.set(this.#codes);
    this.#codes = bigger;
  }
}
