/**
 * Cheap features of the values of a column, by code, from which bounds on their likeness follow without touching a
 * string. A bound is never wrong, only sometimes weak: units that share a bit or a byte make it weaker.
 */
export interface Features {
  readonly length: Uint32Array;
  /** Bit `unit & 31` is set when the text has such a unit. */
  readonly mask: Uint32Array;
  /** Bit `unit & 31` is set when the text has an odd number of such units. */
  readonly parity: Uint32Array;
  /** Low bytes of the first four units, the first one on top. */
  readonly head: Uint32Array;
}

/** The part of a text that features describe, as start and end. */
export type Part = (text: string) => readonly [start: number, end: number];

/** Features of all values, or of a part of each. Linear in the letters. */
export function featuresOf(values: readonly string[], part?: Part): Features {
  const size = values.length;
  const length = new Uint32Array(size);
  const mask = new Uint32Array(size);
  const parity = new Uint32Array(size);
  const head = new Uint32Array(size);
  for (let code = 0; code < size; code++) {
    const text = values[code]!;
    let start = 0;
    let end = text.length;
    if (part) [start, end] = part(text);
    let seen = 0;
    let odd = 0;
    let first = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      const bit = 1 << (unit & 31);
      seen |= bit;
      odd ^= bit;
      const at = i - start;
      if (at < 4) first |= (unit & 255) << (24 - 8 * at);
    }
    length[code] = end - start;
    mask[code] = seen;
    parity[code] = odd;
    head[code] = first;
  }
  return { length, mask, parity, head };
}

/** A number per value that equal parts share (FNV-1a); different parts share it hardly ever. */
export function hashesOf(values: readonly string[], part: Part): Uint32Array {
  return Uint32Array.from(values, (text) => {
    const [start, end] = part(text);
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return hash;
  });
}

/** Fewest edits (optimal string alignment) between two values: missing letters, lengths and parities each cost some. */
export function fewestEdits({ length, mask, parity }: Features, a: number, b: number): number {
  const maskA = mask[a]!;
  const maskB = mask[b]!;
  const lengths = length[a]! - length[b]!;
  // A substitution changes two parities, an insertion or deletion one, a swap of neighbours none.
  const odd = (popcount(parity[a]! ^ parity[b]!) + 1) >> 1;
  return Math.max(popcount(maskA & ~maskB), popcount(maskB & ~maskA), lengths < 0 ? -lengths : lengths, odd);
}

/** Whether the Jaro-Winkler similarity of two values is certainly below `least`. */
export function isJaroWinklerBelow(
  { length, mask, head }: Features,
  a: number,
  b: number,
  least: number,
): boolean {
  const n = length[a]!;
  const m = length[b]!;
  const maskA = mask[a]!;
  const maskB = mask[b]!;
  const common = Math.min(n - popcount(maskA & ~maskB), m - popcount(maskB & ~maskA));
  if (common <= 0) return least > 0;
  const bound = (common / n + common / m + 1) / 3;
  const prefix = Math.clz32(head[a]! ^ head[b]!) >>> 3;
  return bound + prefix * 0.1 * (1 - bound) < least - 1e-12;
}

/** Whether the shorter of two values of different length can stand inside the longer one. */
export function canContain({ length, mask }: Features, a: number, b: number): boolean {
  const n = length[a]!;
  const m = length[b]!;
  if (n === m) return false;
  return n < m ? (mask[a]! & ~mask[b]!) === 0 : (mask[b]! & ~mask[a]!) === 0;
}

function popcount(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
