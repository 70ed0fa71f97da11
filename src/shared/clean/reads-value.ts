import { assertNever } from '../base/result';
import { countryCode } from '../profile/countries';
import { readPhone } from '../profile/phones';
import { canonicalPostcode } from '../profile/postcodes';
import { trimBlank } from '../profile/text';
import { canonicalNumber, canonicalUrl, hostOf, isEmail, parseBoolean, parseDate } from '../profile/values';
import { subdivisionText } from './address/subdivision';
import type { ValueTransform } from './types';
import { valueTransform } from './value-transform';

/**
 * Whether a transform can make sense of a filled value, as a function. False for a date that is none, a number with letters
 * in it; those pass unchanged, and a person should see them before the rest. Null for transforms that take any text.
 */
export function readerOf(transform: ValueTransform): ((value: string) => boolean) | null {
  switch (transform.op) {
    case 'date':
      return (value) => parseDate(value, transform.order) !== null;
    case 'number':
      return (value) => canonicalNumber(value, transform.decimal) !== null;
    case 'boolean':
      return (value) => parseBoolean(value) !== null;
    case 'phone':
      return (value) => readPhone(trimBlank(value), transform.country).e164 !== null;
    case 'email':
      return isAddress;
    case 'url':
      return (value) => canonicalUrl(trimBlank(value)) !== null;
    case 'domain':
      return (value) => hostOf(trimBlank(value)) !== null || isAddress(value);
    case 'country':
      return (value) => countryCode(value) !== null;
    case 'subdivision':
      return (value) => subdivisionText(value, transform.country, transform.to) !== null;
    case 'postcode':
      return (value) => canonicalPostcode(value, transform.country) !== null;
    case 'lookup': {
      if (transform.otherwise === 'keep') return null;
      const known = new Set(transform.entries.map(({ from }) => from));
      return (value) => known.has(value);
    }
    case 'extract': {
      const first = valueTransform(transform);
      return (value) => first(value) !== '';
    }
    case 'trim':
    case 'squeeze':
    case 'unicode':
    case 'mojibake':
    case 'case':
    case 'nameLast':
    case 'nameFirst':
    case 'namePart':
    case 'replace':
    case 'replacePattern':
    case 'formula':
    case 'truncate':
    case 'default':
      return null;
    default:
      return assertNever(transform);
  }
}

const toAddress = valueTransform({ op: 'email' });

function isAddress(value: string): boolean {
  return isEmail(toAddress(value));
}
