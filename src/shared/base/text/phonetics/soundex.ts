import { capitals } from '../capitals';

/** Digit per letter a..z; 0 = vowel (separates), 7 = h or w (does not separate). */
const CODES = [0, 1, 2, 3, 0, 1, 2, 7, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, 7, 2, 0, 2];

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself
const NON_ASCII = /[^\x00-\x7f]/;

/**
 * American Soundex of a word: a letter and three digits, or '' when the word has no letter a to z. Accents are taken off.
 * Rule of the US National Archives: letters around h or w with one code count once.
 */
export function soundex(word: string): string {
  const letters = NON_ASCII.test(word) ? capitals(word) : word;
  let out = '';
  let last = 0;
  for (let i = 0; i < letters.length && out.length < 4; i++) {
    const unit = letters.charCodeAt(i) | 32;
    if (unit < 97 || unit > 122) continue;
    const code = CODES[unit - 97]!;
    if (out === '') {
      out = String.fromCharCode(unit - 32);
      last = code;
    } else if (code === 0) last = 0;
    else if (code !== 7 && code !== last) {
      out += String(code);
      last = code;
    }
  }
  return out === '' ? '' : out.padEnd(4, '0');
}
