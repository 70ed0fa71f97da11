import { dice } from '../kernels/tokens';

/** Letters of a value that are looked at. */
const MOST_LETTERS = 200;

/** Likeness of texts by the pairs of neighbouring letters they share (Dice), whatever their words. */
export class LetterPairs {
  readonly #texts: (value: number) => string;
  readonly #pairs: (Uint32Array | undefined)[];

  /** `texts` gives the letters of each of `size` values. */
  constructor(size: number, texts: (value: number) => string) {
    this.#texts = texts;
    this.#pairs = new Array(size);
  }

  /** 0 = no pair shared, 1 = the same pairs. Symmetric. O(letters). */
  likeness(a: number, b: number): number {
    const x = this.#of(a);
    const y = this.#of(b);
    return x.length + y.length === 0 ? 0 : dice(x, y);
  }

  #of(value: number): Uint32Array {
    let pairs = this.#pairs[value];
    if (!pairs) {
      const text = this.#texts(value).slice(0, MOST_LETTERS);
      pairs = new Uint32Array(Math.max(0, text.length - 1));
      for (let i = 0; i < pairs.length; i++) pairs[i] = text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1);
      pairs.sort();
      this.#pairs[value] = pairs;
    }
    return pairs;
  }
}
