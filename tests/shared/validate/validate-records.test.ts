import type { RecordSet } from '@shared/mapping/types';
import { columnOf } from '@shared/table/column';
import { BUILT_IN_SYSTEMS, builtInTarget } from '@shared/target/catalogue';
import type { TargetField, TargetObject } from '@shared/target/types';
import { valueCheck } from '@shared/validate/check-value';
import { issueId, type RuleName } from '@shared/validate/codes';
import { validateRecords } from '@shared/validate/validate-records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Rules that one field can break at once. */
const RULES_BESIDE_EACH_OTHER: readonly RuleName[] = [
  'required',
  'date',
  'dateRange',
  'dateUnlikely',
  'numberRange',
  'tooLong',
  'picklist',
  'characters',
  'checkDigits',
  'duplicateValue',
  'dateShifted',
  'auditField',
];

const salesforce = builtInTarget('salesforce')!;
const hubspot = builtInTarget('hubspot')!;

function object(name: string, system = salesforce): TargetObject {
  return system.objects.find((item) => item.name === name)!;
}

function records(name: string, columns: Readonly<Record<string, readonly string[]>>): RecordSet {
  const count = Object.values(columns)[0]?.length ?? 0;
  return {
    object: name,
    count,
    keys: Array.from({ length: count }, (_, i) => `t:${i + 1}`),
    tables: ['t'],
    table: new Uint16Array(count),
    row: Uint32Array.from({ length: count }, (_, i) => i),
    columns: Object.entries(columns).map(([field, cells]) => columnOf(field, cells)),
    references: [],
  };
}

function found(set: RecordSet, target: TargetObject, system = salesforce) {
  return validateRecords(set, target, system).groups.map((group) => [
    group.id,
    group.severity,
    [...group.records],
  ]);
}

describe('what only the loader could mix up', () => {
  it('is an option of HubSpot whose value is the label of another one', () => {
    const contacts = object('contacts', hubspot);
    const field = contacts.fields.find(({ type }) => type === 'picklist')!;
    const mixed = { ...field, picklist: ['1', '2', 'x'], optionLabels: ['2', 'Second', 'x'] };
    const target = { ...contacts, fields: [mixed] };
    const set = records('contacts', { [field.api]: ['1', '2', 'x'] });
    expect(found(set, target, hubspot)).toEqual([
      [`AMBIGUOUS_ENUMERATION_OPTION:${field.api}`, 'error', [1]],
    ]);
    expect(found(set, target, salesforce).filter(([id]) => String(id).startsWith('AMBIG'))).toEqual([]);
  });

  it('is an id of 18 signs whose capitals were lost', () => {
    const ids = ['001D000000IRFma', '001D000000IRFmaIAH', '001d000000irfmaiah', '001D000000IRFmaIAX'];
    const set = records('Account', { Name: ids, RecordTypeId: ids });
    expect(found(set, object('Account')).filter(([id]) => id === 'MALFORMED_ID:RecordTypeId')).toEqual([
      ['MALFORMED_ID:RecordTypeId', 'error', [2, 3]],
    ]);
  });
});

describe('validation before loading', () => {
  it('finds nothing in sound records and says how many it checked', () => {
    const result = validateRecords(records('Account', { Name: ['Hartmann'] }), object('Account'), salesforce);
    expect(result).toEqual({ object: 'Account', checked: 1, groups: [] });
  });

  it('finds empty required fields, and required fields that are not mapped at all', () => {
    expect(found(records('Account', { Name: ['a', '', 'c'] }), object('Account'))).toEqual([
      ['REQUIRED_FIELD_MISSING:Name', 'error', [1]],
    ]);
    expect(found(records('Contact', { FirstName: ['Ben'] }), object('Contact'))).toEqual([
      ['REQUIRED_FIELD_MISSING:LastName', 'error', [0]],
    ]);
  });

  it('counts length as loaders do, in UTF-16 units: an emoji is two', () => {
    const fits = `${'😀'.repeat(127)}x`;
    expect(found(records('Account', { Name: [fits, `${fits}x`] }), object('Account'))).toEqual([
      ['STRING_TOO_LONG:Name', 'error', [1]],
    ]);
  });

  it('warns where a value would load silently and pollute a picklist', () => {
    const set = records('Account', { Name: ['a', 'b'], Industry: ['Banking', 'Bank'] });
    expect(found(set, object('Account'))).toEqual([
      ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Industry', 'warning', [1]],
    ]);
  });

  it('lists offending values with their counts, most frequent first', () => {
    const set = records('Contact', { LastName: ['a', 'b', 'c'], Email: ['x', 'y@', 'x'] });
    const [group] = validateRecords(set, object('Contact'), salesforce).groups;
    expect(group?.values).toEqual([
      { value: 'x', count: 2 },
      { value: 'y@', count: 1 },
    ]);
    expect(group?.sentence).toBe('3 contacts have an Email that is not a valid e-mail address.');
  });

  it('reports orphans of a reference', () => {
    const set: RecordSet = {
      ...records('Contact', { LastName: ['a', 'b', 'c'], AccountId: ['t:1', '', '99'] }),
      references: [{ field: 'AccountId', object: 'Account', target: Int32Array.from([0, -1, -2]) }],
    };
    expect(found(set, object('Contact'))).toEqual([['INVALID_FIELD:AccountId', 'error', [2]]]);
  });

  it('uses the loader’s own words: HubSpot', () => {
    const set = records('contacts', { email: ['a@example.com', 'nobody', ''], firstname: ['A', 'B', ''] });
    const codes = found(set, object('contacts', hubspot), hubspot).map(([id]) => id);
    expect(codes).toContain('INVALID_EMAIL:email');
  });

  it('takes shared unique values as a warning until duplicates are merged', () => {
    const email = object('contacts', hubspot).fields.find((field) => field.api === 'email')!;
    expect(email.unique).toBe(true);
    const set = records('contacts', { email: ['a@example.com', 'a@example.com'], lastname: ['A', 'A'] });
    const before = validateRecords(set, object('contacts', hubspot), hubspot, false).groups;
    const after = validateRecords(set, object('contacts', hubspot), hubspot).groups;
    expect(before.map((group) => group.severity)).toEqual(['warning']);
    expect(after.map((group) => [group.code, group.severity])).toEqual([['DUPLICATE_ALTERNATE_ID', 'error']]);
  });

  it('calls a reference an orphan when nothing fills the object it points to', () => {
    const set = records('Contact', { LastName: ['a', 'b'], AccountId: ['17', ''] });
    expect(found(set, object('Contact'))).toEqual([['INVALID_FIELD:AccountId', 'error', [0]]]);
  });

  it('finds empty required references, and rows in which none of a group is filled', () => {
    const set = records('CampaignMember', {
      CampaignId: ['1', '', '1'],
      ContactId: ['2', '2', ''],
      LeadId: ['', '', ''],
    });
    const groups = validateRecords(set, object('CampaignMember'), salesforce).groups;
    const required = groups.filter((group) => group.code === 'REQUIRED_FIELD_MISSING');
    expect(required.map((group) => [group.field, [...group.records], group.sentence])).toEqual([
      ['CampaignId', [1], '1 campaign member has no Campaign ID, which Salesforce (Sales Cloud) requires.'],
      [
        'ContactId',
        [2],
        '1 campaign member has none of Contact ID and Lead ID, of which Salesforce (Sales Cloud) requires one.',
      ],
    ]);
  });

  it('warns of owners that are no e-mail addresses', () => {
    const set = records('Account', { Name: ['a', 'b', 'c'], OwnerId: ['x@y.de', 'Anna', ''] });
    expect(found(set, object('Account'))).toEqual([['INVALID_FIELD:OwnerId', 'warning', [1]]]);
  });

  it('warns of unknown countries and of states without a country', () => {
    const set = records('Account', {
      Name: ['a', 'b', 'c'],
      BillingState: ['Bavaria', 'Texas', ''],
      BillingCountry: ['Germany', '', 'Atlantis'],
    });
    expect(found(set, object('Account'))).toEqual([
      ['FIELD_INTEGRITY_EXCEPTION:BillingState', 'warning', [1]],
      ['FIELD_INTEGRITY_EXCEPTION:BillingCountry', 'warning', [2]],
    ]);
  });

  it('warns of keys a source used twice, and refuses keys that are too long', () => {
    const set = {
      ...records('Account', { Name: ['a', 'b', 'c', 'd'] }),
      keys: ['t:1', 't:1#2', 't:7#2', `t:${'9'.repeat(254)}`],
    };
    expect(found(set, object('Account'))).toEqual([
      ['STRING_TOO_LONG:Legacy_Id__c', 'error', [3]],
      ['DUPLICATE_EXTERNAL_ID:Legacy_Id__c', 'warning', [1]],
    ]);
  });

  it('warns of one e-mail address in several Salesforce contacts once duplicates are merged', () => {
    const set = records('Contact', { LastName: ['a', 'b'], Email: ['a@b.de', 'a@b.de'] });
    expect(found(set, object('Contact'))).toEqual([['DUPLICATES_DETECTED:Email', 'warning', [0, 1]]]);
    expect(validateRecords(set, object('Contact'), salesforce, false).groups).toEqual([]);
  });

  it('wants bare domains for HubSpot companies, each once', () => {
    const set = records('companies', {
      name: ['a', 'b', 'c', 'd'],
      domain: ['a.de', 'https://b.de', 'a.de', 'www.c.de'],
    });
    expect(found(set, object('companies', hubspot), hubspot)).toEqual([
      ['INVALID_DOMAIN:domain', 'error', [1, 3]],
      ['DUPLICATE_ALTERNATE_ID:domain', 'error', [0, 2]],
    ]);
  });

  it('keeps apart two groups that share loader code and field', () => {
    const set = records('Contact', { LastName: ['a', 'b'], Birthdate: ['1600-01-01', 'soon'] });
    expect(found(set, object('Contact')).map(([id]) => id)).toEqual([
      'INVALID_TYPE_ON_FIELD_IN_RECORD:Birthdate',
      'INVALID_TYPE_ON_FIELD_IN_RECORD:Birthdate:dateRange',
    ]);
  });

  it('gives every group of a field an id of its own, whatever codes a loader has', () => {
    for (const { system } of BUILT_IN_SYSTEMS) {
      const target = builtInTarget(system)!;
      for (const item of target.objects)
        for (const field of item.fields) {
          const ids = RULES_BESIDE_EACH_OTHER.map((rule) => issueId(system, rule, field.api));
          expect(new Set(ids).size).toBe(ids.length);
        }
    }
    expect(issueId('salesforce', 'tooLong', 'Name')).toBe('STRING_TOO_LONG:Name');
    expect(issueId('zoho', 'tooLong', 'Phone')).toBe('INVALID_DATA:Phone:tooLong');
    expect(issueId('zoho', 'phone', 'Phone')).toBe('INVALID_DATA:Phone');
  });

  it('warns of fields only users with a permission may fill', () => {
    const set = records('Account', { Name: ['a', 'b'], CreatedDate: ['', '2024-01-01T00:00:00.000Z'] });
    expect(found(set, object('Account'))).toEqual([
      ['INVALID_FIELD_FOR_INSERT_UPDATE:CreatedDate', 'warning', [1]],
    ]);
  });

  it('suspects days moved by a time zone when nearly all moments stand at one or two neighbouring hours', () => {
    const days = Array.from({ length: 30 }, (_, i) => String(1 + (i % 28)).padStart(2, '0'));
    const at = (hour: (i: number) => string) => ({
      Name: days.map(() => 'a'),
      CreatedDate: days.map((day, i) => `2024-03-${day}T${hour(i)}:00:00.000Z`),
    });
    const shifted = (set: RecordSet) =>
      found(set, object('Account')).filter(([id]) => String(id).startsWith('DATE_SHIFTED'));
    const summerAndWinter = records(
      'Account',
      at((i) => (i % 2 === 0 ? '22' : '23')),
    );
    expect(shifted(summerAndWinter)).toEqual([
      ['DATE_SHIFTED:CreatedDate', 'warning', days.map((_, i) => i)],
    ]);
    expect(
      shifted(
        records(
          'Account',
          at(() => '00'),
        ),
      ),
    ).toEqual([]);
    expect(
      shifted(
        records(
          'Account',
          at((i) => String(8 + (i % 9)).padStart(2, '0')),
        ),
      ),
    ).toEqual([]);
  });

  it('finds for any records groups with unique ids, ascending records and matching counts', () => {
    const cell = fc.constantFrom('', 'a', 'a@b.de', '2024-01-01', 'x'.repeat(300), 'Web', '12', 'Germany');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 20 }), (rows) => {
        const set = records('Contact', {
          LastName: rows.map((row) => row[0]),
          Email: rows.map((row) => row[1]),
          Birthdate: rows.map((row) => row[2]),
          MailingCountry: rows.map((row) => row[3]),
        });
        const { groups } = validateRecords(set, object('Contact'), salesforce);
        expect(new Set(groups.map((group) => group.id)).size).toBe(groups.length);
        for (const group of groups) {
          expect(group.count).toBe(group.records.length);
          expect([...group.records]).toEqual([...new Set(group.records)].sort((a, b) => a - b));
          expect(group.values.reduce((sum, { count }) => sum + count, 0)).toBe(group.count);
          expect(group.sentence.startsWith(String(group.count))).toBe(true);
        }
      }),
    );
  });
});

describe('one value', () => {
  const field = (type: TargetField['type'], more: Partial<TargetField> = {}): TargetField => ({
    api: 'F',
    label: 'F',
    type,
    maxLength: null,
    precision: null,
    scale: null,
    required: false,
    requiredGroup: null,
    picklist: [],
    restricted: false,
    unique: false,
    references: null,
    synonyms: [],
    note: null,
    group: null,
    working: false,
    ...more,
  });
  it.each([
    ['date', '2024-02-29', null],
    ['date', '2023-02-29', 'date'],
    ['date', '29/02/2024', 'date'],
    ['date', '1699-12-31', 'dateRange'],
    ['date', '4001-01-01', 'dateRange'],
    ['date', '1899-12-31', 'dateUnlikely'],
    ['text', 'bell\u0007', 'characters'],
    ['text', 'half \ud83d', 'characters'],
    ['text', 'tab\tand 😀', null],
    ['phone', '+49 30 901820', null],
    ['phone', '+99 12345', 'phone'],
    ['number', '12.5', null],
    ['number', '12,5', 'number'],
    ['number', '1e5', 'number'],
    ['integer', '7.0', null],
    ['integer', '7.5', 'number'],
    ['boolean', 'true', null],
    ['boolean', 'yes', 'boolean'],
    ['email', 'a@b.example', null],
    ['email', 'a@b', 'email'],
    ['phone', '+49 711 44020', null],
    ['phone', '(0711) 440-20 ext. 5', null],
    ['phone', 'ask Anna', 'phone'],
    ['url', 'https://example.com', null],
    ['url', 'not a page', 'url'],
  ] as const)('%s %s', (type, value, rule) => {
    expect(valueCheck(field(type), salesforce.file)(value)).toBe(rule);
  });

  it('counts digits before the point against precision and scale', () => {
    const check = valueCheck(field('currency', { precision: 5, scale: 2 }), salesforce.file);
    expect(check('999.99')).toBeNull();
    expect(check('1000.00')).toBe('numberRange');
    expect(check('-0999.1')).toBeNull();
  });

  it('checks each part of a multi-select', () => {
    const check = valueCheck(field('multiselect', { picklist: ['A', 'B'] }), salesforce.file);
    expect(check('A;B')).toBeNull();
    expect(check('A;C')).toBe('picklist');
  });

  it.each([
    ['IBAN', 'DE89 3704 0044 0532 0130 00', null],
    ['IBAN', 'DE88 3704 0044 0532 0130 00', 'checkDigits'],
    ['VAT number', 'DE136695976', null],
    ['VAT number', 'DE136695977', 'checkDigits'],
    ['VAT number', 'EL094259216', null],
    ['VAT number', '12345', null],
    ['LEI', '5493001KJTIIGC8Y1R12', null],
    ['LEI', '5493001KJTIIGC8Y1R13', 'checkDigits'],
  ])('%s %s', (label, value, rule) => {
    expect(valueCheck(field('text', { label, api: 'Number__c' }), salesforce.file)(value)).toBe(rule);
  });
});
