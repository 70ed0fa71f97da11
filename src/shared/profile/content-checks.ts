import { dateOfDay, dayNumber } from './calendar';
import type { ColumnFacts } from './column-facts';
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

/** The check for what the column means; columns without a checked meaning are checked by their type; null = there is none. */
export function contentCheck(facts: ColumnFacts, context: ProblemContext): Check | null {
  const maker = MAKERS[context.semantic];
  if (maker) return maker(facts, context);
  return isDateColumn(facts) ? dateCheck(facts, context) : null;
}

const dateCheck: CheckMaker = (facts, context) => {
  if (!isDateColumn(facts)) return mixedDateCheck(facts);
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

/** Dates in so many forms that the column reads as text: those that are none in any order, where most are one. */
function mixedDateCheck(facts: ColumnFacts): Check {
  const isDate = (value: string): boolean => ORDERS.some((order) => parseDate(value, order) !== null);
  const { values } = facts.column;
  let dates = 0;
  for (let code = 1; code < values.length; code++) if (isDate(values[code]!)) dates += facts.counts[code]!;
  if (dates < (facts.filled - facts.placeholderRows) * MOSTLY) return () => null;
  return (value) => (isDate(value) ? null : 'DATE_UNREADABLE');
}

/** Share of dates that makes the other values wrong. */
const MOSTLY = 0.75;

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
