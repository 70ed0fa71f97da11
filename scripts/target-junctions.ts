/**
 * Objects that tie two others together, which the fact files do not describe, in the same shape. Sources: Salesforce Object
 * Reference, AccountContactRelation ("Contacts to Multiple Accounts"); Dataverse table reference, connection; HubSpot
 * Knowledge Base, "Import and update associations": a file with the keys of both objects and, on paid plans, a label.
 */

interface JunctionField {
  readonly api: string;
  readonly label: string;
  readonly type: string;
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly picklist?: string[];
  readonly note?: string;
  readonly references?: { readonly objects: string[]; readonly header: string; readonly by: string[] };
}

export interface JunctionObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly loadOrder: number;
  readonly fields: JunctionField[];
}

const link = (
  api: string,
  label: string,
  objects: string[],
  header: string,
  required = true,
): JunctionField => ({
  api,
  label,
  type: 'lookup',
  required,
  references: { objects, header, by: ['legacy key'] },
});

const hubspotPair = (
  loadOrder: number,
  [from, fromLabel, fromPlural]: readonly [string, string, string],
  [to, toLabel, toPlural]: readonly [string, string, string],
): JunctionObject => ({
  name: `${from}_to_${to}`,
  label: `${fromLabel}–${toLabel} association`,
  labelPlural: `${fromPlural}–${toPlural} associations`,
  loadOrder,
  fields: [
    {
      api: 'legacy_id',
      label: 'Legacy ID',
      type: 'text',
      note: 'Of the row itself: choose “Don’t import column” for it. The two keys make the association.',
    },
    link(`${from}_association`, fromLabel, [from], `${fromLabel}: Legacy ID`),
    link(`${to}_association`, toLabel, [to], `${toLabel}: Legacy ID`),
    {
      api: 'association_label',
      label: 'Association label',
      type: 'text',
      note: 'A label of the account (Professional or higher); empty = associated without a label.',
    },
  ],
});

const CONTACT = ['contacts', 'Contact', 'Contacts'] as const;

export const JUNCTIONS: Readonly<Record<string, readonly JunctionObject[]>> = {
  salesforce: [
    {
      name: 'AccountContactRelation',
      label: 'Account Contact Relationship',
      labelPlural: 'Account Contact Relationships',
      loadOrder: 11,
      fields: [
        link('AccountId', 'Account ID', ['Account'], 'Account.Legacy_Id__c'),
        link('ContactId', 'Contact ID', ['Contact'], 'Contact.Legacy_Id__c'),
        {
          api: 'Roles',
          label: 'Roles',
          type: 'multiselect',
          maxLength: 4099,
          picklist: [
            'Business User',
            'Decision Maker',
            'Economic Buyer',
            'Economic Decision Maker',
            'Evaluator',
            'Executive Sponsor',
            'Influencer',
            'Technical Buyer',
            'Other',
          ],
        },
        { api: 'IsActive', label: 'Active', type: 'boolean' },
        { api: 'StartDate', label: 'Start Date', type: 'date' },
        {
          api: 'EndDate',
          label: 'End Date',
          type: 'date',
          note: 'Needs “Contacts to Multiple Accounts”. The relation to a contact’s own account comes by itself: leave it out.',
        },
      ],
    },
  ],
  hubspot: [
    hubspotPair(5, CONTACT, ['companies', 'Company', 'Companies']),
    hubspotPair(6, ['deals', 'Deal', 'Deals'], CONTACT),
  ],
  dynamics365: [
    {
      name: 'connection',
      label: 'Connection',
      labelPlural: 'Connections',
      loadOrder: 7,
      fields: [
        link(
          'record1id',
          'Connected From',
          ['account', 'contact', 'lead', 'opportunity', 'incident'],
          'Connected From',
        ),
        link(
          'record2id',
          'Connected To',
          ['account', 'contact', 'lead', 'opportunity', 'incident'],
          'Connected To',
        ),
        { api: 'effectivestart', label: 'Starting', type: 'date' },
        { api: 'effectiveend', label: 'Ending', type: 'date' },
        { api: 'description', label: 'Description', type: 'textarea', maxLength: 2000 },
      ],
    },
  ],
  generic: [
    {
      name: 'affiliation',
      label: 'Affiliation',
      labelPlural: 'Affiliations',
      loadOrder: 5,
      fields: [
        link('organization_legacy_id', 'Organization legacy id', ['organization'], 'organization_legacy_id'),
        link('person_legacy_id', 'Person legacy id', ['person'], 'person_legacy_id'),
        { api: 'role', label: 'Role', type: 'text' },
        { api: 'valid_from', label: 'Valid from', type: 'date' },
        { api: 'valid_to', label: 'Valid to', type: 'date' },
      ],
    },
  ],
};

/** Fields whose values together occur once, by `system.object`. */
export const UNIQUE_TOGETHER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'salesforce.AccountContactRelation': [['AccountId', 'ContactId']],
  'salesforce.CampaignMember': [
    ['CampaignId', 'ContactId'],
    ['CampaignId', 'LeadId'],
  ],
};
