import type { ColumnFacts } from './column-facts';
import type { Check, CheckMaker } from './problem-context';
import { foldText } from './text';
import { HAS } from './value-scan';
import { COMPANY_WORDS } from './value-words';

/** Checks of names and addresses: values that are plainly something else, or written unlike their column. */

/** From this share on, what most values do is what the column does. */
const MOST = 0.7;

const ADDRESSED =
  /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|hr|fr|mme|mlle|monsieur|madame|sig|signor|signora|sr|sra|dhr|mevr)[. ]+\S/i;
const SEVERAL = /\S\s*(?:&|\+|;|\/|\s(?:and|und|et|y|e|en)\s)\s*\S/i;
const ALL_CAPITALS = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u;
const ALL_SMALL = /^[^\p{Lu}]*\p{Ll}{3}[^\p{Lu}]*$/u;
const MIXED = /\p{Lu}.*\p{Ll}/u;

/** Names of people: digits, addresses and titles in them, several people, all capitals where others are not. */
export const nameCheck: CheckMaker = (facts, { semantic }) => {
  const isMixed = share(facts, (value) => MIXED.test(value)) >= MOST;
  return (value, code) => {
    const has = facts.has[code]!;
    if ((has & HAS.at) !== 0) return 'NAME_IS_ADDRESS';
    if ((has & HAS.digit) !== 0) return 'NAME_DIGITS';
    if (semantic !== 'personName' && ADDRESSED.test(value)) return 'NAME_TITLE';
    if (SEVERAL.test(value)) return 'NAME_SEVERAL';
    return isMixed && (ALL_CAPITALS.test(value) || ALL_SMALL.test(value)) ? 'NAME_CASE' : null;
  };
};

/** Companies: an address in place of a name, only a legal form, only digits. */
export const companyCheck: CheckMaker = (facts) => (value, code) => {
  const has = facts.has[code]!;
  if ((has & HAS.at) !== 0) return 'NAME_IS_ADDRESS';
  if ((has & HAS.foreign) === 0 && (has & HAS.digit) !== 0 && !/[A-Za-z]/.test(value)) return 'NAME_DIGITS';
  if (value.length > 20) return null;
  const words = foldText(value)
    .split(/[\s,.&()/-]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => COMPANY_WORDS.has(word)) ? 'COMPANY_FORM_ONLY' : null;
};

/** Streets without a number, in a column where most have one. */
export const streetCheck: CheckMaker = (facts) => {
  const numbered = share(facts, (value) => /\d/.test(value)) >= MOST;
  return (value, code) => {
    const has = facts.has[code]!;
    if ((has & HAS.at) !== 0) return 'NAME_IS_ADDRESS';
    const digit = (has & HAS.digit) !== 0 || ((has & HAS.foreign) !== 0 && /\p{N}/u.test(value));
    return numbered && !digit ? 'STREET_NO_NUMBER' : null;
  };
};

/** Cities with digits: mostly a postcode that was typed along. */
export const cityCheck: CheckMaker = (facts) => (_value, code) =>
  (facts.has[code]! & HAS.digit) !== 0 ? 'CITY_DIGITS' : null;

const DIGITS_ONLY = /^\d+$/;
const ONE_DIGIT = /^(\d)\1+$/;

/** Postcodes of a country of fixed length that lack a digit, as when a spreadsheet cuts leading zeros; made-up ones. */
export const postcodeCheck: CheckMaker = (facts): Check => {
  const usual = usualDigits(facts);
  return (value) => {
    if (!DIGITS_ONLY.test(value)) return null;
    if (value.length >= 4 && (ONE_DIGIT.test(value) || COUNTED.has(value))) return 'POSTCODE_PLACEHOLDER';
    if (usual === null || value.length === usual) return null;
    if (value.length === usual - 1) return 'POSTCODE_ZERO_LOST';
    return value.length < usual ? 'POSTCODE_SHORT' : 'POSTCODE_LONG';
  };
};

const COUNTED = new Set(['01234', '12345', '123456', '0123456', '54321']);

/** The number of digits most rows have, when nearly all values are digits of one length. */
function usualDigits(facts: ColumnFacts): number | null {
  const rows = new Map<number, number>();
  let all = 0;
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count === 0 || facts.placeholder[code] === 1) continue;
    all += count;
    const value = facts.column.values[code]!;
    if (DIGITS_ONLY.test(value)) rows.set(value.length, (rows.get(value.length) ?? 0) + count);
  }
  for (const [length, count] of rows) if (count >= all * MOST) return length;
  return null;
}

/** Values looked at to learn how a column is written. */
const SAMPLE = 500;

/** Share of distinct values, evenly sampled, of which something is true. */
function share(facts: ColumnFacts, test: (value: string) => boolean): number {
  const { values } = facts.column;
  const step = Math.max(1, (values.length - 1) / SAMPLE);
  let asked = 0;
  let holds = 0;
  for (let at = 1; at < values.length; at += step) {
    const code = Math.floor(at);
    if (facts.counts[code] === 0 || facts.placeholder[code] === 1) continue;
    asked++;
    if (test(values[code]!)) holds++;
  }
  return asked === 0 ? 0 : holds / asked;
}
