import {
  BUILT_IN_SYSTEMS,
  builtInTarget,
  fieldNamed,
  objectNamed,
  parseTarget,
  pointsInside,
} from '@shared/target/catalogue';
import type { TargetField, TargetSystem } from '@shared/target/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function system(name: string): TargetSystem {
  const found = builtInTarget(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function field(target: string, object: string, api: string): TargetField {
  const found = objectNamed(system(target), object)?.fields.find((item) => item.api === api);
  if (!found) throw new Error(`no ${object}.${api}`);
  return found;
}

const ALL = BUILT_IN_SYSTEMS.map((item) => system(item.system));

describe('built-in catalogues', () => {
  it('holds six systems, with their objects in load order', () => {
    expect(BUILT_IN_SYSTEMS).toEqual([
      { system: 'salesforce', label: 'Salesforce (Sales Cloud)' },
      { system: 'hubspot', label: 'HubSpot CRM' },
      { system: 'dynamics365', label: 'Microsoft Dynamics 365 / Dataverse' },
      { system: 'zoho', label: 'Zoho CRM' },
      { system: 'pipedrive', label: 'Pipedrive' },
      { system: 'generic', label: 'Generic CSV (Frictionless) and vCard 4.0' },
    ]);
    expect(system('salesforce').objects.map((object) => object.name)).toEqual([
      'Account',
      'Contact',
      'Lead',
      'Campaign',
      'Opportunity',
      'OpportunityContactRole',
      'CampaignMember',
      'Case',
      'Task',
      'Event',
      'AccountContactRelation',
    ]);
    expect(system('hubspot').objects.map((object) => object.name)).toEqual([
      'companies',
      'contacts',
      'deals',
      'tickets',
      'contacts_to_companies',
      'deals_to_contacts',
    ]);
    expect(system('generic').objects.map((object) => object.name)).toEqual([
      'organization',
      'person',
      'opportunity',
      'activity',
      'affiliation',
    ]);
    expect(system('dynamics365').objects.map((object) => object.name)).toEqual([
      'account',
      'contact',
      'lead',
      'opportunity',
      'incident',
      'task',
      'connection',
    ]);
    expect(system('zoho').objects.map((object) => object.name)).toEqual([
      'Accounts',
      'Contacts',
      'Leads',
      'Deals',
      'Tasks',
    ]);
    expect(system('pipedrive').objects.map((object) => object.name)).toEqual([
      'organization',
      'person',
      'deal',
      'activity',
    ]);
    expect(builtInTarget('unknown')).toBeNull();
  });

  it('gives every object a unique legacy key field', () => {
    for (const target of ALL)
      for (const object of target.objects) {
        const key = fieldNamed(object, object.legacyKeyField);
        expect([target.system, object.name, key?.type, key?.unique]).toEqual([
          target.system,
          object.name,
          'text',
          true,
        ]);
      }
    expect(field('salesforce', 'OpportunityContactRole', 'Legacy_Id__c').maxLength).toBe(255);
  });

  it('knows lengths, required fields and picklists', () => {
    expect(field('salesforce', 'Contact', 'LastName')).toMatchObject({ required: true, maxLength: 80 });
    expect(field('salesforce', 'Opportunity', 'StageName').picklist).toContain('Closed Won');
    expect(field('salesforce', 'Opportunity', 'Amount')).toMatchObject({ precision: 18, scale: 2 });
    expect(field('salesforce', 'Account', 'AnnualRevenue')).toMatchObject({ precision: 18, scale: 0 });
    expect(field('salesforce', 'Account', 'Industry').picklist).toHaveLength(32);
    expect(field('salesforce', 'Account', 'Industry').restricted).toBe(false);
    expect(field('salesforce', 'Account', 'BillingCountryCode').picklist).toContain('KR');
    expect(field('hubspot', 'companies', 'industry')).toMatchObject({ restricted: true });
    expect(field('hubspot', 'companies', 'name').requiredGroup).toBe('name|domain');
    expect(field('hubspot', 'tickets', 'hs_pipeline_stage').picklist).toEqual([
      'New',
      'Waiting on contact',
      'Waiting on us',
      'Closed',
    ]);
  });

  it('references parents by legacy key, and says which references are to the object itself', () => {
    expect(field('salesforce', 'Contact', 'AccountId').references).toEqual({
      objects: ['Account'],
      header: 'Account.Legacy_Id__c',
      self: false,
    });
    expect(field('salesforce', 'Account', 'ParentId').references).toEqual({
      objects: ['Account'],
      header: 'Parent.Legacy_Id__c',
      self: true,
    });
    expect(field('salesforce', 'Task', 'WhoId').references?.header).toBe('Contact:Who.Legacy_Id__c');
    expect(field('salesforce', 'Task', 'WhoId').note).toContain('Lead:Who.Legacy_Id__c');
    expect(field('hubspot', 'contacts', 'company_association').references?.objects).toEqual(['companies']);
    expect(pointsInside(system('salesforce'), field('salesforce', 'Contact', 'AccountId'))).toBe(true);
    expect(pointsInside(system('salesforce'), field('salesforce', 'Contact', 'OwnerId'))).toBe(false);
  });

  it('writes one column per header: no two fields of an object share one', () => {
    for (const target of ALL)
      for (const object of target.objects) {
        const headers = object.fields.map(
          (item) => item.references?.header ?? (target.file.header === 'api' ? item.api : item.label),
        );
        expect([object.name, headers.length]).toEqual([object.name, new Set(headers).size]);
      }
  });

  it('keeps ids that the target gives out, and read-only fields, out of the load', () => {
    expect(objectNamed(system('salesforce'), 'Account')?.fields.some((item) => item.api === 'Id')).toBe(
      false,
    );
    expect(field('salesforce', 'Account', 'RecordTypeId').type).toBe('id');
  });

  it('groups the parts of an address so that they survive together', () => {
    const account = objectNamed(system('salesforce'), 'Account');
    const group = account?.fields.filter((item) => item.group === 'BillingAddress').map((item) => item.api);
    expect(group).toEqual([
      'BillingStreet',
      'BillingCity',
      'BillingState',
      'BillingPostalCode',
      'BillingCountry',
      'BillingLatitude',
      'BillingLongitude',
      'BillingCountryCode',
      'BillingStateCode',
    ]);
    expect(field('generic', 'person', 'city').group).toBe('Address');
  });

  it.each([
    [
      'salesforce',
      'Account',
      'Name',
      ['Firma', 'raison sociale', 'empresa', 'azienda', 'bedrijf', '会社名', '회사명'],
    ],
    [
      'salesforce',
      'Contact',
      'LastName',
      ['Nachname', 'nom', 'apellidos', 'cognome', 'achternaam', '姓', '성'],
    ],
    ['salesforce', 'Account', 'ShippingCity', ['Liefer Ort', 'livraison ville']],
    ['salesforce', 'Opportunity', 'CloseDate', ['Abschlussdatum', 'date de clôture', '完了予定日']],
    ['hubspot', 'contacts', 'zip', ['PLZ', 'code postal', 'cap', 'cep', '郵便番号', '우편번호']],
  ])('%s %s.%s is found by words of several languages', (target, object, api, words) => {
    expect(field(target, object, api).synonyms).toEqual(expect.arrayContaining(words));
  });

  it('does not offer the plain word "street" for an address that is not the usual one', () => {
    expect(field('salesforce', 'Account', 'BillingStreet').synonyms).toContain('street');
    expect(field('salesforce', 'Account', 'ShippingStreet').synonyms).not.toContain('street');
  });
});

/** A catalogue as plain data, to be damaged. */
function copy(name: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(JSON.stringify(system(name)));
}

function messageOf(json: unknown): string {
  const result = parseTarget(json);
  if (result.ok) throw new Error('was accepted');
  return result.error.message;
}

describe('a catalogue from outside', () => {
  it('is accepted when it is one', () => {
    expect(parseTarget(copy('hubspot'))).toEqual({ ok: true, value: system('hubspot') });
  });

  it('is refused with the object and field named', () => {
    const wrongLength = copy('salesforce');
    wrongLength.objects[0].fields[1].maxLength = 'long';
    expect(messageOf(wrongLength)).toContain('object "Account", field "Name": maxLength');
    const unknownKey = copy('salesforce');
    unknownKey.objects[1].fields[2].colour = 'red';
    expect(messageOf(unknownKey)).toContain('object "Contact", field "LastName": Unrecognized key');
    const noFields = copy('salesforce');
    noFields.objects[2].fields = [];
    expect(messageOf(noFields)).toContain('object "Lead": fields');
  });

  it.each<[string, (json: ReturnType<typeof JSON.parse>) => void, string]>([
    [
      'two objects of one name',
      (json) => json.objects.push(json.objects[0]),
      'object "companies" occurs twice',
    ],
    [
      'two fields of one name',
      (json) => json.objects[0].fields.push(json.objects[0].fields[0]),
      'occurs twice',
    ],
    ['no legacy key', (json) => json.objects[0].fields.shift(), 'legacy key field "legacy_id"'],
    ['a file name that leaves the folder', (json) => (json.objects[0].fileStem = '../x'), 'fileStem'],
    ['a delimiter nobody reads', (json) => (json.file.delimiter = '"'), 'delimiter'],
    ['a date pattern nobody knows', (json) => (json.file.dateFormat = 'DD-MMM'), 'dateFormat'],
    [
      'a group with an unknown member',
      (json) => (json.objects[0].fields[0].requiredGroup = 'a|b'),
      'requiredGroup',
    ],
  ])('is refused with %s', (_what, damage, words) => {
    const json = copy('hubspot');
    damage(json);
    expect(messageOf(json)).toContain(words);
  });

  it('of another format version is refused by number', () => {
    const result = parseTarget({ ...copy('hubspot'), schemaVersion: 2 });
    expect(result).toMatchObject({ ok: false, error: { code: 'TARGET_VERSION', details: { version: 2 } } });
  });

  it('with too many items is refused', () => {
    const json = copy('generic');
    json.objects[0].fields[1].picklist = Array.from({ length: 5_001 }, (_, i) => `v${i}`);
    expect(messageOf(json)).toContain('picklist');
  });

  it('never makes the reader throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: false, withNullPrototype: true, maxDepth: 4 }), (json) => {
        expect(parseTarget(json).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('objects', 'file', 'loaders', 'errors', 'label'),
        (text, key) => {
          expect(() => parseTarget({ ...copy('generic'), [key]: JSON.parse(text) })).not.toThrow();
        },
      ),
    );
  });

  it('does not take prototype keys', () => {
    const json: unknown = JSON.parse(
      JSON.stringify(system('generic')).replace('{', '{"__proto__":{"polluted":1},'),
    );
    expect(parseTarget(json).ok).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
