import type { FileDialect, Loader, LoaderError } from '../src/shared/target/types';

/** What the fact files do not say in a usable form: our choices for each system. */
export interface TargetSettings {
  readonly legacyKey: string;
  readonly file: FileDialect;
  readonly loaders: readonly Loader[];
  /** Objects and fields that are not loaded: keys given out by the target, our own outputs. */
  readonly skipObjects: readonly string[];
  readonly skipFields: readonly string[];
  /** At least one of each group must be filled; facts that only stand in the remarks of the source. */
  readonly requiredGroups: Readonly<Record<string, string>>;
}

export const SETTINGS: Readonly<Record<string, TargetSettings>> = {
  salesforce: {
    legacyKey: 'Legacy_Id__c',
    file: {
      delimiter: ',',
      bom: false,
      lineEnding: '\n',
      header: 'api',
      dateFormat: 'yyyy-MM-dd',
      dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
      booleanTrue: 'true',
      booleanFalse: 'false',
      multiSelectSeparator: ';',
      maxFieldChars: 32000,
    },
    loaders: [
      {
        id: 'dataLoader',
        label: 'Data Loader',
        maxRows: 5_000_000,
        maxBytes: 150_000_000,
        notes: [
          'Maps columns by the .sdl file beside each load file.',
          'Guides say 5,000,000 rows; current releases allow 150,000,000 with Bulk API 2.0.',
          'Reads dates in its own time zone: write yyyy-MM-dd and state the setting.',
        ],
      },
      {
        id: 'bulkApi2',
        label: 'Bulk API 2.0',
        maxRows: null,
        maxBytes: 100_000_000,
        notes: ['150 MB is the limit after base64 encoding, so files stay at or below 100 MB.'],
      },
      {
        id: 'dataImportWizard',
        label: 'Data Import Wizard',
        maxRows: 50_000,
        maxBytes: 104_857_600,
        notes: [
          'Takes accounts, contacts, leads and campaign members; no opportunities, cases, tasks or events.',
        ],
      },
    ],
    skipObjects: [],
    skipFields: ['Id'],
    requiredGroups: {
      'CampaignMember.ContactId': 'ContactId|LeadId',
      'CampaignMember.LeadId': 'ContactId|LeadId',
      'Event.StartDateTime': 'StartDateTime|ActivityDateTime|ActivityDate',
      'Event.ActivityDateTime': 'StartDateTime|ActivityDateTime|ActivityDate',
      'Event.ActivityDate': 'StartDateTime|ActivityDateTime|ActivityDate',
      'Event.EndDateTime': 'EndDateTime|DurationInMinutes|IsAllDayEvent',
      'Event.DurationInMinutes': 'EndDateTime|DurationInMinutes|IsAllDayEvent',
      'Event.IsAllDayEvent': 'EndDateTime|DurationInMinutes|IsAllDayEvent',
    },
  },
  hubspot: {
    legacyKey: 'legacy_id',
    file: {
      delimiter: ',',
      bom: false,
      lineEnding: '\r\n',
      header: 'label',
      dateFormat: 'yyyy-MM-dd',
      dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss'Z'",
      booleanTrue: 'true',
      booleanFalse: 'false',
      multiSelectSeparator: ';',
      maxFieldChars: 65536,
    },
    loaders: [
      {
        id: 'importToolPaid',
        label: 'Import tool (Starter, Professional, Enterprise)',
        maxRows: 1_048_575,
        maxBytes: 536_870_912,
        notes: ['1,048,576 rows a file with the header; 10,000,000 rows and 500 imports a day.'],
      },
      {
        id: 'importToolFree',
        label: 'Import tool (free)',
        maxRows: 500_000,
        maxBytes: 20_971_520,
        notes: ['500,000 rows and 50 imports a day.'],
      },
      {
        id: 'importsApi',
        label: 'Imports API',
        maxRows: null,
        maxBytes: 536_870_912,
        notes: ['80,000,000 rows a day.'],
      },
    ],
    skipObjects: [],
    skipFields: ['hs_object_id'],
    requiredGroups: {},
  },
  generic: {
    legacyKey: 'legacy_id',
    file: {
      delimiter: ',',
      bom: false,
      lineEnding: '\r\n',
      header: 'api',
      dateFormat: 'yyyy-MM-dd',
      dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss'Z'",
      booleanTrue: 'true',
      booleanFalse: 'false',
      multiSelectSeparator: ';',
      maxFieldChars: 1_000_000,
    },
    loaders: [
      {
        id: 'csv',
        label: 'CSV files',
        maxRows: null,
        maxBytes: null,
        notes: ['RFC 4180, UTF-8; one file per table, not split.'],
      },
    ],
    skipObjects: ['crosswalk'],
    skipFields: ['merged_from'],
    requiredGroups: {},
  },
};

/** Codes of our own for a target that has no loader of its own. */
export const GENERIC_ERRORS: readonly LoaderError[] = [
  { code: 'REQUIRED_MISSING', meaning: 'A required field is empty' },
  { code: 'TEXT_TOO_LONG', meaning: 'The text is longer than the field' },
  { code: 'INVALID_EMAIL', meaning: 'Not a valid e-mail address' },
  { code: 'INVALID_URL', meaning: 'Not a web address' },
  { code: 'INVALID_PHONE', meaning: 'Not a phone number' },
  { code: 'INVALID_DATE', meaning: 'Not a date, or outside the range of dates' },
  { code: 'INVALID_NUMBER', meaning: 'Not a number' },
  { code: 'NUMBER_OUT_OF_RANGE', meaning: 'More digits than the field holds' },
  { code: 'INVALID_BOOLEAN', meaning: 'Neither true nor false' },
  { code: 'INVALID_ID', meaning: 'Not an id of the target system' },
  { code: 'INVALID_COUNTRY', meaning: 'Not a country, or a region without one' },
  { code: 'OWNER_NOT_FOUND', meaning: 'Not a user of the target system' },
  { code: 'DUPLICATE_RECORD', meaning: 'May be a second record of the same thing' },
  { code: 'NOT_IN_PICKLIST', meaning: 'Not one of the allowed values' },
  { code: 'REFERENCE_NOT_FOUND', meaning: 'Points to a record that is not there' },
  { code: 'DUPLICATE_KEY', meaning: 'A value that must be unique occurs more than once' },
];
