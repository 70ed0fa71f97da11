import { popcount } from '../kernels/bits';

/**
 * Cheap features of the values of a column, by code, from which bounds on their likeness follow without touching a
 * string. A bound is never wrong, only sometimes weak: units that share a bit or a byte make it weaker. The features of
 * one value lie side by side, so that looking at it costs one line of the cache:
 *
 *     length | mask: bit `unit & 31` is set when the text has such a unit
 *            | parity: … when it has an odd number of such units | head: low bytes of the first four units, first on top
 */
export type Features = Int32Array;

/** Places of the features of one value, and how many there are (as a shift). Predicates are given where a value's begin. */
export const LENGTH = 0;
export const MASK = 1;
export const PARITY = 2;
export const HEAD = 3;
export const FEATURES_SHIFT = 2;

/** The part of a text that features describe, as start and end. */
export type Part = (text: string) => readonly [start: number, end: number];

/** Features of all values, or of a part of each. Linear in the letters. */
export function featuresOf(values: readonly string[], part?: Part): Features {
  const features = new Int32Array(values.length << FEATURES_SHIFT);
  for (let code = 0; code < values.length; code++) {
    const text = values[code]!;
    let start = 0;
    let end = text.length;
    if (part) [start, end] = part(text);
    let mask = 0;
    let parity = 0;
    let head = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      const bit = 1 << (unit & 31);
      mask |= bit;
      parity ^= bit;
      const at = i - start;
      if (at < 4) head |= (unit & 255) << (24 - 8 * at);
    }
    const at = code << FEATURES_SHIFT;
    features[at + LENGTH] = end - start;
    features[at + MASK] = mask;
    features[at + PARITY] = parity;
    features[at + HEAD] = head;
  }
  return features;
}

/** A number per value that equal parts share (FNV-1a); different parts share it hardly ever. */
export function hashesOf(values: readonly string[], part: Part): Uint32Array {
  const hashes = new Uint32Array(values.length);
  for (let code = 0; code < values.length; code++) {
    const text = values[code]!;
    const [start, end] = part(text);
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hashes[code] = hash;
  }
  return hashes;
}

/**
 * Units by which two texts differ at least, however they are ordered: a letter that is odd in one only counts once, one
 * that is even and in one only twice.
 */
function fewestOwnUnits(maskA: number, maskB: number, parityA: number, parityB: number): number {
  const odd = parityA ^ parityB;
  return popcount(odd) + 2 * popcount((maskA ^ maskB) & ~odd);
}

/**
 * Whether the values at `i` and `j` are certainly more than `most` edits apart (optimal string alignment). An insertion or
 * deletion changes one unit, a substitution two, a swap of neighbours none; each missing letter costs an edit of its own.
 */
export function areFurtherThan(features: Features, i: number, j: number, most: number): boolean {
  const lengths = features[i]! - features[j]!;
  if (lengths > most || -lengths > most) return true;
  const maskA = features[i + MASK]!;
  const maskB = features[j + MASK]!;
  if (popcount(maskA & ~maskB) > most || popcount(maskB & ~maskA) > most) return true;
  return fewestOwnUnits(maskA, maskB, features[i + PARITY]!, features[j + PARITY]!) > 2 * most;
}

/** Lengths below this are looked up; longer texts are bounded by arithmetic. */
const TABLED = 32;

/** Lengths of the common prefix that count, 0 to 4, rounded up to a power of two. */
const PREFIX_SHIFT = 3;
const LENGTH_SHIFT = 8;

/** Letters two texts must have in common at least to reach a Jaro-Winkler similarity, by lengths and common prefix. */
export type FewestCommon = Uint8Array;

const tables = new Map<number, FewestCommon>();

/** Bounds for the similarity `least`; made once for each. */
export function fewestCommonFor(least: number): FewestCommon {
  let table = tables.get(least);
  if (!table) {
    table = new Uint8Array(TABLED << LENGTH_SHIFT);
    for (let n = 1; n < TABLED; n++)
      for (let prefix = 0; prefix <= 4; prefix++) {
        // Against longer texts never fewer are enough.
        let common = 1;
        for (let m = 1; m < TABLED; m++) {
          while (common <= n && common <= m && isBoundBelow(common, n, m, prefix, least)) common++;
          table[(n << LENGTH_SHIFT) | (m << PREFIX_SHIFT) | prefix] = common;
        }
      }
    tables.set(least, table);
  }
  return table;
}

/** Whether texts of `n` and `m` units, at most `common` of them in common, stay below a Jaro-Winkler similarity. */
function isBoundBelow(common: number, n: number, m: number, prefix: number, least: number): boolean {
  const bound = (common / n + common / m + 1) / 3;
  return bound + prefix * 0.1 * (1 - bound) < least - 1e-12;
}

/** Whether the Jaro-Winkler similarity of the values at `i` and `j` is certainly below `least`; `table` is that of `least`. */
export function isJaroWinklerBelow(
  features: Features,
  i: number,
  j: number,
  least: number,
  table: FewestCommon,
): boolean {
  const n = features[i]!;
  const m = features[j]!;
  const maskA = features[i + MASK]!;
  const maskB = features[j + MASK]!;
  const fewest = fewestInCommon(n, m, features[i + HEAD]! ^ features[j + HEAD]!, least, table);
  // The dearer count only where the letters of one alone do not tell.
  if (n - popcount(maskA & ~maskB) < fewest || m - popcount(maskB & ~maskA) < fewest) return true;
  const own = fewestOwnUnits(maskA, maskB, features[i + PARITY]!, features[j + PARITY]!);
  return (n + m - own) >> 1 < fewest;
}

/** Units that texts of `n` and `m` must have in common for a Jaro-Winkler similarity of `least`; `heads` are their heads, xored. */
function fewestInCommon(n: number, m: number, heads: number, least: number, table: FewestCommon): number {
  const prefix = Math.clz32(heads) >>> 3;
  return (n | m) < TABLED
    ? table[(n << LENGTH_SHIFT) | (m << PREFIX_SHIFT) | prefix]!
    : fewestOfLong(n, m, prefix, least);
}

/** The same for texts that are not tabled: the Jaro similarity that is enough, solved; a hair less, for rounding. */
function fewestOfLong(n: number, m: number, prefix: number, least: number): number {
  const jaro = (least - 0.1 * prefix) / (1 - 0.1 * prefix);
  return Math.max(1, Math.ceil((3 * jaro - 1) / (1 / n + 1 / m) - 1e-6));
}

/**
 * Whether the names at `i` and `j` are certainly unlike: no slip (one edit, two in names of eight letters and more) and Jaro-Winkler
 * below `least`. Most pairs of names are told apart here: both bounds are taken from the same counts.
 */
export function areUnlike(
  features: Features,
  i: number,
  j: number,
  least: number,
  table: FewestCommon,
): boolean {
  const n = features[i]!;
  const m = features[j]!;
  const maskA = features[i + MASK]!;
  const maskB = features[j + MASK]!;
  const fewest = fewestInCommon(n, m, features[i + HEAD]! ^ features[j + HEAD]!, least, table);
  const slips = n >= 8 || m >= 8 ? 2 : 1;
  const onlyA = popcount(maskA & ~maskB);
  // Names told apart by the letters of one alone, which most are, need no other count.
  return (n - onlyA < fewest && onlyA > slips) || areUnlikeByAll(features, i, j, fewest, slips, onlyA);
}

function areUnlikeByAll(
  features: Features,
  i: number,
  j: number,
  fewest: number,
  slips: number,
  onlyA: number,
): boolean {
  const n = features[i]!;
  const m = features[j]!;
  const maskA = features[i + MASK]!;
  const maskB = features[j + MASK]!;
  const onlyB = popcount(maskB & ~maskA);
  const own = fewestOwnUnits(maskA, maskB, features[i + PARITY]!, features[j + PARITY]!);
  if (n - onlyA >= fewest && m - onlyB >= fewest && (n + m - own) >> 1 >= fewest) return false;
  return own > 2 * slips || onlyA > slips || onlyB > slips || n - m > slips || m - n > slips;
}

/** Whether the shorter of the values at `i` and `j`, of different length, can stand inside the longer one. */
export function canContain(features: Features, i: number, j: number): boolean {
  const n = features[i]!;
  const m = features[j]!;
  if (n === m) return false;
  const maskA = features[i + MASK]!;
  const maskB = features[j + MASK]!;
  return n < m ? (maskA & ~maskB) === 0 : (maskB & ~maskA) === 0;
}
