import type { PairPatterns } from '../types';
import { joinPatterns, type Patterns } from './patterns';
import { probabilityOf } from './scorer';

/**
 * The patterns of the pairs that are kept with the result, with the candidates of each: what is needed to learn from
 * labels and to weigh the pairs anew without comparing any value again. Patterns only the dropped candidates have stay
 * too, for their counts. `weight` is that of the candidates.
 */
export function keptPatterns(
  kept: Patterns,
  candidates: Patterns,
  weight: Float32Array,
  comparisons: number,
): PairPatterns {
  const joined = joinPatterns([candidates, kept], comparisons);
  const counts = new Float64Array(joined.count);
  const matched = new Float64Array(joined.count);
  for (let i = 0; i < weight.length; i++) {
    const id = joined.of[i]!;
    counts[id] = counts[id]! + 1;
    matched[id] = matched[id]! + probabilityOf(weight[i]!);
  }
  return { of: joined.of.slice(candidates.of.length), levels: joined.levels, candidates: counts, matched };
}
