import { columnOf, EQUALS, LETTER_R, LETTER_S, LETTER_T, typeOf, wholeNumber } from './xlsx-attributes';
import { CELL_TYPE } from './xlsx-raw-row';

const CR = 13;
const SPACE = 32;
const DOUBLE = 34;
const AMPERSAND = 38;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const LETTER_C = 99;
const LETTER_V = 118;
/** `</v></c>` */
const ENDING = [LESS, SLASH, LETTER_V, GREATER, LESS, SLASH, LETTER_C, GREATER];

/**
 * Reads cells written the way nearly all programs write them: `<c r="A1" s="2" t="s"><v>3</v></c>`, with no blank too many
 * and no entity. What is written otherwise is left to the tag scanner, which takes three times as long.
 */
export class PlainCell {
  /** 0-based; -1 where the cell does not say. */
  column = -1;
  type: number = CELL_TYPE.n;
  style = 0;
  /** Where the value stands. */
  from = 0;
  to = 0;
  /** Where the next cell begins. */
  end = 0;

  /** Is the cell at `at` such a cell, and whole before `size`? */
  read(bytes: Uint8Array, at: number, size: number): boolean {
    if (bytes[at] !== LESS || bytes[at + 1] !== LETTER_C) return false;
    const tagEnd = this.#readAttributes(bytes, at + 2, size);
    if (tagEnd < 0 || bytes[tagEnd] !== LESS || bytes[tagEnd + 1] !== LETTER_V) return false;
    if (bytes[tagEnd + 2] !== GREATER) return false;
    const from = tagEnd + 3;
    let to = from;
    for (; to < size; to++) {
      const byte = bytes[to]!;
      if (byte > LESS) continue;
      if (byte === LESS) break;
      if (byte === AMPERSAND || byte === CR) return false;
    }
    if (to + ENDING.length > size) return false;
    for (let i = 1; i < ENDING.length; i++) if (bytes[to + i] !== ENDING[i]) return false;
    this.from = from;
    this.to = to;
    this.end = to + ENDING.length;
    return true;
  }

  /** Where the tag ends, and what its attributes say; -1 when they are written otherwise. */
  #readAttributes(bytes: Uint8Array, from: number, size: number): number {
    this.column = -1;
    this.type = CELL_TYPE.n;
    this.style = 0;
    let at = from;
    while (at + 3 < size && bytes[at] === SPACE) {
      const name = bytes[at + 1];
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== DOUBLE) return -1;
      const start = at + 4;
      let end = start;
      while (end < size && bytes[end] !== DOUBLE) {
        if (bytes[end] === LESS) return -1;
        end++;
      }
      if (end >= size) return -1;
      if (name === LETTER_R) this.column = columnOf(bytes, start, end);
      else if (name === LETTER_S) this.style = wholeNumber(bytes, start, end);
      else if (name === LETTER_T) this.type = typeOf(bytes, start, end);
      else return -1;
      at = end + 1;
    }
    return at < size && bytes[at] === GREATER ? at + 1 : -1;
  }
}
