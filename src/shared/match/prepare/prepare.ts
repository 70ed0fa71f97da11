import type { Semantic } from '../../profile/types';
import { distinctIn, filledRows } from '../../table/column';
import { TextCodes } from '../../table/text-codes';
import { type KindId, SEPARATOR } from '../compare/kinds';
import { identifier, numberText, webAddress } from '../normalise/codes';
import { companyName } from '../normalise/company';
import { type DayOrder, dateDigits, dayOrderOf } from '../normalise/date';
import { email } from '../normalise/email';
import { fold } from '../normalise/fold';
import { gender, isGender } from '../normalise/gender';
import { label } from '../normalise/label';
import { familyName, givenName } from '../normalise/person';
import { phone } from '../normalise/phone';
import { city, country, postcode } from '../normalise/place';
import { regionCode } from '../normalise/regions';
import { street } from '../normalise/street';
import type { MatchField, MatchInput, MatchSettings } from '../types';
import { prepareAddresses } from './addresses';
import { prepareDateParts } from './date-parts';
import { encode, encodeSet } from './encode';
import { prepareIdentityNumbers } from './identity-numbers';
import { prepareNames } from './names';
import { partyComparison } from './party';
import { finish, guarded, type PreparedComparison, type Usable } from './prepared';
import { type FieldShape, filledFields, mostTelling } from './usable-fields';

export type { PreparedComparison } from './prepared';

/** Comparisons beyond this number add cost and no certainty; the most telling fields are kept. */
const MAX_COMPARISONS = 16;

/** However many comparisons are made of several fields, this many single fields stay. */
const FEWEST_SINGLE = 4;

/**
 * Normalises the input field by field, once per distinct value, and decides what is compared: name parts side by side,
 * addresses by their parts, dates put together from theirs, all official numbers, all phones and all e-mail addresses as
 * one set each, everything else field by field.
 */
export function prepareInput(input: MatchInput, settings: MatchSettings): PreparedComparison[] {
  const filled = filledFields(input);
  const names = prepareNames(filled);
  const numbers = prepareIdentityNumbers(filled);
  const others = filled.filter(({ field }) => !numbers.used.has(field));
  const addresses = prepareAddresses(others);
  const dates = prepareDateParts(others);
  const out: PreparedComparison[] = [
    ...names.comparisons,
    ...partyComparison(filled, names.used, input.count),
    ...numbers.comparisons,
    ...dates.comparisons,
  ];
  const sets: [Semantic, KindId, string, (value: string) => string][] = [
    ['email', 'email', 'E-mail', email],
    ['phone', 'phone', 'Phone', (value) => phone(value, settings.defaultCountry)],
  ];
  const used = new Set([...names.used, ...numbers.used, ...dates.used, ...addresses.used]);
  for (const [semantic, kind, name, normalise] of sets) {
    const fields = filled.filter((item) => item.field.semantic === semantic).map((item) => item.field);
    for (const field of fields) used.add(field);
    if (fields.length > 0) out.push(prepareSet(fields, semantic, kind, name, normalise));
  }
  out.push(...addresses.comparisons);
  const room = Math.max(FEWEST_SINGLE, MAX_COMPARISONS - out.length);
  const single = filled.filter(({ field }) => !used.has(field));
  for (const item of mostTelling(single, input.count, room)) out.push(prepareField(item));
  const usable = out.filter((comparison) => comparison.column.values.length > 2);
  const isParty = usable.some(({ column }) => column.kind === 'family' || column.kind === 'company');
  return isParty ? withOnePlace(usable) : usable;
}

/** Where somebody is, most telling first. */
const PLACE: readonly Semantic[] = ['postcode', 'city', 'region', 'country'];

/** A place filled less often than this share of the best filled one says too little alone. */
const WELL_FILLED = 0.7;

/**
 * Postcode, city, region and country repeat each other: taken as separate evidence they would call everybody in one
 * town a duplicate, and somebody who moved four times another. The most telling one that is well filled stays.
 */
function withOnePlace(comparisons: readonly PreparedComparison[]): PreparedComparison[] {
  const places = comparisons.filter(({ semantic }) => PLACE.includes(semantic));
  const most = Math.max(...places.map(({ column }) => filledRows(column)));
  const kept = PLACE.map((semantic) =>
    places.find((place) => place.semantic === semantic && filledRows(place.column) >= WELL_FILLED * most),
  ).find((place) => place !== undefined);
  return comparisons.filter((comparison) => !places.includes(comparison) || comparison === kept);
}

function prepareSet(
  fields: readonly MatchField[],
  semantic: Semantic,
  kind: KindId,
  name: string,
  normalise: (value: string) => string,
): PreparedComparison {
  const columns = fields.map((field) => field.column);
  const texts = new TextCodes(distinctIn(columns));
  const codes = encodeSet(columns, texts, guarded(normalise), SEPARATOR);
  return {
    name: fields.length === 1 ? fields[0]!.name : name,
    fields: fields.map((field) => field.name),
    semantic,
    column: finish(kind, codes, texts.values),
  };
}

function prepareField({ field, shape }: Usable): PreparedComparison {
  const { kind, normalise } = treatment(field, shape);
  const texts = new TextCodes(field.column.values.length);
  const codes = encode(field.column, texts, guarded(normalise));
  return {
    name: field.name,
    fields: [field.name],
    semantic: field.semantic,
    column: finish(kind, codes, texts.values),
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
      return { kind: 'code', normalise: regionCode };
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
      return { kind: 'code', normalise: isGender(field.column.values) ? gender : fold };
    case 'boolean':
      return { kind: 'code', normalise: fold };
    case 'email':
    case 'phone':
    case 'personName':
    case 'text':
      return shape.words < 1.5 ? { kind: 'city', normalise: fold } : { kind: 'text', normalise: label };
  }
}
