import { EMPTY } from './types';

/** Slots looked at before a text goes to the overflow: bounds the work where many texts share a hash, by chance or intent. */
const MOST_STEPS = 32;

/**
 * Gives each distinct text a code in order of first appearance; the empty text is code 0. An open-addressing table
 * (Knuth, TAOCP 3, 6.4, linear probing) over typed arrays of their final size, so that nothing is copied as it fills.
 */
export class TextCodes {
  /** The texts by code. */
  readonly values: string[] = [''];
  /** Codes by place; 0 is a free place, for the empty text never takes one. */
  readonly #slots: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #mask: number;
  readonly #overflow = new Map<string, number>();

  /** `most` = most distinct filled texts that will be asked for. */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    this.#hashes = new Uint32Array(most + 1);
    this.#mask = size - 1;
  }

  /** The code of a text, a new one for a new text. */
  codeOf(value: string): number {
    if (value === '') return EMPTY;
    const hash = hashOf(value);
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (let step = 0; step < MOST_STEPS; step++) {
      const code = slots[slot]!;
      if (code === EMPTY) {
        slots[slot] = this.values.length;
        return this.#add(value, hash);
      }
      if (this.#hashes[code] === hash && this.values[code] === value) return code;
      slot = (slot + 1) & this.#mask;
    }
    const known = this.#overflow.get(value);
    if (known !== undefined) return known;
    this.#overflow.set(value, this.values.length);
    return this.#add(value, hash);
  }

  #add(value: string, hash: number): number {
    const code = this.values.length;
    this.#hashes[code] = hash;
    this.values.push(value);
    return code;
  }
}

/** FNV-1a over UTF-16 units, mixed at the end (MurmurHash3's finaliser) so that the low bits depend on all. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
