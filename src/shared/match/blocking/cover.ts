import { type Random, seededRandom } from '../../base/random';
import { probabilityOf } from '../scoring/scorer';
import { areCompared, type ComparedSources } from '../sources';
import { type Groups, pairsAmong } from './blocks';
import type { Candidate } from './candidates';
import type { KeyColumn } from './keys';

const MAX_RULES = 30;

/** Pairs looked at per rule to tell what it would bring: more in large tables, where each stands for more of them. */
const sampleOf = (records: number): number => Math.min(20_000, Math.max(2_000, Math.floor(records / 10)));

/** Two records of one thing agree in the key of a field this often, about. */
const AGREE = 0.85;

/** A rule is worth its work when at least one in so many of its new pairs may be a match. */
const PAIRS_FOR_A_MATCH = 2_500;

/** So many values are compared in a fraction of a second: up to here rules are added on the mere chance. */
const FEW_VALUES = 1_200_000;

/** Every comparison is left free by at least this many rules, so that no field alone can hide a match. */
const FREE_IN = 2;

/** A candidate with some of its pairs and how likely each of them is a match. */
interface Drawn {
  readonly candidate: Candidate;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly chance: Float64Array;
  /** Pairs of the rule that each drawn one stands for; 0 once a chosen rule makes it. */
  readonly standsFor: Float64Array;
}

/**
 * Chooses rules by covering: each next rule is the one that is worth most, likely matches which no chosen rule brings
 * against the work for its new pairs. What a rule brings is judged on a sample of its pairs; how likely a pair is a
 * match follows from the keys it agrees in and how rare agreement in them is. Then rules are added until every
 * comparison is free in two, and, while all pairs together stay few enough to cost nothing, those that reach most
 * records by fields the others do not rest on. `budget` bounds the pairs of all rules together.
 */
export function cover(
  candidates: readonly Candidate[],
  keys: readonly KeyColumn[],
  comparisons: number,
  records: number,
  budget: number,
  sources: ComparedSources | null,
): Candidate[] {
  const judge = judgeOf(keys, comparisons, records);
  const left = candidates.map((candidate) => draw(candidate, judge, sampleOf(records), sources));
  const chosen: Candidate[] = [];
  let used = 0;
  const takeBest = (most: number, value: (drawn: Drawn) => number): boolean => {
    if (chosen.length >= MAX_RULES) return false;
    const at = best(left, (drawn) => (used + drawn.candidate.pairs <= most ? value(drawn) : 0));
    if (at < 0) return false;
    const { candidate } = left.splice(at, 1)[0]!;
    used += candidate.pairs;
    chosen.push(candidate);
    for (const other of left) mark(other, candidate);
    return true;
  };
  while (takeBest(budget, worth));
  for (let c = 0; c < comparisons; c++) {
    const isFree = ({ comparisons: fixed }: Candidate): boolean => !fixed.includes(c);
    while (chosen.filter(isFree).length < FREE_IN)
      if (!takeBest(budget, (drawn) => (isFree(drawn.candidate) ? reachOf(drawn, []) : 0))) break;
  }
  while (takeBest(Math.min(budget, FEW_VALUES / comparisons), (drawn) => reachOf(drawn, chosen)));
  return chosen;
}

/**
 * Likely matches among the new pairs, less one standard error of their number, less what looking at these pairs is worth.
 * Where one drawn pair stands for thousands, a single likely one is chance, and the rule that chance favours most would be
 * taken for the best.
 */
function worth({ chance, standsFor }: Drawn): number {
  let sum = 0;
  let variance = 0;
  for (let i = 0; i < chance.length; i++) {
    const pairs = standsFor[i]!;
    sum += pairs * (chance[i]! - 1 / PAIRS_FOR_A_MATCH);
    if (pairs > 1) variance += pairs * (pairs - 1) * chance[i]! * chance[i]!;
  }
  return sum - Math.sqrt(variance);
}

/** Blocks reached, by the share of new pairs; less for comparisons that chosen rules rest on already. */
function reachOf({ candidate, standsFor }: Drawn, chosen: readonly Candidate[]): number {
  const fresh =
    standsFor.reduce((sum, pairs) => sum + (pairs > 0 ? 1 : 0), 0) / Math.max(1, standsFor.length);
  const resting = candidate.comparisons.map(
    (c) => chosen.filter((other) => other.comparisons.includes(c)).length,
  );
  const crowded = resting.reduce((sum, count) => sum + count, 0) / Math.max(1, resting.length);
  return (sharing(candidate.groups) * fresh) / (1 + crowded);
}

/** Records that share a block with another one, counted once per block. */
function sharing({ starts }: Groups): number {
  let records = 0;
  for (let code = 1; code + 1 < starts.length; code++) {
    const size = starts[code + 1]! - starts[code]!;
    if (size > 1) records += size;
  }
  return records;
}

function best(drawn: readonly Drawn[], value: (drawn: Drawn) => number): number {
  let at = -1;
  let top = 0;
  drawn.forEach((one, index) => {
    const its = value(one);
    if (its > top) {
      top = its;
      at = index;
    }
  });
  return at;
}

function mark({ left, right, standsFor }: Drawn, chosen: Candidate): void {
  for (let i = 0; i < standsFor.length; i++)
    if (standsFor[i] !== 0 && chosen.shares(left[i]!, right[i]!)) standsFor[i] = 0;
}

type Judge = (left: number, right: number) => number;

/** The chance that two records are one thing, from the coarsest key of each comparison (Fellegi and Sunter 1969). */
function judgeOf(keys: readonly KeyColumn[], comparisons: number, records: number): Judge {
  const total = pairsAmong(records);
  const used: { codes: Uint32Array; agree: Float64Array }[] = [];
  for (let c = 0; c < comparisons; c++) {
    const own = keys.filter((key) => key.comparison === c);
    const key = own.find(({ fineness }) => fineness === 0) ?? own[0];
    if (key) used.push({ codes: key.codes, agree: agreementOf(key) });
  }
  const prior = Math.log2(records / 2 / Math.max(1, total));
  return (left, right) => {
    let weight = prior;
    for (const { codes, agree } of used) {
      const a = codes[left]!;
      const b = codes[right]!;
      if (a === 0 || b === 0) continue;
      weight += a === b ? agree[a]! : Math.log2(1 - AGREE);
    }
    return probabilityOf(weight);
  };
}

/** Weight of agreeing in each block of a key: the rarer the block, the more it says. */
function agreementOf({ codes, size }: KeyColumn): Float64Array {
  const counts = new Float64Array(size);
  let filled = 0;
  for (const code of codes) {
    if (code === 0) continue;
    counts[code] = counts[code]! + 1;
    filled++;
  }
  return counts.map((count) => Math.max(0, Math.log2((AGREE * filled) / Math.max(1, count))));
}

/**
 * A sample of `most` pairs of a rule, as many from each block as it has records: small blocks, where the matches are, are
 * seen well, and each pair stands for the more pairs the larger its block. The seed is fixed.
 */
function draw(candidate: Candidate, judge: Judge, most: number, sources: ComparedSources | null): Drawn {
  const { starts, rows } = candidate.groups;
  const sums = new Float64Array(starts.length - 1);
  for (let code = 1; code < sums.length; code++) {
    const size = starts[code + 1]! - starts[code]!;
    sums[code] = sums[code - 1]! + (size > 1 ? size : 0);
  }
  const all = sums[sums.length - 1]!;
  const random = seededRandom(candidate.label);
  const left: number[] = [];
  const right: number[] = [];
  const share: number[] = [];
  let code = 1;
  for (let i = 0; i < most && all > 0; i++) {
    code = blockAt(sums, ((i + random.next()) / most) * all, code);
    const [l, r] = twoOf(rows, starts[code]!, starts[code + 1]!, random);
    if (sources !== null && !areCompared(sources, l, r)) continue;
    left.push(l);
    right.push(r);
    share.push(starts[code + 1]! - starts[code]! - 1);
  }
  const total = share.reduce((sum, one) => sum + one, 0);
  return {
    candidate,
    left: Uint32Array.from(left),
    right: Uint32Array.from(right),
    chance: Float64Array.from(left, (l, i) => judge(l, right[i]!)),
    standsFor: Float64Array.from(share, (one) => (one / total) * candidate.pairs),
  };
}

/** The first block from `from` on whose running total exceeds `at`: in steps that double, then by halves. */
function blockAt(sums: Float64Array, at: number, from: number): number {
  let low = from;
  let high = low;
  for (let step = 1; high < sums.length - 1 && sums[high]! <= at; step *= 2) {
    low = high + 1;
    high = Math.min(sums.length - 1, high + step);
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function twoOf(rows: Uint32Array, from: number, to: number, random: Random): [number, number] {
  const i = random.int(to - from);
  let j = random.int(to - from - 1);
  if (j >= i) j++;
  return [rows[from + Math.min(i, j)]!, rows[from + Math.max(i, j)]!];
}
