import { type DecisionIndex, decidedRecords } from '../cluster/decisions';
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
  const { left, right, weight } = result;
  const decided = decidedRecords(decisions, groupOf.length);
  const joined = new Float64Array(left.length);
  const refused = new Float64Array(left.length);
  let pairs = 0;
  let rest = 0;
  for (let i = 0; i < left.length; i++) {
    const l = left[i]!;
    const r = right[i]!;
    if (decided !== null && decided[l] === 1 && decided[r] === 1) continue;
    if (groupOf[l] === groupOf[r]) joined[pairs++] = weight[i]!;
    else if (weight[i]! >= REFUSED_FROM) refused[rest++] = weight[i]!;
  }
  const { expected, low, high } = curve.wrongAmong(Float64Array.from(joins));
  return {
    expected: {
      merges: joins.length,
      wrong: expected,
      low,
      high,
      pairs,
      wrongPairs: curve.wrongAmong(joined.subarray(0, pairs)),
    },
    refused: curve.matchesAmong(refused.subarray(0, rest)),
  };
}

/** Whether people decided about records on both sides of a join. */
function isDecided({ a, b }: DendrogramStep, decisions: DecisionIndex): boolean {
  if (decisions.size === 0) return false;
  return a.some((row) => decisions.has(row)) && b.some((row) => decisions.has(row));
}
