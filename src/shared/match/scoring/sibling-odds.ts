import { exp2 } from '../../base/exp2';
import type { Siblings } from '../types';

/** log2 odds of being one record rather than two siblings; +∞ for pairs that are no siblings. */
export function oddsAmongSiblings(siblings: Siblings, levels: Uint8Array, offset: number): number {
  const { comparisons, fromLevels } = siblings;
  for (let i = 0; i < comparisons.length; i++) {
    if (levels[offset + comparisons[i]!]! < fromLevels[i]!) return Number.POSITIVE_INFINITY;
  }
  let sum = siblings.prior;
  siblings.weights.forEach((weights, c) => {
    sum += weights[levels[offset + c]!]!;
  });
  return sum;
}

/** log2 odds of being one record rather than siblings of any sort; +∞ for pairs that are no siblings. */
export function oddsAmongAll(all: readonly Siblings[], levels: Uint8Array, offset: number): number {
  let odds = Number.POSITIVE_INFINITY;
  for (const siblings of all) odds = againstBoth(odds, oddsAmongSiblings(siblings, levels, offset));
  return odds;
}

/** Odds against strangers and odds against siblings (log2) in one: a match must be likelier than both together. */
export function againstBoth(strangers: number, siblings: number): number {
  if (siblings === Number.POSITIVE_INFINITY) return strangers;
  if (strangers === Number.POSITIVE_INFINITY) return siblings;
  const low = Math.min(strangers, siblings);
  return low - Math.log2(1 + exp2(low - Math.max(strangers, siblings)));
}
