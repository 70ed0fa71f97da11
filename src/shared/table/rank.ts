import type { Column } from './types';

/** A number as people and programs write it without grouping: `-12`, `3.5`. */
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

const cache = new WeakMap<Column, Uint32Array>();

/**
 * The place of each distinct value in ascending order; the index is the code. Numbers are compared as numbers when every
 * filled value is a plain number (equal numbers share a rank), otherwise by UTF-16 code units. Empty comes first (rank 0).
 * Computed once per column: about 0.3 s for a million distinct strings.
 */
export function ranksOf(column: Column): Uint32Array {
  let ranks = cache.get(column);
  if (!ranks) {
    ranks = isNumeric(column.values) ? numericRanks(column.values) : textRanks(column.values);
    cache.set(column, ranks);
  }
  return ranks;
}

/** Plain code-unit comparison: -1, 0 or 1. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumeric(values: readonly string[]): boolean {
  if (values.length === 1) return false;
  for (let code = 1; code < values.length; code++) {
    if (!PLAIN_NUMBER.test(values[code]!)) return false;
  }
  return true;
}

function numericRanks(values: readonly string[]): Uint32Array {
  const numbers = new Float64Array(values.length - 1);
  for (let code = 1; code < values.length; code++) numbers[code - 1] = Number(values[code]);
  const sorted = numbers.slice().sort();
  const ranks = new Uint32Array(values.length);
  for (let code = 1; code < values.length; code++) ranks[code] = lowerBound(sorted, numbers[code - 1]!) + 1;
  return ranks;
}

function lowerBound(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textRanks(values: readonly string[]): Uint32Array {
  const order = new Uint32Array(values.length - 1);
  for (let i = 0; i < order.length; i++) order[i] = i + 1;
  sortByText(order, values, 0);
  const ranks = new Uint32Array(values.length);
  for (let place = 0; place < order.length; place++) ranks[order[place]!] = place + 1;
  return ranks;
}

/** Groups this small, and prefixes this long, are left to the comparison sort. */
const SMALL_GROUP = 48;
const DEEPEST_PREFIX = 256;

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const INDEX_WORD = LITTLE_ENDIAN ? 0 : 1;
const KEY_WORD = LITTLE_ENDIAN ? 1 : 0;

/**
 * Sorts codes by their strings: the next characters of each string become a 32-bit key beside the code, the pairs are
 * sorted as 64-bit integers, and runs of equal keys are sorted by the characters after.
 */
function sortByText(codes: Uint32Array, values: readonly string[], depth: number): void {
  if (codes.length < 2) return;
  if (codes.length <= SMALL_GROUP || depth >= DEEPEST_PREFIX) {
    codes.sort((a, b) => compareText(values[a]!, values[b]!));
    return;
  }
  const narrow = codes.every((code) => isNarrow(values[code]!, depth));
  const pairs = new BigUint64Array(codes.length);
  const words = new Uint32Array(pairs.buffer);
  for (let i = 0; i < codes.length; i++) {
    const value = values[codes[i]!]!;
    words[2 * i + INDEX_WORD] = codes[i]!;
    words[2 * i + KEY_WORD] = narrow ? narrowKey(value, depth) : wideKey(value, depth);
  }
  pairs.sort();
  for (let i = 0; i < codes.length; i++) codes[i] = words[2 * i + INDEX_WORD]!;
  const next = depth + (narrow ? 4 : 2);
  let start = 0;
  for (let i = 1; i <= codes.length; i++) {
    if (i < codes.length && words[2 * i + KEY_WORD] === words[2 * start + KEY_WORD]) continue;
    sortByText(codes.subarray(start, i), values, next);
    start = i;
  }
}

function isNarrow(value: string, depth: number): boolean {
  const end = Math.min(value.length, depth + 4);
  for (let i = depth; i < end; i++) if (value.charCodeAt(i) > 0xff) return false;
  return true;
}

function narrowKey(value: string, depth: number): number {
  let key = 0;
  for (let i = depth; i < depth + 4; i++) key = (key << 8) | (i < value.length ? value.charCodeAt(i) : 0);
  return key >>> 0;
}

function wideKey(value: string, depth: number): number {
  const first = depth < value.length ? value.charCodeAt(depth) : 0;
  const second = depth + 1 < value.length ? value.charCodeAt(depth + 1) : 0;
  return ((first << 16) | second) >>> 0;
}
