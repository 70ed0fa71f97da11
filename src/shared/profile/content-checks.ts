import { dateOfDay, dayNumber } from './calendar';
import { type ColumnFacts, TYPES } from './column-facts';
import { countryCode } from './countries';
import { readPhone } from './phones';
import { cityCheck, companyCheck, nameCheck, postcodeCheck, streetCheck } from './place-name-checks';
import { isPlaceholderDate, isPlaceholderEmail, isPlaceholderPhone } from './placeholders';
import type { Check, CheckMaker, ProblemContext } from './problem-context';
import { numbersOf, outlierBounds } from './range';
import { isDateColumn } from './sorted-numbers';
import { trimBlank } from './text';
import type { Semantic } from './types';
import { isEmail, isUrl, parseBoolean, parseDate } from './values';

/**
 * The check for what the column means; columns without a checked meaning are checked by their type; null = there is none, or
 * it could find nothing. What it yields is how many values it looked at.
 */
export function* contentCheck(facts: ColumnFacts, context: ProblemContext): Generator<number, Check | null> {
  const { semantic } = context;
  if ((semantic === 'date' || semantic === 'birthDate') && !isDateColumn(facts))
    return yield* mixedDateCheck(facts);
  const maker = MAKERS[semantic] ?? (isDateColumn(facts) ? dateCheck : null);
  return maker === null ? null : maker(facts, context);
}

const dateCheck: CheckMaker = (facts, context) => {
  const today = dayNumber(context.referenceDate);
  const isBirth = context.semantic === 'birthDate';
  const latest = isBirth ? today : today + Math.round(FUTURE_YEARS * 365.25);
  const earliest = isBirth ? today - Math.round(120 * 365.25) : Number.NEGATIVE_INFINITY;
  return (_value, code) => {
    const day = facts.numeric[code]!;
    if (Number.isNaN(day)) return 'DATE_UNREADABLE';
    if (isPlaceholderDate(dateOfDay(day))) return 'DATE_PLACEHOLDER';
    if (day > latest) return 'DATE_FUTURE';
    return day < earliest ? 'DATE_IMPLAUSIBLE' : null;
  };
};

const ORDERS = ['YMD', 'DMY', 'MDY'] as const;

/** Share of dates that makes the other values wrong. */
const MOSTLY = 0.75;

/** Values read between two steps; one that is no date takes some microseconds. */
const STEP = 1 << 14;

/**
 * Dates in so many forms that the column reads as text: those that are none in any order, where most are one. Each value is
 * read once, and no further as soon as too many are none.
 */
function* mixedDateCheck(facts: ColumnFacts): Generator<number, Check | null> {
  const { counts, placeholder, types } = facts;
  const { values } = facts.column;
  const unreadable = new Uint8Array(counts.length);
  const bearable = (facts.filled - facts.placeholderRows) * (1 - MOSTLY);
  let rows = 0;
  for (let from = 1; from < counts.length; from += STEP) {
    const to = Math.min(counts.length, from + STEP);
    for (let code = from; code < to; code++) {
      if (counts[code] === 0 || placeholder[code] === 1) continue;
      const type = TYPES[types[code]!];
      if (type === 'date' || type === 'datetime') continue;
      if (ORDERS.some((order) => parseDate(values[code]!, order) !== null)) continue;
      unreadable[code] = 1;
      rows += counts[code]!;
    }
    yield to - from;
    if (rows > bearable) return null;
  }
  return rows === 0 ? null : (_value, code) => (unreadable[code] === 1 ? 'DATE_UNREADABLE' : null);
}

/** Dates of plans reach into the future; more than ten years is a slip or a sign for "no end". */
const FUTURE_YEARS = 10;

const numberCheck: CheckMaker = (facts) => {
  const bounds = outlierBounds(numbersOf(facts));
  return (_value, code) => {
    const number = facts.numeric[code]!;
    if (Number.isNaN(number)) return 'NUMBER_UNREADABLE';
    return bounds && (number < bounds.low || number > bounds.high) ? 'OUTLIER' : null;
  };
};

const emailCheck: Check = (value) => {
  const text = trimBlank(value);
  if (isEmail(text)) return isPlaceholderEmail(text) ? 'EMAIL_PLACEHOLDER' : null;
  const parts = text.length > 1_000 ? [] : text.split(/[\s,;|/]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every(isEmail) ? 'EMAIL_SEVERAL' : 'EMAIL_INVALID';
};

const phoneCheck: CheckMaker = (_facts, { country }) => {
  return (value) => {
    if (isPlaceholderPhone(value)) return 'PHONE_PLACEHOLDER';
    switch (readPhone(trimBlank(value), country).problem) {
      case null:
        return null;
      case 'short':
        return 'PHONE_SHORT';
      case 'long':
        return 'PHONE_LONG';
      case 'notNumber':
        return 'PHONE_INVALID';
      case 'noCountry':
        return 'PHONE_NO_COUNTRY';
    }
  };
};

/** A long number as a spreadsheet shows it once it has forgotten the digits. */
const DAMAGED = /^\d(?:[.,]\d+)?E\+\d{2,3}$/i;

const MAKERS: Readonly<Partial<Record<Semantic, CheckMaker>>> = {
  email: () => emailCheck,
  phone: phoneCheck,
  url: () => (value) => (isUrl(trimBlank(value)) ? null : 'URL_INVALID'),
  country: () => (value) => (countryCode(value) === null ? 'COUNTRY_UNKNOWN' : null),
  identifier: () => (value) => (DAMAGED.test(value.trim()) ? 'ID_DAMAGED' : null),
  boolean: () => (value) => (parseBoolean(value) === null ? 'BOOLEAN_UNREADABLE' : null),
  date: dateCheck,
  birthDate: dateCheck,
  number: numberCheck,
  givenName: nameCheck,
  familyName: nameCheck,
  personName: nameCheck,
  company: companyCheck,
  street: streetCheck,
  city: cityCheck,
  region: () => (value) => (/\d/.test(value) ? 'REGION_DIGITS' : null),
  postcode: postcodeCheck,
};
