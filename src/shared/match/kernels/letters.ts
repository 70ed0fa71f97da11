import { popcount } from './bits';
import { commonPrefix, jaro } from './jaro-winkler';

/**
 * Which letters and digits a text has, as bits: a cheap bound for the dear comparisons. Units that share a bit
 * (modulo 32) only make the bound weaker, never wrong.
 */
export function letterMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << (text.charCodeAt(i) & 31);
  return mask;
}

/** Distinct letters of `a` that `b` has not: each costs at least one edit, and can never be a common unit. */
export function missingLetters(maskA: number, maskB: number): number {
  return popcount(maskA & ~maskB);
}

/** Whether Jaro-Winkler reaches `least`. Lengths and letters decide most unlike pairs without comparing them. */
export function isJaroWinklerAtLeast(
  a: string,
  b: string,
  maskA: number,
  maskB: number,
  least: number,
): boolean {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return (n === m ? 1 : 0) >= least;
  const common = Math.min(n - missingLetters(maskA, maskB), m - missingLetters(maskB, maskA));
  if (common <= 0) return least <= 0;
  const bound = (common / n + common / m + 1) / 3;
  const prefix = commonPrefix(a, b);
  if (bound + prefix * 0.1 * (1 - bound) < least - 1e-12) return false;
  const base = jaro(a, b);
  return base + prefix * 0.1 * (1 - base) >= least;
}
