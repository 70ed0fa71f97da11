const VOWEL = /[aeiou]/;

/** Fewer consonants than this are anybody's. */
export const FEWEST_CONSONANTS = 3;

/** A name of three letters and more without any vowel: written in an abjad (Arabic, Hebrew), or shortened to its consonants. */
export function isVowelless(name: string): boolean {
  return name.length >= FEWEST_CONSONANTS && !VOWEL.test(name) && /^[a-z]+$/.test(name);
}

/** The consonants of a folded name, those written for each other as one, doubled ones once: "siddiqui", "sdyqy" → "sdk". */
export function consonantsOf(name: string): string {
  return name
    .replace(/ph/g, 'f')
    .replace(/ck|[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** Whether one of two names is written without vowels and their consonants are the same. */
export function haveSameConsonants(a: string, b: string): boolean {
  if (!isVowelless(a) && !isVowelless(b)) return false;
  const consonants = consonantsOf(a);
  return consonants.length >= FEWEST_CONSONANTS && consonants === consonantsOf(b);
}
