import type { ComparisonColumn } from '../types';
import { isWordKind, kindOf, WORD_BOUNDS } from './kinds';
import { cached } from './level-cache';
import { initialsIn, nameShapes } from './name-shapes';
import type { Sieve } from './sieve';
import { sieveOf } from './sieves';
import { Streets } from './streets';
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

/** The level of two different, non-empty value codes of one column. Symmetric. */
export type LevelOf = (a: number, b: number) => number;

/** How values of a column are compared. */
export interface Comparer {
  /** Tells levels without looking at texts; null where everything is compared at once. */
  readonly sieve: Sieve | null;
  /** The level of two values; asked of those only that the sieve lets through. */
  readonly levelOf: LevelOf;
}

/**
 * The comparer of a column, or null where different values are always at the lowest level. Its level function remembers
 * what it was asked. Sieve and memory never change a result, only its cost.
 */
export function createComparer(column: ComparisonColumn): Comparer | null {
  const { values } = column;
  const { id } = kindOf(column.kind);
  const remembering = (compare: LevelOf): LevelOf => cached(values.length, compare);
  if (id === 'code') return null;
  if (id === 'street') {
    const streets = new Streets(values);
    return { sieve: streets, levelOf: remembering((a, b) => streets.level(a, b)) };
  }
  if (isWordKind(id)) return { sieve: null, levelOf: remembering(wordComparer(values)) };
  const compare = BY_TEXT[id];
  return {
    sieve: sieveOf(id, values),
    levelOf: remembering((a, b) => compare(values[a]!, values[b]!)),
  };
}

const BY_TEXT = {
  given: compareGiven,
  family: compareFamily,
  city: compareCity,
  email: compareEmail,
  phone: comparePhone,
  postcode: comparePostcode,
  date: compareDate,
  identifier: compareIdentifier,
  number: compareNumber,
  url: compareUrl,
} as const;

/** The level of initials and the name they stand for: "some words shared". */
const INITIALS = 3;

function wordComparer(values: readonly string[]): LevelOf {
  const table = wordVectors(values);
  const shapes = nameShapes(values, table);
  return (a, b) => {
    const similarity = softCosine(table, a, b);
    let level = 1;
    for (const bound of WORD_BOUNDS) if (similarity >= bound) level++;
    if (level >= 4) return level;
    if (level < INITIALS && (initialsIn(shapes[a]!, shapes[b]!) ?? initialsIn(shapes[b]!, shapes[a]!)))
      return INITIALS;
    return values[a]!.replace(/ /g, '') === values[b]!.replace(/ /g, '') ? WORD_BOUNDS.length + 1 : level;
  };
}
