import type { FieldMapping, FieldSource, Transform } from '@shared/mapping/types';

/** What the steward changes in the mapping Winnow suggests for one table. */
export interface MappingScript {
  readonly tableId: string;
  readonly object: string;
  /** Suggested fields that are not to be filled from this table. */
  readonly drop: readonly string[];
  /** Fields filled otherwise than suggested, or in addition. */
  readonly set: readonly FieldMapping[];
}

const trim: Transform = { op: 'trim' };
const dayFirst: Transform = { op: 'date', order: 'DMY' };
const yearFirst: Transform = { op: 'date', order: 'YMD' };

function fill(
  field: string,
  from: FieldSource,
  transforms: readonly Transform[] = [trim],
  valueMap: Readonly<Record<string, string>> = {},
): FieldMapping {
  return { field, from, transforms, valueMap };
}

const column = (name: string): FieldSource => ({ kind: 'column', column: name });
const join = (columns: readonly string[], separator: string): FieldSource => ({
  kind: 'join',
  columns,
  separator,
});
const reference = (name: string, table: string): FieldSource => ({
  kind: 'reference',
  column: name,
  table,
  by: null,
});

/** A consent is the opposite of an opt-out; where nobody was asked, nothing may be sent. */
const OPTED_OUT_UNLESS_CONSENT: Readonly<Record<string, string>> = {
  J: 'false',
  ja: 'false',
  '1': 'false',
  N: 'true',
  nein: 'true',
  '0': 'true',
  yes: 'false',
  Yes: 'false',
  y: 'false',
  x: 'false',
  no: 'true',
  No: 'true',
  n: 'true',
  '?': 'true',
};

/** Owners and audit fields are set by the implementer after the load; record types do not exist in this org. */
const NEVER: readonly string[] = ['OwnerId', 'CreatedById', 'LastModifiedById', 'RecordTypeId'];

/** The steward's corrections, table by table. */
export const MAPPING_SCRIPT: readonly MappingScript[] = [
  {
    tableId: 'crm-accounts',
    object: 'Account',
    drop: [...NEVER, 'AccountNumber', 'Ownership', 'AccountSource', 'Rating', 'Site'],
    set: [
      fill('Name', column('Firma')),
      fill('ParentId', reference('Mutterfirma', 'crm-accounts')),
      fill('LastModifiedDate', column('Letzter Kontakt'), [trim, dayFirst], { '00/00/0000': '' }),
      fill('CreatedDate', column('Angelegt am'), [trim, dayFirst]),
      fill('AnnualRevenue', column('Jahresumsatz'), [trim, { op: 'number', decimal: ',' }]),
      // The block notes say who is insolvent, in litigation or strategic; the rules read them there.
      fill('Description', join(['Sperrvermerk', 'Notes'], ' | ')),
    ],
  },
  {
    tableId: 'debtors',
    object: 'Account',
    drop: [...NEVER, 'Type', 'Industry', 'AnnualRevenue', 'Description', 'CreatedDate', 'Site'],
    set: [
      fill('Name', join(['Name 1', 'Name 2'], ' '), [trim, { op: 'case', to: 'name' }]),
      fill('AccountNumber', column('Kunden-Nr.')),
      fill('BillingStreet', column('Straße / Street'), [trim, { op: 'case', to: 'name' }]),
      fill('BillingCity', column('Ort'), [trim, { op: 'case', to: 'name' }]),
      fill('LastModifiedDate', column('Letzte Rechnung'), [trim, yearFirst]),
    ],
  },
  {
    tableId: 'crm-contacts',
    object: 'Contact',
    drop: [...NEVER, 'ReportsToId', 'LeadSource'],
    set: [
      fill('AccountId', reference('Kd-Nr', 'crm-accounts')),
      fill(
        'HasOptedOutOfEmail',
        column('Newsletter'),
        [trim, { op: 'default', value: 'N' }],
        OPTED_OUT_UNLESS_CONSENT,
      ),
      fill('DoNotCall', column('Werbesperre'), [trim, { op: 'boolean' }]),
      fill('LastModifiedDate', column('Letzter Kontakt'), [trim, dayFirst]),
      fill('CreatedDate', column('Angelegt am'), [trim, dayFirst]),
      fill('Birthdate', column('Geburtstag'), [trim, dayFirst]),
    ],
  },
  {
    tableId: 'debtor-contacts',
    object: 'Contact',
    drop: [...NEVER, 'ReportsToId', 'CreatedDate'],
    set: [
      fill('AccountId', reference('Kunden-Nr.', 'debtors')),
      fill('LastName', column('Name'), [trim, { op: 'case', to: 'name' }]),
      fill('FirstName', column('Vorname'), [trim, { op: 'case', to: 'name' }]),
      fill('LastModifiedDate', column('Geändert am'), [trim, yearFirst]),
    ],
  },
  {
    tableId: 'sales-contacts',
    object: 'Contact',
    drop: [...NEVER, 'AccountId', 'ReportsToId', 'CreatedDate', 'Department', 'LeadSource'],
    set: [
      fill('LastName', column('Contact'), [trim, { op: 'nameLast' }, { op: 'case', to: 'name' }]),
      fill('FirstName', column('Contact'), [trim, { op: 'nameFirst' }, { op: 'case', to: 'name' }]),
      fill('Title', column('Role')),
      fill(
        'HasOptedOutOfEmail',
        column('Opt-in'),
        [trim, { op: 'default', value: 'no' }],
        OPTED_OUT_UNLESS_CONSENT,
      ),
      fill('LastModifiedDate', column('Last spoken'), [trim, yearFirst]),
      // The list names companies as people speak of them; which account is meant shows when contacts are merged.
      fill('Description', join(['Company', 'Comments'], ' | ')),
    ],
  },
  {
    tableId: 'crm-opportunities',
    object: 'Opportunity',
    drop: [...NEVER, 'ContactId', 'CampaignId', 'Pricebook2Id', 'ForecastCategoryName', 'Type', 'IsPrivate'],
    set: [
      fill('Name', column('Bezeichnung')),
      fill('AccountId', reference('Kd-Nr', 'crm-accounts')),
      fill('StageName', column('Phase')),
      fill('Amount', column('Betrag'), [trim, { op: 'number', decimal: ',' }]),
      fill('CloseDate', column('Erwarteter Abschluss'), [trim, dayFirst]),
      fill('CreatedDate', column('Angelegt am'), [trim, dayFirst]),
      fill('LastModifiedDate', column('Geändert am'), [trim, dayFirst]),
      fill('NextStep', column('Nächster Schritt')),
      fill('Description', column('Description')),
    ],
  },
];

/** Where values of the old systems go that the target's lists do not have; by field. */
export const PICKLIST_SCRIPT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Type: {
    Kunde: 'Customer - Direct',
    Customer: 'Customer - Direct',
    'A-Kunde': 'Customer - Direct',
    Ehemalig: 'Other',
    inaktiv: 'Other',
    Händler: 'Channel Partner / Reseller',
    Interessent: 'Prospect',
    Prospect: 'Prospect',
    Lead: 'Prospect',
    Test: 'Other',
  },
  Industry: {
    Maschinenbau: 'Machinery',
    MASCHINENBAU: 'Machinery',
    Anlagenbau: 'Machinery',
    Metall: 'Manufacturing',
    Metal: 'Manufacturing',
    Logistik: 'Transportation',
    Logistics: 'Transportation',
    Elektro: 'Electronics',
    Electrical: 'Electronics',
    Nahrung: 'Food & Beverage',
    Food: 'Food & Beverage',
    Chemie: 'Chemicals',
    Papier: 'Manufacturing',
    Paper: 'Manufacturing',
    Kunststoff: 'Manufacturing',
    Plastics: 'Manufacturing',
    Verpackung: 'Manufacturing',
    Packaging: 'Manufacturing',
    Plant: 'Machinery',
    Umwelt: 'Environmental',
    Sonstige: 'Other',
  },
  Salutation: { Herr: 'Mr.', Mr: 'Mr.', Frau: 'Ms.', Ms: 'Ms.', Mrs: 'Mrs.' },
  StageName: {
    Offen: 'Prospecting',
    Qualifizierung: 'Qualification',
    Erstgespräch: 'Prospecting',
    Angebot: 'Proposal/Price Quote',
    'Angebot erstellt': 'Proposal/Price Quote',
    Proposal: 'Proposal/Price Quote',
    Verhandlung: 'Negotiation/Review',
    Negotiation: 'Negotiation/Review',
    Gewonnen: 'Closed Won',
    Auftrag: 'Closed Won',
    Verloren: 'Closed Lost',
    Absage: 'Closed Lost',
    Ruht: 'Needs Analysis',
    'On hold': 'Needs Analysis',
  },
  LeadSource: {
    Messe: 'Other',
    Empfehlung: 'Partner Referral',
    Kaltakquise: 'Other',
    Bestandskunde: 'Other',
    Telefon: 'Phone Inquiry',
  },
};

/** What is written where the script names nothing and Winnow suggests nothing: the list's own word for the rest. */
export const PICKLIST_REST: Readonly<Record<string, string>> = {
  Industry: 'Other',
  Type: 'Other',
  LeadSource: 'Other',
};
