import { popcount } from './bits';

/**
 * Jaro and Jaro-Winkler similarity on UTF-16 code units. The shorter text is laid out as bits, one word up to 32 units and
 * two up to 64, so that "the first free equal unit in the window" is a few operations; longer texts use flags.
 */

const WORD = 32;

/** Bit i of `LOW[c]` (`HIGH[c]`) says that unit i (32 + i) of the pattern is c; all zero between calls. */
const LOW = new Uint32Array(65536);
const HIGH = new Uint32Array(65536);

/** Units of the text that found a partner, in order; up to as many as a pattern of two words has. */
const paired = new Uint16Array(2 * WORD);

/** What the last pass found: common units, and how many of them stand in another order. */
let common = 0;
let crossed = 0;

/** Jaro similarity, 0..1 (Jaro 1989). Two empty strings are equal (1). Symmetric. */
export function jaro(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  pair(a, b);
  if (common === 0) return 0;
  return (common / a.length + common / b.length + (common - (crossed >> 1)) / common) / 3;
}

/**
 * Jaro-Winkler similarity: Jaro plus 0.1 per common leading unit, at most four (Winkler 1990). Below `boostThreshold`
 * the prefix counts nothing; some libraries use 0.7, the default here is none.
 */
export function jaroWinkler(a: string, b: string, boostThreshold = 0): number {
  const base = jaro(a, b);
  if (base < boostThreshold || base === 1) return base;
  return base + commonPrefix(a, b) * 0.1 * (1 - base);
}

/**
 * Jaro-Winkler with the adjustment for long strings (Winkler 1994): texts of five units or more with more in common than
 * the prefix gain part of the rest. Prefix and adjustment count from a Jaro similarity above 0.7.
 */
export function jaroWinklerLong(a: string, b: string): number {
  const base = jaro(a, b);
  if (base <= 0.7 || base === 1) return base;
  const prefix = commonPrefix(a, b);
  const boosted = base + prefix * 0.1 * (1 - base);
  const shorter = Math.min(a.length, b.length);
  if (shorter <= 4 || common <= prefix + 1 || 2 * common < shorter + prefix) return boosted;
  return boosted + ((1 - boosted) * (common - prefix - 1)) / (a.length + b.length - 2 * prefix + 2);
}

/** Equal leading units, at most four. */
export function commonPrefix(a: string, b: string): number {
  const limit = Math.min(4, a.length, b.length);
  let prefix = 0;
  while (prefix < limit && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return prefix;
}

function pair(a: string, b: string): void {
  const [pattern, text] = a.length <= b.length ? [a, b] : [b, a];
  const window = Math.max(0, (text.length >> 1) - 1);
  if (pattern.length <= WORD) pairOneWord(pattern, text, window);
  else if (pattern.length <= 2 * WORD) pairTwoWords(pattern, text, window);
  else pairFlags(pattern, text, window);
}

/** Bits 0 to `last`; all for 31 and more. */
function bitsUpTo(last: number): number {
  return last >= WORD - 1 ? -1 : (1 << (last + 1)) - 1;
}

function pairOneWord(pattern: string, text: string, window: number): void {
  const m = pattern.length;
  for (let j = 0; j < m; j++) {
    const unit = pattern.charCodeAt(j);
    LOW[unit] = LOW[unit]! | (1 << j);
  }
  let used = 0;
  let count = 0;
  let near = bitsUpTo(window);
  const end = Math.min(text.length, m + window);
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    const free = LOW[unit]! & near & ~used;
    if (free !== 0) {
      used |= free & -free;
      paired[count++] = unit;
    }
    near = (near << 1) | (i < window ? 1 : 0);
  }
  for (let j = 0; j < m; j++) LOW[pattern.charCodeAt(j)] = 0;
  common = count;
  crossed = outOfOrder(used, 0, pattern, 0);
}

function pairTwoWords(pattern: string, text: string, window: number): void {
  const m = pattern.length;
  for (let j = 0; j < WORD; j++) {
    const unit = pattern.charCodeAt(j);
    LOW[unit] = LOW[unit]! | (1 << j);
  }
  for (let j = WORD; j < m; j++) {
    const unit = pattern.charCodeAt(j);
    HIGH[unit] = HIGH[unit]! | (1 << (j - WORD));
  }
  let usedLow = 0;
  let usedHigh = 0;
  let count = 0;
  let nearLow = bitsUpTo(window);
  let nearHigh = window < WORD ? 0 : bitsUpTo(window - WORD);
  const end = Math.min(text.length, m + window);
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    const freeLow = LOW[unit]! & nearLow & ~usedLow;
    if (freeLow !== 0) {
      usedLow |= freeLow & -freeLow;
      paired[count++] = unit;
    } else {
      const freeHigh = HIGH[unit]! & nearHigh & ~usedHigh;
      if (freeHigh !== 0) {
        usedHigh |= freeHigh & -freeHigh;
        paired[count++] = unit;
      }
    }
    nearHigh = (nearHigh << 1) | (nearLow >>> 31);
    nearLow = (nearLow << 1) | (i < window ? 1 : 0);
  }
  for (let j = 0; j < m; j++) {
    const unit = pattern.charCodeAt(j);
    LOW[unit] = 0;
    HIGH[unit] = 0;
  }
  common = count;
  const inLow = outOfOrder(usedLow, 0, pattern, 0);
  crossed = inLow + outOfOrder(usedHigh, popcount(usedLow), pattern, WORD);
}

/** Used units of the pattern (bits from `offset` on) that differ from the paired ones of the text, from `at` on. */
function outOfOrder(used: number, at: number, pattern: string, offset: number): number {
  let differing = 0;
  let rest = used;
  for (let k = at; rest !== 0; k++) {
    const j = 31 - Math.clz32(rest & -rest);
    if (pattern.charCodeAt(offset + j) !== paired[k]) differing++;
    rest &= rest - 1;
  }
  return differing;
}

function pairFlags(pattern: string, text: string, window: number): void {
  const m = pattern.length;
  const used = new Uint8Array(m);
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const to = Math.min(m - 1, i + window);
    for (let j = Math.max(0, i - window); j <= to; j++) {
      if (used[j] === 1 || pattern.charCodeAt(j) !== unit) continue;
      used[j] = 1;
      units.push(unit);
      break;
    }
  }
  common = units.length;
  crossed = 0;
  for (let j = 0, k = 0; j < m; j++) {
    if (used[j] === 1 && pattern.charCodeAt(j) !== units[k++]) crossed++;
  }
}
