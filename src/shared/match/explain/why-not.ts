import { MAX_COMPONENT } from '../cluster/components';
import { pairAt } from '../cluster/pair-at';
import { scorerOf } from '../cluster/scorers';
import { oddsOf } from '../scoring/scorer';
import { sourceRules } from '../sources';
import type { ClusterResult } from '../types';
import { whyNotBlocked } from './blocking-words';
import { type ExplainContext, nameOf } from './context';

/** Members named that two groups do not fit with. */
const NAMED_MEMBERS = 3;

/** Candidates weaker than this (log2 odds) are not kept in a result. */
const KEPT_FROM = -8;

/**
 * At which gate a pair that was not joined stopped, in one sentence or two; null for a pair in one group. In this order:
 * decisions, sources, never compared (blocking, large blocks), below the cut, component too large, split by linkage.
 */
export function whyNot(context: ExplainContext, left: number, right: number, weight: number): string | null {
  const { input, result, settings, clusters } = context;
  const { groupOf } = clusters;
  if (groupOf[left] === groupOf[right]) return null;
  const decided = keptApart(context, left, right);
  if (decided !== null) return decided;
  const bySource = apartBySource(context, left, right);
  if (bySource !== null) return bySource;
  const pair = pairAt(result, left, right);
  const isTogether = clusters.clusters.some(
    ({ members }) => members.includes(left) && members.includes(right),
  );
  // Candidates below what is kept are not in the result either, but they weigh too little to match.
  const review = oddsOf(settings.reviewThreshold);
  if (pair < 0 && !isTogether && weight >= KEPT_FROM)
    return `${whyNotBlocked(result, left, right)}${ifCompared(weight, review)}`;
  if (weight < oddsOf(settings.matchThreshold)) {
    return weight >= review
      ? 'Below the cut: strong enough to look at, not strong enough to join without a person.'
      : 'Below the cut: the differences weigh more than the agreements.';
  }
  if (!isTogether) return tooLarge(clusters, groupOf);
  const misfits = membersThatDoNotFit(context, left, right);
  const them = misfits.map((row) => nameOf(input, row));
  const names = them.length > 1 ? `${them.slice(0, -1).join(', ')} and ${them[them.length - 1]}` : them[0];
  return names
    ? `Split by linkage: the pair alone is strong enough, but the records around it do not fit together: ${names} ${them.length > 1 ? 'speak' : 'speaks'} against it.`
    : 'Split by linkage: the pair alone is strong enough, but each fits better with other records.';
}

function ifCompared(weight: number, review: number): string {
  return weight >= review
    ? ' By their values they look like a match: decide about them here.'
    : ' By their values they would not match either.';
}

/** A cannot-link between the two, or between two records of their groups. */
function keptApart(
  { input, constraints, clusters }: ExplainContext,
  left: number,
  right: number,
): string | null {
  const { groupOf } = clusters;
  let between: readonly [number, number] | null = null;
  for (const [a, b] of constraints.cannotLink) {
    if ((a === left && b === right) || (a === right && b === left)) return 'Kept apart by a decision.';
    const isBetween =
      (groupOf[a] === groupOf[left] && groupOf[b] === groupOf[right]) ||
      (groupOf[a] === groupOf[right] && groupOf[b] === groupOf[left]);
    if (isBetween) between ??= [a, b];
  }
  return (
    between &&
    `Kept apart by a decision: ${nameOf(input, between[0])} and ${nameOf(input, between[1])}, which are in their groups, are two.`
  );
}

function apartBySource(
  { input, settings, clusters }: ExplainContext,
  left: number,
  right: number,
): string | null {
  const { size, compared, single } = sourceRules(input, settings);
  const a = input.source[left]!;
  const b = input.source[right]!;
  if (compared[a * size + b] === 0)
    return a === b
      ? 'Not compared: both come from the same source.'
      : 'Not compared: records of these two sources are not compared with each other.';
  if (a === b && single[a] === 1) return 'Kept apart: at most one record of a source may be in a group.';
  const { groupOf } = clusters;
  const taken = new Set<number>();
  groupOf.forEach((group, row) => {
    if (group === groupOf[left]) taken.add(input.source[row]!);
  });
  const clash = groupOf.some(
    (group, row) =>
      group === groupOf[right] && single[input.source[row]!] === 1 && taken.has(input.source[row]!),
  );
  return clash
    ? 'Kept apart: their groups hold records of the same source, of which a group may hold only one.'
    : null;
}

function tooLarge({ capped }: ClusterResult, groupOf: Uint32Array): string {
  const largest = capped.reduce((most, { members }) => Math.max(most, members), 0);
  return capped.length > 0 && groupOf.length > MAX_COMPONENT
    ? `Not joined: too many records hang together here (${largest}), so only the strongest pairs of them were used and this one was left out.`
    : 'Not joined: the two were compared, but nothing connects their groups at the threshold for review.';
}

/** Records of one group that weigh against a record of the other, the worst first. */
function membersThatDoNotFit({ result, clusters }: ExplainContext, left: number, right: number): number[] {
  const scorer = scorerOf(result);
  const { groupOf } = clusters;
  const found: { row: number; weight: number }[] = [];
  const look = (row: number, other: number): void => {
    const pair = pairAt(result, row, other);
    const weight = pair >= 0 ? result.weight[pair]! : scorer.weight(row, other);
    if (weight < 0) found.push({ row, weight });
  };
  groupOf.forEach((group, row) => {
    if (row !== left && group === groupOf[left]) look(row, right);
    if (row !== right && group === groupOf[right]) look(row, left);
  });
  return found
    .sort((a, b) => a.weight - b.weight || a.row - b.row)
    .slice(0, NAMED_MEMBERS)
    .map(({ row }) => row);
}
