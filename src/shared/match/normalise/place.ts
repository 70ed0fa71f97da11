import { countryCode } from '../../profile/countries';
import { fold, squash } from './fold';

/** A town: "St. Gallen" → "saint gallen", "Frankfurt am Main" → "frankfurt am main". */
export function city(text: string): string {
  return fold(text.replace(/\([^)]*\)/g, ' '))
    .replace(/\bst\b/g, 'saint')
    .replace(/\bmt\b/g, 'mount')
    .replace(/\bft\b/g, 'fort');
}

/** A state or province as folded text. */
export function region(text: string): string {
  return fold(text);
}

/** A postal code without blanks and punctuation, upper-case-free; US ZIP+4 is cut to five, "D-10115" to its digits. */
export function postcode(text: string): string {
  const plain = squash(text.replace(/^\s*[A-Za-z]{1,3}\s*-\s*(?=\d)/, ''));
  if (/^\d{9}$/.test(plain) && /^\s*\d{5}-\d{4}\s*$/.test(text)) return plain.slice(0, 5);
  return plain.replace(/^(\d+)\.0+$/, '$1');
}

/** A country as ISO 3166-1 alpha-2 in lower case when known, else folded text. */
export function country(text: string): string {
  return countryCode(text)?.toLowerCase() ?? fold(text);
}
