import { seededRandom } from '../../base/random';
import type { Pairs } from '../blocking/pairs';
import { kindOf } from '../compare/kinds';
import type { ComparisonColumn } from '../types';
import { ANY_HOLDERS, type Holders } from './holders';
import { levelCounts, type Patterns } from './patterns';

/** Random pairs looked at for the chance of each level; all pairs when there are fewer. */
const SAMPLE = 60_000;

/** However rarely values repeat, a value is not taken to be rarer than this share of one holder. */
const FEWEST_FURTHER = 0.05;

/**
 * So many things of the world at large are counted beside those of the table: in a table of ten, two that share an e-mail
 * address do not make it an address of one in five. A thousand records hardly notice.
 */
const WORLD = 10;

/** No row. */
const NONE = 0xffffffff;

/** Per row the one before it of the same thing, or none: `thing[row]` numbers the thing a record is believed to be. */
export function earlierOfThings(thing: Uint32Array): Uint32Array {
  const earlier = new Uint32Array(thing.length);
  const last = new Uint32Array(thing.length).fill(NONE);
  for (let row = 0; row < thing.length; row++) {
    earlier[row] = last[thing[row]!]!;
    last[thing[row]!] = row;
  }
  return earlier;
}

/**
 * Frequency of each value among different things: a value that ten records of one thing share counts once. Without
 * that, a much-repeated person would make their own e-mail address look common. `earlier` is what `earlierOfThings`
 * gives; the time is linear in the rows for things of a few records. A line in many places is held by half as many things at
 * least, since a household that moved has one line in two.
 */
export function thingFrequencies(
  codes: Uint32Array,
  size: number,
  earlier: Uint32Array,
  chance: number,
  { places, most }: Holders = ANY_HOLDERS,
): Float32Array {
  const counts = new Float64Array(size);
  let filled = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === 0) continue;
    let before = earlier[row]!;
    while (before !== NONE && codes[before] !== code) before = earlier[before]!;
    if (before !== NONE) continue;
    counts[code] = counts[code]! + 1;
    filled++;
  }
  const unseen = furtherHolders(counts);
  if (places)
    for (let code = 1; code < size; code++) counts[code] = Math.max(counts[code]!, places[code]! / 2);
  const frequency = new Float32Array(size);
  const others = Math.max(1, filled - 1 + WORLD);
  for (let code = 1; code < size; code++) {
    if (counts[code]! > 0)
      frequency[code] = Math.min(
        1,
        (counts[code]! - 1 + WORLD * chance) / others + Math.min(most, unseen / others),
      );
  }
  return frequency;
}

/**
 * How many further things would hold a value that one thing holds: 2 N₂ / N₁ (Good and Turing). An e-mail address seen
 * once is not one in N; how much rarer it is shows in how few addresses are seen twice.
 */
function furtherHolders(counts: Float64Array): number {
  let once = 0;
  let twice = 0;
  for (const count of counts) {
    if (count === 1) once++;
    else if (count === 2) twice++;
  }
  return Math.min(1, Math.max(FEWEST_FURTHER, (2 * twice + 1) / (once + 2)));
}

/** Chance of each level of one comparison; `isRare` marks levels the sample saw too seldom to tell. */
export interface Chance {
  readonly u: Float64Array;
  readonly isRare: Uint8Array;
}

/** Fewer observations of a level than this say little about its chance. */
const FEWEST_SEEN = 5;

/**
 * u: the chance of each level between two different things. The exact level is the mean frequency of their values, the
 * others from the patterns of random pairs (`chancePairs`) of representatives, one record a thing, with half an
 * observation added to each.
 */
export function chanceOfLevels(
  columns: readonly ComparisonColumn[],
  sampled: Patterns,
  representatives: Uint32Array,
): Chance[] {
  const seen = levelCounts(sampled, columns.length);
  return columns.map((column, c) => {
    const levels = kindOf(column.kind).levels.length;
    const counts = seen[c]!.slice(0, levels + 1);
    const { codes, frequency } = column;
    let sum = 0;
    let filled = 0;
    for (let i = 0; i < representatives.length; i++) {
      const code = codes[representatives[i]!]!;
      if (code === 0) continue;
      sum += frequency[code]!;
      filled++;
    }
    const exact = Math.min(0.95, Math.max(sum / Math.max(1, filled), 1e-9));
    let others = 0;
    for (let level = 1; level < levels; level++) {
      counts[level] = counts[level]! + 0.5;
      others += counts[level]!;
    }
    const u = new Float64Array(levels + 1);
    for (let level = 1; level < levels; level++) u[level] = (counts[level]! / others) * (1 - exact);
    u[levels] = exact;
    const isRare = counts.map((count, level) => (level > 0 && level < levels && count < FEWEST_SEEN ? 1 : 0));
    return { u, isRare: Uint8Array.from(isRare) };
  });
}

/** Random pairs of different rows; the seed is fixed, so the same rows give the same pairs. */
export function chancePairs(rows: Uint32Array): Pairs {
  const n = rows.length;
  const total = (n * (n - 1)) / 2;
  const size = Math.min(total, SAMPLE);
  const left = new Uint32Array(size);
  const right = new Uint32Array(size);
  if (total <= SAMPLE) {
    let at = 0;
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        left[at] = rows[i]!;
        right[at++] = rows[j]!;
      }
    return { left, right, count: size };
  }
  const random = seededRandom('chance of levels');
  for (let i = 0; i < SAMPLE; i++) {
    const a = random.int(n);
    let b = random.int(n - 1);
    if (b >= a) b++;
    left[i] = rows[a]!;
    right[i] = rows[b]!;
  }
  return { left, right, count: size };
}
