import { readUtf8 } from './pack';
import { type Column, EMPTY } from './types';

/** Probes before a value goes to the overflow map, so that chosen collisions cannot make reading slow. */
const MAX_PROBES = 64;

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
    this.#codes[this.#length++] = from < to ? this.#encode(bytes, from, to) : EMPTY;
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

  #encode(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
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

  /** Doubles the slots and files every value anew. */
  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#overflow.clear();
    for (let code = 1; code < this.#distinct; code++) {
      const from = this.#ends[code - 1]!;
      const to = this.#ends[code]!;
      const hash = hashOf(this.#arena, from, to);
      let slot = (hash << 1) & mask;
      let probe = 0;
      while (probe < MAX_PROBES && slots[slot] !== EMPTY) {
        slot = (slot + 2) & mask;
        probe++;
      }
      if (probe < MAX_PROBES) {
        slots[slot] = code;
        slots[slot + 1] = hash;
      } else this.#overflow.set(textOf(this.#arena, from, to), code);
    }
    this.#slots = slots;
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
