import { type RecordComparison, recordComparisons } from '../compare/record-comparison';
import { Scorer } from '../scoring/scorer';
import type { MatchResult } from '../types';
import { pairAt } from './pair-at';

type Columns = MatchResult['columns'];

const scorers = new WeakMap<MatchResult, Scorer>();

/** By the values compared: results that differ in their weights alone share what was readied and compared so far. */
const readied = new WeakMap<Columns, readonly RecordComparison[]>();

/** Keeps comparisons that are ready for columns, so that nobody readies them again. */
export function keepComparisons(columns: Columns, comparisons: readonly RecordComparison[]): void {
  readied.set(columns, comparisons);
}

function comparisonsOf(columns: Columns): readonly RecordComparison[] {
  let comparisons = readied.get(columns);
  if (!comparisons) {
    comparisons = recordComparisons(columns);
    readied.set(columns, comparisons);
  }
  return comparisons;
}

/** The scorer of a result. The values are readied on first use: few clusterings compare anything anew, and it costs. */
export function scorerOf(result: MatchResult): Scorer {
  let scorer = scorers.get(result);
  if (!scorer) {
    scorer = new Scorer(result, () => comparisonsOf(result.columns));
    scorers.set(result, scorer);
  }
  return scorer;
}

/** The levels of two records: those of the result where the pair is kept there, else compared now. */
export function levelsOf(result: MatchResult, left: number, right: number): Uint8Array {
  const pair = pairAt(result, left, right);
  if (pair < 0) return scorerOf(result).levels(left, right).slice();
  const width = result.comparisons.length;
  const offset = result.patterns.of[pair]! * width;
  return result.patterns.levels.slice(offset, offset + width);
}
