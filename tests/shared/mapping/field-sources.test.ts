import { mapRecords } from '@shared/mapping/apply';
import { fieldFill } from '@shared/mapping/field-report';
import { takesKeys } from '@shared/mapping/key-column';
import { columnsRead } from '@shared/mapping/source-columns';
import { sourceWords } from '@shared/mapping/source-words';
import type { FieldMapping, FieldSource, TableMapping, Transform } from '@shared/mapping/types';
import { columnNamed, valueAt } from '@shared/table/column';
import type { Table } from '@shared/table/types';
import { builtInTarget, fieldNamed, objectNamed } from '@shared/target/catalogue';
import type { TargetField } from '@shared/target/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../legacy-tables';

const salesforce = builtInTarget('salesforce')!;
const contact = objectNamed(salesforce, 'Contact')!;

const people = tableOf([
  ['id', 'office', 'mobile', 'home', 'price', 'pieces'],
  ['1', '+49 30 1', '', '030/1', '10', '3'],
  ['2', ' ', '0171 22', '', '7.5', '2'],
  ['3', '', '', '', 'many', '1'],
  ['4', '030 4', '0171 44', '', '', ''],
  ['5', '030 4', '0171 44', '', '2', '0'],
]);

const item = (
  field: string,
  from: FieldSource,
  transforms: readonly Transform[] = [],
  valueMap: FieldMapping['valueMap'] = {},
): FieldMapping => ({ field, from, transforms, valueMap });

const mappingOf = (fields: readonly FieldMapping[], tableId = 't'): TableMapping => ({
  tableId,
  object: 'Contact',
  keyColumn: 'id',
  fields,
});

function mapped(one: FieldMapping, table: Table = people): string[] {
  const records = mapRecords(
    contact,
    [{ tableId: 't', table, mapping: mappingOf([one]) }],
    [],
    salesforce.file,
  );
  const column = columnNamed({ rowCount: records.count, columns: records.columns }, one.field)!;
  return Array.from({ length: records.count }, (_, row) => valueAt(column, row));
}

const fill = (one: FieldMapping) =>
  fieldFill(people, mappingOf([one]), one, fieldNamed(contact, one.field)!, salesforce.file);

describe('the first filled of several columns', () => {
  const phones: FieldSource = { kind: 'first', columns: ['office', 'mobile', 'home'] };

  it('takes the columns in their order and passes over blanks', () => {
    expect(mapped(item('Phone', phones, [{ op: 'trim' }]))).toEqual([
      '+49 30 1',
      '0171 22',
      '',
      '030 4',
      '030 4',
    ]);
    const turned: FieldSource = { kind: 'first', columns: ['home', 'mobile', 'office'] };
    expect(mapped(item('Phone', turned))).toEqual(['030/1', '0171 22', '', '0171 44', '0171 44']);
  });

  it('says what each column gives, in how many rows they differ, and what is lost there', () => {
    expect(fill(item('Phone', phones)).collision).toEqual({
      columns: [
        { column: 'office', filled: 3, used: 3 },
        { column: 'mobile', filled: 3, used: 1 },
        { column: 'home', filled: 1, used: 0 },
      ],
      differing: 3,
      samples: [
        { kept: '030 4', lost: ['0171 44'], rows: 2 },
        { kept: '+49 30 1', lost: ['030/1'], rows: 1 },
      ],
    });
  });

  it('sees no conflict where two spellings come out alike', () => {
    const same = item('Phone', { kind: 'first', columns: ['office', 'home'] }, [
      { op: 'replace', find: '+49 30 ', with: '030/' },
    ]);
    expect(fill(same).collision).toMatchObject({ differing: 0, samples: [] });
  });

  it('is the first value that is not blank, whatever the rows hold', () => {
    const cell = fc.constantFrom('', ' ', 'a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }), (rows) => {
        const table = tableOf([['x', 'y', 'z'], ...rows]);
        const from: FieldSource = { kind: 'first', columns: ['z', 'x', 'y'] };
        const records = mapRecords(
          contact,
          [
            {
              tableId: 't',
              table,
              mapping: { ...mappingOf([item('Title', from)]), keyColumn: null },
            },
          ],
          [],
          salesforce.file,
        );
        const column = records.columns[0]!;
        expect(rows.map((_, row) => valueAt(column, row))).toEqual(
          rows.map(([x, y, z]) => [z, x, y].find((text) => text.trim() !== '') ?? ''),
        );
      }),
    );
  });
});

describe('a formula over the row', () => {
  const total = item('Description', { kind: 'formula', expression: '[price] * [pieces]' });

  it('is worked out for every row; rows without a value stay empty and are counted', () => {
    expect(mapped(total)).toEqual(['30', '15', '', '', '0']);
    expect(fill(total)).toMatchObject({ rows: 5, empty: 2, problems: ['1 row: not a number.'] });
  });

  it('goes through transforms and the value map like any column', () => {
    expect(mapped({ ...total, valueMap: { '0': 'nothing' } })).toEqual(['30', '15', '', '', 'nothing']);
  });

  it('names its columns, and says what is wrong with it', () => {
    expect(columnsRead(total.from)).toEqual(['price', 'pieces']);
    expect(() => mapped(item('Title', { kind: 'formula', expression: '[price' }))).toThrow(
      'The formula “[price” of the mapping cannot run.',
    );
    expect(() => mapped(item('Title', { kind: 'formula', expression: '[gone]' }))).toThrow('“gone”');
  });
});

describe('a generated key', () => {
  const external: TargetField = {
    ...fieldNamed(contact, 'Title')!,
    api: 'Ext__c',
    type: 'text',
    unique: true,
    maxLength: 20,
  };
  const object = { ...contact, fields: [...contact.fields, external] };
  const keysOf = (table: Table, tableIds: readonly string[], prefix: string) => {
    const records = mapRecords(
      object,
      tableIds.map((tableId) => ({
        tableId,
        table,
        mapping: mappingOf([item('Ext__c', { kind: 'key', prefix })], tableId),
      })),
      [],
      salesforce.file,
    );
    const column = records.columns[0]!;
    return Array.from({ length: records.count }, (_, row) => valueAt(column, row));
  };

  it('is the record key behind the prefix', () => {
    expect(keysOf(people, ['crm'], 'OLD-')).toEqual([
      'OLD-crm:1',
      'OLD-crm:2',
      'OLD-crm:3',
      'OLD-crm:4',
      'OLD-crm:5',
    ]);
  });

  it('gives way to a hash where it is too long for the field, the same on every run', () => {
    const long = tableOf([['id'], ['a key far too long for twenty characters'], ['7']]);
    const [first, second] = keysOf(long, ['crm'], 'X-');
    expect(first).toMatch(/^X-[0-9a-f]{18}$/);
    expect(second).toBe('X-crm:7');
    expect(keysOf(long, ['crm'], 'X-')).toEqual([first, second]);
  });

  it('is unique and within the length, for any keys of several tables', () => {
    const rows = fc.array(fc.tuple(fc.string({ maxLength: 30 })), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.string({ maxLength: 6 }), (cells, prefix) => {
        const keys = keysOf(tableOf([['id'], ...cells]), ['a', 'b'], prefix);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every((key) => key.length <= 20)).toBe(true);
      }),
    );
  });

  it('is for unique text fields only', () => {
    expect(takesKeys(external)).toBe(true);
    expect(takesKeys({ ...external, unique: false })).toBe(false);
    expect(takesKeys({ ...external, unique: false, externalId: true })).toBe(true);
    expect(takesKeys({ ...external, type: 'email' })).toBe(false);
  });
});

describe('a default', () => {
  it('says how many empty values there are and how many it fills', () => {
    const phone: FieldSource = { kind: 'column', column: 'office' };
    expect(fill(item('Phone', phone, [{ op: 'trim' }]))).toMatchObject({ empty: 2, defaulted: 0 });
    expect(fill(item('Phone', phone, [{ op: 'trim' }, { op: 'default', value: 'unknown' }]))).toMatchObject({
      empty: 2,
      defaulted: 2,
    });
  });
});

describe('every kind of source', () => {
  const SOURCES: readonly (readonly [FieldSource, string])[] = [
    [{ kind: 'column', column: 'office' }, 'office'],
    [{ kind: 'join', columns: ['office', 'home'], separator: ' ' }, 'office + home'],
    [{ kind: 'first', columns: ['office', 'home'] }, 'first filled of office, home'],
    [{ kind: 'constant', value: '' }, 'always empty'],
    [{ kind: 'constant', value: 'DE' }, 'always “DE”'],
    [{ kind: 'formula', expression: 'upper([office])' }, '= upper([office])'],
    [{ kind: 'key', prefix: '' }, 'record key'],
    [{ kind: 'key', prefix: 'OLD-' }, 'record key behind “OLD-”'],
    [{ kind: 'reference', column: 'firm', table: 't1', by: null }, 'firm → Kunden'],
    [{ kind: 'reference', column: 'firm', table: 't1', by: 'Nr' }, 'firm → Kunden, by Nr'],
  ];

  it.each(SOURCES)('%j reads: %s', (source, words) => {
    expect(sourceWords(source, () => 'Kunden')).toBe(words);
  });
});
