import type { AddressQualifier, Concept } from '../src/shared/profile/lexicon';

/** What a catalogue field means, for its synonyms: one concept or several, and which address it belongs to. */
export interface FieldMeaning {
  readonly concepts: readonly Concept[];
  readonly qualifier: AddressQualifier | null;
  /** True when the words also count without the qualifier ("street" for the usual address of the object). */
  readonly usual: boolean;
}

/** By API name, the same in every object of every system. */
const BY_API: Readonly<Record<string, Concept | readonly Concept[]>> = {
  legacy_id__c: 'legacyId',
  legacy_id: 'legacyId',
  firstname: 'givenName',
  first_name: 'givenName',
  lastname: 'familyName',
  last_name: 'familyName',
  salutation: 'salutation',
  title: 'jobTitle',
  jobtitle: 'jobTitle',
  job_title: 'jobTitle',
  department: 'department',
  email: 'email',
  phone: 'phone',
  mobilephone: 'mobile',
  mobile: 'mobile',
  homephone: 'homePhone',
  otherphone: 'otherPhone',
  assistantphone: 'assistantPhone',
  assistantname: 'assistantName',
  fax: 'fax',
  website: 'website',
  domain: 'domain',
  industry: 'industry',
  annualrevenue: 'revenue',
  numberofemployees: 'employees',
  numemployees: 'employees',
  description: 'description',
  content: 'description',
  comments: 'description',
  ownerid: 'owner',
  hubspot_owner_id: 'owner',
  owner: 'owner',
  createddate: 'createdDate',
  lastmodifieddate: 'modifiedDate',
  last_activity_date: 'lastActivity',
  rating: 'rating',
  leadsource: 'leadSource',
  accountsource: 'leadSource',
  source_type: 'leadSource',
  birthdate: 'birthDate',
  birth_date: 'birthDate',
  date_of_birth: 'birthDate',
  stagename: 'stage',
  dealstage: 'stage',
  stage: 'stage',
  amount: 'amount',
  currency: 'currency',
  currencyisocode: 'currency',
  deal_currency_code: 'currency',
  closedate: 'closeDate',
  close_date: 'closeDate',
  probability: 'probability',
  nextstep: 'nextStep',
  hs_next_step: 'nextStep',
  type: 'type',
  dealtype: 'type',
  hs_ticket_category: 'type',
  status: 'status',
  hs_lead_status: 'status',
  hs_pipeline_stage: 'status',
  priority: 'priority',
  hs_priority: 'priority',
  hs_ticket_priority: 'priority',
  subject: 'subject',
  dealname: 'opportunityName',
  accountnumber: 'accountNumber',
  sic: 'sic',
  naicscode: 'naics',
  dunsnumber: 'duns',
  companydunsnumber: 'duns',
  tickersymbol: 'ticker',
  ownership: 'ownership',
  site: 'site',
  yearstarted: 'yearStarted',
  founded_year: 'yearStarted',
  tradestyle: 'tradestyle',
  timezone: 'timezone',
  linkedin_company_page: 'linkedin',
  twitterhandle: 'twitter',
  hs_language: 'language',
  hs_legal_basis: 'consentStatus',
  consent_status: 'consentStatus',
  consent_date: 'consentDate',
  consent_source: 'consentSource',
  do_not_contact: 'doNotContact',
  hasoptedoutofemail: 'emailOptOut',
  hasoptedoutoffax: 'faxOptOut',
  donotcall: 'doNotCall',
  tax_id: 'taxId',
  registration_id: 'registrationId',
  lei: 'lei',
  accountid: ['companyRef', 'companyName'],
  organization_legacy_id: ['companyRef', 'companyName'],
  company_association: ['companyRef', 'companyName'],
  contactid: 'contactRef',
  whoid: 'contactRef',
  person_legacy_id: 'contactRef',
  contact_association: 'contactRef',
  leadid: 'leadRef',
  opportunityid: 'opportunityRef',
  campaignid: 'campaignRef',
  whatid: ['companyRef', 'companyName'],
  related_legacy_id: ['companyRef', 'companyName'],
  parent_legacy_id: 'parentCompany',
  reportstoid: 'reportsTo',
  company: 'companyName',
  suppliedname: 'personName',
  suppliedemail: 'email',
  suppliedphone: 'phone',
  suppliedcompany: 'companyName',
  startdate: 'startDate',
  startdatetime: 'startDate',
  enddate: 'endDate',
  enddatetime: 'endDate',
  activitydate: 'dueDate',
  activitydatetime: 'dueDate',
  date: 'dueDate',
  durationinminutes: 'duration',
  calldurationinseconds: 'duration',
  location: 'location',
  expectedrevenue: 'expectedRevenue',
  budgetedcost: 'budget',
  actualcost: 'actualCost',
  totalopportunityquantity: 'quantity',
  isactive: 'isActive',
  role: 'role',
  isprimary: 'isPrimary',
  reason: 'reason',
  closed_lost_reason: 'lostReason',
  closed_won_reason: 'wonReason',
  origin: 'caseOrigin',
};

/** Where the same API name means something else: `object.api`. */
const BY_OBJECT: Readonly<Record<string, Concept | readonly Concept[]>> = {
  'account.name': 'companyName',
  'account.parentid': 'parentCompany',
  'account.accountnumber': 'accountNumber',
  'companies.name': 'companyName',
  'companies.hs_parent_company_id': 'parentCompany',
  'organization.name': 'companyName',
  'opportunity.name': 'opportunityName',
  'campaign.name': 'campaignName',
  'campaign.parentid': 'campaignRef',
  'case.parentid': 'caseRef',
  'case.status': 'status',
  'tickets.subject': 'subject',
};

/** The address every object means when a header just says "street" or "city". */
const USUAL_ADDRESS: Readonly<Record<string, AddressQualifier>> = {
  account: 'billing',
  contact: 'mailing',
};

const ADDRESS_PARTS: Readonly<Record<string, Concept>> = {
  street: 'street',
  address: 'street',
  address2: 'street2',
  city: 'city',
  state: 'region',
  region: 'region',
  postalcode: 'postcode',
  postal_code: 'postcode',
  zip: 'postcode',
  country: 'country',
  country_code: 'country',
  latitude: 'latitude',
  longitude: 'longitude',
};

/** Parts of addresses that exist only in some orgs: found by their own names, never by a word like "country". */
const CODE_PARTS = /^(?:billing|shipping|mailing|other)?(?:country|state)code$/;

const NOTHING: FieldMeaning = { concepts: [], qualifier: null, usual: false };

/** What a field of a catalogue means; fields without a known meaning get no synonyms. */
export function meaningOf(object: string, api: string): FieldMeaning {
  const key = api.toLowerCase();
  if (CODE_PARTS.test(key)) return NOTHING;
  const special = BY_OBJECT[`${object.toLowerCase()}.${key}`] ?? BY_API[key];
  if (special !== undefined)
    return { concepts: typeof special === 'string' ? [special] : special, qualifier: null, usual: true };
  const address = /^(billing|shipping|mailing|other)?(.+)$/.exec(key);
  const part = ADDRESS_PARTS[address?.[2] ?? ''];
  if (part === undefined) return NOTHING;
  const qualifier = qualifierOf(address?.[1]);
  return {
    concepts: [part],
    qualifier,
    usual: qualifier === null || USUAL_ADDRESS[object.toLowerCase()] === qualifier,
  };
}

function qualifierOf(text: string | undefined): AddressQualifier | null {
  return text === 'billing' || text === 'shipping' || text === 'mailing' || text === 'other' ? text : null;
}

/** Name of the group of fields that survive together, for address parts; null for all others. */
export function addressGroup(object: string, api: string): string | null {
  const code = /^(.+)code$/i.exec(api);
  const meaning = meaningOf(object, code && CODE_PARTS.test(api.toLowerCase()) ? code[1]! : api);
  if (!Object.values(ADDRESS_PARTS).some((part) => meaning.concepts.includes(part))) return null;
  if (meaning.qualifier === null) return 'Address';
  return `${meaning.qualifier.charAt(0).toUpperCase()}${meaning.qualifier.slice(1)}Address`;
}
