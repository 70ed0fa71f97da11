import { CURRENCY_PATTERN } from './currency-signs';

/** What a cell looks like on its own, without its column. */
export type CellKind =
  | 'empty'
  | 'integer'
  | 'number'
  /** Digits that are a name, not a quantity: leading zeros, more than 15 digits, or a plus sign before seven or more. */
  | 'code'
  | 'date'
  | 'datetime'
  | 'time'
  | 'boolean'
  | 'email'
  | 'url'
  /** A word people put where there is nothing: `N/A`, `null`. */
  | 'missing'
  /** Words, names, short labels. */
  | 'words'
  /** Anything else. */
  | 'other';

const INTEGER = /^[+-]?\d+$/;
const CODE = /^(?:[+-]?0\d|\+\d{7})|\d{16}/;
/** A currency sign or a percent sign at either end; a minus or a bracket may stand before the first. */
const CURRENCY = new RegExp(
  `^([+-]?\\(?-?)(?:${CURRENCY_PATTERN})\\s?|\\s?(?:${CURRENCY_PATTERN}|%)(?=\\)?$)`,
  'giu',
);
const NUMBER =
  /^(?:[+-]?(?:\d+|\d{1,3}(?:,\d{2,3})+|\d{1,3}(?:[. '’\u00a0\u202f]\d{3})+)?(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?|\(\d[\d.,]*\)|\d[\d.,]*-)$/u;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?[AaPp]\.?[Mm]\.?)?$/;
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[\p{L}]{2,}$/u;
const URL = /^(?:https?:\/\/|ftp:\/\/|www\.)\S+$/i;
const WORDS = /^[\p{L}\p{N}#(*_][\p{L}\p{M}\p{N}\s._\-'’()&/#+%$€@!?*°]*$/u;
const BOOLEAN = new Set(
  'true false yes no y n t f ja nein j oui non si sí no vrai faux wahr falsch verdadero falso はい いいえ 예 아니오'.split(
    ' ',
  ),
);
const MISSING = new Set(
  'n/a na #n/a null nil none nan - -- --- . ? (null) (blank) unknown \\n #null! undefined tbd k.a. keine'.split(
    ' ',
  ),
);

/** What kind of value the text is; blanks around it do not matter. */
export function cellKind(raw: string): CellKind {
  const text = raw.trim();
  if (text === '') return 'empty';
  if (text.length > 200) return 'other';
  if (INTEGER.test(text)) {
    return CODE.test(text) ? 'code' : 'integer';
  }
  const first = text.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || '+-.,($€£¥₩₹'.includes(text.charAt(0)) || /\d/.test(text);
  if (numeric) {
    const date = dateParts(text);
    if (date) return date.time ? 'datetime' : 'date';
    if (isNumber(text)) return 'number';
    if (TIME.test(text)) return 'time';
  }
  const lower = text.toLowerCase();
  if (BOOLEAN.has(lower)) return 'boolean';
  if (MISSING.has(lower)) return 'missing';
  if (text.includes('@') && EMAIL.test(text)) return 'email';
  if (URL.test(text)) return 'url';
  return WORDS.test(text) ? 'words' : 'other';
}

function isNumber(text: string): boolean {
  if (!/\d/.test(text)) return false;
  if (NUMBER.test(text)) return true;
  const bare = text.replace(CURRENCY, '$1');
  return bare !== text && /\d/.test(bare) && NUMBER.test(bare);
}

/** The numbers of a date, in the order written. */
export interface DateParts {
  /** First and second number where the order is in question; null where it is not (ISO, month names). */
  readonly pair: readonly [number, number] | null;
  readonly yearFirst: boolean;
  readonly separator: string;
  /** The time of day as written, or empty. */
  readonly time: string;
}

const NUMERIC_DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(.+))?$/;
const CLOCK =
  /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
const MONTHS =
  'jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|ene|abr|ago|set|dic|fév|fev|avr|aoû|déc|januar|january|januari|februar|february|march|märz|april|june|juni|july|juli|august|september|october|oktober|november|december|dezember';
const NAMED_DATE = new RegExp(
  `^(?:\\d{1,2}(?:st|nd|rd|th)?[ .-]*(?:${MONTHS})[ .,-]*(?:\\d{4}|\\d{2})|(?:${MONTHS})[ .]*\\d{1,2}(?:st|nd|rd|th)?,?[ ]+\\d{4}|\\d{4}[ -](?:${MONTHS})[ -]\\d{1,2})(?:[ ,]+(.+))?$`,
  'iu',
);

/** The parts of a written date, or null when the text is none. */
export function dateParts(raw: string): DateParts | null {
  const text = raw.trim();
  if (text.length < 6 || text.length > 40) return null;
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric) return numericDate(numeric);
  const named = NAMED_DATE.exec(text);
  if (!named) return null;
  const time = named[1] ?? '';
  if (time !== '' && !CLOCK.test(time)) return null;
  return { pair: null, yearFirst: false, separator: ' ', time };
}

function numericDate(match: RegExpExecArray): DateParts | null {
  const [, a = '', separator = '', b = '', c = '', time = ''] = match;
  if (time !== '' && !CLOCK.test(time)) return null;
  if (a.length === 4) {
    if (c.length > 2 || !isMonth(Number(b)) || !isDay(Number(c))) return null;
    return { pair: null, yearFirst: true, separator, time };
  }
  const first = Number(a);
  const second = Number(b);
  if (a.length > 2) return null;
  const dayFirst = isDay(first) && isMonth(second);
  const monthFirst = isMonth(first) && isDay(second);
  return dayFirst || monthFirst ? { pair: [first, second], yearFirst: false, separator, time } : null;
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}
