import { TextCodes } from '../../table/text-codes';
import { isJaroWinklerAtLeast } from '../kernels/letters';
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

/** The words of all names as numbers: `ids[starts[n] .. starts[n+1])` are those of name n. */
interface Words {
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
  /** Per name, bit `id & 31` is set for each of its words: names without a common bit share none. */
  readonly masks: Uint32Array;
}

/**
 * Street values (`number|words`) readied for comparing by code. Many values have one name, so everything about names is
 * kept by the number of the name, 0 for none.
 */
export class Streets implements Sieve {
  readonly #nameOf: Uint32Array;
  readonly #numberOf: Uint32Array;
  readonly #names: readonly string[];
  readonly #words: Words;
  readonly #features: Features;
  readonly #table: FewestCommon = fewestCommonFor(SIMILAR);

  constructor(values: readonly string[]) {
    const names = new TextCodes();
    this.#nameOf = Uint32Array.from(values, (value) => names.codeOf(value.slice(value.indexOf('|') + 1)));
    this.#names = names.values;
    const numbers = new TextCodes();
    this.#numberOf = Uint32Array.from(values, (value) =>
      numbers.codeOf(value.slice(0, Math.max(0, value.indexOf('|')))),
    );
    this.#features = featuresOf(this.#names);
    this.#words = wordsOf(this.#names);
  }

  /** 1 different · 2 similar street · 3 same street, other number · 4 similar, same number · 5 same street, one number missing. */
  level(a: number, b: number): number {
    const numberA = this.#numberOf[a]!;
    const numberB = this.#numberOf[b]!;
    const x = this.#nameOf[a]!;
    const y = this.#nameOf[b]!;
    if (x === y) return numberA === numberB || numberA === 0 || numberB === 0 ? 5 : 3;
    if (this.told(a, b) !== 0) return 1;
    const isSimilar =
      areMostWordsShared(this.#words, x, y) ||
      isJaroWinklerAtLeast(
        this.#names[x]!,
        this.#names[y]!,
        this.#features[(x << FEATURES_SHIFT) + MASK]!,
        this.#features[(y << FEATURES_SHIFT) + MASK]!,
        SIMILAR,
      );
    if (!isSimilar) return 1;
    return numberA === numberB ? 4 : 2;
  }

  told(a: number, b: number): number {
    return areOtherStreets(this.#features, this.#table, this.#words, this.#nameOf[a]!, this.#nameOf[b]!);
  }

  sift(pairs: ValuePairs): void {
    const nameOf = this.#nameOf;
    const features = this.#features;
    const table = this.#table;
    const words = this.#words;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      if (areOtherStreets(features, table, words, nameOf[x]!, nameOf[y]!) !== 0) continue;
      a[kept] = x;
      b[kept] = y;
      at[kept++] = at[i]!;
    }
    pairs.count = kept;
  }
}

/** 1 for other names (by their numbers) that are not alike; else 0. */
function areOtherStreets(
  features: Features,
  table: FewestCommon,
  words: Words,
  x: number,
  y: number,
): number {
  if (x === y) return 0;
  if (x === 0 || y === 0) return 1;
  return isJaroWinklerBelow(features, x << FEATURES_SHIFT, y << FEATURES_SHIFT, SIMILAR, table) &&
    !areMostWordsShared(words, x, y)
    ? 1
    : 0;
}

/** Two thirds of the words of the shorter name stand in the longer one; of two as long, of either in the other. */
function areMostWordsShared({ starts, ids, masks }: Words, a: number, b: number): boolean {
  if ((masks[a]! & masks[b]!) === 0) return false;
  const more = starts[b + 1]! - starts[b]! - (starts[a + 1]! - starts[a]!);
  return (more >= 0 && standMostIn(starts, ids, a, b)) || (more <= 0 && standMostIn(starts, ids, b, a));
}

/** Whether two thirds of the words of `a` stand in `b`. */
function standMostIn(starts: Uint32Array, ids: Uint32Array, a: number, b: number): boolean {
  const from = starts[a]!;
  const to = starts[a + 1]!;
  let shared = 0;
  for (let i = from; i < to; i++) if (isAmong(ids, starts[b]!, starts[b + 1]!, ids[i]!)) shared++;
  return shared >= 0.66 * (to - from);
}

function isAmong(ids: Uint32Array, from: number, to: number, id: number): boolean {
  for (let at = from; at < to; at++) if (ids[at] === id) return true;
  return false;
}

function wordsOf(texts: readonly string[]): Words {
  const words = new TextCodes();
  const starts = new Uint32Array(texts.length + 1);
  const masks = new Uint32Array(texts.length);
  const ids: number[] = [];
  texts.forEach((text, at) => {
    for (const word of text.split(' ', MOST_WORDS)) {
      const id = words.codeOf(word);
      ids.push(id);
      masks[at] = masks[at]! | (1 << (id & 31));
    }
    starts[at + 1] = ids.length;
  });
  return { starts, ids: Uint32Array.from(ids), masks };
}
