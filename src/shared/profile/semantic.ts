import { filledRows } from '../table/column';
import type { Column } from '../table/types';
import { countryCode } from './countries';
import { documentRole, nameRole } from './header-roles';
import { headerKey, headerMatches, headerTokens } from './header-words';
import type { Concept } from './lexicon';
import { isPlaceholder } from './placeholders';
import { foldText } from './text';
import type { Semantic } from './types';
import { COMPANY_WORDS } from './value-words';
import { canonicalNumber, isClockTime, isEmail, isUrl, parseBoolean, parseDate } from './values';

/** Distinct values looked at; enough for a share to within a few percent. */
const SAMPLE = 300;

/** Shares of sampled distinct values that look like something, 0..1. */
interface Shares {
  readonly size: number;
  readonly distinct: number;
  readonly rows: number;
  readonly email: number;
  readonly at: number;
  readonly url: number;
  readonly phone: number;
  readonly dialled: number;
  readonly number: number;
  readonly integer: number;
  readonly date: number;
  readonly boolean: number;
  readonly country: number;
  readonly letters: number;
  readonly digits: number;
  readonly code: number;
  readonly company: number;
  readonly person: number;
  readonly short: number;
}

/**
 * What the values of a column mean, from its header (words in nine languages) and its values. A header is believed only
 * when the values do not contradict it; without a known header the values decide alone. Looks at up to 300 distinct
 * values, so it costs the same on any size of table; `filled` is the number of its filled rows, where known.
 */
export function semanticOf(header: string, column: Column, filled?: number): Semantic {
  const shares = sharesOf(column, filled);
  const matches = headerMatches(header);
  if (shares.size === 0) {
    const first = matches[0];
    return first ? meaningOf(first.concept) : 'text';
  }
  if (shares.email >= 0.5 || (shares.at >= 0.5 && matches.some((match) => match.concept === 'email')))
    return 'email';
  if (shares.boolean >= 0.95 && shares.distinct <= 3 && saysYesOrNo(header, shares)) return 'boolean';
  if (NAME_HEADERS.has(headerKey(header))) return nameSemantic(shares);
  if (matches[0]?.fit !== 'whole') {
    const tokens = headerTokens(header);
    const role = documentRole(tokens) === 'number' ? 'identifier' : nameRole(tokens);
    if (role && supports(role, shares)) return role;
  }
  for (const { concept, fit, word } of matches) {
    // "Product name": a name, but not known whose.
    if (fit === 'part' && NAME_HEADERS.has(headerKey(word)))
      return shares.company >= 0.1 ? 'company' : 'text';
    // "Gender code": few values, each on many rows, name a sort and no record.
    if (fit === 'part' && CODE_WORDS.has(headerKey(word)) && isCategory(shares)) continue;
    const semantic = meaningOf(concept);
    if (semantic === 'text') return isCategory(shares) ? 'category' : 'text';
    if (supports(semantic, shares)) return semantic;
  }
  return fromValues(shares);
}

/** Words as yes and no always; 1 and 0 only under a header that asks a question. */
function saysYesOrNo(header: string, shares: Shares): boolean {
  return shares.letters >= 0.5 || /^(?:is|has|flag|ist|hat)$/.test(headerTokens(header)[0] ?? '');
}

/** Headers that say "name" and leave open whose. */
const NAME_HEADERS = new Set(['name', 'naam', '이름', '名前', 'bezeichnung']);

/** Words that make a key of what stands before them, or a sort: "customer code", "gender code". */
const CODE_WORDS = new Set(['code', 'codigo', 'codice']);

const MEANINGS: Readonly<Partial<Record<Concept, Semantic>>> = {
  legacyId: 'identifier',
  accountNumber: 'identifier',
  companyRef: 'identifier',
  contactRef: 'identifier',
  leadRef: 'identifier',
  opportunityRef: 'identifier',
  campaignRef: 'identifier',
  caseRef: 'identifier',
  taxId: 'identifier',
  registrationId: 'identifier',
  duns: 'identifier',
  lei: 'identifier',
  companyName: 'company',
  parentCompany: 'company',
  tradestyle: 'company',
  personName: 'personName',
  assistantName: 'personName',
  reportsTo: 'personName',
  owner: 'personName',
  givenName: 'givenName',
  middleName: 'givenName',
  familyName: 'familyName',
  email: 'email',
  phone: 'phone',
  mobile: 'phone',
  homePhone: 'phone',
  otherPhone: 'phone',
  assistantPhone: 'phone',
  fax: 'phone',
  street: 'street',
  street2: 'street',
  city: 'city',
  region: 'region',
  postcode: 'postcode',
  country: 'country',
  website: 'url',
  linkedin: 'url',
  domain: 'url',
  birthDate: 'birthDate',
  createdDate: 'date',
  modifiedDate: 'date',
  lastActivity: 'date',
  closeDate: 'date',
  startDate: 'date',
  endDate: 'date',
  dueDate: 'date',
  consentDate: 'date',
  revenue: 'number',
  employees: 'number',
  amount: 'number',
  amountSpent: 'number',
  probability: 'number',
  quantity: 'number',
  expectedRevenue: 'number',
  budget: 'number',
  actualCost: 'number',
  duration: 'number',
  latitude: 'number',
  longitude: 'number',
  isPrimary: 'boolean',
  isActive: 'boolean',
  doNotCall: 'boolean',
  emailOptOut: 'boolean',
  faxOptOut: 'boolean',
  doNotContact: 'boolean',
  industry: 'category',
  stage: 'category',
  type: 'category',
  rating: 'category',
  leadSource: 'category',
  status: 'category',
  priority: 'category',
  salutation: 'category',
  currency: 'category',
  language: 'category',
  ownership: 'category',
  role: 'category',
  caseOrigin: 'category',
  consentStatus: 'category',
  gender: 'category',
};

/** What values under a word of the lexicon usually are. */
export function meaningOf(concept: Concept): Semantic {
  return MEANINGS[concept] ?? 'text';
}

/** True when the values may well be what the header says. */
function supports(semantic: Semantic, shares: Shares): boolean {
  switch (semantic) {
    case 'email':
      return shares.at >= 0.3;
    case 'phone':
      return shares.phone >= 0.5 && shares.date < 0.5;
    case 'url':
      return shares.url >= 0.4;
    case 'birthDate':
    case 'date':
      return shares.date >= 0.4;
    case 'number':
      return shares.number >= 0.5;
    case 'boolean':
      return shares.boolean >= 0.8;
    case 'category':
      return shares.distinct <= 200 && shares.date < 0.5 && shares.short >= 0.7;
    case 'identifier':
      return shares.code >= 0.7;
    case 'postcode':
      return shares.digits >= 0.5 && shares.short >= 0.8 && shares.at < 0.1;
    case 'company':
    case 'personName':
    case 'givenName':
    case 'familyName':
    case 'city':
      return shares.letters >= 0.6 && shares.email < 0.3 && shares.url < 0.5;
    case 'street':
      return shares.letters >= 0.5;
    case 'region':
    case 'country':
      return shares.letters >= 0.6 && shares.distinct <= 2_000;
    case 'text':
      return true;
  }
}

function nameSemantic(shares: Shares): Semantic {
  if (shares.number >= 0.5 || shares.letters < 0.5) return fromValues(shares);
  if (shares.company >= 0.1) return 'company';
  if (shares.person >= 0.6) return 'personName';
  return shares.digits >= 0.3 ? 'text' : 'company';
}

function fromValues(shares: Shares): Semantic {
  if (shares.url >= 0.8) return 'url';
  if (shares.boolean >= 0.95 && shares.distinct <= 4) return 'boolean';
  if (shares.date >= 0.8) return 'date';
  if (shares.dialled >= 0.8) return 'phone';
  if (shares.number >= 0.8) {
    const unique = shares.integer === 1 && shares.distinct === shares.rows && shares.rows > 20;
    return unique ? 'identifier' : 'number';
  }
  if (shares.country >= 0.8) return 'country';
  if (shares.company >= 0.3) return 'company';
  if (shares.code >= 0.9 && shares.digits >= 0.7 && shares.distinct > shares.rows * 0.9) return 'identifier';
  return isCategory(shares) ? 'category' : 'text';
}

/** Few values, each on many rows. */
function isCategory(shares: Shares): boolean {
  return shares.distinct <= 50 && shares.distinct <= shares.rows * 0.2;
}

const PHONE_SHAPE = /^[+(\d][\d\s()+./-]{5,24}(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?$/i;
const DIALLED_SHAPE = /^(?:\+\d|\(?\d{2,5}\)?[\s/-]+\d{2,})/;
const CODE_SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}_./:#-]{0,49}$/u;
const PERSON_SHAPE = /^\p{L}[\p{L}'’.-]*(?:,? \p{L}[\p{L}'’.-]*){0,3}$/u;

/** Codes only in capitals: `Mr.` is no word for Mauritania. */
function isCountry(value: string): boolean {
  return countryCode(value) !== null && (value.length > 3 || value === value.toUpperCase());
}

function sharesOf(column: Column, filled: number | undefined): Shares {
  const values = sampleOf(column);
  const share = (test: (value: string) => boolean): number =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + (test(value) ? 1 : 0), 0) / values.length;
  const digits = (value: string): number => value.replace(/\D/g, '').length;
  const isDate = (order: 'DMY' | 'MDY' | 'YMD') => (value: string) => parseDate(value, order) !== null;
  const isNumber = (value: string): boolean =>
    !/^0\d/.test(value) && (canonicalNumber(value, '.') ?? canonicalNumber(value, ',')) !== null;
  return {
    size: values.length,
    distinct: column.values.length - 1,
    rows: filled ?? filledRows(column),
    email: share(isEmail),
    at: share((value) => value.includes('@')),
    url: share(isUrl),
    phone: share((value) => PHONE_SHAPE.test(value) && digits(value) >= 5 && digits(value) <= 18),
    dialled: share(
      (value) =>
        DIALLED_SHAPE.test(value) && digits(value) >= 9 && digits(value) <= 15 && PHONE_SHAPE.test(value),
    ),
    number: share(isNumber),
    integer: share((value) => /^\d{1,18}$/.test(value)),
    date: Math.max(share(isDate('YMD')), share(isDate('DMY')), share(isDate('MDY'))),
    boolean: share((value) => parseBoolean(value) !== null),
    country: share(isCountry),
    letters: share((value) => /\p{L}/u.test(value)),
    digits: share((value) => /\d/.test(value)),
    code: share((value) => CODE_SHAPE.test(value) && !isClockTime(value)),
    company: share((value) =>
      foldText(value)
        .split(/[\s,.&()/-]+/)
        .some((word) => COMPANY_WORDS.has(word)),
    ),
    person: share((value) => PERSON_SHAPE.test(value)),
    short: share((value) => value.length <= 40),
  };
}

/** Distinct filled values spread evenly over the column, without words for "nothing". */
function sampleOf(column: Column): string[] {
  const total = column.values.length - 1;
  const step = Math.max(1, total / SAMPLE);
  const values: string[] = [];
  for (let at = 1; at <= total && values.length < SAMPLE; at += step) {
    const value = column.values[Math.floor(at)]!.trim().slice(0, 500);
    if (value !== '' && !isPlaceholder(value)) values.push(value);
  }
  return values;
}
