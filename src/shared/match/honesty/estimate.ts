import type { DecisionIndex } from '../cluster/decisions';
import type { Cluster, ClusterResult, DendrogramStep, MatchResult } from '../types';
import { errorCurve } from './error-curve';

/** The lowest weight (log2 odds) at which refused pairs are counted: below, matches are missed by the model, not by the cut. */
const REFUSED_FROM = -8;

/**
 * How many of the joins are expected to be wrong, how many of the pairs they make, and how many matches were refused;
 * each with its interval. Joins that people decided are theirs and are not counted.
 * `cut` is the weight from which pairs are joined.
 */
export function estimateErrors(
  result: MatchResult,
  groupOf: Uint32Array,
  clusters: readonly Cluster[],
  decisions: DecisionIndex,
  cut: number,
): Pick<ClusterResult, 'expected' | 'refused'> {
  const curve = errorCurve(result, groupOf, decisions, cut);
  const joins: number[] = [];
  for (const { steps } of clusters)
    for (const step of steps) if (step.joined && !isDecided(step, decisions)) joins.push(step.weight);
  const joined: number[] = [];
  const refused: number[] = [];
  for (let i = 0; i < result.left.length; i++) {
    const left = result.left[i]!;
    const right = result.right[i]!;
    if (decisions.has(left) && decisions.has(right)) continue;
    if (groupOf[left] === groupOf[right]) joined.push(result.weight[i]!);
    else if (result.weight[i]! >= REFUSED_FROM) refused.push(result.weight[i]!);
  }
  const { expected, low, high } = curve.wrongAmong(Float64Array.from(joins));
  return {
    expected: {
      merges: joins.length,
      wrong: expected,
      low,
      high,
      pairs: joined.length,
      wrongPairs: curve.wrongAmong(Float64Array.from(joined)),
    },
    refused: curve.matchesAmong(Float64Array.from(refused)),
  };
}

/** Whether people decided about records on both sides of a join. */
function isDecided({ a, b }: DendrogramStep, decisions: DecisionIndex): boolean {
  if (decisions.size === 0) return false;
  return a.some((row) => decisions.has(row)) && b.some((row) => decisions.has(row));
}
