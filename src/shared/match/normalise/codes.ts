import { ascii, squash } from './fold';

/** An identifier: letters and digits only, leading zeros kept out of purely numeric ones. */
export function identifier(text: string): string {
  const plain = squash(text);
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}

/** A number in canonical text, or '' : "1.234,50 €" → "1234.5". Currency signs and blanks are dropped. */
export function numberText(text: string): string {
  let plain = text.replace(/[^\d.,+-]/g, '');
  if (plain === '') return '';
  const comma = plain.lastIndexOf(',');
  const dot = plain.lastIndexOf('.');
  if (comma >= 0 && dot >= 0)
    plain = comma > dot ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(/,/g, '');
  else if (comma >= 0)
    plain = /,\d{3}(?:,|$)/.test(plain) ? plain.replace(/,/g, '') : plain.replace(',', '.');
  else if (/^[+-]?\d{1,3}(?:\.\d{3}){2,}$/.test(plain)) plain = plain.replace(/\./g, '');
  const value = Number(plain);
  return Number.isFinite(value) ? String(value) : '';
}

/** A web address as its host without "www." and a path without closing slash. */
export function webAddress(text: string): string {
  const plain = ascii(text)
    .trim()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\d?\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  return plain.includes('.') ? plain : '';
}
