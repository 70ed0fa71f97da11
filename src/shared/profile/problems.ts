import { compareText } from '../table/rank';
import { dateOfDay, dayNumber } from './calendar';
import type { ColumnFacts } from './column-facts';
import { countryCode } from './countries';
import { readPhone } from './phones';
import { isPlaceholderDate, isPlaceholderEmail, isPlaceholderPhone } from './placeholders';
import { PROBLEM_WORDS, type ProblemKind } from './problem-words';
import { outlierBounds } from './range';
import { countText, foldText, plural, trimBlank } from './text';
import type { ColumnProblem, Semantic, ValueCount } from './types';
import { isEmail, isUrl, parseBoolean } from './values';

/** What the checks of a column need to know beyond the column. */
export interface ProblemContext {
  readonly semantic: Semantic;
  /** Country for phone numbers without prefix, or null. */
  readonly country: string | null;
  /** ISO date the profile is made for; decides what lies in the future. */
  readonly referenceDate: string;
  readonly likelyKey: boolean;
}

/** A problem with its weight for the quality score. */
export interface FoundProblem extends ColumnProblem {
  readonly kind: ProblemKind;
}

/** Values listed per problem; "show the rows" filters on them. */
const VALUES_LISTED = 500;
/** Distinct values up to which spellings of one value are compared; above that a column is not a list of words. */
const MOST_SPELLINGS = 50_000;

/** Says for a value what is wrong with it (a problem code), or null. */
type Check = (value: string, code: number) => string | null;

/** Every problem of a column, largest first. One pass over distinct values per check. */
export function problemsOf(facts: ColumnFacts, context: ProblemContext): FoundProblem[] {
  const found: FoundProblem[] = [];
  const name = facts.column.name;
  if (facts.filled === 0)
    return [note('EMPTY_COLUMN', `"${name}" is empty in all ${countText(facts.rows)} rows.`, facts.rows)];
  if (facts.distinct === 1 && facts.filled === facts.rows && facts.rows > 1)
    found.push(
      note(
        'CONSTANT',
        `All ${countText(facts.rows)} rows have the same value "${facts.top[0]?.value ?? ''}".`,
        facts.rows,
      ),
    );
  for (const check of [contentCheck(facts, context), textCheck]) found.push(...run(facts, check));
  const spellings = spellingVariants(facts, context);
  if (spellings) found.push(spellings);
  const repeated = repeatedKeys(facts, context);
  if (repeated) found.push(repeated);
  return found.sort((a, b) => b.rows - a.rows || compareText(a.code, b.code));
}

function note(code: string, sentence: string, rows: number): FoundProblem {
  return { code, sentence, rows, values: [], kind: 'note' };
}

/** Runs one check over all distinct values and groups what it found by code. */
function run(facts: ColumnFacts, check: Check): FoundProblem[] {
  const groups = new Map<string, { rows: number; values: ValueCount[] }>();
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count === 0) continue;
    const value = facts.column.values[code]!;
    const problem = facts.placeholder[code] === 1 ? placeholderProblem(value) : check(value, code);
    if (problem === null || (check === textCheck && facts.placeholder[code] === 1)) continue;
    const group = groups.get(problem) ?? { rows: 0, values: [] };
    groups.set(problem, group);
    group.rows += count;
    group.values.push({ value, count });
  }
  return [...groups].map(([code, group]) => {
    const wording = PROBLEM_WORDS[code]!;
    return {
      code,
      kind: wording.kind,
      rows: group.rows,
      sentence: `${plural(group.rows, wording.one, wording.many)}.`,
      values: listed(group.values),
    };
  });
}

function listed(values: ValueCount[]): string[] {
  return values
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, VALUES_LISTED)
    .map((item) => item.value);
}

function placeholderProblem(value: string): string {
  return /^#(?:REF|VALUE|NAME|DIV\/0|NUM|NULL)[!?]$/i.test(value.trim())
    ? 'SPREADSHEET_ERROR'
    : 'PLACEHOLDER';
}

/** The check for what the column means; columns without a checked meaning are checked by their type. */
function contentCheck(facts: ColumnFacts, context: ProblemContext): Check {
  switch (context.semantic) {
    case 'email':
      return emailCheck;
    case 'phone':
      return (value) => phoneProblem(value, context.country);
    case 'url':
      return (value) => (isUrl(trimBlank(value)) ? null : 'URL_INVALID');
    case 'country':
      return (value) => (countryCode(value) === null ? 'COUNTRY_UNKNOWN' : null);
    case 'identifier':
      return (value) => (/^\d(?:[.,]\d+)?E\+\d{2,3}$/i.test(value.trim()) ? 'ID_DAMAGED' : null);
    case 'boolean':
      return (value) => (parseBoolean(value) === null ? 'BOOLEAN_UNREADABLE' : null);
    case 'date':
    case 'birthDate':
      return facts.type === 'date' || facts.type === 'datetime' ? dateCheck(facts, context) : () => null;
    case 'number':
      return numberCheck(facts);
    default:
      return facts.type === 'date' || facts.type === 'datetime' ? dateCheck(facts, context) : () => null;
  }
}

const emailCheck: Check = (value) => {
  const text = trimBlank(value);
  if (isEmail(text)) return isPlaceholderEmail(text) ? 'EMAIL_PLACEHOLDER' : null;
  const parts = text.length > 1_000 ? [] : text.split(/[\s,;|/]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every(isEmail) ? 'EMAIL_SEVERAL' : 'EMAIL_INVALID';
};

function phoneProblem(value: string, country: string | null): string | null {
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
}

/** Dates of plans reach into the future; more than ten years is a slip or a sign for "no end". */
const FUTURE_YEARS = 10;

function dateCheck(facts: ColumnFacts, context: ProblemContext): Check {
  const today = dayNumber(context.referenceDate);
  const latest = context.semantic === 'birthDate' ? today : today + Math.round(FUTURE_YEARS * 365.25);
  const earliest =
    context.semantic === 'birthDate' ? today - Math.round(120 * 365.25) : Number.NEGATIVE_INFINITY;
  return (_value, code) => {
    const day = facts.numeric[code]!;
    if (Number.isNaN(day)) return 'DATE_UNREADABLE';
    if (isPlaceholderDate(dateOfDay(day))) return 'DATE_PLACEHOLDER';
    if (day > latest) return 'DATE_FUTURE';
    return day < earliest ? 'DATE_IMPLAUSIBLE' : null;
  };
}

function numberCheck(facts: ColumnFacts): Check {
  const bounds = outlierBounds(facts);
  return (_value, code) => {
    const number = facts.numeric[code]!;
    if (Number.isNaN(number)) return 'NUMBER_UNREADABLE';
    return bounds && (number < bounds.low || number > bounds.high) ? 'OUTLIER' : null;
  };
}

const MOJIBAKE = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0-\u00bf]|\ufffd/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Visible ASCII with single blanks inside: nothing to find. */
const CLEAN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

const textCheck: Check = (value) => {
  if (CLEAN.test(value)) return null;
  if (MOJIBAKE.test(value)) return 'DAMAGED_TEXT';
  if (CONTROL.test(value)) return 'CONTROL_CHARACTERS';
  return trimBlank(value) !== value || value.includes('  ') ? 'STRAY_BLANKS' : null;
};

const SPELLED: ReadonlySet<Semantic> = new Set(['category', 'city', 'region', 'country', 'company', 'text']);

/** Values that differ only in case, accents, blanks or punctuation: `GMBH`, `GmbH`. Counts all but the usual spelling. */
function spellingVariants(facts: ColumnFacts, context: ProblemContext): FoundProblem | null {
  if (!SPELLED.has(context.semantic) || facts.distinct > MOST_SPELLINGS || facts.maxLength > 200) return null;
  const groups = new Map<string, ValueCount[]>();
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count === 0 || facts.placeholder[code] === 1) continue;
    const value = facts.column.values[code]!;
    const key = foldText(value).replace(/[\s.,'’-]+/g, '');
    const group = groups.get(key);
    if (group) group.push({ value, count });
    else groups.set(key, [{ value, count }]);
  }
  const unusual: ValueCount[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    group.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
    unusual.push(...group.slice(1));
  }
  if (unusual.length === 0) return null;
  const rows = unusual.reduce((sum, item) => sum + item.count, 0);
  const sentence = `${plural(rows, 'cell spells', 'cells spell')} a value differently from most others (case, accents, blanks or points).`;
  return { code: 'SPELLING', kind: 'uneven', sentence, rows, values: listed(unusual) };
}

/** Share of different values from which a column is meant to be a key. */
const NEARLY_UNIQUE = 0.9;

function repeatedKeys(facts: ColumnFacts, context: ProblemContext): FoundProblem | null {
  if (context.semantic !== 'identifier' || context.likelyKey || facts.distinct < facts.filled * NEARLY_UNIQUE)
    return null;
  const repeated: ValueCount[] = [];
  for (let code = 1; code < facts.counts.length; code++)
    if (facts.counts[code]! > 1 && facts.placeholder[code] === 0)
      repeated.push({ value: facts.column.values[code]!, count: facts.counts[code]! });
  if (repeated.length === 0) return null;
  const rows = repeated.reduce((sum, item) => sum + item.count, 0);
  const sentence = `${plural(rows, 'row shares', 'rows share')} ${plural(repeated.length, 'value', 'values')} of "${facts.column.name}" with other rows, although it looks like a key.`;
  return { code: 'KEY_REPEATED', kind: 'note', sentence, rows, values: listed(repeated) };
}
