import { headerMatches, headerTokens } from '../profile/header-words';
import type { Concept } from '../profile/lexicon';
import type { MatchField } from './types';

/** What a party may be reached or known by, beside its name. */
const CONTACT: ReadonlySet<MatchField['semantic']> = new Set(['email', 'phone', 'birthDate', 'postcode']);
const NAME: ReadonlySet<MatchField['semantic']> = new Set([
  ...(['personName', 'givenName', 'familyName', 'company'] as const),
]);

/** What is kept about a record or a dealing with the party: it changes while the party stays the same. */
const ABOUT: ReadonlySet<Concept> = new Set<Concept>([
  ...([
    'createdDate',
    'modifiedDate',
    'lastActivity',
    'closeDate',
    'startDate',
    'endDate',
    'dueDate',
  ] as const),
  ...([
    'consentDate',
    'amount',
    'amountSpent',
    'probability',
    'quantity',
    'expectedRevenue',
    'budget',
  ] as const),
  ...(['actualCost', 'duration', 'stage', 'type', 'status', 'rating', 'priority', 'leadSource'] as const),
  ...(['currency', 'owner', 'role', 'caseOrigin', 'consentStatus', 'emailOptOut', 'doNotCall'] as const),
  ...([
    'doNotContact',
    'faxOptOut',
    'isActive',
    'isPrimary',
    'opportunityRef',
    'campaignRef',
    'caseRef',
  ] as const),
]);

/** Keys that name another record, by words of their headers. */
const RELATION = /\b(?:rel|relation|relationship|related|parent|pointer|anchor|master|duplicate of)\b/;

/**
 * Fields without those that tell nothing of who a party is: dates and sums of dealings, states, sorts of an address or
 * phone, keys of other records. Only in tables of persons or organisations (a name and a way to reach them); elsewhere
 * a date or a sum may be all there is.
 */
export function withoutAboutRecords(fields: readonly MatchField[]): MatchField[] {
  const has = (set: ReadonlySet<MatchField['semantic']>): boolean =>
    fields.some(({ semantic, column }) => set.has(semantic) && column.values.length > 1);
  if (!has(NAME) || !has(CONTACT)) return [...fields];
  return fields.filter((field) => !isAboutRecords(field));
}

function isAboutRecords({ name, semantic }: MatchField): boolean {
  switch (semantic) {
    case 'identifier':
      return RELATION.test(headerTokens(name).join(' '));
    case 'date':
    case 'number':
    case 'category':
    case 'boolean': {
      const concept = headerMatches(name)[0]?.concept;
      return concept !== undefined && ABOUT.has(concept);
    }
    default:
      return false;
  }
}
