import { isJaroWinklerAtLeast } from '../kernels/letters';
import { Dictionary } from '../prepare/dictionary';
import {
  FEATURES_SHIFT,
  type Features,
  type FewestCommon,
  featuresOf,
  fewestCommonFor,
  isJaroWinklerBelow,
  MASK,
} from './features';
import type { Sieve } from './sieve';
import type { ValuePairs } from './value-pairs';

/** Words of a street that are looked at: hostile cells stay cheap. */
const MOST_WORDS = 16;

/** Jaro-Winkler similarity from which names are alike. */
const SIMILAR = 0.88;

/** The words of all values as numbers: `ids[starts[v] .. starts[v+1])` are those of value v. */
interface Words {
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
}

/** Street values (`number|words`) readied for comparing by code. */
export class Streets implements Sieve {
  readonly #texts: readonly string[];
  readonly #names: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #words: Words;
  readonly #features: Features;
  readonly #table: FewestCommon = fewestCommonFor(SIMILAR);

  constructor(values: readonly string[]) {
    this.#texts = values.map((value) => value.slice(value.indexOf('|') + 1));
    this.#names = numbered(this.#texts);
    this.#numbers = numbered(values.map((value) => value.slice(0, Math.max(0, value.indexOf('|')))));
    this.#features = featuresOf(this.#texts);
    this.#words = wordsOf(this.#texts);
  }

  /** 1 different · 2 similar street · 3 same street, other number · 4 similar, same number · 5 same street, one number missing. */
  level(a: number, b: number): number {
    const names = this.#names;
    const numbers = this.#numbers;
    const sameNumber = numbers[a] === numbers[b];
    if (names[a] === names[b]) return sameNumber || numbers[a] === 0 || numbers[b] === 0 ? 5 : 3;
    if (this.told(a, b) !== 0) return 1;
    const isSimilar =
      areMostWordsShared(this.#words, a, b) ||
      isJaroWinklerAtLeast(
        this.#texts[a]!,
        this.#texts[b]!,
        this.#features[(a << FEATURES_SHIFT) + MASK]!,
        this.#features[(b << FEATURES_SHIFT) + MASK]!,
        SIMILAR,
      );
    if (!isSimilar) return 1;
    return sameNumber ? 4 : 2;
  }

  told(a: number, b: number): number {
    const x = this.#names[a]!;
    const y = this.#names[b]!;
    return areOtherStreets(this.#features, this.#table, this.#words, x, y, a, b);
  }

  sift(pairs: ValuePairs): void {
    const names = this.#names;
    const features = this.#features;
    const table = this.#table;
    const words = this.#words;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      if (areOtherStreets(features, table, words, names[x]!, names[y]!, x, y) !== 0) continue;
      a[kept] = x;
      b[kept] = y;
      at[kept++] = at[i]!;
    }
    pairs.count = kept;
  }
}

/** 1 for streets with other names (`nameA`, `nameB` are their numbers, 0 = none) that are not alike; else 0. */
function areOtherStreets(
  features: Features,
  table: FewestCommon,
  words: Words,
  nameA: number,
  nameB: number,
  a: number,
  b: number,
): number {
  if (nameA === nameB) return 0;
  if (nameA === 0 || nameB === 0) return 1;
  return isJaroWinklerBelow(features, a << FEATURES_SHIFT, b << FEATURES_SHIFT, SIMILAR, table) &&
    !areMostWordsShared(words, a, b)
    ? 1
    : 0;
}

/**
 * Two thirds of the words of the shorter name stand in the longer one; of two as long, of that with the lower code, which
 * matters where a word is repeated.
 */
function areMostWordsShared({ starts, ids }: Words, one: number, other: number): boolean {
  const a = Math.min(one, other);
  const b = Math.max(one, other);
  const fromA = starts[a]!;
  const toA = starts[a + 1]!;
  const fromB = starts[b]!;
  const toB = starts[b + 1]!;
  const wordsA = toA - fromA;
  const wordsB = toB - fromB;
  let shared = 0;
  if (wordsA <= wordsB) {
    for (let i = fromA; i < toA; i++) if (isAmong(ids, fromB, toB, ids[i]!)) shared++;
    return shared >= 0.66 * wordsA;
  }
  for (let j = fromB; j < toB; j++) if (isAmong(ids, fromA, toA, ids[j]!)) shared++;
  return shared >= 0.66 * wordsB;
}

function isAmong(ids: Uint32Array, from: number, to: number, id: number): boolean {
  for (let at = from; at < to; at++) if (ids[at] === id) return true;
  return false;
}

/** Equal texts have equal numbers; '' is 0. */
function numbered(texts: readonly string[]): Uint32Array {
  const dictionary = new Dictionary();
  return Uint32Array.from(texts, (text) => dictionary.codeOf(text));
}

function wordsOf(texts: readonly string[]): Words {
  const dictionary = new Dictionary();
  const starts = new Uint32Array(texts.length + 1);
  const ids: number[] = [];
  texts.forEach((text, at) => {
    for (const word of text.split(' ', MOST_WORDS)) ids.push(dictionary.codeOf(word));
    starts[at + 1] = ids.length;
  });
  return { starts, ids: Uint32Array.from(ids) };
}
