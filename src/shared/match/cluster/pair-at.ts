import type { MatchResult } from '../types';

/** Index of a pair of records in a result, or -1 when it is not kept there. Pairs are ordered; O(log pairs). */
export function pairAt(result: MatchResult, a: number, b: number): number {
  const left = Math.min(a, b);
  const right = Math.max(a, b);
  let low = 0;
  let high = result.left.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const difference = result.left[middle]! - left || result.right[middle]! - right;
    if (difference === 0) return middle;
    if (difference < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
