import { CURRENCY_PATTERN } from '../ingest/currency-signs';
import type { DateOrder } from '../ingest/types';
import { dateOfDay, dayNumber, isoDate } from './calendar';
import { foldText, trimBlank } from './text';
import { BOOLEAN_BY_WORD, DATE_NOISE, MONTH_BY_NAME } from './value-words';

/**
 * Parsers of single values. Each reads the whole text or answers null: nothing is guessed, nothing half read. None of
 * them depends on the locale or the clock.
 */

/** Two-digit years below this are 20xx, the others 19xx: the rule spreadsheets use (00–29 → 2000–2029). */
export const TWO_DIGIT_YEAR_PIVOT = 30;

/** Longest text a parser looks at; no date or number is longer. */
const MAX_LENGTH = 80;

/** Anything but visible ASCII with single blanks inside. */
const UNCLEAN = /[^\x20-\x7e]|^ | $| {2}/;
const TIME =
  /[T ,]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const CLOCK_TIME = /^\d{1,4}:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?: ?[ap]m)?$/i;
const NUMERIC_DATE = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*'?(\d{1,4})\.?$/;
const SPACED_DATE = /^(\d{1,4}) (\d{1,2}) (\d{1,4})$/;
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const CJK_DATE = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/;

/** Is this a time of day or a length of time alone, such as `14:05` or `36:00:00`? It names nothing, however rare it is. */
export function isClockTime(text: string): boolean {
  return text.length <= MAX_LENGTH && CLOCK_TIME.test(text);
}

/**
 * The calendar day in a text, as ISO `yyyy-MM-dd`; a time of day after it is left out as written.
 * Four digits first are always year, month, day; otherwise `order` says what comes first, and a month beyond 12 is null
 * rather than swapped. Also `12 Mar 2020`, `März 3, 2021` (month names in seven languages), `2020年3月12日`.
 */
export function parseDate(text: string, order: DateOrder): string | null {
  if (text.length > MAX_LENGTH) return null;
  const clean = cleaned(text);
  const time = TIME.exec(clean);
  if (time && !validTime(time)) return null;
  return dayOf(time ? clean.slice(0, time.index).trim() : clean, order);
}

/**
 * The moment in a text as ISO `yyyy-MM-ddTHH:mm:ss.SSS`. A zone in the text (`Z`, `+02:00`) is turned into UTC; without
 * one the time stands as written. A date alone is midnight.
 */
export function parseDateTime(text: string, order: DateOrder): string | null {
  if (text.length > MAX_LENGTH) return null;
  const clean = cleaned(text);
  const time = TIME.exec(clean);
  const day = dayOf(time ? clean.slice(0, time.index).trim() : clean, order);
  if (day === null) return null;
  if (!time) return `${day}T00:00:00.000`;
  if (!validTime(time)) return null;
  const seconds = hourOf(time) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0) - zoneSeconds(time[6]);
  const shifted = dateOfDay(dayNumber(day) + Math.floor(seconds / 86_400));
  const rest = ((seconds % 86_400) + 86_400) % 86_400;
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const millis = (time[4] ?? '').slice(0, 3).padEnd(3, '0');
  return `${shifted}T${part(rest / 3600)}:${part((rest % 3600) / 60)}:${part(rest % 60)}.${millis}`;
}

function cleaned(text: string): string {
  return UNCLEAN.test(text) ? trimBlank(text.normalize('NFKC')).replace(/\s+/g, ' ') : text;
}

function validTime(time: RegExpExecArray): boolean {
  const hour = Number(time[1]);
  if (time[5] !== undefined && (hour < 1 || hour > 12)) return false;
  return hour <= 23 && Number(time[2]) <= 59 && Number(time[3] ?? 0) <= 59;
}

function hourOf(time: RegExpExecArray): number {
  const hour = Number(time[1]);
  if (time[5] === undefined) return hour;
  return (hour % 12) + (time[5].toLowerCase().startsWith('p') ? 12 : 0);
}

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const digits = zone.replace(':', '');
  const seconds = Number(digits.slice(1, 3)) * 3600 + Number(digits.slice(3, 5)) * 60;
  return digits.startsWith('-') ? -seconds : seconds;
}

function dayOf(text: string, order: DateOrder): string | null {
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric) return fromNumbers(numeric[1]!, numeric[3]!, numeric[4]!, order);
  const spaced = SPACED_DATE.exec(text);
  if (spaced) return fromNumbers(spaced[1]!, spaced[2]!, spaced[3]!, order);
  const compact = order === 'YMD' ? COMPACT_DATE.exec(text) : null;
  const cjk = compact ?? CJK_DATE.exec(text);
  if (cjk) return isoDate(Number(cjk[1]), Number(cjk[2]), Number(cjk[3]));
  return /\p{L}{3}/u.test(text) ? fromWords(text) : null;
}

function fromNumbers(a: string, b: string, c: string, order: DateOrder): string | null {
  if (a.length === 4) return c.length <= 2 ? isoDate(Number(a), Number(b), Number(c)) : null;
  if (a.length === 3 || c.length === 3) return null;
  if (order === 'YMD')
    return a.length === 2 && c.length <= 2 ? isoDate(fullYear(a), Number(b), Number(c)) : null;
  if (c.length === 1) return null;
  return order === 'DMY'
    ? isoDate(fullYear(c), Number(b), Number(a))
    : isoDate(fullYear(c), Number(a), Number(b));
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < TWO_DIGIT_YEAR_PIVOT ? 2000 + year : 1900 + year;
}

/** A date with its month as a word, in any order of the parts; the day comes before a two-digit year. */
function fromWords(text: string): string | null {
  let month = 0;
  const numbers: string[] = [];
  for (const token of foldText(text).split(/[\s,./'’-]+/)) {
    if (token === '' || DATE_NOISE.has(token)) continue;
    const named = MONTH_BY_NAME.get(token);
    const number = /^(\d{1,4})(?:st|nd|rd|th|er|e|o|a)?$/.exec(token.replace(/[ºª°]/u, ''));
    if (named !== undefined && month === 0) month = named;
    else if (number) numbers.push(number[1]!);
    else return null;
  }
  const [first, second] = numbers;
  if (month === 0 || first === undefined || second === undefined || numbers.length > 2) return null;
  const yearFirst = first.length === 4;
  if (yearFirst === (second.length === 4) && yearFirst) return null;
  const [day, year] = yearFirst ? [second, first] : [first, second];
  if (day.length > 2 || year.length === 3 || year.length === 1) return null;
  return isoDate(fullYear(year), month, Number(day));
}

const CURRENCY = new RegExp(`^(?:${CURRENCY_PATTERN})`, 'iu');
const CURRENCY_END = new RegExp(`(?:${CURRENCY_PATTERN}|,-|%)$`, 'iu');
/** The commonest form, already canonical. */
const SIMPLE = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** A digit, or a sign that unifies to one. */
const MAY_HAVE_DIGIT = /[0-9\u0660-\uffff]/;
/** What no written number has: a word, signs of addresses. Most text leaves here. */
const NOT_NUMERIC = /[A-Za-z]{4}|[@:;!?#&=<>]/;
const PLAIN = /^\d+(?:\.\d+)?$/;
const SCIENTIFIC = /^\d+(?:\.\d+)?[eE][+-]?\d{1,3}$/;

/**
 * A written number in the one form files take: digits, a dot before decimals, a leading minus; null when it is not a
 * number under this decimal style. Grouping by the other sign, blanks or apostrophes must be in threes (or the Indian
 * 2-2-3), so that `1,5` under a decimal dot is refused rather than read as 15. Currency signs, `%`, `(1,200)` and a
 * trailing minus are understood. Digits are kept as written: nothing is rounded.
 */
export function canonicalNumber(text: string, decimal: '.' | ','): string | null {
  if (text.length > MAX_LENGTH) return null;
  if (decimal === '.' && SIMPLE.test(text)) return text;
  if (!MAY_HAVE_DIGIT.test(text) || NOT_NUMERIC.test(text)) return null;
  let rest = cleaned(text).replace(/[\u2212\u2012\u2013]/gu, '-');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = bracketed[1]!.trim();
  }
  for (let changed = true; changed; ) {
    const before = rest;
    if (!negative && /^[-+]/.test(rest)) {
      negative = rest.startsWith('-');
      rest = rest.slice(1).trim();
      if (/^[-+]/.test(rest)) return null;
    }
    if (!negative && /\d\s?-$/.test(rest)) {
      negative = true;
      rest = rest.slice(0, -1).trim();
    }
    rest = rest.replace(CURRENCY, '').replace(CURRENCY_END, '').trim();
    changed = rest !== before;
  }
  const digits = ungrouped(rest, decimal);
  if (digits === null) return null;
  const plain = SCIENTIFIC.test(digits) ? fromScientific(digits) : PLAIN.test(digits) ? digits : null;
  if (plain === null) return null;
  const trimmed = plain.replace(/^0+(?=\d)/, '');
  return negative && /[1-9]/.test(trimmed) ? `-${trimmed}` : trimmed;
}

/** The number in a text, or null; see `canonicalNumber`. */
export function parseNumber(text: string, decimal: '.' | ','): number | null {
  const canonical = canonicalNumber(text, decimal);
  return canonical === null ? null : Number(canonical);
}

/** Digits with a decimal dot and no grouping, or null where the grouping is not one. */
function ungrouped(text: string, decimal: '.' | ','): string | null {
  const at = text.indexOf(decimal);
  if (at !== text.lastIndexOf(decimal)) return null;
  const whole = at < 0 ? text : text.slice(0, at);
  const fraction = at < 0 ? '' : text.slice(at + 1);
  if (/[^\deE+-]/.test(fraction)) return null;
  const other = decimal === '.' ? ',' : '.';
  const grouping = /[^\d]/.exec(whole)?.[0];
  let integer = whole;
  if (grouping !== undefined && !/[eE]/.test(whole)) {
    if (grouping !== other && !" '’_".includes(grouping)) return null;
    const groups = whole.split(grouping);
    if (!groups.every((group) => /^\d+$/.test(group))) return null;
    const [first, ...following] = groups;
    const last = following.at(-1);
    const inThrees = following.every((group) => group.length === 3);
    const indian =
      grouping === ',' && last?.length === 3 && following.slice(0, -1).every((g) => g.length === 2);
    if (!first || first.length > 3 || !(inThrees || indian)) return null;
    integer = groups.join('');
  }
  if (integer === '' && fraction !== '') integer = '0';
  return fraction === '' ? integer : `${integer}.${fraction}`;
}

function fromScientific(text: string): string | null {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return null;
  const plain = String(value);
  return PLAIN.test(plain) ? plain : null;
}

/** Yes or no in nine languages, `1`/`0`, `x` and ticks; null for anything else. */
export function parseBoolean(text: string): boolean | null {
  return text.length > 20 ? null : (BOOLEAN_BY_WORD.get(foldText(text)) ?? null);
}

const EMAIL =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{2,59})$/;

/**
 * True for an address every CRM takes: ASCII dot-atom before one `@`, a domain of at least two labels ending in letters,
 * 64 characters before and 254 in all (RFC 5321, RFC 5322 without quoting and comments).
 */
export function isEmail(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && (isCommonEmail(text) || EMAIL.test(text));
}

const [OTHER, LETTER, DIGIT, MARK] = [0, 1, 2, 3];
/** What each ASCII character is in an address; marks stand before the `@` only. */
const EMAIL_KIND = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[A-Za-z]/.test(sign)) return LETTER;
  if (/\d/.test(sign)) return DIGIT;
  return /[!#$%&'*+/=?^_`{|}~-]/.test(sign) ? MARK : OTHER;
});
const [HYPHEN, DOT] = [0x2d, 0x2e];

/** Says yes to the addresses nearly all people have, several times faster than the pattern; no means "ask the pattern". */
function isCommonEmail(text: string): boolean {
  const at = text.indexOf('@');
  let before = DOT;
  for (let i = 0; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT ? before === DOT : (EMAIL_KIND[code] ?? OTHER) === OTHER) return false;
    before = code;
  }
  return at > 0 && before !== DOT && isCommonDomain(text, at + 1);
}

/** Labels of letters, digits and inner hyphens, the last of letters only. */
function isCommonDomain(text: string, from: number): boolean {
  let start = from;
  let letters = true;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (i === start || i - start > 63 || text.charCodeAt(i - 1) === HYPHEN) return false;
      start = i + 1;
      letters = true;
    } else if (code === HYPHEN) {
      if (i === start) return false;
      letters = false;
    } else {
      const kind = EMAIL_KIND[code] ?? OTHER;
      if (kind !== LETTER && kind !== DIGIT) return false;
      letters &&= kind === LETTER;
    }
  }
  const last = text.length - start;
  return start > from && letters && last >= 2 && last <= 63;
}

const URL_TEXT =
  /^(?:(https?):\/\/)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59}))\.?(:\d{1,5})?([/?#][^\s<>"]*)?$/iu;

/** True for a web address with or without `http(s)://`: a host name of at least two labels; no blanks, no other scheme. */
export function isUrl(text: string): boolean {
  return text.length <= 2_000 && URL_TEXT.test(text);
}

/** The host of a web address in lower case, without `www.`; null when it is none. */
export function hostOf(text: string): string | null {
  const match = text.length <= 2_000 ? URL_TEXT.exec(text) : null;
  return match ? match[2]!.toLowerCase().replace(/^www\./, '') : null;
}

/** A web address with its scheme (`https://` where none is given) and the host in lower case; null when it is none. */
export function canonicalUrl(text: string): string | null {
  const match = text.length <= 2_000 ? URL_TEXT.exec(text) : null;
  if (!match) return null;
  const scheme = match[1]?.toLowerCase() ?? 'https';
  return `${scheme}://${match[2]!.toLowerCase()}${match[3] ?? ''}${match[4] ?? ''}`;
}
