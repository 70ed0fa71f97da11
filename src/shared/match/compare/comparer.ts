import type { ComparisonColumn } from '../types';
import { type Kind, kindOf, WORD_BOUNDS } from './kinds';
import { streetComparer } from './streets';
import {
  compareCity,
  compareDate,
  compareEmail,
  compareFamily,
  compareGiven,
  compareIdentifier,
  compareNumber,
  comparePhone,
  comparePostcode,
  compareUrl,
} from './values';
import { softCosine, wordVectors } from './word-vectors';

/** The level of two value codes of one column; 0 when one is empty. Symmetric. */
export type LevelOf = (a: number, b: number) => number;

/** Dictionaries up to this size get a full table of levels; larger ones a lossy cache. */
const SQUARE = 1024;
const CACHE_BITS = 18;

/**
 * The cached level function of a column. A value pair is compared once while it stays in the cache; the cache never
 * changes a result, only its cost.
 */
export function createComparer(column: ComparisonColumn): LevelOf {
  const kind = kindOf(column.kind);
  const exact = kind.levels.length;
  const compare = rawComparer(column, kind);
  const size = column.values.length;
  return size <= SQUARE ? squareCache(size, exact, compare) : hashCache(exact, compare);
}

function squareCache(size: number, exact: number, compare: LevelOf): LevelOf {
  const table = new Uint8Array(size * size);
  return (a, b) => {
    if (a === 0 || b === 0) return 0;
    if (a === b) return exact;
    const at = a < b ? a * size + b : b * size + a;
    const known = table[at]!;
    if (known !== 0) return known;
    const level = a < b ? compare(a, b) : compare(b, a);
    table[at] = level;
    return level;
  };
}

function hashCache(exact: number, compare: LevelOf): LevelOf {
  const slots = 1 << CACHE_BITS;
  const keys = new Uint32Array(slots * 2);
  const levels = new Uint8Array(slots);
  return (a, b) => {
    if (a === 0 || b === 0) return 0;
    if (a === b) return exact;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - CACHE_BITS);
    if (keys[slot * 2] === low && keys[slot * 2 + 1] === high) return levels[slot]!;
    const level = compare(low, high);
    keys[slot * 2] = low;
    keys[slot * 2 + 1] = high;
    levels[slot] = level;
    return level;
  };
}

function rawComparer(column: ComparisonColumn, kind: Kind): LevelOf {
  const { values } = column;
  const byText =
    (compare: (a: string, b: string) => number): LevelOf =>
    (a, b) =>
      compare(values[a]!, values[b]!);
  switch (kind.id) {
    case 'given':
      return byText(compareGiven);
    case 'family':
      return byText(compareFamily);
    case 'city':
      return byText(compareCity);
    case 'email':
      return byText(compareEmail);
    case 'phone':
      return byText(comparePhone);
    case 'street':
      return streetComparer(values);
    case 'postcode':
      return byText(comparePostcode);
    case 'date':
      return byText(compareDate);
    case 'identifier':
      return byText(compareIdentifier);
    case 'number':
      return byText(compareNumber);
    case 'url':
      return byText(compareUrl);
    case 'code':
      return () => 1;
    case 'company':
    case 'text':
      return wordComparer(values);
  }
}

function wordComparer(values: readonly string[]): LevelOf {
  const table = wordVectors(values);
  return (a, b) => {
    const similarity = softCosine(table, a, b);
    let level = 1;
    for (const bound of WORD_BOUNDS) if (similarity >= bound) level++;
    if (level >= 4) return level;
    return values[a]!.replace(/ /g, '') === values[b]!.replace(/ /g, '') ? WORD_BOUNDS.length + 1 : level;
  };
}
