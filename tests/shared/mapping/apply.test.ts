import { mapRecords } from '@shared/mapping/apply';
import { linkReferences } from '@shared/mapping/link-references';
import { recordKeys, repeatedKeyBase } from '@shared/mapping/record-keys';
import { sampleField, unmappedValues } from '@shared/mapping/samples';
import {
  type FieldMapping,
  type FieldSource,
  NO_REFERENCE,
  ORPHAN,
  type RecordSet,
  type TableMapping,
  type Transform,
} from '@shared/mapping/types';
import { columnNamed, valueAt } from '@shared/table/column';
import { builtInTarget, fieldNamed, objectNamed } from '@shared/target/catalogue';
import type { TargetObject } from '@shared/target/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../legacy-tables';

const salesforce = builtInTarget('salesforce')!;
const dialect = salesforce.file;
const account = objectNamed(salesforce, 'Account')!;
const contact = objectNamed(salesforce, 'Contact')!;

function field(
  name: string,
  from: FieldSource | string,
  transforms: readonly Transform[] = [],
  valueMap: Readonly<Record<string, string>> = {},
): FieldMapping {
  return {
    field: name,
    from: typeof from === 'string' ? { kind: 'column', column: from } : from,
    transforms,
    valueMap,
  };
}

function mapping(
  tableId: string,
  object: TargetObject,
  keyColumn: string | null,
  fields: readonly FieldMapping[],
): TableMapping {
  return { tableId, object: object.name, keyColumn, fields };
}

function cells(records: RecordSet, name: string): string[] {
  const column = columnNamed({ rowCount: records.count, columns: records.columns }, name);
  if (!column) throw new Error(name);
  return Array.from({ length: records.count }, (_, row) => valueAt(column, row));
}

describe('record keys', () => {
  it('are the key column, numbered where it repeats', () => {
    const table = tableOf([['id'], ['A'], ['B'], ['A'], ['A'], ['A#2']]);
    expect(recordKeys('t', table, 'id')).toEqual(['t:A', 't:B', 't:A#3', 't:A#4', 't:A#2']);
    expect(['t:A#3', 't:A', 't:A#1', 't:#5'].map(repeatedKeyBase)).toEqual(['t:A', null, null, 't:']);
  });

  it('are a content hash without a key column or where its cell is empty, the same on every run', () => {
    const table = tableOf([
      ['id', 'x'],
      ['', 'one'],
      ['1', 'two'],
      ['', 'one'],
    ]);
    const keys = recordKeys('t', table, 'id');
    expect(keys[0]).toMatch(/^t:[0-9a-f]{16}$/);
    expect(keys[1]).toBe('t:1');
    expect(keys[2]).toBe(`${keys[0]}#2`);
    expect(recordKeys('t', table, 'id')).toEqual(keys);
    const other = tableOf([
      ['id', 'x'],
      ['', 'two'],
      ['', 'onetwo'],
      ['o', 'netwo'],
    ]);
    expect(new Set(recordKeys('t', other, null)).size).toBe(3);
  });

  it('are unique and one per row for any cells', () => {
    const cell = fc.constantFrom('', 'A', 'B', 'A#2', 'A#3', 'B#2', '#2');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { maxLength: 40 }),
        fc.constantFrom('k', null),
        (rows, keyColumn) => {
          const keys = recordKeys('t', tableOf([['k', 'x'], ...rows]), keyColumn);
          expect(keys).toHaveLength(rows.length);
          expect(new Set(keys).size).toBe(rows.length);
        },
      ),
    );
  });
});

describe('mapRecords', () => {
  const crm = tableOf([
    ['id', 'Firma', 'PLZ', 'Ort', 'Branche', 'Umsatz', 'seit'],
    ['1', ' Acme GmbH ', '10115', 'Berlin', 'IT', '1.200,50', '05.03.2024'],
    ['2', 'Bolt AG', '', 'Bonn', 'Bau', 'viel', '31.02.2024'],
    ['3', '', '80331', '', '', '', ''],
  ]);
  const erp = tableOf([
    ['Kunde', 'Nr'],
    ['Acme', '00017'],
  ]);
  const crmMapping = mapping('crm', account, 'id', [
    field('Name', 'Firma', [{ op: 'trim' }]),
    field('BillingStreet', { kind: 'join', columns: ['PLZ', 'Ort'], separator: ' ' }),
    field('Industry', 'Branche', [], { IT: 'Technology', Bau: 'Construction' }),
    field('AnnualRevenue', 'Umsatz', [{ op: 'number', decimal: ',' }]),
    field('Type', { kind: 'constant', value: 'Prospect' }),
    field('CreatedDate', 'seit', [{ op: 'date', order: 'DMY' }]),
  ]);
  const erpMapping = mapping('erp', account, 'Nr', [field('Name', 'Kunde')]);

  it('puts the rows of all tables below each other, in the order of the target fields', () => {
    const records = mapRecords(
      account,
      [
        { tableId: 'crm', table: crm, mapping: crmMapping },
        { tableId: 'erp', table: erp, mapping: erpMapping },
      ],
      [],
      dialect,
    );
    expect(records).toMatchObject({ object: 'Account', count: 4, tables: ['crm', 'erp'], references: [] });
    expect(records.keys).toEqual(['crm:1', 'crm:2', 'crm:3', 'erp:00017']);
    expect([...records.table]).toEqual([0, 0, 0, 1]);
    expect([...records.row]).toEqual([0, 1, 2, 0]);
    expect(records.columns.map((column) => column.name)).toEqual([
      'Name',
      'Type',
      'BillingStreet',
      'Industry',
      'AnnualRevenue',
      'CreatedDate',
    ]);
    expect(cells(records, 'Name')).toEqual(['Acme GmbH', 'Bolt AG', '', 'Acme']);
    expect(cells(records, 'BillingStreet')).toEqual(['10115 Berlin', 'Bonn', '80331', '']);
    expect(cells(records, 'Industry')).toEqual(['Technology', 'Construction', '', '']);
    expect(cells(records, 'AnnualRevenue')).toEqual(['1200.50', 'viel', '', '']);
    expect(cells(records, 'Type')).toEqual(['Prospect', 'Prospect', 'Prospect', '']);
    expect(cells(records, 'CreatedDate')).toEqual(['2024-03-05T00:00:00.000Z', '31.02.2024', '', '']);
  });

  it('replaces equal values after the value map where a person fixed one', () => {
    const fixes = [
      { field: 'Industry', from: 'Technology', to: 'Electronics' },
      { field: 'AnnualRevenue', from: 'viel', to: '' },
      { field: 'Name', from: '', to: 'Unnamed' },
    ];
    const records = mapRecords(
      account,
      [{ tableId: 'crm', table: crm, mapping: crmMapping }],
      fixes,
      dialect,
    );
    expect(cells(records, 'Industry')).toEqual(['Electronics', 'Construction', '']);
    expect(cells(records, 'AnnualRevenue')).toEqual(['1200.50', '', '']);
    expect(cells(records, 'Name')).toEqual(['Acme GmbH', 'Bolt AG', 'Unnamed']);
  });

  it('maps a value to nothing only when the value map says so', () => {
    const map = mapping('crm', account, 'id', [field('Industry', 'Branche', [], { IT: '' })]);
    const records = mapRecords(account, [{ tableId: 'crm', table: crm, mapping: map }], [], dialect);
    expect(cells(records, 'Industry')).toEqual(['', 'Bau', '']);
  });

  it('says which column or field is missing', () => {
    const gone = mapping('crm', account, 'id', [field('Name', 'Gone')]);
    expect(() => mapRecords(account, [{ tableId: 'crm', table: crm, mapping: gone }], [], dialect)).toThrow(
      'The mapping uses the column "Gone"',
    );
    const unknown = mapping('crm', account, 'id', [field('Colour', 'Firma')]);
    expect(() =>
      mapRecords(account, [{ tableId: 'crm', table: crm, mapping: unknown }], [], dialect),
    ).toThrow('the field "Colour", which Account does not have');
  });

  it('keeps the number of rows and gives unique keys for any tables', () => {
    const cell = fc.string({ maxLength: 3 });
    const table = fc.array(fc.tuple(cell, cell), { maxLength: 15 });
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), fc.boolean(), (tables, keyed) => {
        const inputs = tables.map((rows, index) => ({
          tableId: `t${index}`,
          table: tableOf([['k', 'v'], ...rows]),
          mapping: mapping(`t${index}`, account, keyed ? 'k' : null, [field('Name', 'v', [{ op: 'trim' }])]),
        }));
        const records = mapRecords(account, inputs, [], dialect);
        expect(records.count).toBe(tables.reduce((sum, rows) => sum + rows.length, 0));
        expect(new Set(records.keys).size).toBe(records.count);
        expect(cells(records, 'Name')).toEqual(
          tables.flatMap((rows) => rows.map(([, value]) => value.trim())),
        );
      }),
    );
  });
});

describe('linkReferences', () => {
  const companies = tableOf([
    ['id', 'name', 'parent'],
    ['1', 'Acme', ''],
    ['2', 'Bolt', '1'],
    ['3', 'Bolt', '9'],
    ['1', 'Copy', '2'],
  ]);
  const people = tableOf([
    ['id', 'name', 'company', 'boss'],
    ['7', 'Ann', '1', ''],
    ['8', 'Bob', ' 2 ', '7'],
    ['9', 'Cem', '', '7'],
    ['10', 'Dia', '99', '12'],
  ]);
  const byName = tableOf([
    ['who', 'firm', 'owner'],
    ['Eve', 'Bolt', 'x@y.de'],
    ['Fay', 'Nobody', ''],
  ]);
  const reference = (column: string, table: string, by: string | null): FieldSource => ({
    kind: 'reference',
    column,
    table,
    by,
  });
  const mappings = [
    mapping('c', account, 'id', [field('Name', 'name'), field('ParentId', reference('parent', 'c', null))]),
    mapping('p', contact, 'id', [
      field('LastName', 'name'),
      field('AccountId', reference('company', 'c', null)),
      field('ReportsToId', reference('boss', 'p', null)),
    ]),
    mapping('n', contact, null, [
      field('LastName', 'who'),
      field('AccountId', reference('firm', 'c', 'name')),
      field('OwnerId', 'owner'),
    ]),
  ];
  const accounts = mapRecords(
    account,
    [{ tableId: 'c', table: companies, mapping: mappings[0]! }],
    [],
    dialect,
  );
  const contacts = mapRecords(
    contact,
    [
      { tableId: 'p', table: people, mapping: mappings[1]! },
      { tableId: 'n', table: byName, mapping: mappings[2]! },
    ],
    [],
    dialect,
  );
  const all = new Map([
    ['Account', accounts],
    ['Contact', contacts],
  ]);
  const tables = new Map([
    ['c', companies],
    ['p', people],
    ['n', byName],
  ]);
  const linked = linkReferences(contact, contacts, mappings, all, tables);

  it('names the parent record and writes its key; orphans keep their text', () => {
    const toAccount = linked.references.find((item) => item.field === 'AccountId');
    expect(toAccount?.object).toBe('Account');
    expect([...(toAccount?.target ?? [])]).toEqual([0, 1, NO_REFERENCE, ORPHAN, 1, ORPHAN]);
    expect(cells(linked, 'AccountId')).toEqual(['c:1', 'c:2', '', '99', 'c:2', 'Nobody']);
  });

  it('finds keys written with other case, punctuation or leading zeros, where only one can be meant', () => {
    const parents = tableOf([
      ['no', 'name'],
      ['KD-00017', 'Acme'],
      ['kd 18', 'Bolt'],
      ['KD 018', 'Copy'],
      ['19', 'Dial'],
      ['19', 'Dial again'],
    ]);
    const children = tableOf([
      ['id', 'name', 'company'],
      ['1', 'Ann', 'kd17'],
      ['2', 'Bob', 'KD18'],
      ['3', 'Cem', '0019'],
      ['4', 'Dia', '192'],
    ]);
    const maps = [
      mapping('c', account, 'no', [field('Name', 'name')]),
      mapping('p', contact, 'id', [field('AccountId', reference('company', 'c', null))]),
    ];
    const to = mapRecords(account, [{ tableId: 'c', table: parents, mapping: maps[0]! }], [], dialect);
    const from = mapRecords(contact, [{ tableId: 'p', table: children, mapping: maps[1]! }], [], dialect);
    const result = linkReferences(contact, from, maps, new Map([['Account', to]]), new Map());
    expect(cells(result, 'AccountId')).toEqual(['c:KD-00017', 'KD18', 'c:19', '192']);
  });

  it('links records of one object to each other', () => {
    const boss = linked.references.find((item) => item.field === 'ReportsToId');
    expect([...(boss?.target ?? [])]).toEqual([NO_REFERENCE, 0, 0, ORPHAN, NO_REFERENCE, NO_REFERENCE]);
    const parents = linkReferences(account, accounts, mappings, all, tables);
    expect(cells(parents, 'ParentId')).toEqual(['', 'c:1', '9', 'c:2']);
  });

  it('leaves references to things outside the catalogue as they are', () => {
    expect(linked.references.map((item) => item.field)).toEqual(['AccountId', 'ReportsToId']);
    expect(cells(linked, 'OwnerId')).toEqual(['', '', '', '', 'x@y.de', '']);
  });

  it('changes nothing else', () => {
    expect(linked.keys).toBe(contacts.keys);
    expect(cells(linked, 'LastName')).toEqual(['Ann', 'Bob', 'Cem', 'Dia', 'Eve', 'Fay']);
  });

  it('makes orphans of all when the parent table fills no such object', () => {
    const none = linkReferences(contact, contacts, mappings, new Map([['Contact', contacts]]), tables);
    expect([...(none.references.find((item) => item.field === 'AccountId')?.target ?? [])]).toEqual([
      ORPHAN,
      ORPHAN,
      NO_REFERENCE,
      ORPHAN,
      ORPHAN,
      ORPHAN,
    ]);
    expect(cells(none, 'AccountId')[0]).toBe('1');
  });

  it('reads keys written into an ordinary column', () => {
    const plain = [mappings[0]!, mapping('p', contact, 'id', [field('AccountId', 'company')])];
    const records = mapRecords(contact, [{ tableId: 'p', table: people, mapping: plain[1]! }], [], dialect);
    const result = linkReferences(contact, records, plain, all, tables);
    expect(cells(result, 'AccountId')).toEqual(['c:1', 'c:2', '', '99']);
  });
});

describe('samples of a mapped field', () => {
  const table = tableOf([
    ['Anrede', 'Umsatz'],
    ['Herr', '1,5'],
    ['Herr', '1,5'],
    ['Frau', '2'],
    ['Familie', 'x'],
    ['', ''],
  ]);
  const map = mapping('t', contact, null, [field('Salutation', 'Anrede', [{ op: 'trim' }], { Herr: 'Mr.' })]);

  it('show the most frequent values and what they become', () => {
    expect(sampleField(table, map, fieldNamed(contact, 'Salutation')!, 2)).toEqual([
      { from: 'Herr', to: 'Mr.', count: 2 },
      { from: 'Familie', to: 'Familie', count: 1 },
    ]);
    expect(sampleField(table, map, fieldNamed(contact, 'Title')!, 2)).toEqual([]);
  });

  it('list the values outside the picklist with a suggestion where there is one', () => {
    expect(unmappedValues(table, map, fieldNamed(contact, 'Salutation')!)).toEqual([
      { value: 'Familie', count: 1, suggestion: null },
      { value: 'Frau', count: 1, suggestion: 'Ms.' },
    ]);
    expect(unmappedValues(table, map, fieldNamed(contact, 'Title')!)).toEqual([]);
  });
});
