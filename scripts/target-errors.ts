import type { LoaderError } from '../src/shared/target/types';

/**
 * What the loaders say, in plain sentences. The fact files give short remarks; these say to a person what the loader
 * found. A code that is not here keeps the remark of its fact file.
 */
export const ERROR_SENTENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  salesforce: {
    REQUIRED_FIELD_MISSING: 'A required field is empty or has no column in the file.',
    STRING_TOO_LONG: 'A text is longer than its field.',
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'A value is not in the list of a picklist that takes no others.',
    BAD_VALUE_FOR_RESTRICTED_PICKLIST:
      'A value is not in the list of a picklist that takes no others; articles use this name, the loader says INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST.',
    INVALID_EMAIL_ADDRESS: 'An e-mail address is not written as one.',
    INVALID_CROSS_REFERENCE_KEY: 'A Salesforce id points to a record that is missing or of another kind.',
    INVALID_FIELD:
      'No parent record has the external id in a link column (“Foreign key external ID: … not found”), or a column name is wrong.',
    MALFORMED_ID: 'An id does not have 15 or 18 characters, or begins like the ids of another object.',
    DUPLICATE_VALUE: 'A value that must be unique is used twice, in the file or in the organisation.',
    DUPLICATE_EXTERNAL_ID: 'The key for updating matches more than one record.',
    DUPLICATES_DETECTED:
      'A duplicate rule of the organisation found a record like this one (“Use one of these records?”).',
    FIELD_CUSTOM_VALIDATION_EXCEPTION: 'A validation rule of the organisation refused the record.',
    FIELD_INTEGRITY_EXCEPTION:
      'Values do not fit together: a country or state that is not in the list, a state without its country, an owner or price book that cannot be used.',
    INVALID_TYPE_ON_FIELD_IN_RECORD:
      'A value cannot be read as the type of its field: a date, a number, yes or no.',
    NUMBER_OUTSIDE_VALID_RANGE: 'A number has more digits than its field.',
    INVALID_FIELD_FOR_INSERT_UPDATE: 'The file has a column for a field that cannot be written.',
    CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'An automation of the organisation (trigger or flow) failed.',
    INACTIVE_OWNER_OR_USER: 'The owner is a user who is no longer active.',
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'The person who loads has no rights on the parent record.',
    UNABLE_TO_LOCK_ROW: 'Two batches changed the children of one parent at the same time.',
    '(Data Loader) Row is larger than header': 'A row has more cells than the header.',
  },
  hubspot: {
    INVALID_EMAIL: 'An e-mail address is not written as one.',
    INVALID_DOMAIN: 'A domain is not written as one.',
    INVALID_ENUMERATION_OPTION: 'A value is not one of the options of its property.',
    AMBIGUOUS_ENUMERATION_OPTION: 'A value could mean two options of its property.',
    COULD_NOT_PARSE_DATE: 'A date is not in the format chosen for its column.',
    OUTSIDE_VALID_TIME_RANGE: 'A date lies outside the years HubSpot takes.',
    COULD_NOT_PARSE_NUMBER: 'A number cannot be read: digits and a point only.',
    INVALID_NUMBER_SIZE: 'A number is too large.',
    COULD_NOT_FIND_OWNER: 'No user has this owner’s e-mail address.',
    MULTIPLE_OWNERS_FOUND: 'Several users fit the owner’s name; an e-mail address is clear.',
    DUPLICATE_ROW_CONTENT: 'Two rows of the file are the same.',
    DUPLICATE_RECORD_ID: 'A Record ID stands twice in the file.',
    DUPLICATE_ALTERNATE_ID:
      'An e-mail address or domain stands twice, and HubSpot would make one record of both.',
    DUPLICATE_UNIQUE_PROPERTY_VALUE: 'A value that must be unique stands twice.',
    MULTIPLE_COMPANIES_WITH_THIS_DOMAIN: 'Several companies have this domain.',
    MISSING_REQUIRED_PROPERTY: 'A required property is empty or has no column.',
    INVALID_REQUIRED_PROPERTY: 'A required property has a value that cannot be used.',
    PROPERTY_DEFINITION_NOT_FOUND: 'A column is mapped to a property that does not exist.',
    INCORRECT_NUMBER_OF_COLUMNS: 'A row has more or fewer cells than the header.',
    COLUMN_TOO_LARGE: 'A text is longer than a property can hold.',
    ROW_DATA_TOO_LARGE: 'A row is too long.',
    INVALID_FILE_TYPE: 'The file is neither CSV nor an Excel workbook.',
    INVALID_SHEET_COUNT: 'The workbook has more than one sheet.',
    INVALID_SPREADSHEET: 'The workbook cannot be read.',
    ASSOCIATION_RECORD_NOT_FOUND: 'A link points to a record that is not there.',
    ASSOCIATION_LABEL_NOT_FOUND: 'The name of a kind of link is not known.',
    ASSOCIATION_LIMIT_EXCEEDED: 'A record has more links than allowed.',
    CREATE_ONLY_IMPORT: 'The record exists already, and the import was to create new ones only.',
    UPDATE_ONLY_IMPORT: 'The record does not exist, and the import was to update only.',
    GDPR_BLACKLISTED_EMAIL: 'The address was deleted for good on a person’s request and must not come back.',
    LIMIT_EXCEEDED: 'A limit of the account is reached.',
    SECONDARY_EMAIL_WRITE_FAILURE: 'A further e-mail address belongs to another contact already.',
  },
  dynamics365: {
    'The lookup reference could not be resolved': 'A lookup points to a row that is not there.',
    'A duplicate lookup reference was found':
      'A lookup text fits several rows, for instance two accounts of one name.',
    'A record was not created or updated because a duplicate of the current record already exists':
      'A duplicate detection rule found a row like this one.',
    'The source data is not in the required format':
      'A value cannot be read as the type of its column: a date, a number, an option.',
    'Required field missing / system required': 'A required column is empty.',
    'A validation error: value exceeds maximum length': 'A text is longer than its column.',
    'Row too many columns / data delimiter error': 'A row has more cells than the header.',
    'The record could not be updated because the original record changed':
      'The row was changed in the system after it was exported.',
  },
  zoho: {
    MANDATORY_NOT_FOUND: 'A required field is empty or has no column.',
    INVALID_DATA:
      'A value does not fit its field: its type, its length, its list, or the record it points to.',
    DUPLICATE_DATA: 'A value that must be unique is used already.',
    'skipped: invalid email': 'An e-mail address is not written as one; the row is skipped.',
  },
  pipedrive: {
    'skip file: missing mandatory field':
      'A required field is empty, or a deal has neither a person nor an organization; the row comes back in the skip file.',
    'skip file: invalid value':
      'A date, number or option cannot be used; the row comes back in the skip file.',
  },
};

/** Codes of our own, for what a loader would spoil without a word of its own, and for a target without a loader. */
export const GENERAL_ERRORS: readonly LoaderError[] = [
  { code: 'REQUIRED_MISSING', meaning: 'A required field is empty.' },
  { code: 'TEXT_TOO_LONG', meaning: 'The text is longer than the field.' },
  { code: 'INVALID_EMAIL', meaning: 'Not an e-mail address.' },
  { code: 'INVALID_URL', meaning: 'Not a web address.' },
  { code: 'INVALID_PHONE', meaning: 'Not a phone number.' },
  { code: 'INVALID_DATE', meaning: 'Not a date, or outside the range of dates.' },
  { code: 'INVALID_NUMBER', meaning: 'Not a number.' },
  { code: 'NUMBER_OUT_OF_RANGE', meaning: 'More digits than the field holds.' },
  { code: 'INVALID_BOOLEAN', meaning: 'Neither true nor false.' },
  { code: 'INVALID_ID', meaning: 'Not an id of the target system.' },
  { code: 'INVALID_COUNTRY', meaning: 'Not a country, or a region without one.' },
  { code: 'OWNER_NOT_FOUND', meaning: 'Not a user of the target system.' },
  { code: 'DUPLICATE_RECORD', meaning: 'May be a second record of the same thing.' },
  { code: 'NOT_IN_PICKLIST', meaning: 'Not one of the allowed values.' },
  { code: 'REFERENCE_NOT_FOUND', meaning: 'Points to a record that is not there.' },
  { code: 'DUPLICATE_KEY', meaning: 'A value that must be unique occurs more than once.' },
];
