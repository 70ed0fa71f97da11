import { exp2 } from '../../base/exp2';
import type { Pairs } from '../blocking/pairs';

/** Odds (log2) are cut here: sums of them stay finite. */
const MOST = 900;

/**
 * One-to-one linking: the candidates of a record compete, since at most one of them can be its match. Gives the odds of
 * all candidates of each record together (not log2), from their weights against strangers.
 */
export function claimsOf(pairs: Pairs, weight: Float32Array, records: number): Float64Array {
  const claims = new Float64Array(records);
  for (let i = 0; i < pairs.count; i++) {
    const odds = oddsOf(weight[i]!);
    claims[pairs.left[i]!] = claims[pairs.left[i]!]! + odds;
    claims[pairs.right[i]!] = claims[pairs.right[i]!]! + odds;
  }
  return claims;
}

/**
 * What competition takes off the weight of a pair (log2, at most 0): with odds o and rivals' odds r the probability is
 * o / (1 + r + o), so the odds become o / (1 + r).
 */
export function rivalWeight(claims: Float64Array, left: number, right: number, weight: number): number {
  const odds = oddsOf(weight);
  return -Math.log2(1 + Math.max(0, claims[left]! - odds) + Math.max(0, claims[right]! - odds));
}

/** The candidates of every record after they have competed: their weights, and the odds claimed of each record. */
export function compete(
  pairs: Pairs,
  weight: Float32Array,
  records: number,
): { readonly weight: Float32Array; readonly rivals: Float64Array } {
  const rivals = claimsOf(pairs, weight, records);
  const { left, right } = pairs;
  return { rivals, weight: weight.map((w, i) => w + rivalWeight(rivals, left[i]!, right[i]!, w)) };
}

/**
 * log2 prior odds at which the expected matches of the competing candidates make up the share of matches. `weight` is
 * without a prior. The claims grow in proportion to the prior odds, so a round costs one pass and no logarithm.
 */
export function priorAmongRivals(
  pairs: Pairs,
  weight: Float32Array,
  records: number,
  totalPairs: number,
): number {
  const claims = claimsOf(pairs, weight, records);
  const odds = Float64Array.from(weight, oddsOf);
  let share = Math.min(0.3, records / totalPairs / 4);
  for (let round = 0; round < 60; round++) {
    const scale = share / (1 - share);
    let found = 1;
    for (let i = 0; i < pairs.count; i++) {
      const own = odds[i]!;
      const rivals = claims[pairs.left[i]!]! + claims[pairs.right[i]!]! - 2 * own;
      found += (scale * own) / (1 + scale * (Math.max(0, rivals) + own));
    }
    const next = Math.min(0.5, found / totalPairs);
    if (Math.abs(next - share) < share * 1e-4) break;
    share = next;
  }
  return Math.log2(share / (1 - share));
}

function oddsOf(weight: number): number {
  return exp2(Math.min(MOST, weight));
}
