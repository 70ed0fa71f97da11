import { exp2 } from '../../base/exp2';
import type { Pairs } from '../blocking/pairs';
import { isWordKind, type Kind, kindOf } from '../compare/kinds';
import type { ComparisonColumn } from '../types';
import type { Chance } from './chance';
import type { Patterns } from './patterns';
import { againstBoth } from './sibling-odds';

/** Weight of the prior, in matches. */
const PRIOR_MATCHES = 12;
const MAX_ROUNDS = 40;

/**
 * The first rounds learn from sure pairs only (log2 odds): where namesakes outnumber matches, and their mailboxes are made
 * of their names, learning that begins with everything likely settles on the name being the person.
 */
const SURE_ROUNDS = 3;
const SURE = 10;

/** More levels than any kind has, 0 included. */
const MOST_LEVELS = 16;

/** Matches differ in a field at least this often, as a share of the prior: data alone may look too clean. */
const FEWEST_DIFFERENT = 0.15;

/** m from prior shares plus expected counts. */
export function estimateM(kind: Kind, matched: Float64Array): Float64Array {
  const m = new Float64Array(kind.levels.length + 1);
  let total = PRIOR_MATCHES;
  for (let level = 1; level < m.length; level++) total += matched[level]!;
  for (let level = 1; level < m.length; level++) {
    m[level] = (kind.levels[level - 1]!.m * PRIOR_MATCHES + matched[level]!) / total;
  }
  m[1] = Math.max(m[1]!, kind.levels[0]!.m * FEWEST_DIFFERENT);
  return m;
}

/** Fields a model of matches and others can be learned from. */
const FEWEST_FIELDS = 3;

/** Level from which texts share half of their words and more. */
const HALF_THE_WORDS = 4;

/** Shares of the levels among matches (m) and among other pairs (u), per comparison. */
export interface Fitted {
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** False with fewer than three fields: then m is the prior share, only the share of matches is learned. */
  readonly learned: boolean;
  /** Probability of a match per pattern. */
  readonly matches: Float64Array;
}

/** The pairs learned from. */
export interface Evidence {
  readonly patterns: Patterns;
  /** Pairs per pattern. */
  readonly counts: Float64Array;
  readonly records: number;
  /** All pairs of the input, not only the candidates. */
  readonly totalPairs: number;
  /** Whether the candidates are all pairs. */
  readonly complete: boolean;
  /** One-to-one linking: the candidates themselves, since they compete for their records; else null. */
  readonly rivals: Pairs | null;
  /** Per pattern, log2 odds of being one record rather than two siblings; null without siblings. */
  readonly amongSiblings: Float64Array | null;
}

/**
 * m by Fellegi-Sunter expectation maximisation on pattern counts, u given, the kinds' prior shares as a few extra
 * observations. The share of matches is one of all pairs, not of the candidates: pairs no rule made cannot be matches
 * to the model either, so leaving them out of the sums changes nothing, and no rule biases the fields it fixes.
 */
export function maximise(
  columns: readonly ComparisonColumn[],
  chances: readonly Chance[],
  evidence: Evidence,
): Fitted {
  const { patterns, records, totalPairs } = evidence;
  const kinds = columns.map((column) => kindOf(column.kind));
  const width = columns.length;
  const driving = drivingComparisons(columns);
  const fill = fillOf(columns);
  // Agreement of fewer than three fields does not tell matches from others (latent classes are not identified).
  const learned = driving.length >= FEWEST_FIELDS;
  // Start from half a match a record: with many at first, common names are taken for matches.
  let share = Math.min(0.3, records / totalPairs / 2);
  let matched = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
  const byPattern = new Float64Array(patterns.count);
  const u = chances.map((chance, c) => startingChance(chance, columns[c]!));
  const seen = kinds.map((kind, c) => levelTotals(kind, c, width, evidence));
  let matches = new Float64Array(patterns.count);
  // The weights of all levels in one list, and where in it the levels of a pattern stand.
  const weights = new Float64Array(width * MOST_LEVELS);
  const placeOf = new Uint16Array(patterns.count * driving.length);
  for (let p = 0; p < patterns.count; p++)
    driving.forEach((c, k) => {
      placeOf[p * driving.length + k] = c * MOST_LEVELS + patterns.levels[p * width + c]!;
    });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    kinds.forEach((kind, c) => {
      const m = estimateM(kind, matched[c]!);
      for (let level = 1; level < m.length; level++)
        weights[c * MOST_LEVELS + level] = Math.log2(m[level]! / u[c]![level]!);
    });
    const odds = Math.log2(share / (1 - share));
    for (let p = 0; p < patterns.count; p++) {
      let weight = odds;
      for (let k = 0; k < driving.length; k++) weight += weights[placeOf[p * driving.length + k]!]!;
      if (evidence.amongSiblings) weight = againstBoth(weight, evidence.amongSiblings[p]!);
      byPattern[p] = round < SURE_ROUNDS && weight < SURE ? 0 : exp2(Math.min(60, weight));
    }
    const expected = evidence.rivals
      ? expectedWithRivals(byPattern, evidence.rivals, patterns, records)
      : byPattern.map((odd, p) => (evidence.counts[p]! * odd) / (1 + odd));
    matches = expected.map((one, p) => one / Math.max(1, evidence.counts[p]!));
    matched = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
    let found = 0;
    for (let p = 0; p < patterns.count; p++) {
      if (expected[p]! < 1e-9) continue;
      found += expected[p]!;
      if (!learned) continue;
      for (let c = 0; c < width; c++) {
        const counts = matched[c]!;
        const level = patterns.levels[p * width + c]!;
        if (level > 0) counts[level] = counts[level]! + expected[p]!;
      }
    }
    if (evidence.complete && learned) {
      refineRare(u, chances, seen, matched, (c) => totalPairs * fill[c]! * fill[c]!);
    }
    const before = share;
    share = Math.min(0.9, Math.max((found + 1) / totalPairs, 1e-12));
    if (round > 3 && Math.abs(share - before) < before * 1e-4) break;
  }
  return { m: kinds.map((kind, c) => estimateM(kind, matched[c]!)), u, learned, matches };
}

/** Candidate pairs at each level of a comparison. */
function levelTotals(kind: Kind, c: number, width: number, { patterns, counts }: Evidence): Float64Array {
  const totals = new Float64Array(kind.levels.length + 1);
  for (let p = 0; p < patterns.count; p++) {
    const level = patterns.levels[p * width + c]!;
    totals[level] = totals[level]! + counts[p]!;
  }
  return totals;
}

/** Sharing more words by chance is this much rarer from level to level, where nothing else tells. */
const DECLINE = 0.2;

/** The sampled chances; for words, levels too rare for the sample continue the decline of the levels below. */
function startingChance({ u, isRare }: Chance, column: ComparisonColumn): Float64Array {
  const start = u.slice();
  if (!isWordKind(kindOf(column.kind).id)) return start;
  for (let level = HALF_THE_WORDS; level < start.length - 1; level++) {
    if (isRare[level] === 1) start[level] = Math.min(start[level]!, start[level - 1]! * DECLINE);
  }
  return start;
}

/** Where all pairs were compared, rare chances are counted among those that are not matches. */
function refineRare(
  u: readonly Float64Array[],
  chances: readonly Chance[],
  seen: readonly Float64Array[],
  matched: readonly Float64Array[],
  pairsWith: (comparison: number) => number,
): void {
  chances.forEach((chance, c) => {
    for (let level = 2; level < chance.u.length; level++) {
      if (chance.isRare[level] === 0) continue;
      const others = Math.max(0, seen[c]![level]! - matched[c]![level]!);
      u[c]![level] = Math.min(chance.u[level]!, (others + 1) / Math.max(1, pairsWith(c)));
    }
  });
}

/** Expected matches per pattern when each record has at most one: all candidates of both records share one unit. */
function expectedWithRivals(
  odds: Float64Array,
  rivals: Pairs,
  patterns: Patterns,
  records: number,
): Float64Array {
  const claims = new Float64Array(records);
  for (let i = 0; i < rivals.count; i++) {
    const odd = odds[patterns.of[i]!]!;
    claims[rivals.left[i]!] = claims[rivals.left[i]!]! + odd;
    claims[rivals.right[i]!] = claims[rivals.right[i]!]! + odd;
  }
  const expected = new Float64Array(patterns.count);
  for (let i = 0; i < rivals.count; i++) {
    const pattern = patterns.of[i]!;
    const odd = odds[pattern]!;
    const all = claims[rivals.left[i]!]! + claims[rivals.right[i]!]! - odd;
    expected[pattern] = expected[pattern]! + odd / (1 + all);
  }
  return expected;
}

/**
 * Comparisons that say what a match is while learning: those filled at least half as often as the best filled one.
 * Sparse ones follow: few pairs have them, often all of one group (an agency, a programme), and left to drive they
 * would make the group the thing.
 */
function drivingComparisons(columns: readonly ComparisonColumn[]): number[] {
  const fill = fillOf(columns);
  const most = Math.max(...fill);
  return columns.flatMap((_, c) => (fill[c]! * 2 >= most ? [c] : []));
}

/** Share of records with a value, per comparison. */
function fillOf(columns: readonly ComparisonColumn[]): number[] {
  return columns.map(({ codes }) => {
    let filled = 0;
    for (const code of codes) if (code !== 0) filled++;
    return filled / Math.max(1, codes.length);
  });
}
