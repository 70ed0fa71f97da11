import { oddsOf, probabilityOf } from '../scoring/scorer';
import { DEFAULT_MATCH_SETTINGS, type MatchResult } from '../types';

/** A threshold is suggested within these: lower joins what is likelier wrong, higher asks about the obvious. */
const LOWEST = 0.5;
const HIGHEST = 0.99;

/** Recall counts half as much as precision (F½): what is not joined can still be looked at, what is joined is not. */
const BETA_SQUARED = 0.25;

/**
 * The probability from which joining all pairs is expected to serve best: it maximises the expected F½ of the pairs, with
 * the matches expected among all candidates as what there is to find (dedupe and fastLink choose by expected F, too; plain
 * F1 would always join from below one half). Pairs that tie go together. Without pairs, the default. O(n log n).
 */
export function suggestedThreshold(result: MatchResult): number {
  const weights = result.weight.slice().sort().reverse();
  let total = 0;
  for (const weight of weights) total += probabilityOf(weight);
  const lowest = oddsOf(LOWEST);
  let right = 0;
  let best = 0;
  let at = Number.NaN;
  for (let i = 0; i < weights.length && weights[i]! >= lowest; i++) {
    right += probabilityOf(weights[i]!);
    if (weights[i + 1] === weights[i]) continue;
    const f = ((1 + BETA_SQUARED) * right) / (i + 1 + BETA_SQUARED * total);
    if (f < best) continue;
    best = f;
    at = weights[i]!;
  }
  if (Number.isNaN(at)) return DEFAULT_MATCH_SETTINGS.matchThreshold;
  return Math.min(HIGHEST, Math.max(LOWEST, probabilityOf(at)));
}
