/** What an implementer must set or know before loading, per target system. Facts from the vendors' documentation. */
export interface LoaderAdvice {
  readonly settings: readonly string[];
  readonly risks: readonly string[];
}

const EVERYWHERE: LoaderAdvice = {
  settings: [
    'Load the files in the order given. Wait for one object to finish before the next begins: children name parents that must be there.',
    'Keep the legacy key column in every load. It is the only link between these files, and the way back to the old systems.',
  ],
  risks: [
    'Validation rules, triggers, flows and required fields added in your organisation cannot be known here. Load a small sample first.',
    'Owners and users must be active in the target system before records can be assigned to them.',
  ],
};

const SYSTEMS: ReadonlyMap<string, LoaderAdvice> = new Map<string, LoaderAdvice>([
  [
    'salesforce',
    {
      settings: [
        'Before the first load, make the legacy key a custom field on every object: text, external id, unique, case-sensitive. Use *upsert* on it, so that a repeated load changes nothing twice.',
        'Time zone: dates are written yyyy-MM-dd, times in UTC with Z. In Data Loader set the time zone to GMT and leave "Use European date format" off; older releases can shift dates by one day otherwise.',
        'Null handling: empty cells are empty on insert and ignored on update. Leave "Insert null values" off. No cell is cleared by these files; `#N/A` is not used.',
        'Batch size: 200 with the SOAP API; with Bulk API 1.0 up to 10,000 (2,000 is the default). Use smaller batches where triggers are heavy. Bulk API 2.0 sets its own.',
        'Bulk API 2.0: declare line ending LF and delimiter COMMA, as written here. Rows are sorted by parent to avoid UNABLE_TO_LOCK_ROW.',
        'The `.sdl` file beside each load file is the field mapping for Data Loader: choose "Choose an Existing Map".',
        'Created and modified dates and users can only be set with the permission "Set Audit Fields upon Record Creation".',
        'Switch off duplicate rules, assignment rules and e-mail alerts for the time of the load, or decide knowingly to keep them.',
      ],
      risks: [
        'Unrestricted picklists take any value without an error and then show it as inactive.',
        'Where state and country picklists are on, a state without its country is refused (FIELD_INTEGRITY_EXCEPTION).',
        'Contacts without an account are private to their owner.',
      ],
    },
  ],
  [
    'hubspot',
    {
      settings: [
        'Before the first load, make the legacy key a property with unique values on every object, and choose it as the key when importing.',
        'Choose the date format year-month-day for every date column. Times are in UTC.',
        'Null handling: empty cells leave an existing value as it is.',
        'Import objects in the order given and associate by the legacy key of the other object.',
      ],
      risks: [
        'The import tool looks at the first 1,000 rows only before it starts; all rows were checked here.',
        'An import does not move a lifecycle stage backwards.',
        'Contacts match on e-mail as well: two people who share a mailbox become one record.',
        'There is no sure way to undo an import.',
      ],
    },
  ],
  [
    'dynamics365',
    {
      settings: [
        'Before the first load, make the legacy key an alternate key on every table and choose it in the wizard.',
        'The importing user’s personal options must use the date format yyyy-MM-dd and a decimal point.',
        'Null handling: empty cells stay empty on create; on update the tools differ, so use these files to create.',
        'Lookups: map each lookup column to the legacy key of the table it refers to.',
      ],
      risks: [
        'The wizard can create new choices from labels it does not know. Compare the choices before and after.',
        'Closed opportunities get today’s date as closing date and need an update afterwards.',
      ],
    },
  ],
  [
    'zoho',
    {
      settings: [
        'Make the legacy key an external field on every module and choose it for the duplicate check.',
        'Choose yyyy-MM-dd as date format where the wizard asks.',
        'Null handling: switch on "ignore empty values".',
      ],
      risks: ['Limits of rows per batch depend on the edition. Compare them with the part sizes below.'],
    },
  ],
  [
    'pipedrive',
    {
      settings: [
        'Make the legacy key a text field on every item type.',
        'Dates are written yyyy-MM-dd. Times are in UTC.',
        'Empty cells stay empty.',
      ],
      risks: [
        'Rows that fail come back in a skip file. Keep it: its legacy keys lead back to the rows here.',
      ],
    },
  ],
  [
    'generic',
    {
      settings: [
        'Files are CSV by RFC 4180 in UTF-8. `datapackage.json` describes every column, key and link (Frictionless Table Schema).',
        'Empty cells mean "no value". Dates are yyyy-MM-dd, times UTC.',
      ],
      risks: [],
    },
  ],
]);

/** Settings and residual risks for a target system, what holds everywhere first. */
export function adviceFor(system: string): LoaderAdvice {
  const own = SYSTEMS.get(system);
  return {
    settings: [...EVERYWHERE.settings, ...(own?.settings ?? [])],
    risks: [...EVERYWHERE.risks, ...(own?.risks ?? [])],
  };
}
