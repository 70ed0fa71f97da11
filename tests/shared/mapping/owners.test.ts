import { mapRecords } from '@shared/mapping/apply';
import { fallbackUser, isUserField, ownerValues } from '@shared/mapping/owners';
import { PLAIN_DIALECT } from '@shared/mapping/transforms';
import type { FieldSource, TableMapping } from '@shared/mapping/types';
import { valueAt } from '@shared/table/column';
import { builtInTarget } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../legacy-tables';

const fieldOf = (system: string, object: string, api: string) =>
  builtInTarget(system)!
    .objects.find((item) => item.name === object)!
    .fields.find((item) => item.api === api)!;

const table = tableOf([
  ['Betreuer', 'Nr'],
  ['mv', '1'],
  ['MV ', '2'],
  ['kl', '3'],
  ['ines@winnow.example', '4'],
  ['', '5'],
]);
const mapping = (valueMap: Record<string, string>, from?: FieldSource): TableMapping => ({
  tableId: 't',
  object: 'Account',
  keyColumn: 'Nr',
  fields: [
    {
      field: 'OwnerId',
      from: from ?? { kind: 'column', column: 'Betreuer' },
      transforms: [{ op: 'trim' }, { op: 'case', to: 'lower' }],
      valueMap,
    },
  ],
});
const owner = fieldOf('salesforce', 'Account', 'OwnerId');

describe('isUserField', () => {
  it('knows the owner of a record in every target that has one, and nothing else', () => {
    const fields = [
      owner,
      fieldOf('hubspot', 'contacts', 'hubspot_owner_id'),
      fieldOf('dynamics365', 'account', 'ownerid'),
      fieldOf('zoho', 'Deals', 'Owner'),
      fieldOf('pipedrive', 'deal', 'owner_id'),
    ];
    expect(fields.map(isUserField)).toEqual([true, true, true, true, true]);
    expect(isUserField(fieldOf('salesforce', 'Contact', 'AccountId'))).toBe(false);
    expect(isUserField(fieldOf('salesforce', 'Account', 'Ownership'))).toBe(false);
  });
});

describe('ownerValues', () => {
  it('counts owners after the transforms and says who has the address of a user', () => {
    expect(ownerValues(table, mapping({ kl: 'desk@winnow.example' }), owner)).toEqual([
      { owner: 'mv', user: 'mv', count: 2, clear: false },
      { owner: 'ines@winnow.example', user: 'ines@winnow.example', count: 1, clear: true },
      { owner: 'kl', user: 'desk@winnow.example', count: 1, clear: true },
    ]);
  });

  it('maps to what the records carry in the end', () => {
    const account = builtInTarget('salesforce')!.objects.find((item) => item.name === 'Account')!;
    const users = { mv: 'mara@winnow.example', kl: 'desk@winnow.example' };
    const records = mapRecords(
      account,
      [{ tableId: 't', table, mapping: mapping(users) }],
      [],
      PLAIN_DIALECT,
    );
    expect([0, 1, 2, 3, 4].map((row) => valueAt(records.columns[0]!, row))).toEqual([
      'mara@winnow.example',
      'mara@winnow.example',
      'desk@winnow.example',
      'ines@winnow.example',
      '',
    ]);
  });

  it('leaves users that are looked up in a table to the table', () => {
    const from: FieldSource = { kind: 'reference', column: 'Betreuer', table: 'staff', by: null };
    expect(ownerValues(table, mapping({}, from), owner)).toEqual([]);
  });
});

describe('fallbackUser', () => {
  it('is the user that several owners were sent to', () => {
    expect(fallbackUser({ a: 'x@y.z', b: 'desk@y.z', c: 'desk@y.z', d: '' })).toBe('desk@y.z');
    expect(fallbackUser({ a: 'x@y.z', b: 'desk@y.z' })).toBe('');
  });
});
