/**
 * What two headers must have in common to be the same column: letters and digits, without regard to case, width, blanks
 * and signs. `E-Mail`, `e mail` and `EMAIL` are one; a header of signs only is compared as it stands.
 */
export function headerKey(header: string): string {
  const plain = header.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]+/gu, '');
  return bare === '' ? plain.trim() : bare;
}

/** The keys of a table's headers; where two would be equal, the later ones count as others. */
export function headerKeys(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = headerKey(name);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}\u0000${before}`;
  });
}

/** How alike two headers are written, 0 to 1: Dice's coefficient of the letter pairs of their keys. */
export function headerLikeness(a: string, b: string): number {
  const [left, right] = [headerKey(a), headerKey(b)];
  if (left === right) return 1;
  const [one, two] = [pairsOf(left), pairsOf(right)];
  const all = one.length + two.length;
  if (all === 0) return 0;
  const left2 = new Map<string, number>();
  for (const pair of one) left2.set(pair, (left2.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of two) {
    const count = left2.get(pair) ?? 0;
    if (count === 0) continue;
    left2.set(pair, count - 1);
    common++;
  }
  return (2 * common) / all;
}

function pairsOf(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, i) => key.slice(i, i + 2));
}
