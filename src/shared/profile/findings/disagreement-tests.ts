import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';
import type { ColumnGuess } from '../../ingest/types';
import { countCodes } from '../../table/column';
import { type Column, EMPTY } from '../../table/types';
import { countryCode } from '../countries';
import { headerTokens } from '../header-words';
import { isPlaceholderDate } from '../placeholders';
import { canonicalPostcode, knowsPostcodes } from '../postcodes';
import { foldText } from '../text';
import { parseDate, parseNumber } from '../values';

/** What two or more columns of a row can disagree about. */
export const DISAGREEMENTS = ['sum', 'exceeds', 'closedWithout', 'openWith', 'postcode', 'dialCode'] as const;
export type DisagreementKind = (typeof DISAGREEMENTS)[number];

export const UNCHECKED = 0;
export const AGREES = 1;
export const DISAGREES = 2;

/** Of a row: `UNCHECKED` where a value is missing or not understood, `AGREES`, or `DISAGREES`. */
export type RowTest = (row: number) => typeof UNCHECKED | typeof AGREES | typeof DISAGREES;

type Guesses = ReadonlyMap<string, ColumnGuess>;

/** A cent, for what rounding leaves. */
const CENT = 0.011;

/**
 * The test of a kind over these columns, in the order the kind wants them: total and parts; part and total; status and date;
 * country and postcode; country and phone. Null when there are too few. Values are read once per distinct value.
 */
export function rowTest(
  kind: DisagreementKind,
  columns: readonly Column[],
  guesses: Guesses,
): RowTest | null {
  const [first, second] = columns;
  if (!first || !second) return null;
  switch (kind) {
    case 'sum':
      return sumTest(
        amountsOf(first, guesses),
        columns.slice(1).map((part) => summandOf(part, guesses)),
      );
    case 'exceeds':
      return exceedsTest(amountsOf(first, guesses), amountsOf(second, guesses));
    case 'closedWithout':
    case 'openWith':
      return statusTest(kind, first, second, guesses);
    case 'postcode':
      return placeTest(first, second, postcodeFits);
    case 'dialCode':
      return placeTest(first, second, dialCodeFits);
  }
}

/** A column read as numbers. */
export interface Amounts {
  readonly codes: Uint32Array;
  /** Number by code; NaN where there is none. */
  readonly numbers: Float64Array;
}

/** A column read as numbers, once per distinct value. */
export function amountsOf(column: Column, guesses: Guesses): Amounts {
  const decimal = guesses.get(column.name)?.decimalComma ? ',' : '.';
  const counts = countCodes(column);
  const numbers = new Float64Array(column.values.length).fill(Number.NaN);
  for (let code = EMPTY + 1; code < numbers.length; code++)
    if (counts[code]! > 0) numbers[code] = parseNumber(column.values[code]!, decimal) ?? Number.NaN;
  return { codes: column.codes, numbers };
}

/** Does the header speak of something taken off? */
export function isDeduction(header: string): boolean {
  return headerTokens(header).some((token) =>
    /^(?:discounts?|rebate|rabatt|skonto|remise|descuento|sconto|korting)$/.test(token),
  );
}

/** A part of a total: added, or taken off whichever sign it is written with. */
export interface Summand extends Amounts {
  readonly deducted: boolean;
}

export function summandOf(column: Column, guesses: Guesses): Summand {
  return { ...amountsOf(column, guesses), deducted: isDeduction(column.name) };
}

/** Is the total the sum of its parts, empty parts as 0? */
export function sumTest(total: Amounts, parts: readonly Summand[]): RowTest {
  return (row) => {
    const whole = total.numbers[total.codes[row]!]!;
    if (Number.isNaN(whole)) return UNCHECKED;
    let sum = 0;
    let filled = 0;
    for (const { codes, numbers, deducted } of parts) {
      const code = codes[row]!;
      const part = numbers[code]!;
      if (Number.isNaN(part)) {
        if (code !== EMPTY) return UNCHECKED;
        continue;
      }
      filled++;
      sum += deducted ? -Math.abs(part) : part;
    }
    if (filled === 0) return UNCHECKED;
    return Math.abs(whole - sum) <= Math.max(CENT, Math.abs(whole) * 1e-9) ? AGREES : DISAGREES;
  };
}

function exceedsTest(part: Amounts, total: Amounts): RowTest {
  return (row) => {
    const some = part.numbers[part.codes[row]!]!;
    const whole = total.numbers[total.codes[row]!]!;
    if (!(some > 0 && whole > 0)) return UNCHECKED;
    return some > whole + CENT ? DISAGREES : AGREES;
  };
}

const CLOSED =
  /(?:^|\s)(?:closed|won|lost|completed?|done|finished|resolved|cancell?ed|terminated|ended|expired|geschlossen|abgeschlossen|erledigt|gewonnen|verloren|beendet|storniert|gekundigt|ferme|termine|gagne|perdu|annule|cerrad[oa]|ganad[oa]|perdid[oa]|cancelad[oa]|chius[oa]|gesloten|afgerond)(?:\s|$)/u;
const OPEN =
  /^(?:open|reopened|new|in progress|pending|prospecting|qualification|negotiation|offen|neu|in bearbeitung|laufend|ouverte?|en cours|nouveau|abiert[oa]|nuev[oa]|en curso|apert[oa]|nieuw|lopend)$/u;

/** Whether a status says that something has come to its end, or that it has not; null where it says neither. */
export function statusClass(value: string): 'closed' | 'open' | null {
  const folded = foldText(value)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (OPEN.test(folded)) return 'open';
  return CLOSED.test(folded) && !/(?:^|\s)(?:not|nicht|un|no|non|niet)(?:\s|$)/.test(folded)
    ? 'closed'
    : null;
}

function statusTest(
  kind: 'closedWithout' | 'openWith',
  status: Column,
  date: Column,
  guesses: Guesses,
): RowTest {
  const wanted = kind === 'closedWithout' ? 'closed' : 'open';
  const isWanted = Uint8Array.from(status.values, (value) => (statusClass(value) === wanted ? 1 : 0));
  const order = guesses.get(date.name)?.dateOrder ?? 'YMD';
  const dated = Uint8Array.from(date.values, (value) => {
    const iso = value === '' ? null : parseDate(value, order);
    return iso !== null && !isPlaceholderDate(iso) ? 1 : 0;
  });
  return (row) => {
    if (isWanted[status.codes[row]!] === 0) return UNCHECKED;
    const hasDate = dated[date.codes[row]!] === 1;
    return hasDate === (kind === 'closedWithout') ? AGREES : DISAGREES;
  };
}

/** Says of a value whether it can be of the country; null where nothing can be said. */
type PlaceFit = (value: string, country: string) => boolean | null;

/** Compares by pairs of distinct values; a pair is judged once. */
function placeTest(country: Column, other: Column, fits: PlaceFit): RowTest {
  const places = country.values.map((value) => (value === '' ? null : countryCode(value)));
  const known = new Map<number, typeof UNCHECKED | typeof AGREES | typeof DISAGREES>();
  return (row) => {
    const place = places[country.codes[row]!] ?? null;
    const code = other.codes[row]!;
    if (place === null || code === EMPTY) return UNCHECKED;
    const key = country.codes[row]! * other.values.length + code;
    let verdict = known.get(key);
    if (verdict === undefined) {
      const fit = fits(other.values[code]!, place);
      verdict = fit === null ? UNCHECKED : fit ? AGREES : DISAGREES;
      known.set(key, verdict);
    }
    return verdict;
  };
}

const BRITISH = /^\s*[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\s*$/i;

function postcodeFits(value: string, country: string): boolean | null {
  if (!knowsPostcodes(country) || !/\d/.test(value)) return null;
  // Letters that British codes never use make a wrong code, not one of another country.
  if (country === 'GB' && BRITISH.test(value)) return true;
  return canonicalPostcode(value, country) !== null;
}

function dialCodeFits(value: string, country: string): boolean | null {
  const digits = /^\s*(?:\+|00)([\d\s()./-]{6,})/.exec(value)?.[1]?.replace(/\D/g, '');
  if (digits === undefined || !isSupportedCountry(country)) return null;
  return digits.startsWith(getCountryCallingCode(country));
}
