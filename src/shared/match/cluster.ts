import { ComponentClusterer } from './cluster/component';
import { growComponents, listComponents } from './cluster/components';
import { type DecisionIndex, indexDecisions } from './cluster/decisions';
import { ClusterMemory } from './cluster/memory';
import { inReviewOrder } from './cluster/queue';
import { estimateErrors } from './honesty/estimate';
import { missedByBlocking } from './honesty/missed';
import { relatedGroups, withOutcome } from './relations/outcome';
import { findRelations } from './relations/relations';
import { oddsOf } from './scoring/scorer';
import { type SourceRules, sourceRules } from './sources';
import type { Cluster, ClusterResult, Constraints, MatchInput, MatchResult, MatchSettings } from './types';

/**
 * Groups records: components over the pairs at the review threshold, completed (every pair inside scored) and cut by
 * average linkage. Decisions are obeyed: must-link pairs are together, cannot-link pairs apart. A must-link may join
 * components. Same input, same output; record order only renames.
 */
export function clusterRecords(
  result: MatchResult,
  input: MatchInput,
  settings: MatchSettings,
  constraints: Constraints,
): ClusterResult {
  const sources = sourceRules(input, settings);
  const decisions = indexDecisions(constraints);
  const { sets, capped } = growComponents(
    input.count,
    result.left,
    result.right,
    comparedWeights(result, input, sources),
    oddsOf(settings.reviewThreshold),
    constraints.mustLink,
  );
  const roots = sets.roots();
  const { count, starts, rows } = listComponents(roots);
  const clusterer = new ComponentClusterer(result, input, sources, decisions, settings.matchThreshold);
  const memory = new ClusterMemory(result, sources, clusterer.starts, settings.matchThreshold);
  const groupOf = new Uint32Array(input.count);
  for (let row = 0; row < groupOf.length; row++) groupOf[row] = row;
  const clusters: Cluster[] = [];
  for (let k = 0; k < count; k++) {
    const members = rows.subarray(starts[k], starts[k + 1]);
    const free = isFree(members, decisions);
    const cluster = (free ? memory.recall(members, roots) : null) ?? clusterer.cluster(members);
    if (free) memory.note(cluster);
    clusters.push(cluster);
    for (const group of cluster.groups) for (const row of group) groupOf[row] = group[0]!;
  }
  memory.keep();
  const relations = findRelations(input, result, groupOf);
  const areRelated = relatedGroups(result, relations);
  const judged = clusters.map((cluster) =>
    withOutcome(cluster, result, oddsOf(settings.reviewThreshold), areRelated),
  );
  return {
    groupOf,
    clusters: inReviewOrder(judged),
    ...estimateErrors(result, groupOf, clusters, decisions, oddsOf(settings.matchThreshold)),
    missed: missedByBlocking(result),
    relations,
    capped,
  };
}

/** The weights of the pairs, those of sources that are not compared out of reach: settings may have changed since. */
function comparedWeights(result: MatchResult, input: MatchInput, sources: SourceRules): Float32Array {
  if (sources.all) return result.weight;
  const { size, compared } = sources;
  return result.weight.map((weight, i) => {
    const left = input.source[result.left[i]!]!;
    const right = input.source[result.right[i]!]!;
    return compared[left * size + right] === 1 ? weight : Number.NEGATIVE_INFINITY;
  });
}

function isFree(members: Uint32Array, decisions: DecisionIndex): boolean {
  if (decisions.size === 0) return true;
  for (let i = 0; i < members.length; i++) if (decisions.has(members[i]!)) return false;
  return true;
}
