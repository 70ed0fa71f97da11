import { type Kind, kindOf } from '../compare/kinds';
import type { ComparisonColumn } from '../types';
import type { Patterns } from './patterns';

/** Weight of the prior, in matches. */
const PRIOR_MATCHES = 12;
const MAX_ROUNDS = 40;

/** m from prior shares plus expected counts. */
export function estimateM(kind: Kind, matched: Float64Array): Float64Array {
  const m = new Float64Array(kind.levels.length + 1);
  let total = PRIOR_MATCHES;
  for (let level = 1; level < m.length; level++) total += matched[level]!;
  for (let level = 1; level < m.length; level++) {
    m[level] = (kind.levels[level - 1]!.m * PRIOR_MATCHES + matched[level]!) / total;
  }
  return m;
}

/**
 * m by Fellegi-Sunter expectation maximisation on pattern counts with u fixed, the kinds' prior shares as a few extra
 * observations. `totalPairs` are all pairs of the input, not only the candidates: pairs no rule made cannot be matches
 * to the model either, so leaving them out of the sums changes nothing, and no rule biases the fields it fixes.
 */
export function maximise(
  columns: readonly ComparisonColumn[],
  u: readonly Float64Array[],
  patterns: Patterns,
  counts: Float64Array,
  records: number,
  totalPairs: number,
): Float64Array[] {
  const kinds = columns.map((column) => kindOf(column.kind));
  const width = columns.length;
  const driving = drivingComparisons(columns);
  // Start from half a match a record: with many at first, common names are taken for matches.
  let share = Math.min(0.3, records / totalPairs / 2);
  let matched = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const weights = kinds.map((kind, c) => {
      const m = estimateM(kind, matched[c]!);
      const w = new Float64Array(m.length);
      for (let level = 1; level < w.length; level++) w[level] = Math.log2(m[level]! / u[c]![level]!);
      return w;
    });
    const next = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
    const odds = Math.log2(share / (1 - share));
    let found = 0;
    for (let p = 0; p < patterns.count; p++) {
      const count = counts[p]!;
      if (count === 0) continue;
      let weight = odds;
      for (const c of driving) weight += weights[c]![patterns.levels[p * width + c]!]!;
      const expected = count / (1 + 2 ** -weight);
      if (expected < 1e-9) continue;
      found += expected;
      for (let c = 0; c < width; c++) {
        const level = patterns.levels[p * width + c]!;
        if (level > 0) next[c]![level] = next[c]![level]! + expected;
      }
    }
    const before = share;
    share = Math.min(0.9, Math.max((found + 1) / totalPairs, 1e-12));
    matched = next;
    if (round > 3 && Math.abs(share - before) < before * 1e-4) break;
  }
  return kinds.map((kind, c) => estimateM(kind, matched[c]!));
}

/**
 * Comparisons that say what a match is while learning: those filled at least half as often as the best filled one.
 * Sparse ones follow: few pairs have them, often all of one group (an agency, a programme), and left to drive they
 * would make the group the thing.
 */
function drivingComparisons(columns: readonly ComparisonColumn[]): number[] {
  const fill = columns.map(({ codes }) => {
    let filled = 0;
    for (const code of codes) if (code !== 0) filled++;
    return filled;
  });
  const most = Math.max(...fill);
  return columns.flatMap((_, c) => (fill[c]! * 2 >= most ? [c] : []));
}
