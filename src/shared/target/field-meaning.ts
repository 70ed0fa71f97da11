import type { AddressQualifier, Concept } from '../profile/lexicon';
import { ADDRESS_PARTS, BY_API, BY_OBJECT, USUAL_ADDRESS } from './field-meaning-names';

/** What a catalogue field means, for its synonyms: one concept or several, and which address it belongs to. */
export interface FieldMeaning {
  readonly concepts: readonly Concept[];
  readonly qualifier: AddressQualifier | null;
  /** True when the words also count without the qualifier ("street" for the usual address of the object). */
  readonly usual: boolean;
}

/** Parts of addresses that exist only in some orgs: found by their own names, never by a word like "country". */
const CODE_PARTS = /^(?:billing|shipping|mailing|other)?(?:country|state)code$/;

/** `BillingCity`, `Billing_City`, `city`. */
const NAMED_ADDRESS = /^(?:(billing|shipping|mailing|other)_?)?(.+)$/;

/** `address1_city`: the first address is the usual one, the second another. */
const NUMBERED_ADDRESS = /^address([12])_(.+)$/;

const NOTHING: FieldMeaning = { concepts: [], qualifier: null, usual: false };

/** What a field of a catalogue means; fields without a known meaning get no synonyms. */
export function meaningOf(object: string, api: string): FieldMeaning {
  const key = api.toLowerCase();
  const owner = object.toLowerCase();
  if (CODE_PARTS.test(key)) return NOTHING;
  const special = BY_OBJECT.get(`${owner}.${key}`) ?? BY_API.get(key);
  if (special !== undefined)
    return { concepts: typeof special === 'string' ? [special] : special, qualifier: null, usual: true };
  const address = addressPart(key);
  if (address === null) return NOTHING;
  const { concept, qualifier } = address;
  const usual = qualifier === null || USUAL_ADDRESS.get(owner) === qualifier;
  return { concepts: [concept], qualifier, usual };
}

/** Name of the group of fields that survive together, for address parts; null for all others. */
export function addressGroup(object: string, api: string): string | null {
  const key = api.toLowerCase();
  // All small letters is how Dynamics names the state of a record, which is no place.
  if (api === 'statecode') return null;
  const code = CODE_PARTS.test(key) ? key.slice(0, -'code'.length) : key;
  const address = addressPart(code);
  if (address === null || !meaningOf(object, code).concepts.includes(address.concept)) return null;
  if (address.qualifier === null) return 'Address';
  return `${address.qualifier.charAt(0).toUpperCase()}${address.qualifier.slice(1)}Address`;
}

function addressPart(key: string): { concept: Concept; qualifier: AddressQualifier | null } | null {
  const numbered = NUMBERED_ADDRESS.exec(key);
  const named = NAMED_ADDRESS.exec(key);
  const concept = ADDRESS_PARTS.get(numbered?.[2] ?? named?.[2] ?? '');
  if (concept === undefined) return null;
  if (concept === 'postcode' && key === 'code') return null;
  if (numbered) return { concept, qualifier: numbered[1] === '2' ? 'other' : null };
  return { concept, qualifier: qualifierOf(named?.[1]) };
}

function qualifierOf(text: string | undefined): AddressQualifier | null {
  return text === 'billing' || text === 'shipping' || text === 'mailing' || text === 'other' ? text : null;
}
