import { type Random, seededRandom } from '../../base/random';
import { areCompared, type ComparedSources } from '../sources';
import { groupRows, groupRowsByKeys, pairsAmong } from './blocks';
import type { KeyColumn } from './keys';
import { sharesBlock } from './pairs';
import type { Rule } from './rules';

const MAX_RULES = 30;

/** Pairs looked at per rule to tell what it would bring. */
const SAMPLE = 600;

/** Two records of one thing agree in the key of a field this often, about. */
const AGREE = 0.85;

/** A rule is worth its work when at least one in so many of its new pairs may be a match. */
const PAIRS_FOR_A_MATCH = 5_000;

/** So many pairs cost a fraction of a second: up to here rules are added on the mere chance. */
const FEW_PAIRS = 250_000;

/** Every comparison is left free by at least this many rules, so that no field alone can hide a match. */
const FREE_IN = 2;

/** A rule with some of its pairs and how likely each of them is a match. */
interface Drawn {
  readonly rule: Rule;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly chance: Float64Array;
  /** 1 for pairs that no chosen rule makes. */
  readonly isNew: Uint8Array;
}

/**
 * Chooses rules by covering: each next rule is the one that brings most likely matches which no chosen rule brings,
 * while those are worth its work. What a rule brings is judged on a sample of its pairs; how likely a pair is a match
 * follows from the keys it agrees in and how rare agreement in them is. Then rules are added until every comparison is
 * free in two, and, while all pairs together stay few enough to cost nothing, those that reach most records by fields
 * the others do not rest on. `budget` bounds the pairs of all rules together.
 */
export function cover(
  candidates: readonly Rule[],
  keys: readonly KeyColumn[],
  comparisons: number,
  records: number,
  budget: number,
  sources: ComparedSources | null,
): Rule[] {
  const judge = judgeOf(keys, comparisons, records);
  const left = candidates.map((rule) => draw(rule, judge, sources));
  const chosen: Rule[] = [];
  let used = 0;
  const takeBest = (most: number, value: (drawn: Drawn) => number): boolean => {
    const at = best(left, (drawn) => (used + drawn.rule.pairs <= most ? value(drawn) : 0));
    if (at < 0 || chosen.length >= MAX_RULES) return false;
    const { rule } = left.splice(at, 1)[0]!;
    used += rule.pairs;
    chosen.push(rule);
    for (const other of left) mark(other, rule);
    return true;
  };
  while (takeBest(budget, worth));
  for (let c = 0; c < comparisons; c++) {
    const isFree = ({ comparisons: fixed }: Rule): boolean => !fixed.includes(c);
    while (chosen.filter(isFree).length < FREE_IN)
      if (!takeBest(budget, (drawn) => (isFree(drawn.rule) ? drawn.rule.reach : 0))) break;
  }
  while (takeBest(Math.min(budget, FEW_PAIRS), (drawn) => reachOfNew(drawn, chosen)));
  return chosen.sort((a, b) => a.pairs - b.pairs || (a.label < b.label ? -1 : 1));
}

/** Records reached by new pairs, counting less for comparisons that chosen rules rest on already. */
function reachOfNew({ rule, isNew }: Drawn, chosen: readonly Rule[]): number {
  const fresh = isNew.reduce((sum, one) => sum + one, 0) / Math.max(1, isNew.length);
  const resting = rule.comparisons.map((c) => chosen.filter((other) => other.comparisons.includes(c)).length);
  const crowded = resting.reduce((sum, count) => sum + count, 0) / Math.max(1, resting.length);
  return (rule.reach * fresh) / (1 + crowded);
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

/** Likely matches among the new pairs of a rule; 0 when they are too few for the work. */
function worth({ rule, chance, isNew }: Drawn): number {
  let found = 0;
  let fresh = 0;
  for (let i = 0; i < chance.length; i++) {
    if (isNew[i] === 0) continue;
    fresh++;
    found += chance[i]!;
  }
  if (fresh === 0 || found * PAIRS_FOR_A_MATCH < fresh) return 0;
  return (found / chance.length) * rule.pairs;
}

function mark({ left, right, isNew }: Drawn, chosen: Rule): void {
  for (let i = 0; i < isNew.length; i++)
    if (isNew[i] === 1 && sharesBlock(chosen, left[i]!, right[i]!)) isNew[i] = 0;
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
    return 1 / (1 + 2 ** -weight);
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

/** A sample of the pairs of a rule, each pair as likely as another; the seed is fixed. */
function draw(rule: Rule, judge: Judge, sources: ComparedSources | null): Drawn {
  const { starts, rows } = rule.single
    ? groupRows(rule.single.codes, rule.single.size)
    : groupRowsByKeys(rule.multi!.offsets, rule.multi!.keys, rule.multi!.size);
  const sums = new Float64Array(starts.length - 1);
  for (let code = 1; code < sums.length; code++)
    sums[code] = sums[code - 1]! + pairsAmong(starts[code + 1]! - starts[code]!);
  const all = sums[sums.length - 1]!;
  const random = seededRandom(rule.label);
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i < SAMPLE && all > 0; i++) {
    const code = blockAt(sums, ((i + random.next()) / SAMPLE) * all);
    const [l, r] = twoOf(rows, starts[code]!, starts[code + 1]!, random);
    if (sources !== null && !areCompared(sources, l, r)) continue;
    left.push(l);
    right.push(r);
  }
  return {
    rule,
    left: Uint32Array.from(left),
    right: Uint32Array.from(right),
    chance: Float64Array.from(left, (l, i) => judge(l, right[i]!)),
    isNew: new Uint8Array(left.length).fill(1),
  };
}

/** The first block whose running total exceeds `at`. */
function blockAt(sums: Float64Array, at: number): number {
  let low = 1;
  let high = sums.length - 1;
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
