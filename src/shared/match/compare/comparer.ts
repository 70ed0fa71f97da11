import type { ComparisonColumn } from '../types';
import { type Kind, kindOf, WORD_BOUNDS } from './kinds';
import { cached } from './level-cache';
import { sieveOf } from './sieves';
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

/** The level of two different, non-empty value codes of one column. Symmetric. */
export type LevelOf = (a: number, b: number) => number;

/**
 * The level function of a column: a sieve for what is certainly different, behind it a cache, behind that the
 * comparison of the texts. Sieve and cache never change a result, only its cost.
 */
export function createComparer(column: ComparisonColumn): LevelOf {
  const kind = kindOf(column.kind);
  if (kind.id === 'code') return () => 1;
  const compare = cached(column.values.length, rawComparer(column, kind));
  const differ = sieveOf(kind.id, column.values);
  return differ ? (a, b) => (differ(a, b) ? 1 : compare(a, b)) : compare;
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
