/**
 * Monge-Elkan similarity of two lists of words, 0..1 (Monge and Elkan 1996, "The Field Matching Problem"): the mean, over
 * the words of `a`, of the likeness to the most alike word of `b`. Not symmetric: take the mean of both directions for a
 * symmetric one. Two empty lists are equal (1).
 */
export function mongeElkan(
  a: readonly string[],
  b: readonly string[],
  likeness: (x: string, y: string) => number,
): number {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  let sum = 0;
  for (const word of a) {
    let best = 0;
    for (const other of b) best = Math.max(best, likeness(word, other));
    sum += best;
  }
  return sum / a.length;
}
