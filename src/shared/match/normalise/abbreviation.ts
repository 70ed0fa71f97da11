const VOWEL = /[aeiou]/;
const WEAK = /[aeiouwyh]/g;

/** Whether a folded word may stand for a name without its vowels: "mhd" (Mohamed), "fysl" (Faisal out of Arabic script). */
export function mayAbbreviate(word: string): boolean {
  return word.length >= 3 && word.length <= 8 && !VOWEL.test(word);
}

/** The letters of a word that stay when vowels and half-vowels go, runs as one. */
function skeleton(word: string): string {
  return (
    (word[0] ?? '') +
    word
      .slice(1)
      .replace(WEAK, '')
      .replace(/(.)\1+/g, '$1')
  );
}

/**
 * Whether one of two folded words is the other without its vowels: "mhd" and "mohamed", "fysl" and "faisal". It keeps the
 * first letter, the order, and most of the consonants. Scripts that write no vowels come out of transliteration so.
 */
export function isAbbreviation(a: string, b: string): boolean {
  const [short, long] = mayAbbreviate(a) ? [a, b] : [b, a];
  if (!mayAbbreviate(short) || short[0] !== long[0] || long.length <= short.length) return false;
  const left = skeleton(short);
  const right = skeleton(long);
  if (left.length < 2 || left.length < 0.6 * right.length) return false;
  let at = 0;
  for (const letter of right) if (letter === left[at]) at++;
  return at === left.length;
}
