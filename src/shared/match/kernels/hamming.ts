/**
 * Hamming distance on UTF-16 code units (Hamming 1950): places where two texts differ; what one text is longer than the
 * other counts as different.
 */
export function hamming(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  let differing = Math.max(a.length, b.length) - shared;
  for (let i = 0; i < shared; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) differing++;
  return differing;
}
