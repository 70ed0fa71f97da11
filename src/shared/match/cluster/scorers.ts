import { Scorer } from '../scoring/scorer';
import type { MatchResult } from '../types';

const scorers = new WeakMap<MatchResult, Scorer>();

/** The scorer of a result. Made on first use: few clusterings score anything anew, and readying the values costs. */
export function scorerOf(result: MatchResult): Scorer {
  let scorer = scorers.get(result);
  if (!scorer) {
    scorer = new Scorer(result);
    scorers.set(result, scorer);
  }
  return scorer;
}
