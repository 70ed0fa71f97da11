/** Combining marks, as canonical and compatibility decomposition leave them. */
const MARKS = /\p{M}+/gu;

/**
 * Capital letters A to Z of a word, accents taken off ("Ångström" → "ANGSTROM", "ß" → "SS"); everything else vanishes.
 * What the English phonetic codes work on.
 */
export function capitals(word: string): string {
  return unaccented(word).replace(/[^A-Z]+/g, '');
}

/** The text in capitals without accents; signs, digits and letters of other alphabets stay. */
export function unaccented(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toUpperCase();
}
