import { compareColumns } from '@shared/ingest/compare-columns';
import { applyRepairs } from '@shared/ingest/repair-rows';
import { stackTables } from '@shared/ingest/stack';
import { stackable } from '@shared/ingest/stackable';
import type { NamedTable } from '@shared/ingest/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspected, namesOf, read, rowsOf } from './support';

async function named(name: string, text: string): Promise<NamedTable> {
  return { name, ingested: await read(text, {}, `${name}.csv`) };
}

const part = ({ name, ingested }: NamedTable) => ({ name, columns: ingested.columns, table: ingested.table });

describe('stacking tables', () => {
  it('unites columns by header, whatever its case and signs, and keeps lines and rejected rows', async () => {
    const first = await named('2019', 'Name,E-Mail,City\nAnn,a@x.org,Rome\nBob,b@x.org,Oslo\n"x,1,2,3\n');
    const second = await named('2020', 'name,email,Phone\nCyd,c@x.org,123 456\n1,2,3,4\n');
    const stacked = stackTables([first, second]);
    expect(namesOf(stacked.table)).toEqual(['Name', 'E-Mail', 'City', 'Phone']);
    expect(rowsOf(stacked.table)).toEqual([
      ['Ann', 'a@x.org', 'Rome', ''],
      ['Bob', 'b@x.org', 'Oslo', ''],
      ['Cyd', 'c@x.org', '', '123 456'],
    ]);
    expect([...stacked.lines]).toEqual([2, 3, 2]);
    expect(stacked.parts).toEqual([
      { name: '2019', firstRow: 0 },
      { name: '2020', firstRow: 2 },
    ]);
    expect(stacked.rejected.map(({ line, part }) => [part, line])).toEqual([
      [0, 4],
      [1, 3],
    ]);
    expect(stacked.warnings).toContain('2019 has no column "Phone"; its cells are empty there.');
    expect(stacked.warnings).toContain('2020 has no column "City"; its cells are empty there.');
  });

  it('asks for the date order when the parts write dates differently', async () => {
    const european = await named('DE', 'Id,Since\n1,25/03/2020\n2,04/03/2020\n');
    const american = await named('US', 'Id,Since\n3,03/25/2020\n4,03/04/2020\n');
    const stacked = stackTables([european, american]);
    expect(stacked.columns[1]).toEqual({ name: 'Since', type: 'date', dateOrder: null, decimalComma: false });
    expect(stacked.warnings).toContain('"Since": dates are written DMY in DE and MDY in US.');
  });

  it('guesses the type anew where the parts differ, and says so', async () => {
    const numbers = await named('A', 'Id,Code\n1,12\n2,13\n');
    const words = await named('B', 'Id,Code\n3,none yet\n4,see below\n');
    const stacked = stackTables([numbers, words]);
    expect(stacked.columns.map(({ type }) => type)).toEqual(['integer', 'text']);
    expect(stacked.warnings).toContain('"Code": the values are whole numbers in A and text in B.');
  });

  it('flattens tables that are stacked themselves', async () => {
    const [a, b, c] = [
      await named('a', 'x,y\n1,2\n'),
      await named('b', 'x,y\n3,4\n1\n2,3,4\n'),
      await named('c', 'x,y\n5,6\n7,8,9\n'),
    ];
    const stacked = stackTables([{ name: 'ab', ingested: stackTables([a, b]) }, c]);
    expect(stacked.parts!.map(({ name, firstRow }) => [name, firstRow])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 3],
    ]);
    expect(stacked.rejected.map(({ part, raw }) => [part, raw])).toEqual([
      [1, '2,3,4'],
      [2, '7,8,9'],
    ]);
  });

  it('neither loses nor invents a cell', async () => {
    const cell = fc.constantFrom('', 'a', 'b', '1', 'long text');
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 4 }), async (tables) => {
        const parts: NamedTable[] = [];
        for (const [i, rows] of tables.entries()) {
          const text = `key,left,right\n${rows.map((row, r) => `k${r},${row.join(',')}\n`).join('')}`;
          parts.push({ name: String(i), ingested: await read(text, { headerRow: 0, firstRow: 1 }) });
        }
        expect(rowsOf(stackTables(parts).table)).toEqual(parts.flatMap((p) => rowsOf(p.ingested.table)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('comparing columns', () => {
  it('tells added, missing, renamed and retyped columns apart', async () => {
    const before = await named(
      '2019',
      'Id,Mail,Fax,Town,Size\n1,a@x.org,1,Rome,1\n2,b@x.org,2,Oslo,2\n3,c@x.org,3,Bonn,3\n4,d@x.org,4,Kiel,4\n5,e@x.org,5,Genf,5\n',
    );
    const after = await named(
      '2020',
      'ID,E-mail address,Locality,Size,Note\n1,a@x.org,Rome,big,\n2,b@x.org,Oslo,small,\n3,c@x.org,Bonn,big,\n4,d@x.org,Kiel,big,new\n5,e@x.org,Genf,big,new\n',
    );
    const drift = compareColumns([part(before), part(after)]);
    expect(drift.common).toEqual(['Id', 'Mail', 'Town', 'Size']);
    expect(drift.missing).toEqual([{ column: 'Fax', part: '2020' }]);
    expect(drift.added).toEqual([{ column: 'Note', part: '2020' }]);
    expect(drift.renamed.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['Mail', 'E-mail address', '5 of 5 different values of "Mail" come again in "E-mail address".'],
      ['Town', 'Locality', '5 of 5 different values of "Town" come again in "Locality".'],
    ]);
    expect(drift.retyped).toEqual([{ part: '2020', column: 'Size', from: 'integer', to: 'text' }]);
    expect(drift.sentences[0]).toBe('2020 lacks "Fax" of 2019.');
  });

  it('says so when nothing differs', async () => {
    const a = await named('a', 'x,y\n1,2\n');
    const b = await named('b', 'X,Y\n3,4\n');
    expect(compareColumns([part(a), part(b)]).sentences).toEqual(['All 2 tables have the same 2 columns.']);
  });

  it('takes headers written alike for one column when there are no values to compare', () => {
    const column = (name: string) => ({ name, type: 'text', dateOrder: null, decimalComma: false }) as const;
    const drift = compareColumns([
      { name: 'a', columns: [column('Customer name'), column('City')], table: null },
      { name: 'b', columns: [column('Customer nme'), column('City')], table: null },
    ]);
    expect(drift.renamed.map(({ from, to }) => [from, to])).toEqual([['Customer name', 'Customer nme']]);
  });
});

describe('what can be stacked', () => {
  const offer = async (name: string, text: string) => (await inspected(text, name)).tables[0]!;

  it('tables whose names differ in a year and whose columns are the same', async () => {
    const tables = [
      await offer('Customers 2019.csv', 'Id,Name,City\n1,Ann,Rome\n'),
      await offer('Orders.csv', 'Order,Amount,Date\n1,12.50,2020-01-02\n'),
      await offer('Customers 2020.csv', 'id,name,city,phone\n1,Ann,Rome,123\n'),
    ];
    expect(stackable(tables)).toEqual([
      {
        name: 'Customers',
        members: [0, 2],
        reason:
          '"Customers 2019" and "Customers 2020" have 3 columns in common (3 in the first) and names that differ only in a number, a date or the like.',
      },
    ]);
  });

  it('tables of any name with exactly the same columns', async () => {
    const tables = [
      await offer('Berlin.csv', 'Id,Name,City\n1,Ann,Rome\n'),
      await offer('Hamburg.csv', 'Id,Name,City\n1,Ann,Rome\n'),
    ];
    expect(stackable(tables).map(({ members, reason }) => [members, reason])).toEqual([
      [[0, 1], '"Berlin" and "Hamburg" have the same 3 columns.'],
    ]);
  });

  it('under the words their names begin with', async () => {
    const tables = [
      await offer('deaths arts.csv', 'Id,Name,City\n1,Ann,Rome\n'),
      await offer('deaths other.csv', 'Id,Name,City\n1,Ann,Rome\n'),
    ];
    expect(stackable(tables).map(({ name }) => name)).toEqual(['deaths']);
  });

  it('neither tables without a header nor tables that merely share two columns', async () => {
    const tables = [
      await offer('a 1.csv', '1,2\n3,4\n5,6\n'),
      await offer('a 2.csv', '1,2\n3,4\n5,6\n'),
      await offer('x.csv', 'Id,Name\n1,Ann\n'),
      await offer('y.csv', 'Id,Name\n1,Ann\n'),
    ];
    expect(stackable(tables)).toEqual([]);
  });
});

describe('repairing rejected rows', () => {
  it('puts a repaired row where its line is, and the sum stays', async () => {
    const ingested = await read('Id,Name\n1,Ann\n2,Bob,B.\n3,Cyd\n4,Dan,D.\n5,Eve\n');
    const repaired = applyRepairs(ingested, [{ raw: '2,Bob,B.', cells: ['2', 'Bob B.'] }]);
    expect(rowsOf(repaired.table)).toEqual([
      ['1', 'Ann'],
      ['2', 'Bob B.'],
      ['3', 'Cyd'],
      ['5', 'Eve'],
    ]);
    expect([...repaired.lines]).toEqual([2, 3, 4, 6]);
    expect(repaired.rejected.map(({ line }) => line)).toEqual([5]);
    expect(repaired.table.columns[0]!.values).toEqual(['', '1', '2', '3', '5']);
  });

  it('repairs every row of the same text, and rows of the right part of a stack', async () => {
    const a = await named('a', 'x,y\n1,2\n9,9,9\n');
    const b = await named('b', 'x,y\n9,9,9\n3,4\n');
    const repaired = applyRepairs(stackTables([a, b]), [{ raw: '9,9,9', cells: ['9', '99'] }]);
    expect(rowsOf(repaired.table)).toEqual([
      ['1', '2'],
      ['9', '99'],
      ['9', '99'],
      ['3', '4'],
    ]);
    expect(repaired.parts).toEqual([
      { name: 'a', firstRow: 0 },
      { name: 'b', firstRow: 2 },
    ]);
    expect([...repaired.lines]).toEqual([2, 3, 2, 3]);
    expect(repaired.rejected).toEqual([]);
  });

  it('does not apply a repair with too many cells, and says so', async () => {
    const ingested = await read('x,y\n1,2\n9,9,9\n');
    const repaired = applyRepairs(ingested, [{ raw: '9,9,9', cells: ['9', '9', '9'] }]);
    expect(repaired.rejected).toHaveLength(1);
    expect(repaired.warnings.at(-1)).toBe(
      'The repair of line 3 has 3 cells; the table has 2 columns, so the line stays rejected.',
    );
  });

  it('leaves the table as it is without a fitting repair', async () => {
    const ingested = await read('x,y\n1,2\n');
    expect(applyRepairs(ingested, [{ raw: 'no such line', cells: ['1', '2'] }])).toBe(ingested);
  });
});
