import { countryCode } from '../../profile/countries';
import { continentalAddress } from './continental-address';
import { englishAddress } from './english-address';
import { subdivisionCode } from './subdivision';
import { type AddressParts, NO_ADDRESS } from './types';

/** Longest text read as an address. */
const MAX_LENGTH = 500;

/** Countries whose addresses put the number first and the postcode last. */
const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'PR', 'IN', 'ZA', 'SG']);

/**
 * The parts of an address on one line (line ends count as commas). `country` (ISO alpha-2) is that of addresses that name
 * none; '' = judged by the shape of the postcode. Null where nothing can be told apart.
 */
export function splitAddress(text: string, country: string): AddressParts | null {
  if (text.length > MAX_LENGTH) return null;
  const line = text
    .normalize('NFC')
    .replace(/\s*[\r\n]+\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;])/g, '$1')
    .replace(/([,;])(?=\S)/g, '$1 ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
    .replace(/(?<=\d)\.$/, '');
  if (line === '' || !/[\p{L}\d]/u.test(line)) return null;
  const named = countryAtEnd(line, country);
  const known = named.code ?? (country === '' ? guessed(named.rest) : country);
  const parts = ENGLISH.has(known)
    ? englishAddress(named.rest, known)
    : continentalAddress(named.rest, known);
  if (parts === null) return named.country === '' ? null : { ...NO_ADDRESS, country: named.country };
  return { ...parts, country: named.country };
}

/** Countries that people write as two letters. */
const COMMON = new Set(['US', 'GB', 'DE', 'AT', 'CH', 'FR', 'NL', 'IT', 'ES', 'BE', 'LU', 'DK', 'PL', 'JP']);

/** A country after the last comma, or after a postcode; never a lone region of the country expected. */
function countryAtEnd(
  line: string,
  expected: string,
): { country: string; code: string | null; rest: string } {
  const comma = line.lastIndexOf(',');
  const none = { country: '', code: null, rest: line };
  const candidates = [comma < 0 ? '' : line.slice(comma + 1).trim()];
  const tokens = line.split(' ');
  for (const count of [3, 2, 1])
    if (tokens.length > count && /\d/.test(tokens.at(-count - 1) ?? ''))
      candidates.push(tokens.slice(-count).join(' '));
  for (const written of candidates) {
    if (written === '' || /\d/.test(written)) continue;
    const code = countryCode(written);
    if (code === null) continue;
    const short = written.replace(/\./g, '').length <= 2;
    if (short && subdivisionCode(written, expected === '' ? 'US' : expected) !== null) continue;
    if (short && (written !== written.toUpperCase() || !COMMON.has(code)) && code !== expected) continue;
    if (code !== expected && subdivisionCode(written, expected === '' ? 'US' : expected) !== null) continue;
    const rest = line.slice(0, line.length - written.length).replace(/[\s,]+$/, '');
    if (rest !== '') return { country: written, code, rest };
  }
  return none;
}

const GB = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}$/i;
const CA = /\b[ABCEGHJ-NPRSTVXY]\d[A-Z][\s-]?\d[A-Z]\d$/i;
const NL = /\b[1-9]\d{3}\s?[A-Z]{2}\b/;
const US = /[\s,]([A-Z]{2})[\s,]+\d{5}(?:-\d{4})?$/i;

/** The country a shape of postcode belongs to alone; '' where the shape does not tell. */
function guessed(line: string): string {
  if (CA.test(line)) return 'CA';
  if (GB.test(line)) return 'GB';
  const state = US.exec(line)?.[1];
  if (state !== undefined && subdivisionCode(state, 'US') !== null) return 'US';
  if (NL.test(line)) return 'NL';
  if (/\bCEDEX\b/i.test(line)) return 'FR';
  if (/^\d+[A-Za-z]?\s/.test(line) && !/(?:^|, )\d{4,5} \p{L}/u.test(line)) return 'US';
  return '';
}
