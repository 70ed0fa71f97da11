import type { Estimate, MatchResult } from '../types';
import { roughProbability } from './rough-probability';

/**
 * Matches that no blocking rule brought together, by capture and recapture: rules are the traps, a match found by few
 * rules is evidence of matches found by none. Chao's lower bound (1987), bias-corrected: with f1 matches found by exactly
 * one rule and f2 by exactly two, at least f1·(f1 − 1) / (2·(f2 + 1)) were found by none; pairs count by their
 * probability. Rules that find the same pairs (they share fields) make the bound a bound: the truth may be higher. What
 * completing the components found beside the rules is taken off. Null when all pairs were compared, or none. The interval is
 * Chao's log-normal one.
 */
export function missedByBlocking(result: MatchResult): Estimate | null {
  if (result.left.length === 0 || comparesAll(result)) return null;
  let once = 0;
  let twice = 0;
  let completed = 0;
  for (let i = 0; i < result.left.length; i++) {
    const found = result.foundBy[i]!;
    if (found > 2) continue;
    const p = roughProbability(result.weight[i]!);
    if (found === 0) completed += p;
    else if (found === 1) once += p;
    else twice += p;
  }
  const unseen = (once * Math.max(0, once - 1)) / (2 * (twice + 1));
  const ratio = once / (twice + 1);
  const variance = twice * (ratio ** 2 / 2 + ratio ** 3 + ratio ** 4 / 4) + once / 2;
  const factor = unseen === 0 ? 1 : Math.exp(1.96 * Math.sqrt(Math.log(1 + variance / unseen ** 2)));
  const rest = (total: number): number => Math.max(0, total - completed);
  return {
    expected: rest(unseen),
    low: rest(unseen / factor),
    high: unseen === 0 ? Math.max(3, once) : Math.max(3, rest(unseen * factor)),
  };
}

/** Whether every pair that may be compared was: a rule in use that asks nothing and leaves nothing out. */
function comparesAll(result: MatchResult): boolean {
  if (result.candidates >= result.totalPairs) return true;
  return result.blocking.some(
    ({ keys, origin, dropped, pairs }) =>
      keys.length === 0 && origin === 'generated' && dropped === 0 && pairs >= result.candidates / 2,
  );
}
