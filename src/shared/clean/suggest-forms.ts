import type { ColumnGuess } from '../ingest/types';
import { isPlaceholder, isPlaceholderPhone } from '../profile/placeholders';
import { plural } from '../profile/text';
import type { ColumnProfile, Semantic } from '../profile/types';
import { parseBoolean, parseDate } from '../profile/values';
import { countCodes } from '../table/column';
import type { Column } from '../table/types';
import { subdivisionText } from './address/subdivision';
import { columnReference } from './expression/tokens';
import { nameCase } from './names/name-case';
import type { StepCondition, ValueTransform } from './types';
import { valueTransform } from './value-transform';

/** A column whose values are right but not written in the usual form, and what would put them into it. */
export interface FormFinding {
  readonly transform: ValueTransform;
  /** The rows it is for; empty = all. */
  readonly where: readonly StepCondition[];
  /** What was found, with its size. */
  readonly sentence: string;
  /** Rows the transform changes, as far as values were looked at. */
  readonly rows: number;
  /** Whether a person has to say something first, such as the country of phone numbers. */
  readonly open: boolean;
}

/** What is known of a column when its forms are looked for. */
export interface FormColumn {
  readonly profile: ColumnProfile;
  readonly column: Column;
  readonly guess: ColumnGuess | undefined;
  /** Country that values without one belong to; null = unknown. */
  readonly country: string | null;
}

/** Different values looked at in a column; where there are more, counts are least counts. */
export const VALUES_LOOKED_AT = 20_000;

/** A value and how many rows have it. */
interface Counted {
  readonly value: string;
  readonly count: number;
}

/** The first form a column is not in, of those its meaning asks for; null when it is fine as it stands. */
export function formFinding(of: FormColumn): FormFinding | null {
  const values = countedValues(of.column);
  const wanted = wantedForm(of, values);
  if (!wanted) return null;
  const finds = wanted.finds ?? changedBy(wanted.transform);
  let rows = 0;
  for (const { value, count } of values) if (finds(value)) rows += count;
  if (rows === 0) return null;
  const least = of.column.values.length - 1 > VALUES_LOOKED_AT ? 'at least ' : '';
  const number = `${least}${plural(rows, 'cell is', 'cells are')}`;
  const { transform, where, open } = wanted;
  return { transform, where, open, rows, sentence: `${of.profile.name}: ${number} ${wanted.words}.` };
}

function changedBy(transform: ValueTransform): (value: string) => boolean {
  const change = valueTransform(transform);
  return (value) => change(value) !== value;
}

interface WantedForm {
  readonly transform: ValueTransform;
  /** Goes on after "1,204 cells are". */
  readonly words: string;
  readonly open: boolean;
  readonly where: readonly StepCondition[];
  /** The values found; null = those the transform changes. */
  readonly finds: ((value: string) => boolean) | null;
}

const ALL = { where: [], finds: null } as const;

function wantedForm(of: FormColumn, values: readonly Counted[]): WantedForm | null {
  const { semantic, type } = of.profile;
  if (type === 'date' || type === 'datetime' || semantic === 'date' || semantic === 'birthDate')
    return dateForm(of.profile, values);
  if (semantic === 'phone') return phoneForm(of.country, values);
  if (semantic === 'number') return numberForm(of.guess, values);
  if (semantic === 'postcode' && of.country !== null)
    return settled({ op: 'postcode', country: of.country }, `not written as postcodes of their country`);
  if (semantic === 'region' && of.country !== null) return regionForm(of.country, values);
  if (NAMES.has(semantic)) return areOwners(of.profile) ? null : nameForm(of.profile.name, values);
  if (semantic === 'boolean' || semantic === 'category') return booleanForm(values);
  const form = FORMS[semantic];
  return form ? settled(...form) : null;
}

/** Meanings whose values have one good form. */
const FORMS: Readonly<Partial<Record<Semantic, readonly [ValueTransform, string]>>> = {
  email: [{ op: 'email' }, 'not written as plain e-mail addresses'],
  url: [{ op: 'url' }, 'not written as whole web addresses'],
  country: [{ op: 'country', to: 'name' }, 'not written as the usual names of countries'],
};

const NAMES: ReadonlySet<Semantic> = new Set(['personName', 'givenName', 'familyName', 'city']);

function settled(transform: ValueTransform, words: string): WantedForm {
  return { ...ALL, transform, words, open: false };
}

const DATE_WORDS = 'written as dates in another form than 2026-11-14';
/** Share of the values of a text that must be dates for it to be a column of dates. */
const LEAST_DATES = 0.5;

/** In the order the column was read in; of a text, in the one that reads more of it. Undecided where both read the same. */
function dateForm({ type, dateOrder }: ColumnProfile, values: readonly Counted[]): WantedForm | null {
  if (dateOrder !== null) return settled({ op: 'date', order: dateOrder }, DATE_WORDS);
  if (type !== 'text') return null;
  const read = (order: 'DMY' | 'MDY'): number =>
    total(values.filter(({ value }) => parseDate(value, order) !== null));
  const [dayFirst, monthFirst] = [read('DMY'), read('MDY')];
  const order = monthFirst > dayFirst ? 'MDY' : 'DMY';
  if (Math.max(dayFirst, monthFirst) < total(values) * LEAST_DATES) return null;
  return { ...ALL, transform: { op: 'date', order }, words: DATE_WORDS, open: dayFirst === monthFirst };
}

/** Where no country is known, the numbers that need one are counted, and a person names it. */
function phoneForm(country: string | null, values: readonly Counted[]): WantedForm | null {
  if (country !== null)
    return settled({ op: 'phone', country }, 'not written as international phone numbers');
  const national = total(values.filter(({ value }) => isNational(value)));
  if (national === 0) return null;
  return {
    where: [],
    finds: isNational,
    transform: { op: 'phone', country: '' },
    words: 'phone numbers without the code of a country',
    open: true,
  };
}

function isNational(value: string): boolean {
  return NATIONAL.test(value) && !isPlaceholderPhone(value);
}

/** A number that is not written from `+` or `00` on. */
const NATIONAL = /^(?!\s*(?:\+|00))(?=(?:\D*\d){6})[\d\s()./-]+$/;

/** Not where signs say more than the number does: several currencies, percent, leading zeros. */
function numberForm(guess: ColumnGuess | undefined, values: readonly Counted[]): WantedForm | null {
  const signs = new Set<string>();
  for (const { value } of values) {
    if (isPlaceholder(value)) continue;
    if (value.includes('%') || /^\s*0\d/.test(value)) return null;
    const sign = value.replace(/[\d\s.,'’()+\u2212-]+/gu, '');
    if (sign !== '' && !/^[eE]$/.test(sign)) signs.add(sign);
  }
  if (signs.size > 1) return null;
  const [sign] = signs;
  const without = sign === undefined ? '' : ` or with ${sign}`;
  const decimal = guess?.decimalComma ? ',' : '.';
  return settled({ op: 'number', decimal }, `not written as plain numbers, but with other signs${without}`);
}

/** Codes and names of regions beside each other become names. */
function regionForm(country: string, values: readonly Counted[]): WantedForm | null {
  const known = values.filter(({ value }) => subdivisionText(value, country, 'code') !== null);
  const isCode = ({ value }: Counted): boolean => /^\s*[A-Z]{1,3}\.?\s*$/.test(value);
  if (known.every(isCode) || !known.some(isCode)) return null;
  return settled({ op: 'subdivision', country, to: 'name' }, 'codes of regions beside names of others');
}

/** Share of different values from which a column of full names is about the rows, not about who looks after them. */
const LEAST_DIFFERENT = 0.2;

/** Letters without a single one of the other case: three capitals at least, since two may be initials; or a small word. */
const CAPITALS = /^(?=.*\p{Lu}{3})[^\p{Ll}]+$/u;
const SMALL = /^(?=.*\p{Ll}{3})[\p{Ll}\p{M}\s'’-]+$/u;

/** A few people on many rows look after them: their names may be logins. */
export function areOwners({ semantic, distinct, filled }: ColumnProfile): boolean {
  return semantic === 'personName' && distinct < filled * LEAST_DIFFERENT;
}

/** Only what is written throughout in one case: `van der Meer` beside it is right. */
function nameForm(name: string, values: readonly Counted[]): WantedForm | null {
  const said = values.filter(({ value }) => !isPlaceholder(value));
  const loud = said.some(({ value }) => CAPITALS.test(value));
  const quiet = said.some(({ value }) => SMALL.test(value));
  if (!loud && !quiet) return null;
  const words = loud ? (quiet ? 'capitals or small letters' : 'capitals') : 'small letters';
  const cell = columnReference(name);
  const cases = [...(loud ? ['upper'] : []), ...(quiet ? ['lower'] : [])];
  const expression = cases.map((to) => `${cell} = ${to}(${cell})`).join(' or ');
  return {
    transform: { op: 'case', to: 'name' },
    words: `written in ${words} only`,
    open: false,
    where: [{ kind: 'formula', expression }],
    finds: (value) =>
      ((loud && value === value.toUpperCase()) || (quiet && value === value.toLowerCase())) &&
      nameCase(value) !== value,
  };
}

/** Yes and no in more than two spellings. */
function booleanForm(values: readonly Counted[]): WantedForm | null {
  const said = values.filter(({ value }) => !isPlaceholder(value));
  const meanings = said.map(({ value }) => parseBoolean(value));
  if (said.length < 3 || meanings.includes(null) || new Set(meanings).size < 2) return null;
  return settled({ op: 'boolean' }, `one of ${said.length} ways to say yes or no, other than true and false`);
}

function countedValues(column: Column): Counted[] {
  const counts = countCodes(column);
  const values: Counted[] = [];
  const end = Math.min(column.values.length, VALUES_LOOKED_AT + 1);
  for (let code = 1; code < end; code++) {
    if (counts[code]! > 0) values.push({ value: column.values[code]!, count: counts[code]! });
  }
  return values;
}

function total(values: readonly Counted[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}
