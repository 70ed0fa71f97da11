import type { Semantic } from '../../profile/types';
import type { Column } from '../../table/types';
import { type KindId, SEPARATOR } from '../compare/kinds';
import { identifier, numberText, webAddress } from '../normalise/codes';
import { companyName } from '../normalise/company';
import { type DayOrder, dateDigits, dayOrderOf } from '../normalise/date';
import { email } from '../normalise/email';
import { fold, isNothing } from '../normalise/fold';
import { familyName, givenName, splitName } from '../normalise/person';
import { phone } from '../normalise/phone';
import { city, country, postcode, region } from '../normalise/place';
import { street } from '../normalise/street';
import type { ComparisonColumn, MatchField, MatchInput, MatchSettings } from '../types';
import { Dictionary, encode, encodeSet } from './dictionary';
import { type FieldShape, usableFields } from './usable-fields';

/** One comparison before anything is learned: which fields it reads and the values it compares. */
export interface PreparedComparison {
  readonly name: string;
  readonly fields: readonly string[];
  readonly semantic: Semantic;
  readonly column: ComparisonColumn;
}

interface Usable {
  readonly field: MatchField;
  readonly shape: FieldShape;
}

/**
 * Normalises the input field by field, once per distinct value, and decides what is compared: name parts side by side,
 * all phones as one set, all e-mail addresses as one set, everything else field by field.
 */
export function prepareInput(input: MatchInput, settings: MatchSettings): PreparedComparison[] {
  const usable = usableFields(input);
  const names = prepareNames(usable);
  const out: PreparedComparison[] = [...names.comparisons];
  const sets: [Semantic, KindId, string, (value: string) => string][] = [
    ['email', 'email', 'E-mail', email],
    ['phone', 'phone', 'Phone', (value) => phone(value, settings.defaultCountry)],
  ];
  for (const [semantic, kind, name, normalise] of sets) {
    const fields = usable.filter((item) => item.field.semantic === semantic).map((item) => item.field);
    if (fields.length > 0) out.push(prepareSet(fields, semantic, kind, name, normalise));
  }
  for (const item of usable) {
    if (names.used.has(item.field) || item.field.semantic === 'email' || item.field.semantic === 'phone')
      continue;
    out.push(prepareField(item));
  }
  return out.filter((comparison) => comparison.column.values.length > 2);
}

function prepareSet(
  fields: readonly MatchField[],
  semantic: Semantic,
  kind: KindId,
  name: string,
  normalise: (value: string) => string,
): PreparedComparison {
  const dictionary = new Dictionary();
  const columns = fields.map((field) => field.column);
  const codes = encodeSet(columns, dictionary, guarded(normalise), SEPARATOR);
  return {
    name: fields.length === 1 ? fields[0]!.name : name,
    fields: fields.map((field) => field.name),
    semantic,
    column: finish(kind, codes, dictionary.values),
  };
}

function prepareField({ field, shape }: Usable): PreparedComparison {
  const { kind, normalise } = treatment(field, shape);
  const dictionary = new Dictionary();
  const codes = encode(field.column, dictionary, guarded(normalise));
  return {
    name: field.name,
    fields: [field.name],
    semantic: field.semantic,
    column: finish(kind, codes, dictionary.values),
  };
}

function treatment(
  field: MatchField,
  shape: FieldShape,
): { kind: KindId; normalise: (value: string) => string } {
  switch (field.semantic) {
    case 'givenName':
      return { kind: 'given', normalise: givenName };
    case 'familyName':
      return { kind: 'family', normalise: familyName };
    case 'company':
      return { kind: 'company', normalise: companyName };
    case 'street':
      return shape.numeric > 0.8
        ? { kind: 'identifier', normalise: identifier }
        : { kind: 'street', normalise: street };
    case 'city':
      return { kind: 'city', normalise: city };
    case 'region':
      return { kind: 'code', normalise: region };
    case 'country':
      return { kind: 'code', normalise: country };
    case 'postcode':
      return { kind: 'postcode', normalise: postcode };
    case 'birthDate':
    case 'date': {
      const order: DayOrder = dayOrderOf(field.column.values);
      return { kind: 'date', normalise: (value) => dateDigits(value, order) };
    }
    case 'identifier':
      return { kind: 'identifier', normalise: identifier };
    case 'url':
      return { kind: 'url', normalise: webAddress };
    case 'number':
      return { kind: 'number', normalise: numberText };
    case 'category':
    case 'boolean':
      return { kind: 'code', normalise: fold };
    case 'email':
    case 'phone':
    case 'personName':
    case 'text':
      return { kind: shape.words < 1.5 ? 'city' : 'text', normalise: fold };
  }
}

/** Name parts from given and family columns; a full-name column fills what they leave empty, or stands alone. */
function prepareNames(usable: readonly Usable[]): {
  comparisons: PreparedComparison[];
  used: Set<MatchField>;
} {
  const given = usable.find((item) => item.field.semantic === 'givenName')?.field;
  const family = usable.find((item) => item.field.semantic === 'familyName')?.field;
  const full = usable.find((item) => item.field.semantic === 'personName' && item.shape.words < 4.5)?.field;
  const used = new Set<MatchField>();
  if (!full && !(given && family)) return { comparisons: [], used };
  // One dictionary for both parts, so that a swapped name is one integer comparison.
  const dictionary = new Dictionary();
  const rows = (full ?? given ?? family)!.column.codes.length;
  const givenCodes = given ? encode(given.column, dictionary, guarded(givenName)) : new Uint32Array(rows);
  const familyCodes = family ? encode(family.column, dictionary, guarded(familyName)) : new Uint32Array(rows);
  if (full) fillFromFull(full.column, dictionary, givenCodes, familyCodes);
  for (const field of [given, family, full]) if (field) used.add(field);
  const values = dictionary.values;
  const comparisons: PreparedComparison[] = [
    {
      name: given?.name ?? `${full!.name} (given name)`,
      fields: [given, full].filter((field) => field !== undefined).map((field) => field.name),
      semantic: 'givenName',
      column: { ...finish('given', givenCodes, values), partner: 1 },
    },
    {
      name: family?.name ?? `${full!.name} (family name)`,
      fields: [family, full].filter((field) => field !== undefined).map((field) => field.name),
      semantic: 'familyName',
      column: { ...finish('family', familyCodes, values), partner: 0 },
    },
  ];
  return { comparisons, used };
}

function fillFromFull(
  column: Column,
  dictionary: Dictionary,
  givenCodes: Uint32Array,
  familyCodes: Uint32Array,
): void {
  const size = column.values.length;
  const givenOf = new Uint32Array(size);
  const familyOf = new Uint32Array(size);
  for (let code = 1; code < size; code++) {
    const value = column.values[code]!;
    if (isNothing(value)) continue;
    const parts = splitName(value);
    givenOf[code] = dictionary.codeOf(parts.given);
    familyOf[code] = dictionary.codeOf(parts.family);
  }
  for (let row = 0; row < givenCodes.length; row++) {
    if (givenCodes[row] !== 0 || familyCodes[row] !== 0) continue;
    const code = column.codes[row]!;
    givenCodes[row] = givenOf[code]!;
    familyCodes[row] = familyOf[code]!;
  }
}

function guarded(normalise: (value: string) => string): (value: string) => string {
  return (value) => (isNothing(value) ? '' : normalise(value));
}

/** The column with the frequency of each value among rows. */
function finish(kind: KindId, codes: Uint32Array, values: readonly string[]): ComparisonColumn {
  const counts = new Float64Array(values.length);
  let filled = 0;
  for (const code of codes) {
    if (code === 0) continue;
    counts[code] = counts[code]! + 1;
    filled++;
  }
  const frequency = new Float32Array(values.length);
  for (let code = 1; code < frequency.length; code++) frequency[code] = counts[code]! / Math.max(1, filled);
  return { kind, codes, values, frequency, partner: -1 };
}
