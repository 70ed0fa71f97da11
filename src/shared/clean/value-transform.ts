import { assertNever, ok, type Result } from '../base/result';
import { countryCode, countryName } from '../profile/countries';
import { readPhone } from '../profile/phones';
import { canonicalPostcode } from '../profile/postcodes';
import { isPlainAscii, isTidyAscii, trimBlank } from '../profile/text';
import {
  canonicalNumber,
  canonicalUrl,
  hostOf,
  isEmail,
  parseBoolean,
  parseDate,
  parseDateTime,
} from '../profile/values';
import { subdivisionText } from './address/subdivision';
import { formulaOfValue } from './expression/value-formula';
import { repairMojibake } from './mojibake';
import { nameCase, sentenceCase } from './names/name-case';
import { parseName } from './names/parse-name';
import { splitName } from './names/split-name';
import { CANONICAL_FORMAT, type OutputFormat } from './output-format';
import { compilePattern } from './pattern';
import type { ValueTransform } from './types';

/** What becomes of one value. */
export type ValueFunction = (value: string) => string;

const UNCHANGED: ValueFunction = (value) => value;

/**
 * One function for one transform. A value it cannot read passes unchanged; a transform that cannot run at all (a pattern or
 * expression that does not parse) changes nothing, see `readyTransforms` for the sentence.
 */
export function valueTransform(
  transform: ValueTransform,
  format: OutputFormat = CANONICAL_FORMAT,
): ValueFunction {
  const ready = readyTransform(transform, format);
  return ready.ok ? ready.value : UNCHANGED;
}

/** One function for a list of transforms, applied in order; or why one of them cannot run. */
export function readyTransforms(
  transforms: readonly ValueTransform[],
  format: OutputFormat = CANONICAL_FORMAT,
): Result<ValueFunction> {
  const steps: ValueFunction[] = [];
  for (const transform of transforms) {
    const ready = readyTransform(transform, format);
    if (!ready.ok) return ready;
    steps.push(ready.value);
  }
  if (steps.length === 1) return ok(steps[0]!);
  return ok((value) => {
    let result = value;
    for (const step of steps) result = step(result);
    return result;
  });
}

function readyTransform(transform: ValueTransform, format: OutputFormat): Result<ValueFunction> {
  switch (transform.op) {
    case 'replacePattern': {
      const pattern = compilePattern(transform.pattern, transform.ignoreCase);
      if (!pattern.ok) return pattern;
      return ok(filled((value) => pattern.value.replace(value, transform.with)));
    }
    case 'extract': {
      const pattern = compilePattern(transform.pattern, transform.ignoreCase);
      if (!pattern.ok) return pattern;
      return ok(filled((value) => pattern.value.first(value)?.[transform.group] ?? ''));
    }
    case 'formula':
      return formulaOfValue(transform.expression);
    default:
      return ok(plainTransform(transform, format));
  }
}

type PlainTransform = Exclude<ValueTransform, { readonly op: 'replacePattern' | 'extract' | 'formula' }>;

function plainTransform(transform: PlainTransform, format: OutputFormat): ValueFunction {
  switch (transform.op) {
    case 'trim':
      return trimBlank;
    case 'squeeze':
      return squeezed;
    case 'unicode':
      return (value) => unicodeText(value, transform.form, transform.controls);
    case 'mojibake':
      return repairMojibake;
    case 'case':
      return caseStep(transform.to);
    case 'date':
      return filled((value) => dateText(value, transform.order, format));
    case 'number':
      return filled((value) => {
        const canonical = canonicalNumber(value, transform.decimal);
        return canonical === null ? value : format.number(canonical);
      });
    case 'boolean':
      return filled((value) => {
        const parsed = parseBoolean(value);
        return parsed === null ? value : format.boolean(parsed);
      });
    case 'phone':
      return filled((value) => phoneText(value, transform.country));
    case 'email':
      return filled((value) => emailText(value) ?? value);
    case 'url':
      return filled((value) => canonicalUrl(trimBlank(value)) ?? value);
    case 'domain':
      return filled((value) => domainText(value) ?? value);
    case 'country':
      return filled((value) => countryText(value, transform.to));
    case 'subdivision':
      return filled((value) => subdivisionText(value, transform.country, transform.to) ?? value);
    case 'postcode':
      return filled((value) => canonicalPostcode(value, transform.country) ?? value);
    case 'nameLast':
      return filled((value) => splitName(value).last);
    case 'nameFirst':
      return (value) => splitName(value).first;
    case 'namePart':
      return filled((value) => parseName(value, transform.order)[transform.part]);
    case 'replace':
      return transform.find === ''
        ? UNCHANGED
        : (value) => value.replaceAll(transform.find, () => transform.with);
    case 'lookup':
      return lookupStep(transform);
    case 'truncate':
      return (value) => truncated(value, transform.length);
    case 'default':
      return (value) => (value === '' ? transform.value : value);
    default:
      return assertNever(transform);
  }
}

/** Empty stays empty. */
function filled(step: ValueFunction): ValueFunction {
  return (value) => (value === '' ? value : step(value));
}

const BLANK_RUN = /[\s\u0085\u200b\u2060\ufeff]+/gu;
const NEEDS_SQUEEZE = /[^\S ]|[\u0085\u200b\u2060\ufeff]| {2}/u;

function squeezed(value: string): string {
  if (isTidyAscii(value)) return value;
  return trimBlank(NEEDS_SQUEEZE.test(value) ? value.replace(BLANK_RUN, ' ') : value);
}

/**
 * Control characters but tab and line ends, zero-width and soft-hyphen signs, bidi marks and embeddings, byte-order marks,
 * interlinear and tag characters. The joiners that emoji and Indic scripts need between letters stay.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}]/gu;

function unicodeText(value: string, form: 'NFC' | 'NFKC', controls: boolean): string {
  if (isPlainAscii(value)) return value;
  const normal = value.normalize(form);
  return controls ? normal.replace(INVISIBLE, '').normalize(form) : normal;
}

function caseStep(to: 'upper' | 'lower' | 'name' | 'sentence'): ValueFunction {
  switch (to) {
    case 'upper':
      return (value) => value.toUpperCase();
    case 'lower':
      return (value) => value.toLowerCase();
    case 'name':
      return nameCase;
    case 'sentence':
      return sentenceCase;
  }
}

/** With a time of day where the format keeps one and the text has one. */
function dateText(value: string, order: 'DMY' | 'MDY' | 'YMD', format: OutputFormat): string {
  if (format.timeOfDay === 'want') {
    const moment = parseDateTime(value, order);
    return moment === null ? value : format.dateTime(moment);
  }
  const day = parseDate(value, order);
  if (day === null) return value;
  if (format.timeOfDay === 'keep' && value.includes(':')) {
    const moment = parseDateTime(value, order);
    if (moment !== null && !moment.endsWith('T00:00:00.000')) return format.dateTime(moment);
  }
  return format.date(day);
}

function phoneText(value: string, country: string): string {
  const { e164, extension } = readPhone(trimBlank(value), country);
  if (e164 === null) return value;
  return extension === '' ? e164 : `${e164} ext. ${extension}`;
}

/** Small letters, without `mailto:` and without a name around `<…>`; null for anything that is then no address. */
function emailText(value: string): string | null {
  const trimmed = trimBlank(value);
  if (trimmed.length > 500) return null;
  const inside = trimmed.endsWith('>') ? (/^[^<>]*<([^<>]+)>$/.exec(trimmed)?.[1] ?? trimmed) : trimmed;
  const bare = inside.includes(':') ? inside.replace(/^mailto:/i, '') : inside;
  const address = bare.trim().toLowerCase();
  return isEmail(address) ? address : null;
}

function domainText(value: string): string | null {
  const address = emailText(value);
  if (address !== null) return address.slice(address.indexOf('@') + 1);
  return hostOf(trimBlank(value));
}

function countryText(value: string, to: 'name' | 'iso2'): string {
  const code = countryCode(value);
  if (code === null) return value;
  return to === 'iso2' ? code : (countryName(code) ?? value);
}

function lookupStep(transform: Extract<ValueTransform, { readonly op: 'lookup' }>): ValueFunction {
  const to = new Map<string, string>();
  for (const entry of transform.entries) if (!to.has(entry.from)) to.set(entry.from, entry.to);
  const keep = transform.otherwise === 'keep';
  return (value) => to.get(value) ?? (keep ? value : '');
}

/** At most `length` UTF-16 units, never half a surrogate pair. */
export function truncated(value: string, length: number): string {
  const limit = Math.max(1, Math.trunc(length));
  if (value.length <= limit) return value;
  const cut = value.slice(0, limit);
  return /[\ud800-\udbff]$/.test(cut) && limit > 1 ? cut.slice(0, -1) : cut;
}
