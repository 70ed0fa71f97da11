import { exp2 } from '../../base/exp2';
import { groupRows, jointBlocks, pairsAmong } from '../blocking/blocks';
import type { Pairs } from '../blocking/pairs';
import { type Kind, kindOf } from '../compare/kinds';
import type { ComparisonColumn, Siblings } from '../types';
import type { Chance } from './chance';
import { countPatterns, type Patterns } from './patterns';
import { oddsOf } from './scorer';
import { comparisonLevels } from './weights';

/** Pairs of siblings learned from. */
const MOST_PAIRS = 200_000;

/** Records of one group that are paired with each other; of larger groups, as many, evenly spread. */
const MOST_MEMBERS = 60;

/** Fewer pairs of siblings teach nothing. */
const FEWEST_PAIRS = 20;

/** Weight of the prior, in matches and as a share of the matches found: near misses outnumber matches here. */
const PRIOR_MATCHES = 12;
const PRIOR_SHARE = 0.5;

/** Weight of what holds among strangers, in pairs, and of no knowledge at all. */
const AS_STRANGERS = 150;
const LEAST = 0.1;

/** What is anybody's own, however much they share with their siblings. */
const OWN: ReadonlySet<string> = new Set(['given', 'date', 'identifier', 'company']);

const START_SHARE = 0.05;
const MAX_ROUNDS = 60;

/**
 * In the first rounds siblings agree in what is anybody's own no more often than strangers do. Where most pairs of a group
 * are one thing, learning that begins with what all of them show would take their agreement for that of siblings.
 */
const ROUNDS_AS_STRANGERS = 3;

/** Groups that read alike to this level count as one: most words shared, in the word kinds. */
const ALIKE_FROM = 5;

/** What tells the siblings of one sort apart, and the chance of each level among them. */
export interface Learned {
  readonly siblings: Siblings;
  readonly others: readonly Float64Array[];
}

/**
 * Learns to tell a record from its siblings: colleagues of one company, deals of one customer. Two of them agree in
 * much (place, switchboard, the day, even the family name) without being one, so the chances that hold between any two
 * records say too much for them. Fellegi-Sunter expectation maximisation on pairs within groups alone, where the
 * chances of every level are those among siblings. Null when the groups are too small to learn from. `compare` gives
 * the patterns of pairs.
 */
export async function learnSiblings(
  group: readonly number[],
  wider: readonly Learned[],
  columns: readonly ComparisonColumn[],
  compare: (pairs: Pairs) => Promise<Patterns>,
  chances: readonly Chance[],
): Promise<Learned | null> {
  const pairs = siblingPairs(group.map((c) => columns[c]!));
  if (pairs.count < FEWEST_PAIRS) return null;
  const kinds = columns.map((column) => kindOf(column.kind));
  const patterns = await compare(pairs);
  const around = wider.find((other) => other.siblings.comparisons.every((c) => group.includes(c)));
  // Relatives among colleagues share anything but a given name: it is as unlike theirs as any colleague's.
  const fixed = kinds.map((kind, c) => (kind.id === 'given' && around ? around.others[c]! : null));
  const { matched, others, share } = separate(group, kinds, patterns, fixed, chances);
  const weights = kinds.map((kind, c) => {
    if (group.includes(c)) return kind.levels.map(() => 0).concat(0);
    return comparisonLevels(kind, amongMatches(kind, matched[c]!), others[c]!).map(({ weight }) => weight);
  });
  const fromLevels = group.map((c) => Math.min(ALIKE_FROM, kinds[c]!.nearFrom));
  // Who shares a household is a person: two firms at one address are no siblings, but perhaps one firm.
  const given = kinds.findIndex((kind) => kind.id === 'given');
  const isHousehold = given >= 0 && group.every((c) => kinds[c]!.id === 'street');
  const siblings: Siblings = {
    comparisons: isHousehold ? [...group, given] : group,
    fromLevels: isHousehold ? [...fromLevels, 1] : fromLevels,
    weights,
    prior: oddsOf(share),
  };
  return { siblings, others };
}

interface Fit {
  readonly matched: readonly Float64Array[];
  readonly others: readonly Float64Array[];
  readonly share: number;
}

function separate(
  group: readonly number[],
  kinds: readonly Kind[],
  patterns: Patterns,
  fixed: readonly (Float64Array | null)[],
  chances: readonly Chance[],
): Fit {
  const width = kinds.length;
  const counts = countPatterns(patterns);
  const seen = tally(kinds, patterns, counts);
  let matched: Float64Array[] = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
  let share = START_SHARE;
  const amongSiblings = (round: number): Float64Array[] =>
    kinds.map(({ id }, c) => {
      if (fixed[c]) return fixed[c];
      const isOwn = OWN.has(id);
      if (isOwn && round < ROUNDS_AS_STRANGERS) return chances[c]!.u;
      return amongOthers(seen[c]!, matched[c]!, chances[c]!.u, isOwn ? AS_STRANGERS : 0);
    });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const others = amongSiblings(round);
    const weights = kinds.map((kind, c) => {
      const m = amongMatches(kind, matched[c]!);
      const s = others[c]!;
      return m.map((value, level) => (level === 0 || group.includes(c) ? 0 : Math.log2(value / s[level]!)));
    });
    const prior = oddsOf(share);
    let found = 0;
    const expected = counts.map((count, p) => {
      let odds = prior;
      for (let c = 0; c < width; c++) odds += weights[c]![patterns.levels[p * width + c]!]!;
      const matches = count / (1 + exp2(-odds));
      found += matches;
      return matches;
    });
    matched = tally(kinds, patterns, expected);
    const before = share;
    share = Math.min(0.9, (found + 0.5) / (patterns.of.length + 1));
    if (round > 3 && Math.abs(share - before) < before * 1e-4) break;
  }
  return { matched, others: amongSiblings(MAX_ROUNDS), share };
}

/** Pairs at each level of each comparison. */
function tally(kinds: readonly Kind[], patterns: Patterns, counts: Float64Array): Float64Array[] {
  const width = kinds.length;
  const totals = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
  for (let p = 0; p < patterns.count; p++) {
    for (let c = 0; c < width; c++) {
      const level = patterns.levels[p * width + c]!;
      totals[c]![level] = totals[c]![level]! + counts[p]!;
    }
  }
  return totals;
}

/** Share of each level among matches: the kind's prior shares plus expected counts. */
function amongMatches(kind: Kind, matched: Float64Array): Float64Array {
  let filled = 0;
  for (let level = 1; level < matched.length; level++) filled += matched[level]!;
  const prior = Math.max(PRIOR_MATCHES, PRIOR_SHARE * filled);
  return matched.map((count, level) =>
    level === 0 ? 0 : (kind.levels[level - 1]!.m * prior + count) / (prior + filled),
  );
}

/**
 * Share of each level among siblings that are not the same. What few of them show is taken to be as it is among
 * strangers.
 */
function amongOthers(
  seen: Float64Array,
  matched: Float64Array,
  strangers: Float64Array,
  weight: number,
): Float64Array {
  const others = seen.map((count, level) =>
    level === 0
      ? 0
      : Math.max(0, count - matched[level]!) + weight * strangers[level]! + (weight > 0 ? LEAST : 0.5),
  );
  const total = others.reduce((sum, count) => sum + count, 0);
  return others.map((count) => count / total);
}

/** Pairs of records with the same group value, evenly thinned to the limits. */
function siblingPairs(columns: readonly ComparisonColumn[]): Pairs {
  const groups = groupsOf(columns).map(thin);
  const total = groups.reduce((sum, members) => sum + pairsAmong(members.length), 0);
  const step = Math.ceil(total / MOST_PAIRS);
  const left: number[] = [];
  const right: number[] = [];
  let at = 0;
  for (const members of groups) {
    for (let i = 0; i < members.length; i++)
      for (let j = i + 1; j < members.length; j++) {
        if (at++ % step !== 0) continue;
        left.push(members[i]!);
        right.push(members[j]!);
      }
  }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right), count: left.length };
}

/** The records that agree in all columns, where there are two or more; ordered by their first. */
function groupsOf(columns: readonly ComparisonColumn[]): Uint32Array[] {
  const { codes, size } = jointBlocks(columns.map(({ codes, values }) => ({ codes, size: values.length })));
  const { starts, rows } = groupRows(codes, size);
  const groups: Uint32Array[] = [];
  for (let code = 1; code < size; code++)
    if (starts[code + 1]! - starts[code]! > 1) groups.push(rows.subarray(starts[code], starts[code + 1]));
  return groups.sort((a, b) => a[0]! - b[0]!);
}

function thin(members: Uint32Array): Uint32Array {
  if (members.length <= MOST_MEMBERS) return members;
  const gap = members.length / MOST_MEMBERS;
  return Uint32Array.from({ length: MOST_MEMBERS }, (_, i) => members[Math.floor(i * gap)]!);
}
