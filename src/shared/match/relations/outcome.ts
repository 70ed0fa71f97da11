import { pairAt } from '../cluster/pair-at';
import type { Cluster, MatchResult, Relation } from '../types';

/** The level of "different" in every kind of comparison. */
const DIFFERENT = 1;

function isOfPeople(result: MatchResult): boolean {
  return result.columns.some(({ kind }) => kind === 'given' || kind === 'family');
}

/** What tells two things of one sort apart: two people by their given names, else two firms by their names. */
function namesOf(result: MatchResult): number {
  const given = result.columns.findIndex(({ kind }) => kind === 'given');
  return given >= 0 ? given : result.columns.findIndex(({ kind }) => kind === 'company');
}

/** Says of groups whether they belong together without being one. */
export type AreRelated = (a: number, b: number) => boolean;

/**
 * Looks groups up in the relations that excuse a likeness, each group in few: of people households only, since two of one
 * company who share a mailbox under two names may well be one person and a nickname.
 */
export function relatedGroups(result: MatchResult, relations: readonly Relation[]): AreRelated {
  const excuse: Relation['kind'] = isOfPeople(result) ? 'household' : 'sameCompany';
  const of = new Map<number, number[]>();
  relations.forEach(({ kind, groups }, index) => {
    if (kind !== excuse) return;
    for (const group of groups) {
      const list = of.get(group);
      if (list) list.push(index);
      else of.set(group, [index]);
    }
  });
  return (a, b) => {
    const others = of.get(b);
    return others !== undefined && (of.get(a) ?? []).some((index) => others.includes(index));
  };
}

/**
 * The cluster as it is, or with the outcome `related`: nothing in it was joined, and every pair strong enough to look at
 * is of two things with names that differ outright and a relation between them. Relatives at one address share all but
 * the given name; nobody needs to be asked about them.
 */
export function withOutcome(
  cluster: Cluster,
  result: MatchResult,
  review: number,
  areRelated: AreRelated,
): Cluster {
  if (cluster.outcome !== 'possible') return cluster;
  const name = namesOf(result);
  if (name < 0) return cluster;
  const width = result.comparisons.length;
  const { members } = cluster;
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) {
      const pair = pairAt(result, members[i]!, members[j]!);
      if (pair < 0 || result.weight[pair]! < review) continue;
      const level = result.patterns.levels[result.patterns.of[pair]! * width + name];
      if (level !== DIFFERENT || !areRelated(members[i]!, members[j]!)) return cluster;
    }
  return { ...cluster, outcome: 'related' };
}
