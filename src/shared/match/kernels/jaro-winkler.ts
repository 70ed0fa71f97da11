/** Scratch space for matched flags; grown for longer strings. */
let flagsA = new Uint8Array(64);
let flagsB = new Uint8Array(64);

/**
 * Jaro similarity, 0..1, on UTF-16 code units (Jaro 1989). Two empty strings are equal (1).
 */
export function jaro(a: string, b: string): number {
  if (a === b) return 1;
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return 0;
  if (n > flagsA.length) flagsA = new Uint8Array(n * 2);
  if (m > flagsB.length) flagsB = new Uint8Array(m * 2);
  flagsA.fill(0, 0, n);
  flagsB.fill(0, 0, m);
  const window = Math.max(0, (Math.max(n, m) >> 1) - 1);
  let common = 0;
  for (let i = 0; i < n; i++) {
    const c = a.charCodeAt(i);
    const to = Math.min(m - 1, i + window);
    for (let j = Math.max(0, i - window); j <= to; j++) {
      if (flagsB[j] === 0 && b.charCodeAt(j) === c) {
        flagsA[i] = 1;
        flagsB[j] = 1;
        common++;
        break;
      }
    }
  }
  if (common === 0) return 0;
  let crossed = 0;
  for (let i = 0, j = 0; i < n; i++) {
    if (flagsA[i] === 0) continue;
    while (flagsB[j] === 0) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) crossed++;
    j++;
  }
  return (common / n + common / m + (common - (crossed >> 1)) / common) / 3;
}

/**
 * Jaro-Winkler similarity: Jaro plus 0.1 per common leading unit, at most four (Winkler 1990). Below `boostThreshold`
 * the prefix counts nothing; some libraries use 0.7, the default here is none.
 */
export function jaroWinkler(a: string, b: string, boostThreshold = 0): number {
  const base = jaro(a, b);
  if (base < boostThreshold || base === 1) return base;
  const limit = Math.min(4, a.length, b.length);
  let prefix = 0;
  while (prefix < limit && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return base + prefix * 0.1 * (1 - base);
}

/** The largest Jaro-Winkler similarity two strings of these lengths can have without being equal. */
export function jaroWinklerBound(lengthA: number, lengthB: number): number {
  if (lengthA === 0 || lengthB === 0) return 0;
  const short = Math.min(lengthA, lengthB);
  const base = (short / lengthA + short / lengthB + 1) / 3;
  return base + Math.min(4, short) * 0.1 * (1 - base);
}
