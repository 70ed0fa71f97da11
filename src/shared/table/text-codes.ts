import { grown } from '../base/grown';
import { EMPTY } from './types';

/** Slots looked at before a text goes to the overflow: bounds the work where many texts share a hash, by chance or intent. */
const MOST_STEPS = 32;

/**
 * Gives each distinct text a code in order of first appearance; the empty text is code 0. An open-addressing table
 * (Knuth, TAOCP 3, 6.4, linear probing) over typed arrays, at most half full: a Map of a million strings costs more time and
 * much more memory.
 */
export class TextCodes {
  /** The texts by code. */
  readonly values: string[] = [''];
  /** Codes by place; 0 is a free place, for the empty text never takes one. */
  #slots: Uint32Array<ArrayBuffer>;
  #hashes: Uint32Array<ArrayBuffer>;
  #mask: number;
  readonly #overflow = new Map<string, number>();

  /** `expected` = distinct filled texts that will be asked for: with up to so many nothing is copied as the table fills. */
  constructor(expected = 100) {
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    this.#hashes = new Uint32Array(expected + 1);
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
    if (code === this.#hashes.length) this.#hashes = grown(this.#hashes);
    this.#hashes[code] = hash;
    this.values.push(value);
    if (code * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#overflow.clear();
    for (let code = 1; code < this.values.length; code++) {
      let slot = this.#hashes[code]! & mask;
      let step = 0;
      while (slots[slot] !== 0 && ++step < MOST_STEPS) slot = (slot + 1) & mask;
      if (slots[slot] === 0) slots[slot] = code;
      else this.#overflow.set(this.values[code]!, code);
    }
    this.#slots = slots;
    this.#mask = mask;
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
