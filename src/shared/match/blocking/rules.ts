import type { ComparedSources } from '../sources';
import { blockSizes, comparedAmong, comparedPairsIn, groupRowsByKeys, pairsAmong } from './blocks';
import type { KeyColumn, MultiKey } from './keys';

/** A rule ready to run: a block number per record (single) or several (multi); 0 and no entry = not blocked. */
export interface Rule {
  readonly label: string;
  readonly keys: readonly string[];
  /** Comparisons whose values the rule fixes; its pairs say nothing about them. */
  readonly comparisons: readonly number[];
  readonly single: { readonly codes: Uint32Array; readonly size: number } | null;
  readonly multi: MultiKey | null;
  /** Compared pairs that share a block, exact (with several keys a record: counted once per shared key). */
  readonly pairs: number;
  readonly dropped: number;
  readonly droppedNote: string | null;
  /** Records that share a block with another one. */
  readonly reach: number;
}

/** What became of blocks that were too large. */
export interface Dropped {
  readonly pairs: number;
  readonly note: string | null;
}

const NOTHING_DROPPED: Dropped = { pairs: 0, note: null };

/** A rule of keys that must all agree; `codes` numbers their joint blocks. */
export function singleRule(
  keys: readonly KeyColumn[],
  codes: Uint32Array,
  size: number,
  pairs: number,
  dropped: Dropped = NOTHING_DROPPED,
): Rule {
  const labels = keys.map((key) => key.label);
  return {
    label: labels.join(' and '),
    keys: labels,
    comparisons: keys.map((key) => key.comparison),
    single: { codes, size },
    multi: null,
    pairs,
    dropped: dropped.pairs,
    droppedNote: dropped.note,
    reach: reachOf(codes, size),
  };
}

function reachOf(codes: Uint32Array, size: number): number {
  const sizes = blockSizes(codes, size);
  let reach = 0;
  for (let code = 1; code < size; code++) if (sizes[code]! > 1) reach += sizes[code]!;
  return reach;
}

/** The rule that compares all records with all; `codes` is 1 for records that take part. */
export function completeRule(codes: Uint32Array, sources: ComparedSources | null): Rule {
  return {
    label: 'every record with every other',
    keys: [],
    comparisons: [],
    single: { codes, size: 2 },
    multi: null,
    pairs: comparedPairsIn(codes, 2, sources),
    dropped: 0,
    droppedNote: null,
    reach: codes.length,
  };
}

/** Keys of sets as they are; the most frequent keys are left out where the limit needs it, and their pairs counted. */
export function multiRule(key: MultiKey, limit: number, sources: ComparedSources | null): Rule {
  const counts = blockSizes(key.keys, key.size);
  const cap = capFor(counts, limit);
  const kept = keepKeys(key, (code) => counts[code]! <= cap);
  const pairs = multiPairs(kept, sources);
  const dropped = multiPairs(key, sources) - pairs;
  return {
    label: key.label,
    keys: [key.label],
    comparisons: [key.comparison],
    single: null,
    multi: kept,
    pairs,
    dropped,
    droppedNote: dropped === 0 ? null : frequentNote(counts, cap, dropped),
    reach: multiReach(kept, counts),
  };
}

/** Compared pairs that share a key, counted once per key they share. */
export function multiPairs(key: MultiKey, sources: ComparedSources | null): number {
  const { starts, rows } = groupRowsByKeys(key.offsets, key.keys, key.size);
  let pairs = 0;
  for (let code = 1; code < key.size; code++) {
    const from = starts[code]!;
    const to = starts[code + 1]!;
    pairs += sources ? comparedAmong(rows, from, to, sources) : pairsAmong(to - from);
  }
  return pairs;
}

function frequentNote(counts: Uint32Array, cap: number, pairs: number): string {
  const large = counts.subarray(1).filter((count) => count > cap);
  const largest = counted(large.reduce((most, count) => Math.max(most, count), 0));
  const what =
    large.length === 1
      ? `One key that ${largest} records have was left out`
      : `${counted(large.length)} keys that more than ${counted(cap)} records have (up to ${largest}) were left out`;
  return `${what}; ${counted(pairs)} pairs that share nothing rarer were not compared by this rule.`;
}

function multiReach(key: MultiKey, counts: Uint32Array): number {
  let reach = 0;
  for (let row = 0; row + 1 < key.offsets.length; row++) {
    for (let k = key.offsets[row]!; k < key.offsets[row + 1]!; k++) {
      if (counts[key.keys[k]!]! < 2) continue;
      reach++;
      break;
    }
  }
  return reach;
}

/** A key that more records than this have brings nothing but work. */
const MOST_OF_A_KEY = 400;

/** The largest block size at which all blocks up to it together stay within the limit. */
function capFor(counts: Uint32Array, limit: number): number {
  const sizes = counts.slice(1).sort();
  let sum = 0;
  for (const size of sizes) {
    sum += pairsAmong(size);
    if (sum > limit) return Math.max(1, Math.min(MOST_OF_A_KEY, size - 1));
  }
  return MOST_OF_A_KEY;
}

function keepKeys(key: MultiKey, keep: (code: number) => boolean): MultiKey {
  const rows = key.offsets.length - 1;
  const offsets = new Uint32Array(rows + 1);
  const keys = new Uint32Array(key.keys.length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let k = key.offsets[row]!; k < key.offsets[row + 1]!; k++) {
      const code = key.keys[k]!;
      if (keep(code)) keys[at++] = code;
    }
    offsets[row + 1] = at;
  }
  return { ...key, offsets, keys: keys.slice(0, at) };
}

/** A whole number with commas between its thousands: "12,000". */
export function counted(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
