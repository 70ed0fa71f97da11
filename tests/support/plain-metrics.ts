/**
 * Jaro similarity as the paper tells it, unit by unit, to hold the bits against. Two empty texts are equal (1).
 */
export function plainJaro(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return a === b ? 1 : 0;
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedA = new Uint8Array(a.length);
  const usedB = new Uint8Array(b.length);
  let common = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j++) {
      if (usedB[j] === 1 || a[i] !== b[j]) continue;
      usedA[i] = 1;
      usedB[j] = 1;
      common++;
      break;
    }
  if (common === 0) return 0;
  let crossed = 0;
  for (let i = 0, j = 0; i < a.length; i++) {
    if (usedA[i] === 0) continue;
    while (usedB[j] === 0) j++;
    if (a[i] !== b[j++]) crossed++;
  }
  return (common / a.length + common / b.length + (common - Math.floor(crossed / 2)) / common) / 3;
}

/** Jaro-Winkler on top of it. */
export function plainJaroWinkler(a: string, b: string): number {
  const base = plainJaro(a, b);
  let prefix = 0;
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix++;
  return base + prefix * 0.1 * (1 - base);
}

/** The textbook table: Levenshtein, or optimal string alignment with swaps of neighbours. */
export function plainEditDistance(a: string, b: string, swaps: boolean): number {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) {
        table[i * width + j] = i + j;
        continue;
      }
      const above = (i - 1) * width + j;
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(table[above]! + 1, table[i * width + j - 1]! + 1, table[above - 1]! + cost);
      if (swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, table[above - width - 2]! + 1);
      table[i * width + j] = best;
    }
  return table[a.length * width + b.length]!;
}
