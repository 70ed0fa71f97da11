import type { FieldReference, FileDialect, Loader } from '../src/shared/target/types';

/** What the fact files do not say in a usable form: our choices for each system. */
export interface TargetSettings {
  readonly legacyKey: string;
  readonly file: FileDialect;
  readonly loaders: readonly Loader[];
  /** Objects and fields that are not loaded: keys given out by the target, our own outputs. */
  readonly skipObjects: readonly string[];
  readonly skipFields: readonly string[];
  /** Label of the legacy key field of an object; "Legacy ID" where left out. */
  readonly legacyLabel?: (objectLabel: string) => string;
  /** Header of a link that carries the parent's legacy key; the facts' own where left out. */
  readonly linkHeader?: (link: LinkFacts) => string;
  /** Where the loader links by name, by parent object: the header of the parent's name and the field it is read from. */
  readonly linkNames?: Readonly<Record<string, NonNullable<FieldReference['byName']>>>;
  /** Objects a link may point to, where the facts name more than can be loaded in one pass: `object.field`. */
  readonly linkObjects?: Readonly<Record<string, readonly string[]>>;
  /** Remarks added to fields: `object.field`, or `*.field`. */
  readonly notes?: Readonly<Record<string, string>>;
  /** At least one of each group must be filled; facts that only stand in the remarks of the source. */
  readonly requiredGroups: Readonly<Record<string, string>>;
}

/** What is known of a link when its header is chosen. */
export interface LinkFacts {
  readonly api: string;
  readonly header: string;
  /** Label of the first parent object in the catalogue; null for users and other things loaded elsewhere. */
  readonly parentLabel: string | null;
  /** True when the target takes nothing but ids of its own. */
  readonly byIdOnly: boolean;
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
        maxColumns: 5_000,
        notes: ['150 MB is the limit after base64 encoding, so files stay at or below 100 MB.'],
      },
      {
        id: 'dataImportWizard',
        label: 'Data Import Wizard',
        maxRows: 50_000,
        maxBytes: 104_857_600,
        objects: ['Account', 'Contact', 'Lead', 'CampaignMember'],
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
        maxColumns: 999,
        notes: ['1,048,576 rows a file with the header; 10,000,000 rows and 500 imports a day.'],
      },
      {
        id: 'importToolFree',
        label: 'Import tool (free)',
        maxRows: 500_000,
        maxBytes: 20_971_520,
        maxColumns: 999,
        notes: ['500,000 rows and 50 imports a day.'],
      },
      {
        id: 'importsApi',
        label: 'Imports API',
        maxRows: null,
        maxBytes: 536_870_912,
        maxColumns: 999,
        notes: ['80,000,000 rows a day.'],
      },
    ],
    skipObjects: [],
    skipFields: ['hs_object_id'],
    requiredGroups: {},
  },
  dynamics365: {
    legacyKey: 'new_legacyid',
    file: {
      delimiter: ',',
      bom: true,
      lineEnding: '\r\n',
      header: 'label',
      dateFormat: 'yyyy-MM-dd',
      dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss'Z'",
      booleanTrue: 'Yes',
      booleanFalse: 'No',
      multiSelectSeparator: ';',
      maxFieldChars: 1_048_576,
    },
    loaders: [
      {
        id: 'importWizard',
        label: 'Import from CSV',
        maxRows: null,
        maxBytes: 8_388_608,
        notes: [
          '8 MB a file, one file at a time; a zip of files may have 32 MB.',
          'Choose the alternate key on the legacy ID; its columns become required.',
          'Dates are read in the format of the importing user: set yyyy-MM-dd in the personal options first.',
          'Map every lookup to the legacy ID column of its table. Save the data map for the next run.',
        ],
      },
      {
        id: 'dataflow',
        label: 'Power Platform dataflow',
        maxRows: null,
        maxBytes: null,
        notes: ['Needs the alternate key for updates and for lookups.'],
      },
      {
        id: 'configurationMigration',
        label: 'Configuration Migration tool or API',
        maxRows: null,
        maxBytes: null,
        notes: ['Rows are created and updated by alternate key.'],
      },
    ],
    skipObjects: [],
    skipFields: ['accountid', 'contactid', 'leadid', 'opportunityid', 'incidentid', 'activityid'],
    requiredGroups: {},
    linkObjects: { 'contact.parentcustomerid': ['account'] },
    notes: {
      'contact.parentcustomerid': 'May also point to a contact, which Winnow does not use.',
      '*.new_legacyid':
        'CUSTOM COLUMN with an alternate key: the implementer must create both before the load; the prefix new_ is the publisher’s.',
    },
  },
  zoho: {
    legacyKey: 'External_ID',
    file: {
      delimiter: ',',
      bom: false,
      lineEnding: '\n',
      header: 'api',
      dateFormat: 'yyyy-MM-dd',
      dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss'+00:00'",
      booleanTrue: 'true',
      booleanFalse: 'false',
      multiSelectSeparator: ';',
      maxFieldChars: 32_000,
    },
    loaders: [
      {
        id: 'bulkWrite',
        label: 'Bulk Write API',
        maxRows: 25_000,
        maxBytes: 26_214_400,
        maxColumns: 200,
        notes: ['One CSV per zip of at most 25 MB, 25,000 records, 200 columns.'],
      },
      {
        id: 'uiImport',
        label: 'Import wizard',
        maxRows: 10_000,
        maxBytes: null,
        notes: [
          'Rows a batch depend on the edition: 1,000 free, 10,000 standard, 20,000 professional, 30,000 enterprise; sources disagree.',
          'Values with | < or > are refused by some releases.',
        ],
      },
      {
        id: 'dataMigration',
        label: 'Migrate from other CRM',
        maxRows: null,
        maxBytes: null,
        notes: [
          'Takes several files at once and links them by the ids in them: the way for tasks and notes.',
        ],
      },
    ],
    skipObjects: [],
    skipFields: ['id'],
    requiredGroups: {},
    linkHeader: ({ api, header, parentLabel, byIdOnly }) =>
      parentLabel === null ? header : byIdOnly ? `${api}.id` : `${api}.External_ID`,
    notes: {
      'Contacts.Reporting_To': 'Found by record id only: load this link with Migrate from other CRM.',
      'Tasks.Who_Id': 'Found by record id only: load tasks with Migrate from other CRM.',
      '*.External_ID':
        'CUSTOM FIELD of the type External ID: the implementer must create it before the load.',
    },
  },
  pipedrive: {
    legacyKey: 'legacy_id',
    file: {
      delimiter: ',',
      bom: false,
      lineEnding: '\r\n',
      header: 'label',
      dateFormat: 'yyyy-MM-dd',
      dateTimeFormat: 'yyyy-MM-dd HH:mm:ss',
      booleanTrue: 'done',
      booleanFalse: 'not done',
      multiSelectSeparator: ',',
      maxFieldChars: 65_535,
    },
    loaders: [
      {
        id: 'spreadsheet',
        label: 'Import from spreadsheet',
        maxRows: 50_000,
        maxBytes: 52_428_800,
        notes: [
          'Rows that fail come back in a skip file.',
          'The import links what stands on one row, by name: each link column has one with the parent’s name beside it. Parents of one name become one; the legacy keys tell them apart.',
        ],
      },
    ],
    skipObjects: [],
    skipFields: ['id'],
    requiredGroups: { 'deal.person_id': 'person_id|org_id', 'deal.org_id': 'person_id|org_id' },
    legacyLabel: (label) => `${label} - Legacy ID`,
    linkHeader: ({ header, parentLabel }) => (parentLabel === null ? header : `${parentLabel} - Legacy ID`),
    linkNames: {
      organization: { header: 'Organization - Name', field: 'name' },
      person: { header: 'Person - Name', field: 'name' },
      deal: { header: 'Deal - Title', field: 'title' },
    },
    notes: {
      '*.legacy_id':
        'CUSTOM FIELD: the implementer must create it (Text) before the load; its key in the API is a 40-character hash.',
      'activity.legacy_id':
        'Activities may not take custom fields: leave the column unmapped where they do not.',
    },
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
