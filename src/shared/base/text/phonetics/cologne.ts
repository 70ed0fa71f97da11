import { unaccented } from '../capitals';

/** Digit of letters that sound the same everywhere. H is silent. */
const DIGITS: ReadonlyMap<string, string> = new Map([
  ...[...'AEIJOUY'].map((letter): [string, string] => [letter, '0']),
  ['B', '1'],
  ['F', '3'],
  ['V', '3'],
  ['W', '3'],
  ['G', '4'],
  ['K', '4'],
  ['Q', '4'],
  ['L', '5'],
  ['M', '6'],
  ['N', '6'],
  ['R', '7'],
  ['S', '8'],
  ['Z', '8'],
]);

/**
 * Kölner Phonetik (Postel 1969, "Die Kölner Phonetik", IBM-Nachrichten 19): digits for how a German word sounds. Umlauts
 * count as their vowel, signs between words as nothing. '' for text without letters.
 */
export function colognePhonetics(text: string): string {
  const letters = unaccented(text).replace(/[^A-Z]+/g, '');
  let code = '';
  let last = '';
  for (let i = 0; i < letters.length; i++) {
    const digits = digitsOf(letters.charAt(i - 1), letters.charAt(i), letters.charAt(i + 1), code === '');
    if (digits === '') last = '';
    for (const digit of digits) {
      if (digit !== last && (digit !== '0' || code === '')) code += digit;
      last = digit;
    }
  }
  return code;
}

function digitsOf(before: string, letter: string, after: string, isFirst: boolean): string {
  switch (letter) {
    case 'P':
      return after === 'H' ? '3' : '1';
    case 'D':
    case 'T':
      return isOneOf(after, 'CSZ') ? '8' : '2';
    case 'C':
      if (isFirst) return isOneOf(after, 'AHKLOQRUX') ? '4' : '8';
      return isOneOf(after, 'AHKOQUX') && !isOneOf(before, 'SZ') ? '4' : '8';
    case 'X':
      return isOneOf(before, 'CKQ') ? '8' : '48';
    default:
      return DIGITS.get(letter) ?? '';
  }
}

function isOneOf(letter: string, letters: string): boolean {
  return letter !== '' && letters.includes(letter);
}
