import type { LevelOf } from './comparer';

/** Dictionaries up to this size get a full table of levels; larger ones a lossy cache. */
const SQUARE = 1024;

/** Slots of the lossy cache as a power of two: as many as values to the next power, within these bounds. */
const FEWEST_BITS = 12;
const MOST_BITS = 18;

/**
 * Remembers the levels of pairs of different values; `compare` is asked with the smaller code first. The cache never
 * changes a result, only its cost: of two pairs that meet in a slot the later stays.
 */
export function cached(size: number, compare: LevelOf): LevelOf {
  return size <= SQUARE ? fullTable(size, compare) : lossyTable(size, compare);
}

function fullTable(size: number, compare: LevelOf): LevelOf {
  const table = new Uint8Array(size * size);
  return (a, b) => {
    const at = a < b ? a * size + b : b * size + a;
    const known = table[at]!;
    if (known !== 0) return known;
    const level = a < b ? compare(a, b) : compare(b, a);
    table[at] = level;
    return level;
  };
}

function lossyTable(size: number, compare: LevelOf): LevelOf {
  const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, 32 - Math.clz32(size)));
  const lows = new Uint32Array(1 << bits);
  const highs = new Uint32Array(1 << bits);
  const levels = new Uint8Array(1 << bits);
  return (a, b) => {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - bits);
    if (lows[slot] === low && highs[slot] === high) return levels[slot]!;
    const level = compare(low, high);
    lows[slot] = low;
    highs[slot] = high;
    levels[slot] = level;
    return level;
  };
}
