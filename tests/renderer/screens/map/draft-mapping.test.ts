import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import { setValues } from '../../../../src/renderer/screens/map/draft-mapping';
import { goneFields, withKnownFields } from '../../../../src/shared/mapping/known-fields';

const account = objectNamed(builtInTarget('salesforce')!, 'Account')!;
const field = (api: string, valueMap: Readonly<Record<string, string>> = {}): FieldMapping => ({
  field: api,
  from: { kind: 'column', column: api },
  transforms: [],
  valueMap,
});
const mapping: TableMapping = {
  tableId: 't',
  object: 'Account',
  keyColumn: null,
  fields: [field('Name'), field('Old__c'), field('Industry', { Bau: 'Construction', Bank: '' })],
};

describe('a mapping under another target', () => {
  it('fills fields that are gone, until they are taken out', () => {
    expect(goneFields(account, mapping)).toEqual(['Old__c']);
    expect(withKnownFields(account, mapping).fields.map((item) => item.field)).toEqual(['Name', 'Industry']);
  });
});

describe('many values at once', () => {
  it('get their places beside those that were chosen before', () => {
    const next = setValues(mapping, 'Industry', [
      { from: 'Bank', to: 'Banking' },
      { from: '__proto__', to: 'Other' },
    ]);
    expect(Object.entries(next.fields[2]?.valueMap ?? {})).toEqual([
      ['Bau', 'Construction'],
      ['Bank', 'Banking'],
      ['__proto__', 'Other'],
    ]);
    expect(setValues(mapping, 'Phone', [{ from: 'a', to: 'b' }])).toBe(mapping);
  });
});
