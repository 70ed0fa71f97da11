import { readMappings, writeMappings } from '@shared/mapping/document';
import { type PlannedTable, planMappings } from '@shared/mapping/document-plan';
import type { TableMapping } from '@shared/mapping/types';
import { builtInTarget } from '@shared/target/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const salesforce = builtInTarget('salesforce')!;

const CUSTOMERS: TableMapping = {
  tableId: 't1',
  object: 'Account',
  keyColumn: 'Kd-Nr',
  fields: [
    { field: 'Name', from: { kind: 'column', column: 'Firma' }, transforms: [{ op: 'trim' }], valueMap: {} },
    {
      field: 'Industry',
      from: { kind: 'column', column: 'Branche' },
      transforms: [],
      valueMap: { Bau: 'Construction', '': 'Other', constructor: 'Other' },
    },
  ],
};
const PEOPLE: TableMapping = {
  tableId: 't2',
  object: 'Contact',
  keyColumn: null,
  fields: [
    {
      field: 'AccountId',
      from: { kind: 'reference', column: 'Kunde', table: 't1', by: 'Kd-Nr' },
      transforms: [],
      valueMap: {},
    },
    {
      field: 'LastName',
      from: { kind: 'join', columns: ['Vorname', 'Nachname'], separator: ' ' },
      transforms: [],
      valueMap: {},
    },
    { field: 'Description', from: { kind: 'constant', value: 'old CRM' }, transforms: [], valueMap: {} },
    {
      field: 'FirstName',
      from: { kind: 'first', columns: ['Vorname', 'Nachname'] },
      transforms: [],
      valueMap: {},
    },
    {
      field: 'Title',
      from: { kind: 'formula', expression: 'upper([Vorname])' },
      transforms: [],
      valueMap: {},
    },
    { field: 'Department', from: { kind: 'key', prefix: 'OLD-' }, transforms: [], valueMap: {} },
  ],
};

const table = (id: string, name: string, columns: string[], source = 'crm.xlsx'): PlannedTable => ({
  id,
  name,
  source,
  columns,
  migrates: true,
});
const TABLES = [
  table('t1', 'Kunden', ['Kd-Nr', 'Firma', 'Branche']),
  table('t2', 'Personen', ['Kunde', 'Vorname', 'Nachname']),
];

const written = (mappings: readonly TableMapping[], tables = TABLES) =>
  writeMappings(salesforce, mappings, tables);

function read(text: string) {
  const document = readMappings(text);
  if (!document.ok) throw new Error(document.error.code);
  return document.value;
}

const codeOf = (text: string) => {
  const result = readMappings(text);
  return result.ok ? 'ok' : result.error.code;
};

const plan = (
  text: string,
  tables: readonly PlannedTable[] = TABLES,
  mappings: readonly TableMapping[] = [],
) => planMappings({ document: read(text), system: salesforce, tables, mappings });

describe('a mapping document', () => {
  it('names tables, not ids, and keeps every part of a mapping', () => {
    const text = written([PEOPLE, CUSTOMERS]);
    expect(text).not.toContain('"t1"');
    const fresh = [
      table('a', 'Kunden', ['Kd-Nr', 'Firma', 'Branche']),
      table('b', 'Personen', ['Kunde', 'Vorname', 'Nachname']),
    ];
    const { mappings, leftOut } = plan(text, fresh);
    expect(leftOut).toEqual([]);
    expect(mappings.map((item) => item.mapping)).toEqual([
      { ...CUSTOMERS, tableId: 'a' },
      {
        ...PEOPLE,
        tableId: 'b',
        fields: [
          { ...PEOPLE.fields[0], from: { kind: 'reference', column: 'Kunde', table: 'a', by: 'Kd-Nr' } },
          ...PEOPLE.fields.slice(1),
        ],
      },
    ]);
    expect(mappings.map((item) => item.kind)).toEqual(['new', 'new']);
  });

  it('has the same bytes whatever the order of the mappings', () => {
    expect(written([PEOPLE, CUSTOMERS])).toBe(written([CUSTOMERS, PEOPLE]));
  });

  it('brings back any value map and any constant', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), value, (pairs, constant) => {
        const mapping: TableMapping = {
          ...CUSTOMERS,
          fields: [
            {
              field: 'Name',
              from: { kind: 'constant', value: constant },
              transforms: [],
              valueMap: Object.fromEntries(pairs),
            },
          ],
        };
        expect(plan(written([mapping]), TABLES, [mapping]).mappings[0]).toMatchObject({
          kind: 'same',
          mapping,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when it is another version, another file, damaged, or hostile', () => {
    const good = written([CUSTOMERS]);
    expect(codeOf(`\ufeff${good}`)).toBe('ok');
    expect(codeOf(good.replace('"version": 1', '"version": 2'))).toBe('MAPPING_VERSION');
    expect(codeOf(good.replace('winnow-mapping', 'winnow-recipe'))).toBe('MAPPING_UNKNOWN');
    expect(codeOf('Kd-Nr;Firma')).toBe('MAPPING_NOT_JSON');
    expect(codeOf(good.replace('"trim"', '"shell"'))).toBe('MAPPING_INVALID');
    expect(codeOf(good.replace('"object": "Account"', '"object": "__proto__"'))).toBe('MAPPING_INVALID');
    expect(codeOf(good.replace('"tables":', '"__proto__": {}, "tables":'))).toBe('JSON_RESERVED_KEY');
    expect(codeOf('['.repeat(100) + ']'.repeat(100))).toBe('JSON_TOO_DEEP');
  });
});

describe('planMappings', () => {
  it('says what would change in a table that is mapped already', () => {
    const now: TableMapping = {
      ...CUSTOMERS,
      object: 'Lead',
      fields: [
        { ...CUSTOMERS.fields[0]!, transforms: [] },
        { field: 'Phone', from: { kind: 'column', column: 'Firma' }, transforms: [], valueMap: {} },
      ],
    };
    expect(plan(written([CUSTOMERS]), TABLES, [now]).mappings[0]).toMatchObject({
      kind: 'changed',
      added: ['Industry'],
      changed: ['Name'],
      removed: ['Phone'],
      objectBefore: 'Lead',
    });
  });

  it('leaves out in words what is not there and takes the rest', () => {
    const { mappings, leftOut } = plan(written([CUSTOMERS, PEOPLE]), [table('t1', 'Kunden', ['Firma'])]);
    expect(leftOut).toEqual([
      'Kunden: Industry is left out: the table has no column "Branche".',
      'Kunden: the record key "Kd-Nr" is not a column of the table; rows are known by their content instead.',
      'There is no table "Personen" in this project; its mapping is left out.',
    ]);
    expect(mappings[0]?.mapping).toEqual({
      tableId: 't1',
      object: 'Account',
      keyColumn: null,
      fields: [CUSTOMERS.fields[0]],
    });
  });

  it('leaves out references whose table or column is missing, and unknown fields and objects', () => {
    const people = written([PEOPLE]);
    expect(plan(people, [TABLES[1]!]).leftOut).toEqual([
      'Personen: Account ID is left out: there is no table "Kunden" it could point to.',
    ]);
    expect(plan(people, [table('t1', 'Kunden', []), TABLES[1]!]).leftOut[0]).toContain(
      'the table "Kunden" it points to has no column "Kd-Nr"',
    );
    expect(plan(written([CUSTOMERS]).replace('"Industry"', '"Nonsense__c"')).leftOut).toEqual([
      'Kunden: Account has no field "Nonsense__c"; it is left out.',
    ]);
    expect(plan(written([CUSTOMERS]).replace('"Account"', '"Planet"'))).toEqual({
      mappings: [],
      leftOut: ['The target has no object "Planet"; the mapping of the table "Kunden" is left out.'],
    });
  });

  it('parts tables of the same name by their source, and guesses nothing', () => {
    const text = written([CUSTOMERS]);
    const columns = ['Kd-Nr', 'Firma', 'Branche'];
    const two = [table('x', 'Kunden', columns, 'old.xlsx'), table('y', 'Kunden', columns)];
    expect(plan(text, two).mappings.map((item) => item.mapping.tableId)).toEqual(['y']);
    const doubled = [table('x', 'Kunden', columns), table('y', 'Kunden', columns)];
    expect(plan(text, doubled).leftOut[0]).toContain('Several tables are called "Kunden"');
  });

  it('passes over tables that do not migrate and says when the target is another one', () => {
    const list = [{ ...TABLES[0]!, migrates: false }];
    expect(plan(written([CUSTOMERS]), list).leftOut[0]).toContain('not among those that migrate');
    const document = read(written([CUSTOMERS]));
    const hubspot = builtInTarget('hubspot')!;
    expect(planMappings({ document, system: hubspot, tables: TABLES, mappings: [] }).leftOut[0]).toBe(
      'The document was made for Salesforce (Sales Cloud), the project migrates to HubSpot CRM; only what both have is taken over.',
    );
  });
});
