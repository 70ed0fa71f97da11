import { MAX_COMPONENT, membersOf } from '../../cluster/components';
import { averageLinkage, LinkageSpace } from '../../cluster/linkage';
import { inReviewOrder } from '../../cluster/queue';
import { scorerOf } from '../../cluster/scorers';
import { estimateErrors } from '../../honesty/estimate';
import { missedByBlocking } from '../../honesty/missed';
import { oddsOf, probabilityOf, type Scorer } from '../../scoring/scorer';
import type { Cluster, ClusterResult, MatchResult } from '../../types';

/** Below every weight: all members of a group are joined, whatever Winnow thinks of it. */
const NEVER = -1e9;

/**
 * Groups found elsewhere as suggested clusters, each weighed by what Winnow learned: the clusters it doubts most come
 * first, with the joins that hold them together and their probabilities. Groups of more than 800 records are left
 * undivided and named in `capped`. Groups stay what they are; nothing is split or added. `matchThreshold` is the
 * probability from which Winnow would join, for the estimate of errors.
 */
export function suggestClusters(
  groupOf: Uint32Array,
  result: MatchResult,
  matchThreshold: number,
): ClusterResult {
  const scorer = scorerOf(result);
  const space = new LinkageSpace();
  const clusters: Cluster[] = [];
  const capped: { id: number; members: number }[] = [];
  for (const members of membersOf(groupOf)) {
    const id = members[0]!;
    const steps =
      members.length > MAX_COMPONENT
        ? []
        : averageLinkage(members.length, weightsOf(members, scorer), NEVER, members, space).steps;
    if (members.length > MAX_COMPONENT) capped.push({ id, members: members.length });
    const weakest = steps.reduce((least, { weight }) => Math.min(least, weight), Number.POSITIVE_INFINITY);
    const probability = steps.length === 0 ? 0 : probabilityOf(weakest);
    clusters.push({ id, members, groups: [members], outcome: 'match', probability, steps });
  }
  return {
    groupOf,
    clusters: inReviewOrder(clusters),
    ...estimateErrors(result, groupOf, clusters, new Map(), oddsOf(matchThreshold)),
    missed: missedByBlocking(result),
    relations: [],
    capped,
  };
}

function weightsOf(members: readonly number[], scorer: Scorer): Float64Array {
  const n = members.length;
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const weight = scorer.weight(members[i]!, members[j]!);
      weights[i * n + j] = weight;
      weights[j * n + i] = weight;
    }
  return weights;
}
