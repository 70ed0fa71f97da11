import { grown } from '../base/grown';
import { type PackedTexts, readUtf8 } from './pack';
import { EMPTY } from './types';

/** Probes before a value goes to the overflow map, so that chosen collisions cannot make reading slow. */
const MAX_PROBES = 64;

/** Slots below which they become four times as many at once. */
const QUADRUPLE_BELOW = 1 << 19;

/** A slot holds a code in its lower bits and the upper bits of the value's hash above them. */
const CODE_BITS = 24;
const CODE_MASK = (1 << CODE_BITS) - 1;

/** Values up to this many bytes are copied byte by byte: asking the engine to copy costs more. */
const COPIED_BY_HAND = 48;

/**
 * The distinct values of a column while it is being read: UTF-8 bytes to codes, in order of first appearance; code 0 is
 * the empty value. No string is made of a value until the end.
 *
 * Open addressing with linear probing, at most half full, four bytes a slot: small tables wait less for memory, which is
 * most of the time of a large column. A multiplicative hash over four bytes at a time.
 */
export class ByteDictionary {
  /** Distinct values one after the other; the value of code c ends at `#ends[c]` and starts where the one before ends. */
  #arena = new Uint8Array(64);
  #ends = new Uint32Array(16);
  #hashOfCode = new Uint32Array(16);
  #size = 1;
  #slots = new Uint32Array(32);
  readonly #overflow = new Map<string, number>();
  /** Of the cells of one `encodeAll`: their hashes, and where in the arena a value stands that is probably theirs. */
  #hashes = new Uint32Array(0);
  #guesses = new Uint32Array(0);

  /** Distinct values, the empty one included. */
  get size(): number {
    return this.#size;
  }

  /**
   * The code of `bytes[from, to)`, which must be valid UTF-8. Throws `RangeError` beyond 4 GiB of distinct text or 16
   * million distinct values.
   */
  encode(bytes: Uint8Array, from: number, to: number): number {
    return from < to ? this.#encode(bytes, from, to, hashOf(bytes, from, to)) : EMPTY;
  }

  /**
   * Writes the codes of many cells to `codes` from `at` on: cell i is `bytes[from[i], to[i])`, or for a negative start
   * `other[-1 - from[i], to[i])`. The same as encoding each, but the memory of the dictionary is asked for all of them
   * before any answer is needed, which hides most of the waiting.
   */
  encodeAll(
    bytes: Uint8Array,
    other: Uint8Array,
    from: Int32Array,
    to: Int32Array,
    codes: Uint32Array,
    at: number,
  ): void {
    const count = from.length;
    if (this.#hashes.length < count) {
      this.#hashes = new Uint32Array(count);
      this.#guesses = new Uint32Array(count);
    }
    const hashes = this.#hashes;
    const guesses = this.#guesses;
    for (let i = 0; i < count; i++) {
      const start = from[i]!;
      hashes[i] = start >= 0 ? hashOf(bytes, start, to[i]!) : hashOf(other, -1 - start, to[i]!);
    }
    this.#guess(bytes, other, from);
    for (let i = 0; i < count; i++) {
      const start = from[i]!;
      const source = start >= 0 ? bytes : other;
      const begin = start >= 0 ? start : -1 - start;
      const end = to[i]!;
      const guess = guesses[i]!;
      if (begin >= end) codes[at + i] = EMPTY;
      else if (guess !== EMPTY && this.#equals(guess, source, begin, end)) codes[at + i] = guess;
      else codes[at + i] = this.#encode(source, begin, end, hashes[i]!);
    }
  }

  /** The distinct values as strings. */
  values(): string[] {
    const offsets = new Uint32Array(this.#size + 1);
    offsets.set(this.#ends.subarray(0, this.#size), 1);
    return readUtf8({ arena: this.#arena, offsets });
  }

  /** Bytes of the values from a code on. */
  bytesFrom(code: number): number {
    return this.#ends[this.#size - 1]! - this.#ends[code - 1]!;
  }

  /** A copy of the values from a code on, which is 1 or more. */
  packedFrom(code: number): PackedTexts {
    const start = this.#ends[code - 1]!;
    const offsets = this.#ends.slice(code - 1, this.#size);
    for (let i = 0; i < offsets.length; i++) offsets[i]! -= start;
    return { arena: this.#arena.slice(start, this.#ends[this.#size - 1]), offsets };
  }

  /**
   * For each cell the code standing first in its slot, where it may be the one: its hash and its first byte fit; else 0.
   * Loops without decisions, so that the processor asks memory for many at once.
   */
  #guess(bytes: Uint8Array, other: Uint8Array, from: Int32Array): void {
    const hashes = this.#hashes;
    const guesses = this.#guesses;
    const slots = this.#slots;
    const ends = this.#ends;
    const arena = this.#arena;
    const mask = slots.length - 1;
    const count = from.length;
    for (let i = 0; i < count; i++) guesses[i] = slots[hashes[i]! & mask]!;
    for (let i = 0; i < count; i++) {
      const slot = guesses[i]!;
      guesses[i] = (slot ^ hashes[i]!) >>> CODE_BITS === 0 ? slot & CODE_MASK : EMPTY;
    }
    for (let i = 0; i < count; i++) {
      const code = guesses[i]!;
      if (code === EMPTY) continue;
      const start = from[i]!;
      const first = start >= 0 ? bytes[start] : other[-1 - start];
      if (arena[ends[code - 1]!] !== first) guesses[i] = EMPTY;
    }
  }

  #encode(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = hash & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const slot = slots[at]!;
      if (slot === EMPTY) {
        slots[at] = slotOf(hash, this.#size);
        return this.#add(bytes, from, to, hash);
      }
      if ((slot ^ hash) >>> CODE_BITS === 0 && this.#equals(slot & CODE_MASK, bytes, from, to)) {
        return slot & CODE_MASK;
      }
      at = (at + 1) & mask;
    }
    return this.#encodeOverflow(bytes, from, to, hash);
  }

  #equals(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const arena = this.#arena;
    const start = this.#ends[code - 1]!;
    if (this.#ends[code]! - start !== to - from) return false;
    for (let at = from, own = start; at < to; at++, own++) {
      if (arena[own] !== bytes[at]) return false;
    }
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const code = this.#size++;
    if (code > CODE_MASK) throw new RangeError('ByteDictionary: more than 16 million distinct values');
    if (code === this.#ends.length) {
      this.#ends = grown(this.#ends);
      this.#hashOfCode = grown(this.#hashOfCode);
    }
    const start = this.#ends[code - 1]!;
    const end = start + to - from;
    if (end > 0xffffffff) throw new RangeError('ByteDictionary: more than 4 GiB of distinct text');
    if (end > this.#arena.length) this.#arena = grown(this.#arena, end);
    if (to - from > COPIED_BY_HAND) this.#arena.set(bytes.subarray(from, to), start);
    else {
      const arena = this.#arena;
      for (let at = from, own = start; at < to; at++, own++) arena[own] = bytes[at]!;
    }
    this.#ends[code] = end;
    this.#hashOfCode[code] = hash;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #encodeOverflow(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const key = textOf(bytes, from, to);
    const known = this.#overflow.get(key);
    if (known !== undefined) return known;
    this.#overflow.set(key, this.#size);
    return this.#add(bytes, from, to, hash);
  }

  /** Makes the slots more, fourfold while that is cheap, and files every value anew by its hash. */
  #rehash(): void {
    const old = this.#slots.length;
    const slots = new Uint32Array(old * (old < QUADRUPLE_BELOW ? 4 : 2));
    const mask = slots.length - 1;
    this.#overflow.clear();
    for (let code = 1; code < this.#size; code++) this.#file(slots, mask, code, this.#hashOfCode[code]!);
    this.#slots = slots;
  }

  /** Puts a value into the first free slot for its hash, or into the overflow map. */
  #file(slots: Uint32Array, mask: number, code: number, hash: number): void {
    let at = hash & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      if (slots[at] === EMPTY) {
        slots[at] = slotOf(hash, code);
        return;
      }
      at = (at + 1) & mask;
    }
    this.#overflow.set(textOf(this.#arena, this.#ends[code - 1]!, this.#ends[code]!), code);
  }
}

function slotOf(hash: number, code: number): number {
  return (hash & ~CODE_MASK) | code;
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.slice(from, to));
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (const stop = to - 3; at < stop; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  let tail = 0;
  for (; at < to; at++) tail = (tail << 8) | bytes[at]!;
  hash = Math.imul(hash ^ tail, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
