import type { CountryGuess } from '../profile/country-guess';
import { canonicalNumber } from '../profile/values';
import type { TargetField } from '../target/types';
import { type ColumnView, shareOf } from './column-view';
import { fieldConcepts } from './field-words';
import type { Transform } from './types';

/** Transforms proposed for a column and a field, with what a person should know or check about them. */
export interface TransformProposal {
  readonly transforms: readonly Transform[];
  readonly reasons: readonly string[];
  /** True where a guess was made that the data cannot settle. */
  readonly check: boolean;
}

/** Country assumed for phone numbers when nothing in the table tells. */
const FALLBACK_COUNTRY = 'US';

const settled = (...transforms: Transform[]): TransformProposal => ({
  transforms,
  reasons: [],
  check: false,
});

/** What has to happen to the values of a column so that the field takes them. */
export function proposeTransforms(
  view: ColumnView,
  field: TargetField,
  country: CountryGuess | null,
): TransformProposal {
  switch (field.type) {
    case 'email':
      return settled({ op: 'email' });
    case 'url':
      return settled({ op: 'url' });
    case 'phone':
      return phoneProposal(view, country);
    case 'date':
    case 'datetime':
      return dateProposal(view);
    case 'currency':
    case 'number':
    case 'integer':
    case 'percent':
      return settled({ op: 'number', decimal: decimalOf(view) });
    case 'boolean':
      return settled({ op: 'boolean' });
    default:
      return textProposal(field);
  }
}

function phoneProposal(view: ColumnView, country: CountryGuess | null): TransformProposal {
  if (country) {
    const reason = `numbers without prefix are read as ${country.country}: ${country.reason}`;
    return { transforms: [{ op: 'phone', country: country.country }], reasons: [reason], check: false };
  }
  const international = shareOf(view, (value) => /^\s*(?:\+|00)/.test(value));
  return {
    transforms: [{ op: 'phone', country: FALLBACK_COUNTRY }],
    reasons:
      international >= 0.99
        ? []
        : [`numbers without prefix are read as ${FALLBACK_COUNTRY}: nothing tells the country, so check it`],
    check: international < 0.99,
  };
}

function dateProposal(view: ColumnView): TransformProposal {
  const order = view.profile.dateOrder;
  if (order) return settled({ op: 'date', order });
  const iso = shareOf(view, (value) => /^\s*\d{4}/.test(value));
  if (iso >= 0.9) return settled({ op: 'date', order: 'YMD' });
  const words = shareOf(view, (value) => /\p{L}{3}/u.test(value));
  return {
    transforms: [{ op: 'date', order: 'DMY' }],
    reasons:
      words >= 0.9
        ? []
        : ['the data does not tell whether the day or the month comes first: day first is assumed'],
    check: words < 0.9,
  };
}

/** The decimal sign under which more values are numbers; a dot when both do alike. */
function decimalOf(view: ColumnView): '.' | ',' {
  const dot = shareOf(view, (value) => canonicalNumber(value, '.') !== null);
  const comma = shareOf(view, (value) => canonicalNumber(value, ',') !== null);
  if (comma !== dot) return comma > dot ? ',' : '.';
  const cents = shareOf(view, (value) => /,\d{1,2}\s*\D*$/.test(value));
  return cents > 0.05 ? ',' : '.';
}

function textProposal(field: TargetField): TransformProposal {
  const concepts = fieldConcepts(field);
  if (concepts.includes('country') && field.type !== 'id')
    return settled({
      op: 'country',
      to: field.maxLength !== null && field.maxLength <= 10 ? 'iso2' : 'name',
    });
  if (concepts.includes('domain'))
    return settled(
      { op: 'trim' },
      { op: 'case', to: 'lower' },
      { op: 'replace', find: 'https://', with: '' },
      { op: 'replace', find: 'http://', with: '' },
      { op: 'replace', find: 'www.', with: '' },
    );
  return settled({ op: 'trim' });
}
