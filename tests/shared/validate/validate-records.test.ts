import type { RecordSet } from '@shared/mapping/types';
import { columnOf } from '@shared/table/column';
import { builtInTarget } from '@shared/target/catalogue';
import type { TargetField, TargetObject } from '@shared/target/types';
import { valueCheck } from '@shared/validate/check-value';
import { validateRecords } from '@shared/validate/validate-records';
import { describe, expect, it } from 'vitest';

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

  it('counts length in characters, not in UTF-16 units', () => {
    const fits = '😀'.repeat(255);
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
    expect(found(set, object('Contact'))).toEqual([['INVALID_CROSS_REFERENCE_KEY:AccountId', 'error', [2]]]);
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
    expect(after.map((group) => [group.code, group.severity])).toEqual([
      ['DUPLICATE_UNIQUE_PROPERTY_VALUE', 'error'],
    ]);
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
});
