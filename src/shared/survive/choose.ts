import { parseBoolean, parseNumber } from '../profile/values';
import type { Column } from '../table/types';
import { byTrust, type Trust } from './order';
import type { SurvivorshipMethod } from './types';

/** Why a value survived; the order is that of `REASONS`. */
export type ReasonIndex = number;

export const REASONS: readonly string[] = [
  'Only one record.',
  'All records agree.',
  'The only record with a value.',
  'From the most trusted source.',
  'From the most recent record.',
  'From the most complete record.',
  'The most frequent value.',
  'The longest value.',
  'The largest value.',
  'The smallest value.',
  'Yes, because at least one record says yes.',
  'No, because not every record says yes.',
  'Chosen by hand.',
  'Kept together with the rest of its group.',
  'No record has a value.',
  'Yes, because every record says yes.',
  'No, because no record says yes.',
];

export const REASON = {
  single: 0,
  agree: 1,
  only: 2,
  sourceRank: 3,
  mostRecent: 4,
  mostComplete: 5,
  mostFrequent: 6,
  longest: 7,
  max: 8,
  min: 9,
  anyYes: 10,
  notAll: 11,
  manual: 12,
  group: 13,
  empty: 14,
  allYes: 15,
  noneYes: 16,
} as const;

/** What choosing needs to know beyond the column: trust, and freshness per record ('' = unknown). */
export interface Evidence {
  readonly trust: Trust;
  readonly recency: readonly string[];
}

/** The member whose value of this column survives, and why. `members` ascending, at least one. */
export function chooseValue(
  column: Column,
  members: readonly number[],
  method: SurvivorshipMethod,
  evidence: Evidence,
): { from: number; reason: ReasonIndex } {
  const first = members[0]!;
  if (members.length === 1) return { from: first, reason: REASON.single };
  const filled = members.filter((row) => column.codes[row] !== 0);
  if (filled.length === 0) return { from: mostTrusted(members, evidence.trust), reason: REASON.empty };
  if (method === 'anyTrue' || method === 'allTrue') return chooseFlag(column, filled, method, evidence);
  const trusted = mostTrusted(filled, evidence.trust);
  if (filled.every((row) => column.codes[row] === column.codes[first])) {
    return { from: trusted, reason: filled.length === members.length ? REASON.agree : REASON.only };
  }
  if (filled.length === 1) return { from: trusted, reason: REASON.only };
  switch (method) {
    case 'sourceRank':
      return { from: trusted, reason: REASON.sourceRank };
    case 'mostRecent':
      return mostRecent(filled, trusted, evidence);
    case 'mostComplete':
      return {
        from: best(filled, (row) => evidence.trust.filled[row]!, evidence),
        reason: REASON.mostComplete,
      };
    case 'mostFrequent': {
      const counts = new Map<number, number>();
      for (const row of filled) counts.set(column.codes[row]!, (counts.get(column.codes[row]!) ?? 0) + 1);
      return {
        from: best(filled, (row) => counts.get(column.codes[row]!)!, evidence),
        reason: REASON.mostFrequent,
      };
    }
    case 'longest':
      return { from: best(filled, (row) => textOf(column, row).length, evidence), reason: REASON.longest };
    case 'max':
    case 'min':
      return extreme(column, filled, method, evidence);
  }
}

/** The member with the newest date; without any date the most trusted. */
export function mostRecent(
  rows: readonly number[],
  trusted: number,
  evidence: Evidence,
): { from: number; reason: ReasonIndex } {
  const dated = rows.filter((row) => evidence.recency[row] !== '');
  if (dated.length === 0) return { from: trusted, reason: REASON.sourceRank };
  const from = dated.reduce((a, b) => {
    const x = evidence.recency[a]!;
    const y = evidence.recency[b]!;
    if (x !== y) return x > y ? a : b;
    return byTrust(evidence.trust, a, b) <= 0 ? a : b;
  });
  return { from, reason: REASON.mostRecent };
}

export function mostTrusted(rows: readonly number[], trust: Trust): number {
  return rows.reduce((a, b) => (byTrust(trust, a, b) <= 0 ? a : b));
}

/** Highest score; ties by trust. */
function best(rows: readonly number[], score: (row: number) => number, { trust }: Evidence): number {
  return rows.reduce((a, b) => {
    const x = score(a);
    const y = score(b);
    if (x !== y) return x > y ? a : b;
    return byTrust(trust, a, b) <= 0 ? a : b;
  });
}

/** Numbers as numbers, everything else (ISO dates among it) as text. */
function extreme(
  column: Column,
  rows: readonly number[],
  method: 'max' | 'min',
  { trust }: Evidence,
): { from: number; reason: ReasonIndex } {
  const numbers = rows.map((row) => parseNumber(textOf(column, row), '.'));
  const numeric = numbers.every((value) => value !== null);
  const sign = method === 'max' ? 1 : -1;
  const compare = (i: number, j: number): number => {
    const a = rows[i]!;
    const b = rows[j]!;
    if (numeric) {
      const d = (numbers[j]! - numbers[i]!) * sign;
      return d || byTrust(trust, a, b);
    }
    const x = textOf(column, a);
    const y = textOf(column, b);
    if (x === y) return byTrust(trust, a, b);
    return (x > y ? -1 : 1) * sign;
  };
  let top = 0;
  for (let i = 1; i < rows.length; i++) if (compare(i, top) < 0) top = i;
  return { from: rows[top]!, reason: method === 'max' ? REASON.max : REASON.min };
}

/** Flags: one yes is enough, or all must say yes. Values that are neither yes nor no count as no answer. */
function chooseFlag(
  column: Column,
  filled: readonly number[],
  method: 'anyTrue' | 'allTrue',
  { trust }: Evidence,
): { from: number; reason: ReasonIndex } {
  const yes = filled.filter((row) => parseBoolean(textOf(column, row)) === true);
  const no = filled.filter((row) => parseBoolean(textOf(column, row)) === false);
  if (method === 'anyTrue') {
    if (yes.length > 0) return { from: mostTrusted(yes, trust), reason: REASON.anyYes };
    return { from: mostTrusted(no.length > 0 ? no : filled, trust), reason: REASON.noneYes };
  }
  if (no.length > 0) return { from: mostTrusted(no, trust), reason: REASON.notAll };
  return { from: mostTrusted(yes.length > 0 ? yes : filled, trust), reason: REASON.allYes };
}

function textOf(column: Column, row: number): string {
  return column.values[column.codes[row]!]!;
}
