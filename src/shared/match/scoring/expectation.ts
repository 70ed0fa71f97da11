import { type Kind, kindOf } from '../compare/kinds';
import type { ComparisonColumn } from '../types';
import type { Patterns } from './patterns';

/** What one run of expectation maximisation found. */
export interface Session {
  /** Expected number of matches at each level, per comparison; prior observations not included. */
  readonly matched: readonly Float64Array[];
  /** Expected matches among the pairs of the session. */
  readonly matches: number;
  /** Comparisons that were free; the others were fixed by the blocking rule. */
  readonly free: readonly boolean[];
}

/** Weight of the prior, in matches. */
const PRIOR_MATCHES = 12;
const MAX_ROUNDS = 40;

/** m from prior shares plus expected counts. */
export function estimateM(kind: Kind, matched: Float64Array): Float64Array {
  const m = new Float64Array(kind.levels.length + 1);
  let total = PRIOR_MATCHES;
  for (let level = 1; level < m.length; level++) total += matched[level]!;
  for (let level = 1; level < m.length; level++) {
    m[level] = (kind.levels[level - 1]!.m * PRIOR_MATCHES + matched[level]!) / total;
  }
  return m;
}

/**
 * Fellegi-Sunter expectation maximisation on pattern counts with u fixed: m and the share of matches are fitted, with
 * the kinds' prior shares as a few extra observations. Comparisons fixed by the rule that made the pairs take no part.
 */
export function runSession(
  columns: readonly ComparisonColumn[],
  u: readonly Float64Array[],
  patterns: Patterns,
  counts: Float64Array,
  fixed: readonly number[],
  records: number,
): Session {
  const kinds = columns.map((column) => kindOf(column.kind));
  const free = kinds.map((_, c) => !fixed.includes(c));
  const width = columns.length;
  let total = 0;
  for (const count of counts) total += count;
  // Start from about one match a record: too many at first and common names are taken for matches.
  let share = Math.min(0.3, records / Math.max(1, total) / 2);
  let matched = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
  let matches = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const weights = kinds.map((kind, c) => {
      const m = estimateM(kind, matched[c]!);
      const w = new Float64Array(m.length);
      for (let level = 1; level < w.length; level++) w[level] = Math.log2(m[level]! / u[c]![level]!);
      return w;
    });
    const next = kinds.map((kind) => new Float64Array(kind.levels.length + 1));
    const odds = Math.log2(share / (1 - share));
    let found = 0;
    for (let p = 0; p < patterns.count; p++) {
      const count = counts[p]!;
      if (count === 0) continue;
      let weight = odds;
      for (let c = 0; c < width; c++) if (free[c]) weight += weights[c]![patterns.levels[p * width + c]!]!;
      const expected = count / (1 + 2 ** -weight);
      if (expected < 1e-9) continue;
      found += expected;
      for (let c = 0; c < width; c++) {
        const level = patterns.levels[p * width + c]!;
        if (level > 0) next[c]![level] = next[c]![level]! + expected;
      }
    }
    const before = share;
    share = Math.min(0.9999, Math.max(found / Math.max(1, total), 1e-9));
    matched = next;
    matches = found;
    if (round > 3 && Math.abs(share - before) < 1e-6 + before * 1e-4) break;
  }
  return { matched, matches, free };
}

/** Adds up sessions: each comparison from those in which it was free; all of them when it never was. */
export function combineSessions(
  columns: readonly ComparisonColumn[],
  sessions: readonly Session[],
): Float64Array[] {
  return columns.map((column, c) => {
    const kind = kindOf(column.kind);
    const useful = sessions.filter((session) => session.free[c]);
    const sum = new Float64Array(kind.levels.length + 1);
    for (const session of useful) {
      for (let level = 1; level < sum.length; level++) sum[level] = sum[level]! + session.matched[c]![level]!;
    }
    return estimateM(kind, sum);
  });
}
