import { unaccented } from '../capitals';

/**
 * Match rating codex (Moore, Kuhns, Trefftzs and Montgomery 1977, "Accessing Individual Records from Personal Data Files
 * Using Non-unique Identifiers"): consonants and a leading vowel, doubled ones once, the first and last three of them.
 */
export function matchRatingCodex(name: string): string {
  const letters = unaccented(name).replace(/[^\p{L}\d]+/gu, '');
  const kept = (letters.slice(0, 1) + letters.slice(1).replace(/[AEIOU]+/g, '')).replace(/(\D)\1+/g, '$1');
  return kept.length > 6 ? kept.slice(0, 3) + kept.slice(-3) : kept;
}

/**
 * Whether two names sound alike by the match rating approach; null when their codices differ too much in length to be
 * compared.
 */
export function matchRatingAlike(a: string, b: string): boolean | null {
  const codexA = matchRatingCodex(a);
  const codexB = matchRatingCodex(b);
  if (codexA === '' || codexB === '') return false;
  if (Math.abs(codexA.length - codexB.length) >= 3) return null;
  const total = codexA.length + codexB.length;
  const least = total <= 4 ? 5 : total <= 7 ? 4 : total <= 11 ? 3 : 2;
  const [restA, restB] = withoutEqual([...codexA], [...codexB]);
  const [leftA, leftB] = withoutEqual(restA.reverse(), restB.reverse());
  return 6 - Math.max(leftA.length, leftB.length) >= least;
}

/** Both lists without the signs that stand at the same place. */
function withoutEqual(a: readonly string[], b: readonly string[]): [string[], string[]] {
  return [a.filter((sign, at) => sign !== b[at]), b.filter((sign, at) => sign !== a[at])];
}
