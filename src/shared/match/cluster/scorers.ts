import { type RecordComparison, recordComparisons } from '../compare/record-comparison';
import { Scorer } from '../scoring/scorer';
import type { MatchResult } from '../types';

const scorers = new WeakMap<MatchResult, Scorer>();

/** By the values compared: results that differ in their weights alone share what was readied and compared so far. */
const readied = new WeakMap<MatchResult['columns'], readonly RecordComparison[]>();

/** The scorer of a result. Made on first use: few clusterings score anything anew, and readying the values costs. */
export function scorerOf(result: MatchResult): Scorer {
  let scorer = scorers.get(result);
  if (!scorer) {
    let comparisons = readied.get(result.columns);
    if (!comparisons) {
      comparisons = recordComparisons(result.columns);
      readied.set(result.columns, comparisons);
    }
    scorer = new Scorer(result, comparisons);
    scorers.set(result, scorer);
  }
  return scorer;
}
