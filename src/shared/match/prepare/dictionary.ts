import { grown } from '../../base/grown';
import type { Column } from '../../table/types';

/** A search longer than this means values made to collide, not chance. */
const MOST_PROBES = 200;

/**
 * Distinct normalised values on the way to a column; '' is always code 0. An open hash table over the codes, since a Map
 * of a million strings costs more time and much more memory; a Map takes over when values were made to collide.
 */
export class Dictionary {
  readonly values: string[] = [''];
  #slots = new Uint32Array(256);
  #hashes = new Uint32Array(128);
  #refuge: Map<string, number> | null = null;

  codeOf(value: string): number {
    if (value === '') return 0;
    if (this.#refuge) return this.#refugeCode(this.#refuge, value);
    const hash = hashOf(value);
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const code = this.#slots[slot]!;
      if (code === 0) return this.#add(value, hash, slot);
      if (this.#hashes[code] === hash && this.values[code] === value) return code;
      slot = (slot + 1) & last;
    }
    this.#refuge = new Map(this.values.map((known, code) => [known, code]));
    return this.#refugeCode(this.#refuge, value);
  }

  #refugeCode(codes: Map<string, number>, value: string): number {
    const known = codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    codes.set(value, code);
    this.values.push(value);
    return code;
  }

  #add(value: string, hash: number, slot: number): number {
    const code = this.values.length;
    this.values.push(value);
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (code + 1 === this.#hashes.length) this.#grow();
    return code;
  }

  #grow(): void {
    const hashes = grown(this.#hashes);
    const slots = new Uint32Array(hashes.length * 2);
    const last = slots.length - 1;
    for (let code = 1; code < this.values.length; code++) {
      let slot = hashes[code]! & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = code;
    }
    this.#hashes = hashes;
    this.#slots = slots;
  }
}

/** FNV-1a over the units, its high bits mixed into the low ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The column's codes under a normalising function, which runs once per distinct value. */
export function encode(
  column: Column,
  dictionary: Dictionary,
  normalise: (value: string) => string,
): Uint32Array {
  const map = new Uint32Array(column.values.length);
  for (let i = 1; i < map.length; i++) map[i] = dictionary.codeOf(normalise(column.values[i]!));
  const codes = new Uint32Array(column.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = map[column.codes[row]!]!;
  return codes;
}

/**
 * One code per record for several columns that hold values of one meaning: the sorted set of the filled ones. Each
 * combination is joined once.
 */
export function encodeSet(
  columns: readonly Column[],
  dictionary: Dictionary,
  normalise: (value: string, column: number) => string,
  separator: string,
): Uint32Array {
  const only = columns.length === 1 ? columns[0] : undefined;
  if (only) return encode(only, dictionary, (value) => normalise(value, 0));
  const parts = new Dictionary();
  const lists = columns.map((column, index) => encode(column, parts, (value) => normalise(value, index)));
  const first = lists[0];
  if (!first) return new Uint32Array(0);
  const single = new Uint32Array(parts.values.length).fill(0xffffffff);
  const combined = new Map<string, number>();
  const codes = new Uint32Array(first.length);
  for (let row = 0; row < codes.length; row++) {
    let filled = 0;
    let last = 0;
    for (const list of lists) {
      const code = list[row]!;
      if (code !== 0 && code !== last) {
        filled++;
        last = code;
      }
    }
    if (filled === 0) continue;
    if (filled === 1) {
      let code = single[last]!;
      if (code === 0xffffffff) {
        code = dictionary.codeOf(parts.values[last]!);
        single[last] = code;
      }
      codes[row] = code;
      continue;
    }
    const key = lists.map((list) => list[row]!).join(',');
    let code = combined.get(key);
    if (code === undefined) {
      const set = new Set<string>();
      for (const list of lists) {
        const value = parts.values[list[row]!]!;
        if (value !== '') set.add(value);
      }
      code = dictionary.codeOf([...set].sort().join(separator));
      combined.set(key, code);
    }
    codes[row] = code;
  }
  return codes;
}
