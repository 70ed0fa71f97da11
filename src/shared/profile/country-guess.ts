import { countCodes } from '../table/column';
import type { Column, Table } from '../table/types';
import { countryCode } from './countries';
import { readPhone } from './phones';
import type { Semantic } from './types';

/** A country with the reason for believing in it. */
export interface CountryGuess {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly reason: string;
}

const SAMPLE = 2_000;
const US_STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI ' +
    'SC SD TN TX UT VT VA WA WV WI WY DC PR'
  ).split(' '),
);
const NORTH_AMERICAN = /^(?:1[ -.]?)?\(?[2-9]\d{2}\)?[ .-]?\d{3}[ .-]\d{4}$/;

/** Endings of addresses that belong to one country although they look generic, left out: they say nothing. */
const GENERIC_ENDINGS = new Set([
  'io',
  'co',
  'ai',
  'tv',
  'me',
  'cc',
  'ws',
  'fm',
  'eu',
  'gg',
  'ly',
  'to',
  'sh',
  'im',
  'is',
  'la',
]);

/**
 * The country whose rules phone numbers without prefix most likely follow: the commonest country of a country column,
 * US states, numbers of the North American form, the commonest prefix among `+…` numbers, or the commonest country
 * ending of e-mail and web addresses. Null when nothing points anywhere. `semantics` runs beside `table.columns`.
 */
export function guessCountry(table: Table, semantics: readonly Semantic[]): CountryGuess | null {
  const of = (semantic: Semantic): Column[] =>
    table.columns.filter((_, index) => semantics[index] === semantic);
  const countries = winner(of('country'), countryCode);
  if (countries && countries.share >= 0.5)
    return { country: countries.key, reason: `most rows have the country ${countries.key}` };
  const states = winner(of('region'), (value) => (US_STATES.has(value.trim().toUpperCase()) ? 'US' : null));
  if (states && states.share >= 0.8) return { country: 'US', reason: 'the regions are states of the USA' };
  const american = winner(of('phone'), (value) => (NORTH_AMERICAN.test(value.trim()) ? 'US' : null));
  if (american && american.share >= 0.5)
    return { country: 'US', reason: 'most numbers have the North American form' };
  const prefix = winner(of('phone'), prefixCountry);
  if (prefix && prefix.share >= 0.05)
    return { country: prefix.key, reason: `most numbers with a prefix are from ${prefix.key}` };
  const ending = winner([...of('email'), ...of('url')], endingCountry);
  if (ending && ending.share >= 0.2)
    return { country: ending.key, reason: `many addresses end in .${ending.key.toLowerCase()}` };
  return null;
}

function prefixCountry(value: string): string | null {
  if (!/^(?:\+|00)[1-9]/.test(value.trim())) return null;
  const e164 = readPhone(value.trim().replace(/^00/, '+'), null).e164;
  return e164 === null ? null : countryOfE164(e164);
}

/** Countries by calling code, for the codes that one country has to itself or mostly. */
const BY_CALLING_CODE: readonly (readonly [string, string])[] = (
  '1:US 20:EG 27:ZA 30:GR 31:NL 32:BE 33:FR 34:ES 351:PT 352:LU 353:IE 354:IS 358:FI 36:HU 39:IT 40:RO 41:CH 420:CZ 421:SK ' +
  '43:AT 44:GB 45:DK 46:SE 47:NO 48:PL 49:DE 52:MX 54:AR 55:BR 56:CL 57:CO 60:MY 61:AU 62:ID 63:PH 64:NZ 65:SG 66:TH 7:RU ' +
  '81:JP 82:KR 84:VN 86:CN 852:HK 886:TW 90:TR 91:IN 92:PK 971:AE 972:IL'
)
  .split(' ')
  .map((pair): readonly [string, string] => [
    pair.slice(0, pair.indexOf(':')),
    pair.slice(pair.indexOf(':') + 1),
  ]);

function countryOfE164(e164: string): string | null {
  return BY_CALLING_CODE.find(([code]) => e164.startsWith(`+${code}`))?.[1] ?? null;
}

function endingCountry(value: string): string | null {
  const ending = /\.([a-z]{2})(?:[/:?#].*)?$/i.exec(value.trim().slice(0, 300))?.[1]?.toLowerCase();
  if (ending === undefined || GENERIC_ENDINGS.has(ending)) return null;
  return ending === 'uk' ? 'GB' : countryCode(ending);
}

/** The key most rows have, weighted by rows, with its share of all filled rows looked at; ties by code order. */
function winner(
  columns: readonly Column[],
  keyOf: (value: string) => string | null,
): { readonly key: string; readonly share: number } | null {
  const votes = new Map<string, number>();
  let total = 0;
  for (const column of columns) {
    const counts = countCodes(column);
    const step = Math.max(1, (counts.length - 1) / SAMPLE);
    for (let at = 1; at < counts.length; at += step) {
      const code = Math.floor(at);
      const count = counts[code]!;
      total += count;
      const key = keyOf(column.values[code]!);
      if (key !== null) votes.set(key, (votes.get(key) ?? 0) + count);
    }
  }
  let best: { key: string; count: number } | null = null;
  for (const [key, count] of votes)
    if (!best || count > best.count || (count === best.count && key < best.key)) best = { key, count };
  return best && { key: best.key, share: best.count / total };
}
