/**
 * A key as people mean it when they copy it by hand or through a spreadsheet: no case, blanks or punctuation, no zeros in
 * front of a run of digits. `KD-00017`, `kd 17` and `KD17` are one. '' for texts without letters and digits.
 */
export function plainKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

/** Stands in an index of plain keys where two different rows share one. */
export const AMBIGUOUS = -3;

/**
 * Numbers by plain key. A plain key that belongs to two different numbers is AMBIGUOUS: which one is meant cannot be known.
 */
export function plainIndex(keys: Iterable<readonly [string, number]>): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [text, at] of keys) {
    const key = plainKey(text);
    if (key === '') continue;
    const known = index.get(key);
    if (known === undefined) index.set(key, at);
    else if (known !== at) index.set(key, AMBIGUOUS);
  }
  return index;
}
