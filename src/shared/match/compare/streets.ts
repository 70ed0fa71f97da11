import { isJaroWinklerAtLeast, letterMask } from '../kernels/letters';

/** A normalised street value taken apart once. */
interface Street {
  readonly number: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly mask: number;
}

/**
 * Levels of street values by code: 1 different · 2 similar street · 3 same street, other number · 4 similar, same
 * number · 5 same street, one number missing.
 */
export function streetComparer(values: readonly string[]): (a: number, b: number) => number {
  const streets: (Street | undefined)[] = new Array(values.length);
  const streetOf = (code: number): Street => {
    let street = streets[code];
    if (!street) {
      const value = values[code]!;
      const cut = value.indexOf('|');
      const name = value.slice(cut + 1);
      street = { number: value.slice(0, cut), name, words: name.split(' '), mask: letterMask(name) };
      streets[code] = street;
    }
    return street;
  };
  return (codeA, codeB) => {
    const a = streetOf(codeA);
    const b = streetOf(codeB);
    const sameNumber = a.number === b.number;
    if (a.name === b.name) return sameNumber || a.number === '' || b.number === '' ? 5 : 3;
    if (a.name === '' || b.name === '') return 1;
    if (!isJaroWinklerAtLeast(a.name, b.name, a.mask, b.mask, 0.88) && !mostWordsShared(a, b)) return 1;
    return sameNumber ? 4 : 2;
  };
}

/** Two thirds of the words of the shorter name stand in the longer one. */
function mostWordsShared(a: Street, b: Street): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  let shared = 0;
  for (const word of short) if (long.includes(word)) shared++;
  return shared / short.length >= 0.66;
}
