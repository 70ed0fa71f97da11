import { JAPANESE_FAMILIES } from './east-asian-names';
import { ascii, fold } from './fold';
import { LEGAL_PHRASES, LEGAL_WORDS, STOP_WORDS } from './legal-forms';
import { latinCompany } from './native-company';

const PHRASES = [...LEGAL_PHRASES].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const PHRASE = new RegExp(`(?<=^| )(?:${PHRASES.join('|')})(?= |$)`, 'g');

/**
 * A company name without legal form, "&" and stop words: "The Müller & Söhne GmbH & Co. KG" → "mueller soehne".
 * When that leaves nothing, the folded name as it is.
 */
export function companyName(text: string): string {
  const plain = ascii(latinCompany(text, JAPANESE_FAMILIES))
    .replace(/&|\+/g, ' und ')
    .replace(/['`´]/g, '')
    .replace(/\.(?=[a-z]\.)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const words = plain
    .replace(/\bund co\b/g, ' co ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(PHRASE, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const telling = joinInitials(words).filter((word) => !LEGAL_WORDS.has(word) && !STOP_WORDS.has(word));
  return telling.length > 0 ? telling.join(' ') : fold(text);
}

/** Single letters in a row are one word: "i b m" → "ibm". */
function joinInitials(words: readonly string[]): string[] {
  const out: string[] = [];
  let run = '';
  for (const word of words) {
    if (word.length === 1 && word >= 'a') run += word;
    else {
      if (run) out.push(run);
      run = '';
      out.push(word);
    }
  }
  if (run) out.push(run);
  return out;
}
