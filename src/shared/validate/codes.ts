/** What can be wrong with a value or a record before it is loaded. */
export const RULE_NAMES = [
  'required',
  'requiredGroup',
  'tooLong',
  'email',
  'url',
  'phone',
  'date',
  'dateRange',
  'number',
  'numberRange',
  'boolean',
  'id',
  'picklist',
  'ambiguousOption',
  'domain',
  'country',
  'stateWithoutCountry',
  'owner',
  'ownerUnknown',
  'ownerInactive',
  'reference',
  'parentName',
  'keyTooLong',
  'repeatedKey',
  'duplicateValue',
  'possibleDuplicate',
  'checkDigits',
  'characters',
  'dateUnlikely',
  'dateShifted',
  'auditField',
  'postcode',
  'region',
  'dependentValue',
  'duplicateTogether',
  'ownRule',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];

/** The names the loaders themselves use, from the error lists of the catalogues (`resources/targets`). */
const CODES: Readonly<Record<string, Readonly<Partial<Record<RuleName, string>>>>> = {
  salesforce: {
    required: 'REQUIRED_FIELD_MISSING',
    requiredGroup: 'REQUIRED_FIELD_MISSING',
    tooLong: 'STRING_TOO_LONG',
    email: 'INVALID_EMAIL_ADDRESS',
    url: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    phone: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    date: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    dateRange: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    number: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    numberRange: 'NUMBER_OUTSIDE_VALID_RANGE',
    boolean: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    id: 'MALFORMED_ID',
    picklist: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    domain: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    country: 'FIELD_INTEGRITY_EXCEPTION',
    stateWithoutCountry: 'FIELD_INTEGRITY_EXCEPTION',
    // What the loader answers for a parent's external id it does not find; INVALID_CROSS_REFERENCE_KEY is for its own ids.
    owner: 'INVALID_FIELD',
    ownerUnknown: 'INVALID_FIELD',
    ownerInactive: 'INACTIVE_OWNER_OR_USER',
    reference: 'INVALID_FIELD',
    keyTooLong: 'STRING_TOO_LONG',
    repeatedKey: 'DUPLICATE_EXTERNAL_ID',
    duplicateValue: 'DUPLICATE_VALUE',
    possibleDuplicate: 'DUPLICATES_DETECTED',
    auditField: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    region: 'FIELD_INTEGRITY_EXCEPTION',
    dependentValue: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    duplicateTogether: 'DUPLICATE_VALUE',
    // What the loader says when a validation rule of the organisation fires.
    ownRule: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  },
  hubspot: {
    required: 'MISSING_REQUIRED_PROPERTY',
    requiredGroup: 'MISSING_REQUIRED_PROPERTY',
    tooLong: 'COLUMN_TOO_LARGE',
    email: 'INVALID_EMAIL',
    url: 'INVALID_PROPERTY_VALUE_FORMAT',
    phone: 'INVALID_PROPERTY_VALUE_FORMAT',
    date: 'COULD_NOT_PARSE_DATE',
    dateRange: 'OUTSIDE_VALID_TIME_RANGE',
    number: 'COULD_NOT_PARSE_NUMBER',
    numberRange: 'INVALID_NUMBER_SIZE',
    boolean: 'INVALID_ENUMERATION_OPTION',
    id: 'INVALID_RECORD_ID',
    picklist: 'INVALID_ENUMERATION_OPTION',
    ambiguousOption: 'AMBIGUOUS_ENUMERATION_OPTION',
    domain: 'INVALID_DOMAIN',
    country: 'INVALID_PROPERTY_VALUE_FORMAT',
    stateWithoutCountry: 'INVALID_PROPERTY_VALUE_FORMAT',
    owner: 'COULD_NOT_FIND_OWNER',
    ownerUnknown: 'COULD_NOT_FIND_OWNER',
    reference: 'ASSOCIATION_RECORD_NOT_FOUND',
    keyTooLong: 'COLUMN_TOO_LARGE',
    repeatedKey: 'DUPLICATE_UNIQUE_PROPERTY_VALUE',
    // E-mail addresses and domains are the keys HubSpot itself matches by.
    duplicateValue: 'DUPLICATE_ALTERNATE_ID',
    possibleDuplicate: 'DUPLICATE_ALTERNATE_ID',
    ownRule: 'INVALID_CUSTOM_PROPERTY_VALIDATION',
  },
  dynamics365: {
    required: 'Required field missing / system required',
    requiredGroup: 'Required field missing / system required',
    tooLong: 'A validation error: value exceeds maximum length',
    email: 'The source data is not in the required format',
    url: 'The source data is not in the required format',
    phone: 'The source data is not in the required format',
    date: 'The source data is not in the required format',
    dateRange: 'The source data is not in the required format',
    number: 'The source data is not in the required format',
    numberRange: 'The source data is not in the required format',
    boolean: 'The source data is not in the required format',
    id: 'The source data is not in the required format',
    picklist: 'The source data is not in the required format',
    domain: 'The source data is not in the required format',
    country: 'INVALID_COUNTRY',
    stateWithoutCountry: 'INVALID_COUNTRY',
    owner: 'The lookup reference could not be resolved',
    ownerUnknown: 'The lookup reference could not be resolved',
    reference: 'The lookup reference could not be resolved',
    keyTooLong: 'A validation error: value exceeds maximum length',
    repeatedKey: 'A duplicate lookup reference was found',
    duplicateValue:
      'A record was not created or updated because a duplicate of the current record already exists',
    possibleDuplicate:
      'A record was not created or updated because a duplicate of the current record already exists',
  },
  zoho: {
    required: 'MANDATORY_NOT_FOUND',
    requiredGroup: 'MANDATORY_NOT_FOUND',
    tooLong: 'INVALID_DATA',
    email: 'skipped: invalid email',
    url: 'INVALID_DATA',
    phone: 'INVALID_DATA',
    date: 'INVALID_DATA',
    dateRange: 'INVALID_DATA',
    number: 'INVALID_DATA',
    numberRange: 'INVALID_DATA',
    boolean: 'INVALID_DATA',
    id: 'INVALID_DATA',
    picklist: 'INVALID_DATA',
    domain: 'INVALID_DATA',
    country: 'INVALID_COUNTRY',
    stateWithoutCountry: 'INVALID_COUNTRY',
    owner: 'INVALID_DATA',
    ownerUnknown: 'INVALID_DATA',
    reference: 'INVALID_DATA',
    keyTooLong: 'INVALID_DATA',
    repeatedKey: 'DUPLICATE_DATA',
    duplicateValue: 'DUPLICATE_DATA',
    possibleDuplicate: 'DUPLICATE_DATA',
  },
  pipedrive: {
    required: 'skip file: missing mandatory field',
    requiredGroup: 'skip file: missing mandatory field',
    tooLong: 'skip file: invalid value',
    email: 'skip file: invalid value',
    url: 'skip file: invalid value',
    phone: 'skip file: invalid value',
    date: 'skip file: invalid value',
    dateRange: 'skip file: invalid value',
    number: 'skip file: invalid value',
    numberRange: 'skip file: invalid value',
    boolean: 'skip file: invalid value',
    id: 'skip file: invalid value',
    picklist: 'skip file: invalid value',
    domain: 'skip file: invalid value',
    country: 'INVALID_COUNTRY',
    stateWithoutCountry: 'INVALID_COUNTRY',
    owner: 'skip file: invalid value',
    ownerUnknown: 'skip file: invalid value',
    // The spreadsheet import would make a new record of a link it cannot find, without a word.
    reference: 'REFERENCE_NOT_FOUND',
    keyTooLong: 'skip file: invalid value',
    repeatedKey: 'DUPLICATE_KEY',
    duplicateValue: 'DUPLICATE_KEY',
    possibleDuplicate: 'DUPLICATE_RECORD',
  },
};

/** Codes of our own: for targets without a loader of their own, and for what a loader spoils without a word. */
export const GENERAL_CODES: Readonly<Record<RuleName, string>> = {
  required: 'REQUIRED_MISSING',
  requiredGroup: 'REQUIRED_MISSING',
  tooLong: 'TEXT_TOO_LONG',
  email: 'INVALID_EMAIL',
  url: 'INVALID_URL',
  phone: 'INVALID_PHONE',
  date: 'INVALID_DATE',
  dateRange: 'INVALID_DATE',
  number: 'INVALID_NUMBER',
  numberRange: 'NUMBER_OUT_OF_RANGE',
  boolean: 'INVALID_BOOLEAN',
  id: 'INVALID_ID',
  picklist: 'NOT_IN_PICKLIST',
  ambiguousOption: 'NOT_IN_PICKLIST',
  domain: 'INVALID_URL',
  country: 'INVALID_COUNTRY',
  stateWithoutCountry: 'INVALID_COUNTRY',
  owner: 'OWNER_NOT_FOUND',
  ownerUnknown: 'OWNER_NOT_FOUND',
  // Loaders without an error of their own for it give the records to whoever runs them.
  ownerInactive: 'OWNER_INACTIVE',
  reference: 'REFERENCE_NOT_FOUND',
  parentName: 'PARENT_NAME_NOT_UNIQUE',
  keyTooLong: 'TEXT_TOO_LONG',
  repeatedKey: 'DUPLICATE_KEY',
  duplicateValue: 'DUPLICATE_KEY',
  possibleDuplicate: 'DUPLICATE_RECORD',
  checkDigits: 'WRONG_CHECK_DIGITS',
  characters: 'UNPRINTABLE_CHARACTERS',
  dateUnlikely: 'UNLIKELY_DATE',
  dateShifted: 'DATE_SHIFTED',
  auditField: 'READ_ONLY_FIELD',
  postcode: 'POSTCODE_OF_OTHER_COUNTRY',
  region: 'REGION_OF_OTHER_COUNTRY',
  dependentValue: 'NOT_WITH_OTHER_VALUE',
  duplicateTogether: 'DUPLICATE_KEY',
  ownRule: 'OWN_RULE_BROKEN',
};

/**
 * The loader's code for a broken rule. Rules no loader knows (they spoil data silently) and systems without a list of their
 * own use the generic names.
 */
export function loaderCode(system: string, rule: RuleName): string {
  return (Object.hasOwn(CODES, system) ? CODES[system] : undefined)?.[rule] ?? GENERAL_CODES[rule];
}

/** Rules that a field may break beside another one; the rest are one of a kind on their field. */
const BESIDE: ReadonlySet<RuleName> = new Set([
  'tooLong',
  'numberRange',
  'picklist',
  'dateRange',
  'region',
  'ownerUnknown',
]);

/** Rules about several fields at once: always named in full, so that the ids of other rules stay as they were. */
const OF_COMBINATIONS: ReadonlySet<RuleName> = new Set(['dependentValue', 'duplicateTogether']);

/** Rules about the legacy key, a field of its own that no other rule looks at. */
const OF_KEYS: ReadonlySet<RuleName> = new Set(['keyTooLong', 'repeatedKey']);

/**
 * The id of a group of issues, stable within its object: `${code}:${field}`, with the rule behind it where the loader has
 * one code for several things that can be wrong with a field at once.
 */
export function issueId(system: string, rule: RuleName, field: string): string {
  const code = loaderCode(system, rule);
  const shared =
    OF_COMBINATIONS.has(rule) ||
    (BESIDE.has(rule) &&
      RULE_NAMES.some(
        (other) =>
          other !== rule &&
          !OF_KEYS.has(other) &&
          !OF_COMBINATIONS.has(other) &&
          loaderCode(system, other) === code,
      ));
  return shared ? `${code}:${field}:${rule}` : `${code}:${field}`;
}
