/** A text as a set of weighted tokens: ids ascending, weights beside them, scaled to unit length. */
export interface TokenVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** Size of the intersection of two ascending id lists; a repeated id counts as often as both lists have it. */
export function overlap(a: Uint32Array, b: Uint32Array): number {
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) {
      common++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return common;
}

/** Jaccard similarity of two ascending id lists; two empty lists are equal (1). */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 && b.length === 0) return 1;
  const common = overlap(a, b);
  return common / (a.length + b.length - common);
}

/** Dice coefficient of two ascending id lists; two empty lists are equal (1). */
export function dice(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 && b.length === 0) return 1;
  return (2 * overlap(a, b)) / (a.length + b.length);
}

/**
 * Tversky index of two ascending id lists (Tversky 1977, "Features of Similarity"): `alpha` and `beta` weigh what only `a`
 * and only `b` has; 1 and 1 is Jaccard, ½ and ½ is Dice. Two empty lists are equal (1).
 */
export function tversky(a: Uint32Array, b: Uint32Array, alpha: number, beta: number): number {
  if (a.length === 0 && b.length === 0) return 1;
  const common = overlap(a, b);
  const size = common + alpha * (a.length - common) + beta * (b.length - common);
  return size === 0 ? 0 : common / size;
}

/** Cosine of two unit vectors, 0..1; two empty ones are equal (1). */
export function cosine(a: TokenVector, b: TokenVector): number {
  if (a.ids.length === 0 && b.ids.length === 0) return 1;
  let i = 0;
  let j = 0;
  let sum = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const x = a.ids[i]!;
    const y = b.ids[j]!;
    if (x === y) {
      sum += a.weights[i]! * b.weights[j]!;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum > 1 ? 1 : sum;
}

/** Distinct n-grams of a text, in order of first appearance; shorter texts give themselves. */
export function grams(text: string, n: number): string[] {
  if (text.length <= n) return text === '' ? [] : [text];
  const seen = new Set<string>();
  for (let i = 0; i + n <= text.length; i++) seen.add(text.slice(i, i + n));
  return [...seen];
}
