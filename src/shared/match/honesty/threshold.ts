import { oddsOf, probabilityOf } from '../scoring/scorer';
import { DEFAULT_MATCH_SETTINGS, type MatchResult, type MatchSettings } from '../types';

/** What is aimed at, and the least that may be suggested. */
interface Aim {
  /** Square of beta in the F measure: below 1 recall counts less than precision. */
  readonly betaSquared: number;
  readonly lowest: number;
}

/**
 * Looking for duplicates, recall counts half as much as precision (F½): one wrong join draws further records in, and what
 * is not joined can still be looked at. Below one half nothing is joined.
 */
const DUPLICATES: Aim = { betaSquared: 0.25, lowest: 0.5 };

/**
 * One-to-one links cannot chain, and the candidates of a record have competed already: recall counts a little more than
 * precision. The best threshold lies below one half then (half of the best F; Lipton et al. 2014).
 */
const LINKS: Aim = { betaSquared: 1.5, lowest: 0.2 };

const HIGHEST = 0.99;

/**
 * The probability from which joining all pairs is expected to serve best: it maximises the expected F measure of the
 * pairs, with the matches expected among all candidates as what there is to find (dedupe and fastLink choose by expected
 * F, too). Pairs that tie go together. Without pairs, the default. O(n log n).
 */
export function suggestedThreshold(result: MatchResult): number {
  const weights = result.weight.slice().sort().reverse();
  let total = 0;
  for (const weight of weights) total += probabilityOf(weight);
  const { betaSquared, lowest } = result.rivals ? LINKS : DUPLICATES;
  const least = oddsOf(lowest);
  let right = 0;
  let best = 0;
  let at = Number.NaN;
  for (let i = 0; i < weights.length && weights[i]! >= least; i++) {
    right += probabilityOf(weights[i]!);
    if (weights[i + 1] === weights[i]) continue;
    const f = ((1 + betaSquared) * right) / (i + 1 + betaSquared * total);
    if (f < best) continue;
    best = f;
    at = weights[i]!;
  }
  if (Number.isNaN(at)) return DEFAULT_MATCH_SETTINGS.matchThreshold;
  return Math.min(HIGHEST, Math.max(lowest, probabilityOf(at)));
}

/**
 * The settings as they are when nobody chose a threshold: the default one for duplicates, the suggested one for one-to-one
 * links, where the best threshold varies with how much the sources have in common. Review never starts above it.
 */
export function withDefaultThreshold(settings: MatchSettings, result: MatchResult): MatchSettings {
  const matchThreshold = result.rivals ? suggestedThreshold(result) : DEFAULT_MATCH_SETTINGS.matchThreshold;
  return {
    ...settings,
    matchThreshold,
    reviewThreshold: Math.min(DEFAULT_MATCH_SETTINGS.reviewThreshold, matchThreshold),
  };
}
