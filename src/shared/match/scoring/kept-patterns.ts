import type { Pairs } from '../blocking/pairs';
import type { RecordComparison } from '../compare/record-comparison';
import type { PairPatterns } from '../types';
import { findPatterns, type Patterns } from './patterns';
import { probabilityOf } from './scorer';

/**
 * The patterns of the pairs that are kept with the result, with the candidates of each: what is needed to learn from
 * labels and to weigh the pairs anew without comparing any value again. Patterns only the dropped candidates have stay
 * too, for their counts.
 */
export function keptPatterns(
  kept: Pairs,
  recordComparisons: readonly RecordComparison[],
  candidates: Patterns,
  weight: Float32Array,
): PairPatterns {
  const width = recordComparisons.length;
  const own = findPatterns(kept, recordComparisons);
  const numberOf = new Map<string, number>();
  const levels: number[] = [];
  const idOf = (from: Uint8Array, pattern: number): number => {
    const of = from.subarray(pattern * width, (pattern + 1) * width);
    const name = of.join();
    let id = numberOf.get(name);
    if (id === undefined) {
      id = numberOf.size;
      numberOf.set(name, id);
      levels.push(...of);
    }
    return id;
  };
  const ofCandidates = Uint32Array.from({ length: candidates.count }, (_, p) => idOf(candidates.levels, p));
  const ofOwn = Uint32Array.from({ length: own.count }, (_, p) => idOf(own.levels, p));
  const counts = new Float64Array(numberOf.size);
  const matched = new Float64Array(numberOf.size);
  for (let i = 0; i < weight.length; i++) {
    const id = ofCandidates[candidates.of[i]!]!;
    counts[id] = counts[id]! + 1;
    matched[id] = matched[id]! + probabilityOf(weight[i]!);
  }
  return { of: own.of.map((p) => ofOwn[p]!), levels: Uint8Array.from(levels), candidates: counts, matched };
}
