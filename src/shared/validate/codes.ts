/** What can be wrong with a value or a record before it is loaded. */
export type RuleName =
  | 'required'
  | 'requiredGroup'
  | 'tooLong'
  | 'email'
  | 'url'
  | 'phone'
  | 'date'
  | 'dateRange'
  | 'number'
  | 'numberRange'
  | 'boolean'
  | 'id'
  | 'picklist'
  | 'reference'
  | 'duplicateKey'
  | 'duplicateValue';

/** The names the loaders themselves use, from the error lists of the catalogues (`resources/targets`). */
const CODES: Readonly<Record<string, Readonly<Record<RuleName, string>>>> = {
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
    reference: 'INVALID_CROSS_REFERENCE_KEY',
    duplicateKey: 'DUPLICATE_EXTERNAL_ID',
    duplicateValue: 'DUPLICATE_VALUE',
  },
  hubspot: {
    required: 'MISSING_REQUIRED_PROPERTY',
    requiredGroup: 'MISSING_REQUIRED_PROPERTY',
    tooLong: 'COLUMN_TOO_LARGE',
    email: 'INVALID_EMAIL',
    url: 'INVALID_DOMAIN',
    phone: 'INVALID_PROPERTY_VALUE_FORMAT',
    date: 'COULD_NOT_PARSE_DATE',
    dateRange: 'OUTSIDE_VALID_TIME_RANGE',
    number: 'COULD_NOT_PARSE_NUMBER',
    numberRange: 'INVALID_NUMBER_SIZE',
    boolean: 'INVALID_ENUMERATION_OPTION',
    id: 'INVALID_RECORD_ID',
    picklist: 'INVALID_ENUMERATION_OPTION',
    reference: 'ASSOCIATION_RECORD_NOT_FOUND',
    duplicateKey: 'DUPLICATE_ALTERNATE_ID',
    duplicateValue: 'DUPLICATE_UNIQUE_PROPERTY_VALUE',
  },
};

const GENERIC: Readonly<Record<RuleName, string>> = {
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
  reference: 'REFERENCE_NOT_FOUND',
  duplicateKey: 'DUPLICATE_KEY',
  duplicateValue: 'DUPLICATE_KEY',
};

/** The loader's code for a broken rule; systems without a list of their own use the generic names. */
export function loaderCode(system: string, rule: RuleName): string {
  return (Object.hasOwn(CODES, system) ? CODES[system] : undefined)?.[rule] ?? GENERIC[rule];
}
