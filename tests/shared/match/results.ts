import type { MatchResult } from '@shared/match/types';

/** A match result that holds nothing but pairs of records with their weights, in order. */
export function resultOf(
  records: number,
  pairs: readonly (readonly [left: number, right: number, weight: number])[],
): MatchResult {
  return {
    comparisons: [],
    blocking: [],
    prior: -10,
    left: Uint32Array.from(pairs, ([left]) => left),
    right: Uint32Array.from(pairs, ([, right]) => right),
    weight: Float32Array.from(pairs, ([, , weight]) => weight),
    candidates: pairs.length,
    totalPairs: (records * (records - 1)) / 2,
    columns: [],
    dependences: [],
    siblings: [],
    rivals: null,
    patterns: {
      of: new Uint32Array(pairs.length),
      levels: new Uint8Array(0),
      candidates: Float64Array.of(pairs.length),
      matched: Float64Array.of(0),
    },
    foundBy: new Uint8Array(pairs.length).fill(1),
    keys: [],
  };
}
