import { AFTER_MAC, PARTICLES } from './name-words';

const WORD = /[\p{L}\p{M}]+(?:['’ʻ][\p{L}\p{M}]+)*/gu;
const ROMAN = /^(?:ii|iii|iv|vi|vii|viii|ix)$/;
const DEGREES: ReadonlyMap<string, string> = new Map([
  ['phd', 'PhD'],
  ['md', 'MD'],
  ['mba', 'MBA'],
  ['msc', 'MSc'],
  ['bsc', 'BSc'],
]);

/**
 * Capital first letters for words written all large or all small; words of mixed case stay. Particles inside a name are
 * small (`van`, `de`, `von der`), `O'Neil`, `D'Angelo`, `McDonald`, `MacArthur` and `Anna-Lena` come out right, roman
 * numerals stay large.
 */
export function nameCase(text: string): string {
  let index = 0;
  return text.replace(WORD, (word) => {
    const position = index++;
    const lower = word.toLowerCase();
    if (word !== lower && word !== word.toUpperCase()) return word;
    if (ROMAN.test(lower)) return lower.toUpperCase();
    const degree = position > 1 ? DEGREES.get(lower) : undefined;
    if (degree !== undefined) return degree;
    if (
      position > 0 &&
      PARTICLES.has(lower) &&
      lower.length > 1 &&
      lower !== 'mac' &&
      lower !== 'mc' &&
      lower !== 'santa'
    )
      return lower === 'st' || lower === 'ste' ? capital(lower) : lower;
    return lower
      .split(/(?<=['’ʻ])/)
      .map((part, at, parts) => (at > 0 && parts[0]!.length > 2 ? part : capital(part)))
      .join('');
  });
}

/** The first letter large, and the one after `Mc` and the `Mac` of Scottish names. */
function capital(word: string): string {
  const cut = /^mc\p{L}{2,}/u.test(word) ? 2 : AFTER_MAC.test(word) ? 3 : 0;
  if (cut === 0) return large(word);
  return large(word.slice(0, cut)) + large(word.slice(cut));
}

function large(word: string): string {
  if (word === '') return word;
  const first = firstLetter(word);
  return capitalOf(first) + word.slice(first.length);
}

/** A letter large; of one that becomes several ("ß", "ῂ"), the first alone. */
function capitalOf(letter: string): string {
  const upper = letter.toUpperCase();
  const first = firstLetter(upper);
  return first + upper.slice(first.length).toLowerCase();
}

function firstLetter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** Small letters with a capital at the beginning and after `.`, `!` and `?`. */
export function sentenceCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[.!?]\s+)([^\p{L}]*)(\p{L})/gu, (_, before: string, other: string, letter: string) => {
      return before + other + capitalOf(letter);
    });
}
