import { meaningOf } from '../profile/semantic';
import { percentText, trimBlank } from '../profile/text';
import type { Semantic } from '../profile/types';
import { isEmail, isUrl, parseBoolean } from '../profile/values';
import type { TargetField } from '../target/types';
import { type ColumnView, shareOf } from './column-view';
import { fieldConcepts } from './field-words';
import { isFoundByAddress } from './owners';
import { valueMatcher } from './value-map';

/** How well the values of a column suit a field. `no` = never, whatever the header says. */
export type Fit = 'strong' | 'good' | 'neutral' | 'doubtful' | 'poor' | 'no';

export interface ContentEvidence {
  readonly fit: Fit;
  /** In words, where the values say something. */
  readonly reason: string | null;
}

/** Ids of Salesforce records: 15 or 18 letters and digits starting with a digit-led key prefix. */
const RECORD_ID = /^[0-9a-zA-Z]{3}[0-9a-zA-Z]{12}(?:[0-9a-zA-Z]{3})?$/;

const plain = (fit: Fit): ContentEvidence => ({ fit, reason: null });

/** What the values say about a column and a field. Looks at the sample only. */
export function contentEvidence(view: ColumnView, field: TargetField): ContentEvidence {
  const { semantic } = view.profile;
  if (view.profile.filled === 0) return plain('neutral');
  switch (field.type) {
    case 'email':
      return shared(view, 'e-mail addresses', (value) => isEmail(value), semantic === 'email');
    case 'phone':
      return semantic === 'phone' ? { fit: 'strong', reason: 'its values are phone numbers' } : plain('poor');
    case 'url':
      return shared(view, 'web addresses', (value) => isUrl(value), semantic === 'url');
    case 'date':
    case 'datetime':
    case 'time':
      return dateEvidence(view, field);
    case 'currency':
    case 'number':
    case 'integer':
    case 'percent':
      return numberEvidence(view);
    case 'boolean':
      return booleanEvidence(view);
    case 'picklist':
    case 'multiselect':
      return picklistEvidence(view, field);
    case 'id':
      return shareOf(view, (value) => RECORD_ID.test(value) && /\d/.test(value)) >= 0.8
        ? { fit: 'good', reason: 'its values look like ids of the target system' }
        : plain('no');
    case 'lookup':
      return lookupEvidence(view, field);
    default:
      return textEvidence(view, field);
  }
}

function shared(
  view: ColumnView,
  what: string,
  test: (value: string) => boolean,
  expected: boolean,
): ContentEvidence {
  const share = shareOf(view, (value) => test(trimBlank(value)));
  const reason = share === 0 ? null : `${percentText(share)} of values are ${what}`;
  if (share >= 0.5) return { fit: 'strong', reason };
  return { fit: expected || share > 0.2 ? 'good' : 'poor', reason };
}

function dateEvidence(view: ColumnView, field: TargetField): ContentEvidence {
  const { semantic, type } = view.profile;
  if (semantic !== 'date' && semantic !== 'birthDate' && type !== 'date' && type !== 'datetime')
    return plain('poor');
  const forBirth = fieldConcepts(field).includes('birthDate');
  if (forBirth !== (semantic === 'birthDate')) return plain('doubtful');
  return { fit: 'good', reason: 'its values are dates' };
}

function numberEvidence(view: ColumnView): ContentEvidence {
  const { semantic, type, typeMix } = view.profile;
  const numbers = (typeMix.integer ?? 0) + (typeMix.number ?? 0);
  if (semantic === 'number' || type === 'integer' || type === 'number')
    return { fit: 'good', reason: 'its values are numbers' };
  return plain(numbers >= 0.8 ? 'doubtful' : 'poor');
}

function booleanEvidence(view: ColumnView): ContentEvidence {
  const share = shareOf(view, (value) => parseBoolean(value) !== null);
  if (share >= 0.9 && view.profile.distinct <= 6) return { fit: 'good', reason: 'its values are yes or no' };
  return plain(share >= 0.5 ? 'doubtful' : 'poor');
}

/** Distinct values beyond which a column is hardly a list of choices, unless the list itself is as long. */
const MOST_CHOICES = 300;

function picklistEvidence(view: ColumnView, field: TargetField): ContentEvidence {
  if (field.picklist.length === 0) return plain('neutral');
  const isLong = view.profile.distinct > Math.max(MOST_CHOICES, 2 * field.picklist.length);
  const matcher = valueMatcher(field);
  const share = shareOf(view, (value) => matcher.known(value) !== null);
  const reason = share === 0 ? null : `${percentText(share)} of values are choices of the picklist`;
  if (isLong && share < 0.3) return { fit: repeats(view) ? 'doubtful' : 'poor', reason };
  if (share >= 0.8 && view.profile.distinct >= 2) return { fit: 'strong', reason };
  if (share >= 0.3) return { fit: 'good', reason };
  return { fit: share > 0 || view.profile.semantic === 'category' ? 'neutral' : 'doubtful', reason };
}

/** Most values stand in more than one row, as those of a list do that grew without control. */
function repeats({ profile }: ColumnView): boolean {
  return profile.distinct * 2 <= profile.filled;
}

/** Users are found by e-mail address; parents by key, which references.ts looks at. */
function lookupEvidence(view: ColumnView, field: TargetField): ContentEvidence {
  if (!isFoundByAddress(field))
    return plain(view.profile.semantic === 'date' || view.profile.semantic === 'email' ? 'poor' : 'neutral');
  const share = shareOf(view, (value) => isEmail(trimBlank(value)));
  if (share >= 0.8) return { fit: 'strong', reason: `${percentText(share)} of values are e-mail addresses` };
  return { fit: 'doubtful', reason: 'the target finds users by e-mail address, and these values are none' };
}

/** Meanings that plain text fields do not usually hold. */
const NOT_TEXT: ReadonlySet<Semantic> = new Set(['email', 'phone', 'url', 'date', 'birthDate', 'boolean']);
const NAMES: ReadonlySet<Semantic> = new Set(['personName', 'givenName', 'familyName', 'company']);
const VAGUE: ReadonlySet<Semantic> = new Set(['text', 'category', 'identifier', 'number']);

function textEvidence(view: ColumnView, field: TargetField): ContentEvidence {
  const { semantic } = view.profile;
  const expected = new Set(fieldConcepts(field).map(meaningOf));
  if (semantic !== 'text' && expected.has(semantic))
    return { fit: 'good', reason: MEANING_WORDS[semantic] ?? null };
  if (expected.has('url') && shareOf(view, (value) => isUrl(trimBlank(value))) >= 0.5)
    return { fit: 'good', reason: 'its values are web addresses' };
  if (semantic === 'personName' && expected.has('familyName'))
    return { fit: 'good', reason: 'its values look like names of people' };
  const specific = [...expected].filter((meaning) => !VAGUE.has(meaning));
  if (specific.length === 0) {
    const id = semantic === 'identifier' && !expected.has('identifier') && expected.size > 0;
    return plain(id || NOT_TEXT.has(semantic) ? 'poor' : 'neutral');
  }
  if (semantic === 'identifier' || semantic === 'number')
    return plain(specific.includes('postcode') ? 'neutral' : 'poor');
  if (VAGUE.has(semantic)) return plain('neutral');
  const forCompany = specific.includes('company');
  if (NAMES.has(semantic) && specific.some((meaning) => NAMES.has(meaning)))
    return plain(semantic === 'company' && !forCompany ? 'poor' : 'doubtful');
  return plain('poor');
}

const MEANING_WORDS: Readonly<Partial<Record<Semantic, string>>> = {
  personName: 'its values look like names of people',
  givenName: 'its values are first names by their header',
  familyName: 'its values are last names by their header',
  company: 'its values look like company names',
  street: 'its values look like streets',
  city: 'its values look like places',
  postcode: 'its values look like postal codes',
  country: 'its values are countries',
};
