import { readPhone } from '../profile/phones';
import { isPlainAscii } from '../profile/text';
import { hostOf, isEmail, isUrl } from '../profile/values';
import { readIso } from '../target/date-format';
import type { FileDialect, TargetField } from '../target/types';
import type { RuleName } from './codes';
import { officialNumberOf, officialNumberTest } from './official-numbers';
import { isRecordId } from './record-id';

/** Dates every target of the catalogue stores; Salesforce: 1700-01-01 to 4000-12-31 (Bulk API guide). */
const FIRST_DAY = '1700-01-01';
const LAST_DAY = '4000-12-31';
const NUMBER = /^-?\d+(\.\d+)?$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z?$/;
/** Digits a phone number may have (ITU-T E.164: at most 15), with the signs people write between them. */
const PHONE = /^[+(\d][\d\s()./-]*(\s*(x|ext\.?)\s*\d{1,6})?$/i;

/** Control characters other than tab and line ends, and halves of surrogate pairs. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;
/** Years outside which a date is rarely meant; placeholders such as 1/1/1900 are the profile's business. */
const UNLIKELY = { before: '1900-01-01', after: '2100-12-31' } as const;

/** The first rule a filled value breaks in its field, or null. Values are as they will stand in the load file. */
export function valueCheck(field: TargetField, dialect: FileDialect): (value: string) => RuleName | null {
  const kind = kindCheck(field, dialect);
  const longest = longestValue(field, dialect);
  const picklist = picklistCheck(field, dialect);
  // Working fields are never loaded: rules and matching read them as they are.
  const official = field.working ? null : officialNumberTest(field);
  return (value) =>
    kind(value) ??
    (value.length > longest ? 'tooLong' : null) ??
    picklist(value) ??
    (!isPlainAscii(value) && UNPRINTABLE.test(value) ? 'characters' : null) ??
    (official?.(value) === false ? 'checkDigits' : null);
}

/** Two fields with the same key check their values alike. */
export function checkKey(field: TargetField, dialect: FileDialect): string {
  const { type, maxLength, precision, scale, picklist, working } = field;
  const official = working ? null : officialNumberOf(field);
  const domain = type === 'text' && field.api === 'domain';
  return JSON.stringify([type, maxLength, precision, scale, picklist, official, domain, dialect]);
}

/** Longest value of a field in UTF-16 units, the way the loaders count (an emoji counts as two). */
export function longestValue(field: TargetField, dialect: FileDialect): number {
  return Math.min(field.maxLength ?? dialect.maxFieldChars, dialect.maxFieldChars);
}

function kindCheck(field: TargetField, dialect: FileDialect): (value: string) => RuleName | null {
  switch (field.type) {
    case 'email':
      return (value) => (isEmail(value) ? null : 'email');
    case 'url':
      return (value) => (isUrl(value) ? null : 'url');
    case 'phone':
      return (value) => (isPhone(value) ? null : 'phone');
    case 'date':
      return (value) => dateProblem(readIso(value, dialect.dateFormat));
    case 'datetime':
      return (value) =>
        dateProblem(readIso(value, dialect.dateTimeFormat) ?? readIso(value, dialect.dateFormat));
    case 'time':
      return (value) => (TIME.test(value) ? null : 'date');
    case 'boolean':
      return (value) => (value === dialect.booleanTrue || value === dialect.booleanFalse ? null : 'boolean');
    case 'integer':
    case 'number':
    case 'currency':
    case 'percent':
      return (value) => numberProblem(value, field);
    case 'id':
      return (value) => (isRecordId(value) ? null : 'id');
    case 'text':
      return field.api === 'domain' ? (value) => (hostOf(value) === value ? null : 'domain') : () => null;
    default:
      return () => null;
  }
}

/** Numbers with a country code must be possible there (libphonenumber); others are judged by their digits. */
function isPhone(value: string): boolean {
  if (!PHONE.test(value) || digits(value) < 3) return false;
  return !value.startsWith('+') || readPhone(value, null).e164 !== null;
}

function dateProblem(iso: string | null): RuleName | null {
  if (iso === null) return 'date';
  const day = iso.slice(0, 10);
  if (day < FIRST_DAY || day > LAST_DAY) return 'dateRange';
  return day < UNLIKELY.before || day > UNLIKELY.after ? 'dateUnlikely' : null;
}

/** `precision` digits in all, `scale` of them after the point; more decimals than the scale are rounded by loaders. */
function numberProblem(value: string, field: TargetField): RuleName | null {
  if (!NUMBER.test(value)) return 'number';
  const point = value.indexOf('.');
  const end = point < 0 ? value.length : point;
  if (field.type === 'integer' && /[1-9]/.test(value.slice(end))) return 'number';
  if (field.precision === null) return null;
  let start = value.startsWith('-') ? 1 : 0;
  while (start < end && value.charCodeAt(start) === 0x30) start++;
  const places = end - start;
  return places > field.precision - (field.scale ?? 0) ? 'numberRange' : null;
}

function picklistCheck(field: TargetField, dialect: FileDialect): (value: string) => RuleName | null {
  if (field.picklist.length === 0) return () => null;
  const known = new Set(field.picklist);
  if (field.type === 'multiselect') {
    return (value) =>
      value.split(dialect.multiSelectSeparator).every((part) => part.trim() === '' || known.has(part.trim()))
        ? null
        : 'picklist';
  }
  return (value) => (known.has(value) ? null : 'picklist');
}

function digits(value: string): number {
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) count++;
  }
  return count;
}
