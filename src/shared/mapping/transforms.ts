import { assertNever } from '../base/result';
import { countryCode, countryName } from '../profile/countries';
import { readPhone } from '../profile/phones';
import { trimBlank } from '../profile/text';
import {
  canonicalNumber,
  canonicalUrl,
  isEmail,
  parseBoolean,
  parseDate,
  parseDateTime,
} from '../profile/values';
import { formatIso } from '../target/date-format';
import type { FieldType, FileDialect } from '../target/types';
import { nameCase, splitName } from './names';
import type { Transform } from './types';

/** What a value becomes depends on the field it is for and on the dialect of the target. */
export interface TransformTarget {
  readonly type: FieldType;
  readonly dialect: FileDialect;
}

/** Dates and yes/no as ISO and true/false, for previews without a target at hand. */
export const PLAIN_DIALECT: FileDialect = {
  delimiter: ',',
  bom: false,
  lineEnding: '\n',
  header: 'api',
  dateFormat: 'yyyy-MM-dd',
  dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
  booleanTrue: 'true',
  booleanFalse: 'false',
  multiSelectSeparator: ';',
  maxFieldChars: 1_000_000,
};

/**
 * One function for a list of transforms, applied in order. A value a transform cannot read passes unchanged, so that
 * validation reports it. Only the first name of a single-word name, blanks trimmed away and a replacement that a person
 * wrote can leave nothing.
 */
export function transformer(
  transforms: readonly Transform[],
  target: TransformTarget,
): (value: string) => string {
  const steps = transforms.map((transform) => stepOf(transform, target));
  return (value) => {
    let result = value;
    for (const step of steps) result = step(result);
    return result;
  };
}

type Step = (value: string) => string;

function stepOf(transform: Transform, target: TransformTarget): Step {
  switch (transform.op) {
    case 'trim':
      return trimBlank;
    case 'case':
      return caseStep(transform.to);
    case 'date':
      return filled(dateStep(transform.order, target));
    case 'number':
      return filled((value) => numberText(value, transform.decimal, target.type));
    case 'boolean':
      return filled((value) => booleanText(value, target.dialect));
    case 'phone':
      return filled((value) => phoneText(value, transform.country));
    case 'email':
      return filled(emailText);
    case 'url':
      return filled((value) => canonicalUrl(trimBlank(value)) ?? value);
    case 'country':
      return filled((value) => countryText(value, transform.to));
    case 'nameLast':
      return filled((value) => splitName(value).last);
    case 'nameFirst':
      return (value) => splitName(value).first;
    case 'replace':
      return transform.find === ''
        ? (value) => value
        : (value) => value.replaceAll(transform.find, () => transform.with);
    case 'truncate':
      return (value) => truncated(value, transform.length);
    case 'default':
      return (value) => (value === '' ? transform.value : value);
    default:
      return assertNever(transform);
  }
}

/** Empty stays empty. */
function filled(step: Step): Step {
  return (value) => (value === '' ? value : step(value));
}

function caseStep(to: 'upper' | 'lower' | 'name'): Step {
  if (to === 'upper') return (value) => value.toUpperCase();
  return to === 'lower' ? (value) => value.toLowerCase() : nameCase;
}

function dateStep(order: 'DMY' | 'MDY' | 'YMD', target: TransformTarget): Step {
  const { dateFormat, dateTimeFormat } = target.dialect;
  if (target.type === 'datetime')
    return (value) => {
      const iso = parseDateTime(value, order);
      return iso === null ? value : formatIso(iso, dateTimeFormat);
    };
  return (value) => {
    const iso = parseDate(value, order);
    return iso === null ? value : formatIso(iso, dateFormat);
  };
}

/** Decimals that are all zero are dropped for whole-number fields: nothing is lost. */
function numberText(value: string, decimal: '.' | ',', type: FieldType): string {
  const canonical = canonicalNumber(value, decimal);
  if (canonical === null) return value;
  return type === 'integer' ? canonical.replace(/\.0+$/, '') : canonical;
}

function booleanText(value: string, dialect: FileDialect): string {
  const parsed = parseBoolean(value);
  if (parsed === null) return value;
  return parsed ? dialect.booleanTrue : dialect.booleanFalse;
}

function phoneText(value: string, country: string): string {
  const { e164, extension } = readPhone(trimBlank(value), country);
  if (e164 === null) return value;
  return extension === '' ? e164 : `${e164} ext. ${extension}`;
}

/** Small letters, without `mailto:` and without a name around `<…>`; anything that is then no address stays as it was. */
function emailText(value: string): string {
  const trimmed = trimBlank(value);
  if (trimmed.length > 500) return value;
  const inside = /^[^<>]*<([^<>]+)>$/.exec(trimmed)?.[1] ?? trimmed;
  const address = inside
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  return isEmail(address) ? address : value;
}

function countryText(value: string, to: 'name' | 'iso2'): string {
  const code = countryCode(value);
  if (code === null) return value;
  return to === 'iso2' ? code : (countryName(code) ?? value);
}

/** At most `length` UTF-16 units, never half a surrogate pair. */
function truncated(value: string, length: number): string {
  const limit = Math.max(1, Math.trunc(length));
  if (value.length <= limit) return value;
  const cut = value.slice(0, limit);
  return /[\ud800-\udbff]$/.test(cut) && limit > 1 ? cut.slice(0, -1) : cut;
}
