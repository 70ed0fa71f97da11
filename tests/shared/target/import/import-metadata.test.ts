import type { Result } from '@shared/base/result';
import { builtInTarget, completeTarget, objectNamed } from '@shared/target/catalogue';
import { csvTemplate } from '@shared/target/import/csv-template';
import { importMetadata } from '@shared/target/import/import-metadata';
import type { ImportedProfile } from '@shared/target/import/types';
import { profileText } from '@shared/target/profile-file';
import type { TargetField, TargetSystem } from '@shared/target/types';
import { describe, expect, it } from 'vitest';
import {
  DATAVERSE,
  DATAVERSE_OPTIONS,
  DESCRIBE,
  FIELD_XML,
  HUBSPOT,
  OBJECT_XML,
  VALUE_SET_XML,
  ZOHO,
} from './samples';

function imported(
  files: Readonly<Record<string, unknown>>,
  current: TargetSystem | null = null,
): Result<ImportedProfile> {
  const texts = Object.entries(files).map(([name, content]) => ({
    name,
    text: typeof content === 'string' ? content : JSON.stringify(content),
  }));
  return importMetadata(texts, builtInTarget, current);
}

function read(
  files: Readonly<Record<string, unknown>>,
  current: TargetSystem | null = null,
): ImportedProfile {
  const result = imported(files, current);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function errorOf(files: Readonly<Record<string, unknown>>, current: TargetSystem | null = null) {
  const result = imported(files, current);
  if (result.ok) throw new Error('was accepted');
  return result.error;
}

function fieldOf(profile: ImportedProfile, object: string, api: string): TargetField | undefined {
  return objectNamed(profile.system, object)?.fields.find((field) => field.api === api);
}

const namesOf = (profile: ImportedProfile, object: string) =>
  objectNamed(profile.system, object)?.fields.map((field) => field.api);

describe('a Salesforce describe result', () => {
  const profile = read({ 'account.json': DESCRIBE });

  it('replaces the fields of its object and leaves the others, the dialect and the loaders', () => {
    expect(profile.format).toBe('Salesforce describe');
    expect(namesOf(profile, 'Account')).toEqual([
      'Legacy_Id__c',
      'Name',
      'ParentId',
      'Industry',
      'BillingStateCode',
      'Tier__c',
      'Active__c',
      'Broker__c',
      'Handler__c',
      'Territory__c',
    ]);
    const builtIn = builtInTarget('salesforce')!;
    expect(profile.system.file).toEqual(builtIn.file);
    expect(profile.system.loaders).toEqual(builtIn.loaders);
    expect(namesOf(profile, 'Contact')?.length).toBeGreaterThan(40);
    expect(objectNamed(profile.system, 'Account')?.label).toBe('Customer');
  });

  it('says types, sizes, duties and values as the organisation has them', () => {
    expect(fieldOf(profile, 'Account', 'Name')).toMatchObject({ required: true, maxLength: 255 });
    expect(fieldOf(profile, 'Account', 'Tier__c')).toMatchObject({
      type: 'number',
      precision: 4,
      scale: 1,
      required: true,
      maxLength: null,
    });
    expect(fieldOf(profile, 'Account', 'Industry')).toMatchObject({
      picklist: ['Machinery', 'Retail'],
      optionLabels: ['Maschinenbau', 'Handel'],
      defaultValue: 'Machinery',
      restricted: true,
    });
    expect(fieldOf(profile, 'Account', 'Active__c')).toMatchObject({ type: 'boolean', required: false });
  });

  it('gives links the header by which the loader finds the parent', () => {
    expect(fieldOf(profile, 'Account', 'ParentId')?.references).toEqual({
      objects: ['Account'],
      header: 'Parent.Legacy_Id__c',
      self: true,
    });
    expect(fieldOf(profile, 'Account', 'Broker__c')?.references).toEqual({
      objects: ['Contact'],
      header: 'Broker__r.Legacy_Id__c',
      self: false,
    });
    expect(fieldOf(profile, 'Account', 'Handler__c')?.references?.header).toBe('Handler__r.Email');
    expect(fieldOf(profile, 'Account', 'Territory__c')).toMatchObject({ type: 'id', references: null });
  });

  it('keeps what no description tells: address groups and header words', () => {
    expect(fieldOf(profile, 'Account', 'BillingStateCode')?.group).toBe('BillingAddress');
    const complete = completeTarget(profile.system);
    expect(
      objectNamed(complete, 'Account')?.fields.find((field) => field.api === 'Name')?.synonyms,
    ).toContain('Firma');
  });

  it('says what was not understood, and that the legacy key has to be made', () => {
    expect(profile.notes).toEqual([
      'Account: left out because Winnow cannot load this kind of field: Blob__c (anyType).',
      'Account has no field “Legacy_Id__c” yet: the implementer must create it (text, unique) before the load.',
    ]);
  });

  it.each<[string, unknown]>([
    ['a list', [DESCRIBE]],
    ['what the command line tool answers', { status: 0, result: DESCRIBE }],
    ['several objects under one name', { sobjects: [DESCRIBE] }],
  ])('is understood as %s', (_what, json) => {
    expect(read({ 'x.json': json }).system).toEqual(profile.system);
  });

  it('of an object nobody knew adds it behind the others, with a legacy key', () => {
    const more = read({ 'site.json': { ...DESCRIBE, name: 'Site__c', label: 'Site', labelPlural: 'Sites' } });
    expect(more.system.objects.at(-1)).toMatchObject({
      name: 'Site__c',
      labelPlural: 'Sites',
      fileStem: 'Site__c',
      loadOrder: 12,
      legacyKeyField: 'Legacy_Id__c',
    });
    expect(namesOf(more, 'Site__c')?.[0]).toBe('Legacy_Id__c');
    expect(more.notes).toContain('Site__c is not in the built-in catalogue; it is loaded last.');
  });
});

describe('Salesforce metadata files', () => {
  it('of a field adds or changes that field only', () => {
    const profile = read({
      'force-app/main/default/objects/Account/fields/Segment__c.field-meta.xml': FIELD_XML,
    });
    expect(profile.format).toBe('Salesforce metadata');
    expect(fieldOf(profile, 'Account', 'Segment__c')).toMatchObject({
      label: 'Segment',
      type: 'picklist',
      required: true,
      picklist: ['A', 'B'],
      optionLabels: ['Key account', 'Standard'],
      defaultValue: 'A',
      restricted: true,
      note: 'Who looks after them & how',
    });
    expect(namesOf(profile, 'Account')?.length).toBe(
      builtInTarget('salesforce')!.objects[0]!.fields.filter((field) => !field.working).length + 1,
    );
  });

  it('of an object add it with its links, its shared value sets and without what Salesforce computes', () => {
    const profile = read({
      'objects/Site__c/Site__c.object-meta.xml': OBJECT_XML,
      'globalValueSets/SiteKinds.globalValueSet-meta.xml': VALUE_SET_XML,
    });
    expect(namesOf(profile, 'Site__c')).toEqual(['Legacy_Id__c', 'Account__c', 'Area__c', 'Kind__c', 'Name']);
    expect(fieldOf(profile, 'Site__c', 'Account__c')).toMatchObject({
      required: true,
      references: { objects: ['Account'], header: 'Account__r.Legacy_Id__c', self: false },
    });
    expect(fieldOf(profile, 'Site__c', 'Area__c')).toMatchObject({ precision: 10, scale: 2 });
    expect(fieldOf(profile, 'Site__c', 'Kind__c')?.picklist).toEqual(['Office', 'Plant']);
    expect(fieldOf(profile, 'Site__c', 'Name')).toMatchObject({
      label: 'Site name',
      required: true,
      maxLength: 80,
    });
  });

  it('that name a standard field without its type keep the type that is built in', () => {
    const xml = OBJECT_XML.replace(
      /<fields>.*<\/fields>/gs,
      '<fields><fullName>Industry</fullName></fields>',
    );
    const profile = read({ 'objects/Account/Account.object-meta.xml': xml });
    expect(fieldOf(profile, 'Account', 'Industry')?.picklist).toHaveLength(32);
  });

  it('say which value set is missing, and which file has no object', () => {
    expect(read({ 'objects/Site__c.object': OBJECT_XML }).notes).toContain(
      'Site__c.Kind__c uses the global value set SiteKinds, which is not among the files; its list is open.',
    );
    expect(
      read({ 'Segment__c.field-meta.xml': FIELD_XML, 'objects/Site__c.object': OBJECT_XML }).notes[0],
    ).toContain('keep it in a folder of its object');
  });
});

describe('HubSpot properties', () => {
  it('belong to the object the file is named after, or with which they share most names', () => {
    expect(namesOf(read({ 'companies.json': HUBSPOT }), 'companies')).toContain('erp_number');
    const profile = read({ 'properties.json': HUBSPOT });
    expect(namesOf(profile, 'contacts')).toEqual([
      'legacy_id',
      'email',
      'firstname',
      'lastname',
      'mobilephone',
      'lifecyclestage',
      'company_association',
      'topics',
      'vip',
      'birth',
      'erp_number',
    ]);
    expect(errorOf({ 'p.json': { results: HUBSPOT.results.slice(8, 9) } }).code).toBe('METADATA_OBJECT');
  });

  it('keep values, labels, kinds of fields and the one-of rule', () => {
    const profile = read({ 'contacts.json': HUBSPOT });
    expect(fieldOf(profile, 'contacts', 'lifecyclestage')).toMatchObject({
      type: 'picklist',
      picklist: ['lead', '1234'],
      optionLabels: ['Lead', 'Trial'],
      restricted: true,
    });
    expect(fieldOf(profile, 'contacts', 'vip')).toMatchObject({ type: 'boolean', picklist: [] });
    expect(fieldOf(profile, 'contacts', 'topics')?.type).toBe('multiselect');
    expect(fieldOf(profile, 'contacts', 'mobilephone')?.type).toBe('phone');
    expect(fieldOf(profile, 'contacts', 'erp_number')?.unique).toBe(true);
    expect(fieldOf(profile, 'contacts', 'email')).toMatchObject({
      type: 'email',
      requiredGroup: 'email|firstname|lastname',
    });
    expect(profile.notes[0]).toContain('where (object_coordinates)');
  });
});

describe('Dataverse metadata', () => {
  it('says columns by label, options by label, and leaves out what the system fills in', () => {
    const profile = read({ 'account.json': DATAVERSE, 'options.json': DATAVERSE_OPTIONS });
    expect(namesOf(profile, 'account')).toEqual([
      'new_legacyid',
      'name',
      'revenue',
      'emailaddress1',
      'statecode',
      'parentaccountid',
      'nordpol_tier',
      'nordpol_founded',
    ]);
    expect(objectNamed(profile.system, 'account')).toMatchObject({ label: 'Firma', labelPlural: 'Firmen' });
    expect(fieldOf(profile, 'account', 'name')).toMatchObject({
      label: 'Firmenname',
      maxLength: 120,
      required: true,
    });
    expect(fieldOf(profile, 'account', 'emailaddress1')?.type).toBe('email');
    expect(fieldOf(profile, 'account', 'nordpol_tier')?.picklist).toEqual(['Gold', 'Silber']);
    expect(fieldOf(profile, 'account', 'nordpol_founded')?.type).toBe('date');
    expect(fieldOf(profile, 'account', 'revenue')).toMatchObject({
      type: 'currency',
      precision: 17,
      scale: 2,
    });
    // No options in this answer: the built-in list stays.
    expect(fieldOf(profile, 'account', 'statecode')).toMatchObject({
      required: false,
      picklist: ['Active', 'Inactive'],
    });
    expect(fieldOf(profile, 'account', 'parentaccountid')?.references).toEqual({
      objects: ['account'],
      header: 'Parent Account',
      self: true,
    });
    expect(profile.notes[0]).toContain('nordpol_logo (Image)');
  });

  it('comes in any order of files', () => {
    const one = read({ 'a.json': DATAVERSE, 'b.json': DATAVERSE_OPTIONS });
    const other = read({ 'a.json': DATAVERSE_OPTIONS, 'b.json': DATAVERSE });
    expect(fieldOf(other, 'account', 'nordpol_tier')?.picklist).toEqual(
      fieldOf(one, 'account', 'nordpol_tier')?.picklist,
    );
  });
});

describe('Zoho fields', () => {
  it('belong to their module; links go by the external id', () => {
    const profile = read({ 'Contacts.json': ZOHO });
    expect(fieldOf(profile, 'Contacts', 'Last_Name')).toMatchObject({
      required: true,
      maxLength: 80,
      unique: false,
    });
    expect(fieldOf(profile, 'Contacts', 'Email')?.unique).toBe(true);
    expect(fieldOf(profile, 'Contacts', 'Lead_Source')).toMatchObject({
      picklist: ['Trade Show'],
      optionLabels: ['Messe'],
      maxLength: null,
    });
    expect(fieldOf(profile, 'Contacts', 'Account_Name')?.references).toEqual({
      objects: ['Accounts'],
      header: 'Account_Name.External_ID',
      self: false,
    });
    expect(fieldOf(profile, 'Contacts', 'Owner')?.references?.objects).toEqual(['users']);
    expect(fieldOf(profile, 'Contacts', 'Bonus')).toMatchObject({
      type: 'currency',
      precision: 16,
      scale: 2,
    });
    expect(profile.notes[0]).toContain('Mood (hologram)');
    expect(profile.notes[0]).not.toContain('Total');
  });
});

describe('a table of fields', () => {
  it('that Winnow wrote itself gives the profile back', () => {
    const generic = builtInTarget('generic')!;
    const profile = read({ 'fields.csv': csvTemplate(generic) }, generic);
    const facts = (system: TargetSystem) =>
      system.objects.map((object) => [
        object.name,
        object.fields
          .filter((field) => !field.working)
          .map(({ api, label, type, maxLength, required, picklist, references }) => ({
            ...{ api, label, type, maxLength, required, picklist, references },
          })),
      ]);
    expect(facts(profile.system)).toEqual(facts(generic));
    expect(profile.notes).toEqual([]);
  });

  it('is read under other names of its columns, and says which rows it could not read', () => {
    const csv = [
      'Table;API Name;Display Name;Data type;Max length;Mandatory;Options',
      'ship;imo;IMO number;varchar;7;yes;',
      'ship;flag;Flag;;;;DE|NL|PA',
      'ship;crew;Crew;crowd;many;;',
      ';nobody;;;;;',
    ].join('\n');
    const profile = read({ 'ships.csv': csv }, builtInTarget('generic'));
    expect(objectNamed(profile.system, 'ship')?.fields.map(({ api, type }) => [api, type])).toEqual([
      ['legacy_id', 'text'],
      ['imo', 'text'],
      ['flag', 'picklist'],
      ['crew', 'text'],
    ]);
    expect(fieldOf(profile, 'ship', 'imo')).toMatchObject({
      required: true,
      maxLength: 7,
      label: 'IMO number',
    });
    expect(profile.notes).toEqual([
      'Row 4: the type “crowd” is not known; the field is read as text.',
      'Row 4: “many” is not a number for length.',
      'Row 5 names no object or no field and was left out.',
      'ship has no field “legacy_id” yet: the implementer must create it (text, unique) before the load.',
      'ship is not in the built-in catalogue; it is loaded last.',
    ]);
  });

  it('without the columns it needs is refused', () => {
    expect(errorOf({ 'a.csv': 'name,city\nA,B\n' }).code).toBe('METADATA_COLUMNS');
  });
});

describe('files together', () => {
  it('a saved profile comes alone', () => {
    const text = profileText(builtInTarget('zoho')!);
    expect(read({ 'profile.json': text }).system.system).toBe('zoho');
    expect(errorOf({ 'profile.json': text, 'a.json': DESCRIBE }).code).toBe('METADATA_MIXED');
  });

  it('must be of one system', () => {
    expect(errorOf({ 'a.json': DESCRIBE, 'contacts.json': HUBSPOT })).toMatchObject({
      code: 'METADATA_MIXED',
      message: 'These files describe different systems (salesforce, hubspot). Import one system at a time.',
    });
  });

  it('that are no metadata are said to be so, and do not stop the others', () => {
    expect(errorOf({ 'a.json': '{' })).toMatchObject({ code: 'METADATA_UNKNOWN' });
    expect(errorOf({ 'a.xml': '<html><body/></html>' }).message).toContain('its first element is “html”');
    expect(errorOf({ 'a.xml': '<CustomField><a></CustomField>' }).message).toContain('not well-formed');
    expect(errorOf({}).code).toBe('METADATA_EMPTY');
    const profile = read({ 'a.json': DESCRIBE, 'readme.json': { hello: 1 } });
    expect(profile.notes[0]).toContain(
      'readme.json is not metadata Winnow knows: it is JSON of another kind',
    );
  });

  it('are laid over the profile in use when that is of the same system', () => {
    const first = read({ 'objects/Account/fields/Segment__c.field-meta.xml': FIELD_XML });
    const second = read({ 'objects/Site__c.object': OBJECT_XML }, first.system);
    expect(namesOf(second, 'Account')).toContain('Segment__c');
    expect(namesOf(second, 'Site__c')).toContain('Area__c');
  });
});
