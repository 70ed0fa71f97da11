import { unwrap } from '@shared/base/result';
import { builtInTarget, fieldNamed, objectNamed } from '@shared/target/catalogue';
import { dataverseTables } from '@shared/target/import/dataverse-answers';
import { importMetadata } from '@shared/target/import/import-metadata';
import { readMetadataFiles } from '@shared/target/import/read-files';
import type { ImportedProfile } from '@shared/target/import/types';
import type { TargetField } from '@shared/target/types';
import { describe, expect, it } from 'vitest';

/** Shapes that exports of organisations have and the documentation of a format does not dwell on. */

function read(files: Readonly<Record<string, string | object>>): ImportedProfile {
  const given = Object.entries(files).map(([name, content]) => ({
    name,
    text: typeof content === 'string' ? content : JSON.stringify(content),
  }));
  return unwrap(importMetadata(given, builtInTarget, null));
}

function field(profile: ImportedProfile, object: string, api: string): TargetField | null {
  const found = objectNamed(profile.system, object);
  return found && fieldNamed(found, api);
}

describe('a retrieve of a Salesforce organisation', () => {
  const valueSet = (values: string): string =>
    `<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata"><sorted>false</sorted>${values}</StandardValueSet>`;
  const value = (name: string, label: string): string =>
    `<standardValue><fullName>${name}</fullName><default>false</default><label>${label}</label></standardValue>`;
  const custom = (api: string, rest: string): string =>
    `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${api}</fullName>${rest}</CustomField>`;

  it('keeps the lists of standard fields apart from them, one list for several fields', () => {
    const profile = read({
      'standardValueSets/Industry.standardValueSet-meta.xml': valueSet(
        value('Shipyards', 'Werften') + value('Ports', 'Häfen'),
      ),
      'objects/Account/fields/Industry.field-meta.xml': custom(
        'Industry',
        '<trackFeedHistory>false</trackFeedHistory><type>Picklist</type>',
      ),
    });
    for (const object of ['Account', 'Lead'])
      expect(field(profile, object, 'Industry')).toMatchObject({
        type: 'picklist',
        label: 'Industry',
        picklist: ['Shipyards', 'Ports'],
        optionLabels: ['Werften', 'Häfen'],
      });
    expect(field(profile, 'Account', 'Rating')?.picklist).toEqual(
      field({ ...profile, system: builtInTarget('salesforce')! }, 'Account', 'Rating')?.picklist,
    );
  });

  it('takes no list of the organisation for a standard one of its name', () => {
    const profile = read({
      'globalValueSets/Industry.globalValueSet-meta.xml': `<GlobalValueSet xmlns="http://soap.sforce.com/2006/04/metadata"><masterLabel>Industry</masterLabel><customValue><fullName>Own</fullName><default>false</default><label>Own</label></customValue><sorted>false</sorted></GlobalValueSet>`,
      'standardValueSets/Industry.standardValueSet-meta.xml': valueSet(value('Ports', 'Häfen')),
      'objects/Account/fields/Sector__c.field-meta.xml': custom(
        'Sector__c',
        '<label>Sector</label><type>Picklist</type><valueSet><valueSetName>Industry</valueSetName></valueSet>',
      ),
    });
    expect(field(profile, 'Account', 'Industry')?.picklist).toEqual(['Ports']);
    expect(field(profile, 'Account', 'Sector__c')?.picklist).toEqual(['Own']);
  });

  it('keeps the fields tasks and events share in an object that is neither', () => {
    const profile = read({
      'objects/Activity/fields/Outcome__c.field-meta.xml': custom(
        'Outcome__c',
        '<label>Outcome</label><length>80</length><type>Text</type>',
      ),
    });
    expect(objectNamed(profile.system, 'Activity')).toBeNull();
    for (const object of ['Task', 'Event']) expect(field(profile, object, 'Outcome__c')?.maxLength).toBe(80);
  });

  it('holds settings and events beside the objects people load', () => {
    const object = (rest: string): string => `<CustomObject>${rest}</CustomObject>`;
    const text =
      '<fields><fullName>Key__c</fullName><label>Key</label><length>9</length><type>Text</type></fields>';
    const profile = read({
      'objects/Route__mdt.object': object(text),
      'objects/Order_Sent__e.object': object(text),
      'objects/Limits__c.object': object(`<customSettingsType>List</customSettingsType>${text}`),
      'objects/Vessel__c.object': object(`<label>Vessel</label>${text}`),
    });
    expect(profile.system.objects.map(({ name }) => name)).toContain('Vessel__c');
    expect(profile.system.objects.filter(({ name }) => /__mdt|__e$|Limits/.test(name))).toEqual([]);
    expect(profile.notes).toContain(
      'Left out because no loader fills them: Route__mdt, Order_Sent__e, Limits__c (settings, events, histories).',
    );
  });
});

describe('describe results of a whole Salesforce organisation', () => {
  const described = (name: string, rest: object = {}) => ({
    name,
    label: name,
    labelPlural: name,
    createable: true,
    fields: [{ name: 'Name', label: 'Name', type: 'string', length: 80, nillable: false, createable: true }],
    ...rest,
  });

  it('are read but for what cannot be created', () => {
    const profile = read({
      'all.json': [
        described('Account'),
        described('AccountHistory', { createable: false }),
        described('Route__mdt'),
        described('Limits__c', { customSetting: true }),
      ],
    });
    expect(profile.system.objects.map(({ name }) => name)).not.toContain('AccountHistory');
    expect(profile.notes.find((note) => note.startsWith('Left out'))).toBe(
      'Left out because no loader fills them: AccountHistory, Route__mdt, Limits__c (settings, events, histories).',
    );
  });

  it('are read as a shell of Windows writes them: UTF-16 with a byte order mark', async () => {
    const text = JSON.stringify({ status: 0, result: described('Account', { label: 'Geschäftskonto' }) });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const files = unwrap(
      await readMetadataFiles([{ name: 'account.json', file: new Blob([new Uint8Array(wide)]) }]),
    );
    const profile = unwrap(importMetadata(files, builtInTarget, null));
    expect(objectNamed(profile.system, 'Account')?.label).toBe('Geschäftskonto');
  });
});

describe('HubSpot properties', () => {
  const owner = {
    name: 'hubspot_owner_id',
    label: 'Contact owner',
    type: 'enumeration',
    fieldType: 'select',
    options: [],
    externalOptions: true,
    referencedObjectType: 'OWNER',
  };
  const email = { name: 'email', label: 'Email', type: 'string', fieldType: 'text', options: [] };

  it('that name owners stay links to them', () => {
    const profile = read({
      'contacts.json': { results: [email, owner, { ...owner, name: 'partner_owner' }] },
    });
    expect(field(profile, 'contacts', 'hubspot_owner_id')).toMatchObject({
      type: 'lookup',
      references: { objects: ['owner'], header: 'Contact owner' },
    });
    expect(field(profile, 'contacts', 'partner_owner')?.references?.objects).toEqual(['owner']);
  });

  it('come in groups in older answers', () => {
    const profile = read({
      'contacts.json': [
        { name: 'contactinformation', displayName: 'Contact information', properties: [email] },
        { name: 'sales', properties: [owner] },
      ],
    });
    expect(field(profile, 'contacts', 'hubspot_owner_id')?.type).toBe('lookup');
  });
});

describe('Dataverse answers', () => {
  const label = (text: string) => ({
    LocalizedLabels: [{ Label: text, LanguageCode: 1031 }],
    UserLocalizedLabel: null,
  });
  const context = (path: string) => `https://org.crm4.example/api/data/v9.2/$metadata#${path}`;
  const columns = {
    '@odata.context': context("EntityDefinitions('account')/Attributes"),
    value: [
      {
        '@odata.type': '#Microsoft.Dynamics.CRM.StringAttributeMetadata',
        LogicalName: 'name',
        DisplayName: label('Firmenname'),
        RequiredLevel: { Value: 'ApplicationRequired' },
        IsValidForCreate: true,
        MaxLength: 120,
      },
      {
        '@odata.type': '#Microsoft.Dynamics.CRM.MultiSelectPicklistAttributeMetadata',
        LogicalName: 'new_regions',
        AttributeType: 'Virtual',
        DisplayName: label('Regionen'),
        IsValidForCreate: true,
      },
      {
        LogicalName: 'primarycontactid',
        AttributeType: 'Lookup',
        DisplayName: label('Kontakt'),
        IsValidForCreate: true,
      },
    ],
  };
  const options = {
    '@odata.context': context(
      "EntityDefinitions('account')/Attributes/Microsoft.Dynamics.CRM.MultiSelectPicklistAttributeMetadata(LogicalName,OptionSet())",
    ),
    value: [
      {
        LogicalName: 'new_regions',
        MetadataId: '118771ca-6fb9-4f60-8fd4-99b6124b63ad',
        OptionSet: {
          Options: [
            { Value: 1, Label: label('Nord') },
            { Value: 2, IsHidden: true, Label: label('Alt') },
            { Value: 3, Label: label('Süd') },
          ],
        },
      },
    ],
  };

  it.each([
    ['before', { 'a.json': columns, 'b.json': options }],
    ['after', { 'a.json': options, 'b.json': columns }],
  ])(
    'name their table and kind in their address; options come with or without the columns: %s',
    (_, files) => {
      const profile = read(files);
      expect(field(profile, 'account', 'name')).toMatchObject({
        label: 'Firmenname',
        required: true,
        maxLength: 120,
      });
      expect(field(profile, 'account', 'new_regions')).toMatchObject({
        type: 'multiselect',
        label: 'Regionen',
        picklist: ['Nord', 'Süd'],
      });
      // The answer does not say what it points to: what is known stays.
      expect(field(profile, 'account', 'primarycontactid')?.references?.objects).toEqual(['contact']);
    },
  );

  it('of one kind of column leave the others of their table as they are', () => {
    const before = objectNamed(builtInTarget('dynamics365')!, 'account')!;
    const profile = read({ 'b.json': options });
    const now = objectNamed(profile.system, 'account')!;
    const known = before.fields.filter(({ working }) => !working).map(({ api }) => api);
    expect(now.fields.map(({ api }) => api)).toEqual(expect.arrayContaining(known));
    expect(field(profile, 'account', 'name')?.required).toBe(
      before.fields.find(({ api }) => api === 'name')?.required,
    );
  });

  it('that name their table by an id belong to the table the file is named after', () => {
    const unnamed = { ...options, '@odata.context': context('EntityDefinitions(70816501-edb9)/Attributes') };
    expect(dataverseTables(unnamed)?.map(({ name }) => name)).toEqual([null]);
    expect(field(read({ 'contact.json': unnamed }), 'contact', 'new_regions')).toBeNull();
    const kinds = {
      ...unnamed,
      value: unnamed.value.map((item) => ({ ...item, AttributeType: 'Picklist' })),
    };
    expect(field(read({ 'contact.json': kinds }), 'contact', 'new_regions')?.picklist).toEqual([
      'Nord',
      'Süd',
    ]);
    expect(
      importMetadata([{ name: 'x.json', text: JSON.stringify(unnamed) }], builtInTarget, null),
    ).toMatchObject({
      ok: false,
      error: { code: 'METADATA_OBJECT' },
    });
  });
});

describe('Zoho fields', () => {
  it('that nobody can write through the interface are left out', () => {
    const base = { data_type: 'text', length: 120, read_only: false };
    const profile = read({
      'Contacts.json': {
        fields: [
          { ...base, api_name: 'Last_Name', operation_type: { api_create: true, web_create: true } },
          {
            ...base,
            api_name: 'Created_By',
            data_type: 'ownerlookup',
            operation_type: { api_create: false, api_update: false },
          },
        ],
      },
    });
    expect(field(profile, 'Contacts', 'Last_Name')).not.toBeNull();
    expect(field(profile, 'Contacts', 'Created_By')).toBeNull();
  });
});

describe('a default value', () => {
  const listless = {
    api_name: 'Lead_Status',
    data_type: 'picklist',
    pick_list_values: [],
    read_only: false,
  };
  const listed = (...values: readonly string[]) => ({
    ...listless,
    pick_list_values: values.map((display_value) => ({ display_value })),
  });
  const zoho = (...fields: readonly object[]): TargetField | null =>
    field(
      read(Object.fromEntries(fields.map((one, at) => [`${at}/Leads.json`, { fields: [one] }]))),
      'Leads',
      'Lead_Status',
    );

  it('goes where the list that is laid over the field does not have it', () => {
    const described = {
      name: 'Account',
      fields: [
        {
          name: 'Industry',
          label: 'Industry',
          type: 'picklist',
          nillable: true,
          createable: true,
          picklistValues: [
            { value: 'Ports', label: 'Häfen', active: true },
            { value: 'Ships', label: 'Werften', active: true, defaultValue: true },
          ],
        },
      ],
    };
    const values = read({
      'account.json': described,
      'standardValueSets/Industry.standardValueSet-meta.xml':
        '<StandardValueSet><standardValue><fullName>Ports</fullName><label>Ports</label></standardValue></StandardValueSet>',
    });
    const found = field(values, 'Account', 'Industry');
    expect(found?.picklist).toEqual(['Ports']);
    expect(found).not.toHaveProperty('defaultValue');
    expect(found).not.toHaveProperty('optionLabels');
  });

  it('goes where the field comes without its list and the known list does not have it', () => {
    expect(zoho({ ...listless, default_value: 'Carrier pigeon' })).not.toHaveProperty('defaultValue');
    expect(zoho(listed('Fair', 'Web'), { ...listless, default_value: 'Gone' })).toMatchObject({
      picklist: ['Fair', 'Web'],
    });
    expect(zoho(listed('Fair', 'Web'), { ...listless, default_value: 'Gone' })).not.toHaveProperty(
      'defaultValue',
    );
  });

  it('stays where the known list has it, and is that of the known list where the field names none', () => {
    expect(zoho({ ...listed('Fair', 'Web'), default_value: 'Web' }, listless)?.defaultValue).toBe('Web');
    expect(
      zoho({ ...listed('Fair', 'Web'), default_value: 'Web' }, { ...listless, default_value: 'Fair' })
        ?.defaultValue,
    ).toBe('Fair');
  });
});
