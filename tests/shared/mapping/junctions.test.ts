import { mapRecords } from '@shared/mapping/apply';
import { linkReferences } from '@shared/mapping/link-references';
import { suggestMapping } from '@shared/mapping/suggest';
import { NO_REFERENCE, ORPHAN, type TableMapping } from '@shared/mapping/types';
import { profileTable } from '@shared/profile/profile-table';
import type { Table } from '@shared/table/types';
import { BUILT_IN_SYSTEMS, builtInTarget, objectNamed, pointsInside } from '@shared/target/catalogue';
import type { TargetObject } from '@shared/target/types';
import { validateRecords } from '@shared/validate/validate-records';
import { describe, expect, it } from 'vitest';
import { guessesOf, tableOf } from '../legacy-tables';

const salesforce = builtInTarget('salesforce')!;

const mappingOf = (
  tableId: string,
  object: string,
  fields: Readonly<Record<string, string>>,
): TableMapping => ({
  tableId,
  object,
  keyColumn: 'id',
  fields: Object.entries(fields).map(([field, column]) => ({
    field,
    from: { kind: 'column', column },
    transforms: [],
    valueMap: {},
  })),
});

/** The records of one mapping, linked to those of the others. */
function linked(tables: Readonly<Record<string, Table>>, mappings: readonly TableMapping[], object: string) {
  const recordsOf = (of: TargetObject) =>
    mapRecords(
      of,
      mappings
        .filter((mapping) => mapping.object === of.name)
        .map((mapping) => ({ tableId: mapping.tableId, table: tables[mapping.tableId]!, mapping })),
      [],
      salesforce.file,
    );
  const names = [...new Set(mappings.map((mapping) => mapping.object))];
  const all = new Map(names.map((name) => [name, recordsOf(objectNamed(salesforce, name)!)]));
  const target = objectNamed(salesforce, object)!;
  return linkReferences(target, all.get(object)!, mappings, all, new Map(Object.entries(tables)));
}

const TABLES = {
  firms: tableOf([
    ['id', 'name'],
    ['F-001', 'Acme'],
    ['F-002', 'Bolt'],
  ]),
  people: tableOf([
    ['id', 'name'],
    ['P-001', 'Ann'],
    ['P-002', 'Bob'],
  ]),
  deals: tableOf([
    ['id', 'name'],
    ['D-001', 'Crane'],
    ['D-002', 'Dock'],
  ]),
  pairs: tableOf([
    ['id', 'firm', 'person', 'role'],
    ['1', 'F-001', 'P-001', 'Influencer'],
    ['2', 'F-002', 'P-001', 'Other'],
    ['3', 'F-002', 'P-001', 'Evaluator'],
    ['4', 'F-002', 'P-009', ''],
  ]),
  calls: tableOf([
    ['id', 'subject', 'about'],
    ['1', 'Visit', 'F-001'],
    ['2', 'Offer', 'D-002'],
    ['3', 'Mail', 'X-009'],
    ['4', 'Note', ''],
  ]),
};

const PARENTS = [
  mappingOf('firms', 'Account', { Name: 'name' }),
  mappingOf('people', 'Contact', { LastName: 'name' }),
  mappingOf('deals', 'Opportunity', { Name: 'name' }),
];

describe('an object that ties two others together', () => {
  const records = linked(
    TABLES,
    [
      ...PARENTS,
      mappingOf('pairs', 'AccountContactRelation', { AccountId: 'firm', ContactId: 'person', Roles: 'role' }),
    ],
    'AccountContactRelation',
  );

  it('is filled from a table of pairs, both sides linked', () => {
    expect(records.references.map(({ field, target }) => [field, [...target]])).toEqual([
      ['AccountId', [0, 1, 1, 1]],
      ['ContactId', [0, 0, 0, ORPHAN]],
    ]);
  });

  it('has its orphans and repeated pairs found before the load', () => {
    const relation = objectNamed(salesforce, 'AccountContactRelation')!;
    const { groups } = validateRecords(records, relation, salesforce);
    expect(groups.map(({ rule, field, records: at }) => [rule, field, [...at]])).toEqual([
      ['reference', 'ContactId', [3]],
      ['duplicateTogether', 'ContactId', [1, 2]],
    ]);
  });

  it.each(
    BUILT_IN_SYSTEMS.map(({ system }) => [
      system,
      builtInTarget(system)!
        .objects.filter(
          (object) =>
            object.fields.filter((field) => field.required && pointsInside(builtInTarget(system)!, field))
              .length > 1,
        )
        .map(({ name }) => name),
    ]),
  )('%s has %j', (system, names) => {
    expect({ [String(system)]: names }).toEqual({
      [String(system)]: {
        salesforce: ['OpportunityContactRole', 'AccountContactRelation'],
        hubspot: ['contacts_to_companies', 'deals_to_contacts'],
        dynamics365: ['connection'],
        zoho: [],
        pipedrive: [],
        generic: ['affiliation'],
      }[String(system)],
    });
  });
});

describe('a link to several kinds of parent', () => {
  const calls = mappingOf('calls', 'Task', { Subject: 'subject', WhatId: 'about' });
  const records = linked(TABLES, [...PARENTS, calls], 'Task');

  it('finds the parent of any kind, and is an orphan where none has it', () => {
    expect(records.references.map(({ object, target }) => [object, [...target]])).toEqual([
      ['Account', [0, NO_REFERENCE, ORPHAN, NO_REFERENCE]],
      ['Opportunity', [NO_REFERENCE, 1, NO_REFERENCE, NO_REFERENCE]],
    ]);
    const about = records.columns.find((column) => column.name === 'WhatId')!;
    expect([...about.codes].map((code) => about.values[code])).toEqual([
      'firms:F-001',
      'deals:D-002',
      'X-009',
      '',
    ]);
    const { groups } = validateRecords(records, objectNamed(salesforce, 'Task')!, salesforce);
    const broken = groups.filter(({ rule }) => rule === 'reference');
    expect(broken.map(({ field, records: at }) => [field, [...at]])).toEqual([['WhatId', [2]]]);
  });

  it('is suggested for a column that holds keys of more than one table', () => {
    const others = (['firms', 'deals'] as const).map((tableId, at) => ({
      tableId,
      table: TABLES[tableId],
      keyColumn: 'id',
      object: ['Account', 'Opportunity'][at]!,
    }));
    const table = tableOf([
      ['id', 'Subject', 'What ID'],
      ['1', 'Visit', 'F-001'],
      ['2', 'Offer', 'D-002'],
      ['3', 'Visit', 'F-002'],
      ['4', 'Offer', 'D-001'],
    ]);
    const { fields } = suggestMapping({
      tableId: 't',
      table,
      profile: profileTable(table, guessesOf(table), '2024-06-30'),
      system: salesforce,
      object: 'Task',
      others,
    });
    const found = fields.find(({ field }) => field === 'WhatId');
    expect(found?.mapping).toEqual({
      field: 'WhatId',
      from: { kind: 'column', column: 'What ID' },
      transforms: [],
      valueMap: {},
    });
    expect(found?.reasons.join(' ')).toContain(
      '50 % are keys of the Account table, 50 % are keys of the Opportunity table',
    );
  });
});
