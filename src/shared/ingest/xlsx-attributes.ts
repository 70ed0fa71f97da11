import { MAX_COLUMNS } from './limits';
import type { MergedCells } from './workbook';
import { CELL_TYPE } from './xlsx-raw-row';
import { attributeIn } from './xml-text';

export const EQUALS = 61;
export const COLON = 58;
export const LETTER_R = 114;
export const LETTER_S = 115;
export const LETTER_T = 116;

/** The type of a cell by its `t`; what nobody knows reads as a number. */
export function typeOf(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from];
  if (to - from === 1) {
    if (first === LETTER_S) return CELL_TYPE.s;
    if (first === 98) return CELL_TYPE.b;
    if (first === 101) return CELL_TYPE.e;
    return first === 100 ? CELL_TYPE.d : CELL_TYPE.n;
  }
  const name = String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 16)));
  if (name === 'str') return CELL_TYPE.str;
  return name === 'inlineStr' ? CELL_TYPE.inlineStr : CELL_TYPE.n;
}

/** Digits as a number; 0 for anything else. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}

/** The highest number of a row that is believed: rows may follow it without one, and line numbers have 32 bits. */
const MAX_ROW_NUMBER = 2 ** 31;

/** The `r` of a row, 1-based; 0 without one that can be believed. */
export function rowNumber(bytes: Uint8Array, from: number, to: number): number {
  const number = writtenNumber(bytes, from, to);
  return Number.isInteger(number) && number <= MAX_ROW_NUMBER ? number : 0;
}

/** It mostly stands first. */
function writtenNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at]! <= 32) at++;
  if (bytes[at] === LETTER_R && bytes[at + 1] === EQUALS && at + 2 < to) {
    const end = bytes.indexOf(bytes[at + 2]!, at + 3);
    if (end > 0 && end < to) return wholeNumber(bytes, at + 3, end);
  }
  return Number(attributeIn(bytes, from, to, 'r') ?? 0);
}

/** Column number (0-based) of a reference like `AB12`; -1 when it has no letters. */
function columnOfReference(reference: string): number {
  return columnOf(new TextEncoder().encode(reference), 0, reference.length);
}

/** The same of a reference in bytes; digits may follow. */
export function columnOf(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = bytes[at]! & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMNS) break;
  }
  return column - 1;
}

/** The rectangle of a reference like `B2:D3`; null for anything else. */
export function mergedCells(reference: string): MergedCells | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return null;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return {
    firstRow: Number(top) - 1,
    lastRow: Number(bottom) - 1,
    firstColumn: columnOfReference(left),
    lastColumn: columnOfReference(right),
  };
}
