import { readUtf8 } from './pack';
import { type Column, EMPTY } from './types';

/** Probes before a value goes to the overflow map, so that chosen collisions cannot make reading slow. */
const MAX_PROBES = 64;

/** Slots, in numbers, below which they become four times as many at once. */
const QUADRUPLE_BELOW = 1 << 20;

/**
 * `ColumnBuilder` for cells that arrive as UTF-8 bytes: the distinct values stay bytes until the column is finished, so
 * that reading a file makes one string per distinct value and none per cell: about twice as fast as cutting strings and
 * asking a `Map`.
 *
 * Open addressing with linear probing, at most half full; a multiplicative hash over four bytes at a time.
 */
export class ByteColumnBuilder {
  readonly name: string;
  #codes = new Uint32Array(64);
  #length = 0;
  /** Distinct values one after the other; the value of code c ends at `#ends[c]` and starts where the one before ends. */
  #arena = new Uint8Array(64);
  #ends = new Uint32Array(16);
  #distinct = 1;
  /** Two numbers a slot: the code of its value (0 = free) and the hash of it. */
  #slots = new Uint32Array(2 * 32);
  readonly #overflow = new Map<string, number>();
  /** Of the cells of one `pushAll`: their hashes, and the values that stand first in their slots. */
  #hashes = new Uint32Array(0);
  #guesses = new Uint32Array(0);

  constructor(name: string) {
    this.name = name;
  }

  /** Cells pushed so far. */
  get length(): number {
    return this.#length;
  }

  /** Has any cell been filled? */
  get filled(): boolean {
    return this.#distinct > 1;
  }

  /** Pushes the cell `bytes[from, to)`, which must be valid UTF-8. Throws `RangeError` beyond 4 GiB of distinct text. */
  push(bytes: Uint8Array, from: number, to: number): void {
    if (this.#length === this.#codes.length) this.#codes = grown(this.#codes);
    this.#codes[this.#length++] = from < to ? this.#encode(bytes, from, to, hashOf(bytes, from, to)) : EMPTY;
  }

  /**
   * Pushes many cells: cell i is `bytes[from[i], to[i])`, or for a negative start `other[-1 - from[i], to[i])`. The same as
   * pushing each, but the dictionary's memory is asked for all of them before any answer is needed, which hides most of
   * the waiting in large dictionaries.
   */
  pushAll(bytes: Uint8Array, other: Uint8Array, from: Int32Array, to: Int32Array): void {
    const count = from.length;
    while (this.#length + count > this.#codes.length) this.#codes = grown(this.#codes);
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
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let i = 0; i < count; i++) guesses[i] = slots[(hashes[i]! << 1) & mask]!;
    const codes = this.#codes;
    let length = this.#length;
    for (let i = 0; i < count; i++) {
      const start = from[i]!;
      const source = start >= 0 ? bytes : other;
      const begin = start >= 0 ? start : -1 - start;
      const end = to[i]!;
      const guess = guesses[i]!;
      if (begin >= end) codes[length++] = EMPTY;
      else if (guess !== EMPTY && this.#equals(guess, source, begin, end)) codes[length++] = guess;
      else codes[length++] = this.#encode(source, begin, end, hashes[i]!);
    }
    this.#length = length;
  }

  finish(): Column {
    const offsets = new Uint32Array(this.#distinct + 1);
    offsets.set(this.#ends.subarray(0, this.#distinct), 1);
    return {
      name: this.name,
      codes: this.#codes.slice(0, this.#length),
      values: readUtf8(this.#arena, offsets),
    };
  }

  #encode(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const code = slots[slot]!;
      if (code === EMPTY) {
        slots[slot] = this.#distinct;
        slots[slot + 1] = hash;
        return this.#add(bytes, from, to);
      }
      if (slots[slot + 1] === hash && this.#equals(code, bytes, from, to)) return code;
      slot = (slot + 2) & mask;
    }
    return this.#encodeOverflow(bytes, from, to);
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

  #add(bytes: Uint8Array, from: number, to: number): number {
    const code = this.#distinct++;
    if (code === this.#ends.length) this.#ends = grown(this.#ends);
    const start = this.#ends[code - 1]!;
    const end = start + to - from;
    if (end > 0xffffffff)
      throw new RangeError('ByteColumnBuilder: more than 4 GiB of distinct text in one column');
    if (end > this.#arena.length) {
      const bigger = new Uint8Array(Math.max(end, this.#arena.length * 2));
      bigger.set(this.#arena.subarray(0, start));
      this.#arena = bigger;
    }
    this.#arena.set(bytes.subarray(from, to), start);
    this.#ends[code] = end;
    if (this.#distinct * 4 > this.#slots.length) this.#rehash();
    return code;
  }

  #encodeOverflow(bytes: Uint8Array, from: number, to: number): number {
    const key = textOf(bytes, from, to);
    const known = this.#overflow.get(key);
    if (known !== undefined) return known;
    const code = this.#distinct;
    this.#overflow.set(key, code);
    return this.#add(bytes, from, to);
  }

  /** Makes the slots more, fourfold while that is cheap, and files every value anew by its hash. */
  #rehash(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * (old.length < QUADRUPLE_BELOW ? 4 : 2));
    const mask = slots.length - 1;
    const moved = [...this.#overflow.values()];
    this.#overflow.clear();
    for (let from = 0; from < old.length; from += 2) {
      const code = old[from]!;
      if (code !== EMPTY) this.#file(slots, mask, code, old[from + 1]!);
    }
    for (const code of moved) {
      this.#file(slots, mask, code, hashOf(this.#arena, this.#ends[code - 1]!, this.#ends[code]!));
    }
    this.#slots = slots;
  }

  /** Puts a value into the first free slot for its hash, or into the overflow map. */
  #file(slots: Uint32Array, mask: number, code: number, hash: number): void {
    let slot = (hash << 1) & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      if (slots[slot] === EMPTY) {
        slots[slot] = code;
        slots[slot + 1] = hash;
        return;
      }
      slot = (slot + 2) & mask;
    }
    this.#overflow.set(textOf(this.#arena, this.#ends[code - 1]!, this.#ends[code]!), code);
  }
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

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}
