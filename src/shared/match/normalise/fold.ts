import anyAscii from 'any-ascii';
import { isPlaceholder } from '../../profile/placeholders';
import { undamaged } from './damaged';

/** Letters whose usual two-letter spelling differs from the transliteration to one letter. */
const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'ae',
  Ö: 'oe',
  Ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  Ø: 'oe',
  å: 'aa',
  Å: 'aa',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself
const NON_ASCII = /[^\x00-\x7f]/;
const SPELLED_LETTER = /[äöüÄÖÜßøØåÅ]/g;

/** Latin letters for any script, lower case; German and Nordic letters by their usual spelling. Keeps punctuation. */
export function ascii(text: string): string {
  if (!NON_ASCII.test(text)) return text.toLowerCase();
  const spelled = undamaged(text)
    .normalize('NFC')
    .replace(SPELLED_LETTER, (letter) => SPELLED[letter] ?? letter);
  return anyAscii(spelled).toLowerCase();
}

const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Lower-case ASCII words separated by one blank; apostrophes vanish, other punctuation separates. */
export function fold(text: string): string {
  const plain = ascii(text);
  if (FOLDED.test(plain)) return plain;
  return plain
    .replace(/['`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** `fold` without its blanks: for values whose spacing means nothing. */
export function squash(text: string): string {
  return ascii(text).replace(/[^a-z0-9]+/g, '');
}

/** True for values that stand for "no value": "n/a", "unknown", "-", "???". */
export function isNothing(text: string): boolean {
  return isPlaceholder(text.trim());
}
