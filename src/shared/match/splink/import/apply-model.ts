import { exp2 } from '../../../base/exp2';
import { type KindId, kindOf } from '../../compare/kinds';
import { reweigh } from '../../learning/reweigh';
import type { Comparison, ComparisonLevel, MatchResult } from '../../types';
import { SHARED_LABEL } from '../levels';
import { columnFinder } from './columns-of';
import { levelOfTest } from './level-of-test';
import type { ForeignComparison, ForeignLevel, ForeignModel, NotTaken } from './read-model';

/** A comparison whose weights were taken over, and from which one of the model. */
export interface Taken {
  readonly comparison: string;
  readonly from: string;
  /** Labels of the levels that got a new weight. */
  readonly levels: readonly string[];
}

export interface AppliedModel {
  readonly result: MatchResult;
  readonly taken: readonly Taken[];
  readonly notTaken: readonly NotTaken[];
}

/** Chances of one level among matches and among others; `bits` where the model gives a weight alone. */
interface Chances {
  readonly m: number;
  readonly u: number;
}

/** New chances by comparison and level. */
type Claims = Map<number, Map<number, Chances>>;

/**
 * A result weighed by a model from Splink: m, u and prior are taken over for every level that means the same here. A
 * level the model does not know keeps the weight Winnow learned, within those of its neighbours. Comparisons the model
 * does not know stay as they are. Every kept pair is weighed anew by
 * its levels; no value is compared again.
 */
export function applySplinkModel(result: MatchResult, model: ForeignModel): AppliedModel {
  const find = columnFinder(result);
  const claims: Claims = new Map();
  const taken: Taken[] = [];
  const notTaken: NotTaken[] = [...model.notTaken];
  for (const foreign of model.comparisons) {
    const targets = foreign.columns.map(find);
    const unknown = foreign.columns.filter((_, i) => targets[i]! < 0);
    if (foreign.columns.length === 0 || unknown.length > 0) {
      const names = (unknown.length > 0 ? unknown : [foreign.name]).map((name) => `“${name}”`).join(', ');
      notTaken.push({ about: foreign.name, reason: `nothing here is compared like ${names}.` });
      continue;
    }
    const refused = [...new Set(targets)].flatMap((target) => {
      const read = claimsOn(foreign, target, result, foreign.columns[targets.indexOf(target)]!);
      if (read.claims.size > 0) {
        claims.set(target, read.claims);
        const { name, levels } = result.comparisons[target]!;
        const labels = [...read.claims.keys()].sort((a, b) => b - a).map((level) => levels[level]!.label);
        taken.push({ comparison: name, from: foreign.name, levels: labels });
      }
      return read.notTaken;
    });
    notTaken.push(...refused);
  }
  const comparisons = result.comparisons.map((comparison, c) =>
    withClaims(comparison, kindOf(result.columns[c]!.kind).limit, claims.get(c)),
  );
  const weighed = { ...result, comparisons, prior: model.prior ?? result.prior };
  return { result: { ...weighed, weight: reweigh(result, weighed) }, taken, notTaken };
}

/** What a foreign comparison says about the levels of one comparison here. Several of its levels may be one of ours. */
function claimsOn(
  foreign: ForeignComparison,
  target: number,
  result: MatchResult,
  column: string,
): { claims: Map<number, Chances>; notTaken: NotTaken[] } {
  const kind = kindOf(result.columns[target]!.kind);
  const claims = new Map<number, Chances>();
  const notTaken: NotTaken[] = [];
  const isOwn = foreign.kind !== null;
  if (isOwn && foreign.kind !== kind.id) {
    const reason = `it compares as “${foreign.kind}”, and “${result.comparisons[target]!.name}” is compared as “${kind.id}”.`;
    return { claims, notTaken: [{ about: foreign.name, reason }] };
  }
  for (const level of foreign.levels) {
    const found = isOwn
      ? levelByLabel(result.comparisons[target]!, level.label)
      : levelOf(level, kind.id, kind.levels.length, column, foreign.columns);
    if (found === null) {
      notTaken.push({
        about: `${foreign.name}: ${level.label}`,
        reason: `no level of “${result.comparisons[target]!.name}” means the same.`,
      });
      continue;
    }
    const chances = found.isHalf ? halved(level) : level;
    const before = claims.get(found.level);
    claims.set(found.level, {
      m: (before?.m ?? 0) + chances.m,
      u: (before?.u ?? 0) + chances.u,
    });
  }
  return { claims, notTaken };
}

interface Found {
  readonly level: number;
  /** The level says something about two columns at once: each gets half of its weight. */
  readonly isHalf: boolean;
}

function levelByLabel({ levels }: Comparison, label: string): Found | null {
  const level = label === SHARED_LABEL ? levels.length - 1 : levels.findIndex((one) => one.label === label);
  return level < 1 ? null : { level, isHalf: false };
}

/**
 * The level of one column that a foreign level means. In a comparison of two columns (ForenameSurname), both equal counts
 * for each as equal, and one equal leaves the other as different.
 */
function levelOf(
  { condition }: ForeignLevel,
  kind: KindId,
  exact: number,
  column: string,
  columns: readonly string[],
): Found | null {
  if (condition === null) return null;
  const swapped = condition.find(({ test }) => test.kind === 'swapped');
  if (swapped) {
    const isName = kind === 'given' || kind === 'family';
    return isName ? { level: exact - 1, isHalf: true } : null;
  }
  const own = condition.filter((part) => part.column === column).map(({ test }) => test);
  if (own.length === 0) return { level: 1, isHalf: false };
  if (own.some(({ kind: test }) => test === 'equal')) return { level: exact, isHalf: false };
  const levels = own.map((test) => levelOfTest(kind, test));
  if (levels.some((level) => level === null)) return null;
  const strongest = Math.max(...levels.map((level) => level ?? 0));
  return { level: strongest, isHalf: columns.length > 1 && condition.length > own.length };
}

/** The same u with half of the weight. */
function halved({ m, u }: Chances): Chances {
  return { m: u * Math.sqrt(m / u), u };
}

/** The comparison with the claimed levels; the others keep their weight within those of their claimed neighbours. */
function withClaims(
  comparison: Comparison,
  limit: number,
  claims: ReadonlyMap<number, Chances> | undefined,
): Comparison {
  if (!claims) return comparison;
  const bounded = (weight: number): number => Math.max(-limit, Math.min(limit, weight));
  const claimed = comparison.levels.map((level, i): ComparisonLevel => {
    const claim = claims.get(i);
    return claim ? { ...level, ...claim, weight: bounded(Math.log2(claim.m / claim.u)) } : level;
  });
  const levels = claimed.map((level, i): ComparisonLevel => {
    if (i === 0 || claims.has(i)) return level;
    const below = claimed.findLast((_, k) => k < i && claims.has(k));
    const above = claimed.find((_, k) => k > i && claims.has(k));
    const least = below?.weight ?? -limit;
    const most = Math.max(least, above?.weight ?? limit);
    const weight = Math.max(least, Math.min(most, level.weight));
    return weight === level.weight ? level : { ...level, m: level.u * exp2(weight), weight };
  });
  return { ...comparison, levels };
}
