import { overlap } from '../kernels/tokens';
import type { WordVectors } from './word-vectors';

/** Of the words two values share, so many count, the rarest first: what follows repeats what is known by then. */
const MOST_WORDS = 8;

/** Pairs of words whose number is remembered: a text may have any number of them. */
const MOST_KEPT = 1 << 20;

/** A list this many times longer than the other is looked up, not gone through. */
const FAR_LONGER = 16;

/** The two values themselves are no witnesses of how often their words go together. */
const OWN = 2;

/**
 * How much shared words say together (bits): words that go together elsewhere ("Fish and Game", "UK and Ireland") say little
 * more than the rarest of them. A tree of dependences in the manner of Chow and Liu (1968): each word is expected by that rarer one
 * which foretells it best, with the chance of the word anywhere as one more observation.
 */
export class JointWords {
  readonly #table: WordVectors;
  /** Information in each word alone, in bits. */
  readonly #bits: Float32Array;
  /** The values with each word, one after the other, and where those of a word begin. */
  readonly #values: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #together = new Map<number, number>();

  constructor(table: WordVectors, bits: Float32Array) {
    this.#table = table;
    this.#bits = bits;
    const { vectors, valuesWith } = table;
    this.#starts = new Uint32Array(valuesWith.length + 1);
    for (let id = 0; id < valuesWith.length; id++) this.#starts[id + 1] = this.#starts[id]! + valuesWith[id]!;
    this.#values = new Uint32Array(this.#starts[valuesWith.length]!);
    const next = this.#starts.slice();
    vectors.forEach(({ ids }, value) => {
      for (const id of ids) this.#values[next[id]!++] = value;
    });
  }

  /** The information in all these words (distinct ids, any order; reordered by the call). */
  bitsOf(ids: number[]): number {
    const bits = this.#bits;
    ids.sort((x, y) => bits[y]! - bits[x]! || x - y);
    const count = Math.min(MOST_WORDS, ids.length);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const word = ids[i]!;
      let foretold = 0;
      for (let k = 0; k < i; k++) foretold = Math.max(foretold, this.#foretold(ids[k]!, word));
      sum += Math.max(0, bits[word]! - foretold);
    }
    return sum;
  }

  /** Bits by which `word` is more likely where `rarer` stands. */
  #foretold(rarer: number, word: number): number {
    const { valuesWith, vectors } = this.#table;
    const seen = valuesWith[rarer]! - OWN;
    if (seen <= 0) return 0;
    const anywhere = valuesWith[word]! / vectors.length;
    const both = Math.max(0, this.#valuesWithBoth(rarer, word) - OWN);
    return Math.log2((both + anywhere) / (seen + 1) / anywhere);
  }

  #valuesWithBoth(rarer: number, word: number): number {
    const key = rarer * this.#bits.length + word;
    let count = this.#together.get(key);
    if (count === undefined) {
      count = this.#countBoth(rarer, word);
      if (this.#together.size >= MOST_KEPT) this.#together.clear();
      this.#together.set(key, count);
    }
    return count;
  }

  #countBoth(rarer: number, word: number): number {
    const few = this.#valuesOf(rarer);
    const many = this.#valuesOf(word);
    if (many.length <= FAR_LONGER * few.length) return overlap(few, many);
    let count = 0;
    for (const value of few) if (this.#table.vectors[value]!.ids.includes(word)) count++;
    return count;
  }

  /** Ascending. */
  #valuesOf(word: number): Uint32Array {
    return this.#values.subarray(this.#starts[word]!, this.#starts[word + 1]!);
  }
}
