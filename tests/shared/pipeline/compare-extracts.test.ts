import { unwrap } from '@shared/base/result';
import { compareRows } from '@shared/pipeline/compare-rows';
import { columnOf } from '@shared/table/column';
import type { Table } from '@shared/table/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_CSV, type TestProject, testProject } from '../../support/project';

const BEFORE = 'No,Company,City\n1,Ada Ltd,Bern\n2,Bell AG,Basel\n3,Curie SA,Paris\n';

function compare(
  project: TestProject,
  csv: string,
  more: { renamed?: Record<string, string> | null; part?: number | null } = {},
) {
  return project.engine.compareExtracts({
    tableId: 'a',
    file: new Blob([csv]),
    fileName: 'newer.csv',
    options: PLAIN_CSV,
    renamed: more.renamed === undefined ? {} : more.renamed,
    part: more.part === undefined ? 0 : more.part,
  });
}

describe('a newer extract beside the one before', () => {
  it('has new, changed and vanished rows by key, with old and new values', async () => {
    const project = await testProject('salesforce', [{ id: 'a', csv: BEFORE }]);
    const found = unwrap(
      await compare(project, 'No,Company,City\n4,Darwin,Kent\n3,Curie SA,Lyon\n1,Ada Ltd,Bern\n'),
    );
    expect(found.keyColumn).toBe('No');
    expect(found.rows).toMatchObject({ before: 3, after: 3, same: 1, added: 1, vanished: 1, changed: 1 });
    expect(found.rows.changedColumns).toEqual([{ column: 'City', rows: 1 }]);
    expect(found.rows.changedRows).toEqual([
      { key: '3', row: 1, changes: [{ column: 'City', from: 'Paris', to: 'Lyon' }] },
    ]);
    expect(found.rows.addedRows[0]).toEqual({
      key: '4',
      row: 0,
      cells: [
        { column: 'No', value: '4' },
        { column: 'Company', value: 'Darwin' },
        { column: 'City', value: 'Kent' },
      ],
    });
    expect(found.rows.vanishedRows[0]?.key).toBe('2');
    expect(found.unfit).toEqual([]);
  });

  it('names mappings, keys and decisions that no longer fit', async () => {
    const project = await testProject('salesforce', [{ id: 'a', csv: BEFORE }]);
    await project.add('mapping.set', {
      mapping: {
        tableId: 'a',
        object: 'Account',
        keyColumn: 'No',
        fields: [
          { field: 'Name', from: { kind: 'column', column: 'Company' }, transforms: [], valueMap: {} },
          { field: 'BillingCity', from: { kind: 'column', column: 'City' }, transforms: [], valueMap: {} },
        ],
      },
    });
    await project.add('cluster.decided', {
      object: 'Account',
      verdict: 'merge',
      groups: [['a:2', 'a:3']],
      reason: '',
    });
    const found = unwrap(await compare(project, 'No,Firm,City\n1,Ada Ltd,Bern\n3,Curie SA,Paris\n'));
    expect(found.unfit).toEqual([
      '"Company" is missing and mapped to Account Name: map another column there.',
      '1 decision about duplicates names rows that vanish; it rests until they come back.',
    ]);
    const taken = unwrap(await compare(project, 'No,Compny,City\n1,Ada Ltd,Bern\n', { renamed: null }));
    expect(taken.renamed).toEqual({ Compny: 'Company' });
    expect(taken.renames).toMatchObject([{ from: 'Company', to: 'Compny' }]);
    const renamed = unwrap(
      await compare(project, 'No,Firm,City\n1,Ada Ltd,Bern\n3,Curie SA,Paris\n', {
        renamed: { Firm: 'Company' },
      }),
    );
    expect(renamed.unfit).toHaveLength(1);
    expect(renamed.rows).toMatchObject({ same: 2, changed: 0, vanished: 1 });
    const keyless = unwrap(await compare(project, 'Company,City\nAda Ltd,Bern\n'));
    expect(keyless.keyColumn).toBeNull();
    expect(keyless.unfit[0]).toMatch(/^The key column "No" is missing/);
  });

  it('may be one part of several, or one more', async () => {
    const project = await testProject('salesforce', [
      { id: 'a', csv: BEFORE, parts: [{ name: '2020', csv: 'No,Company,City\n7,Grace,York\n' }] },
    ]);
    const csv = 'No,Company,City\n7,Grace,Leeds\n8,Hopper,Rye\n';
    const replaced = unwrap(await compare(project, csv, { part: 1 }));
    expect(replaced.rows).toMatchObject({ before: 4, after: 5, same: 3, changed: 1, added: 1 });
    const more = unwrap(await compare(project, 'No,Company,City\n9,Noether,Bonn\n', { part: null }));
    expect(more.rows).toMatchObject({ before: 4, after: 5, same: 4, changed: 0, added: 1 });
  });

  it('applies repairs where the same line comes again, and says which do not', async () => {
    const project = await testProject('salesforce', [{ id: 'a', csv: `${BEFORE}4,Da,rw,in\n` }]);
    await project.add('row.repaired', { tableId: 'a', raw: '4,Da,rw,in', cells: ['4', 'Darwin', 'Kent'] });
    const again = unwrap(await compare(project, `${BEFORE}4,Da,rw,in\n`));
    expect(again).toMatchObject({ repaired: 1, rejected: 0, rows: { same: 4 }, unfit: [] });
    const without = unwrap(await compare(project, BEFORE));
    expect(without.unfit).toContain('1 repaired line does not come again.');
  });
});

describe('rows of two tables', () => {
  const cell = fc.constantFrom('', 'a', 'b', 'c');
  const rows = fc.uniqueArray(fc.tuple(fc.nat(12), cell, cell), { selector: ([key]) => key, maxLength: 10 });
  const tableOf = (cells: readonly (readonly [number, string, string])[]): Table => ({
    rowCount: cells.length,
    columns: [
      columnOf(
        'x',
        cells.map((row) => row[1]),
      ),
      columnOf(
        'y',
        cells.map((row) => row[2]),
      ),
    ],
  });
  it('are each the same, changed, new or gone; exchanged, new and gone change places', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const a = { table: tableOf(first), keys: first.map(([key]) => String(key)) };
        const b = { table: tableOf(second), keys: second.map(([key]) => String(key)) };
        const there = compareRows(a, b, (key) => key);
        const back = compareRows(b, a, (key) => key);
        expect(there.same + there.changed + there.added).toBe(second.length);
        expect(there.same + there.changed + there.vanished).toBe(first.length);
        expect([back.added, back.vanished, back.changed]).toEqual([
          there.vanished,
          there.added,
          there.changed,
        ]);
        const expected = second.filter(([key, x, y]) => {
          const old = first.find((row) => row[0] === key);
          return old && (old[1] !== x || old[2] !== y);
        });
        expect(there.changedRows.map(({ key }) => key)).toEqual(expected.map(([key]) => String(key)));
      }),
    );
  });
});
