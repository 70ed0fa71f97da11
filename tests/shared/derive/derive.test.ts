import { divideRows, rowsApart, rowsOwned, STAYS } from '@shared/derive/apart';
import { distinctRows } from '@shared/derive/distinct';
import { listItems } from '@shared/derive/items';
import type { DerivedRows, RowsApart } from '@shared/derive/types';
import { derivationWords } from '@shared/derive/words';
import { columnOf, valueAt } from '@shared/table/column';
import type { Table } from '@shared/table/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function table(header: string, ...rows: readonly string[]): Table {
  const cells = rows.map((row) => row.split('|'));
  return {
    rowCount: rows.length,
    columns: header.split('|').map((name, at) =>
      columnOf(
        name,
        cells.map((row) => row[at] ?? ''),
      ),
    ),
  };
}

function cells({ table: made }: DerivedRows): readonly string[] {
  return Array.from({ length: made.rowCount }, (_, row) =>
    made.columns.map((column) => valueAt(column, row)).join('|'),
  );
}

const typeIs = (...values: readonly string[]): RowsApart => ({
  kind: 'apart',
  from: 't',
  where: [{ kind: 'equals', column: 'Type', values, not: false }],
});

describe('rows set apart', () => {
  const people = table('Name|Type', 'Ada|P', 'Bell AG|C', 'Curie|P', 'Dane|');

  it('stand in the first table whose conditions they meet, and the rest stays', () => {
    const divided = divideRows(people, [typeIs('C'), typeIs('C', 'P')]);
    expect(cells(rowsApart(people, divided, 1))).toEqual(['Bell AG|C']);
    expect(cells(rowsApart(people, divided, 2))).toEqual(['Ada|P', 'Curie|P']);
    expect([...rowsOwned(divided, STAYS)]).toEqual([3]);
  });

  it('stay where they are when a condition names a column that is gone, with a sentence', () => {
    const gone: RowsApart = {
      kind: 'apart',
      from: 't',
      where: [{ kind: 'blank', column: 'Kind', blank: true }],
    };
    const divided = divideRows(people, [gone, typeIs('P')]);
    expect(rowsApart(people, divided, 1)).toMatchObject({
      table: { rowCount: 0 },
      warnings: [expect.stringMatching(/^No row is set apart: .*Kind/)],
    });
    expect(cells(rowsApart(people, divided, 2))).toEqual(['Ada|P', 'Curie|P']);
  });

  it('every row stands in exactly one place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A', 'B', 'C', '')),
        fc.array(fc.subarray(['A', 'B', 'C', '']), { maxLength: 5 }),
        (types, claims) => {
          const divided = divideRows(
            { rowCount: types.length, columns: [columnOf('Type', types)] },
            claims.map((values) => typeIs(...values)),
          );
          const places = [...claims.keys(), claims.length].flatMap((place) => [...rowsOwned(divided, place)]);
          expect(places.sort((a, b) => a - b)).toEqual([...types.keys()]);
        },
      ),
    );
  });
});

describe('one row for every combination of values', () => {
  const contacts = table(
    'Name|Company|City|Web',
    'Ada|Bell AG|Basel|',
    'Ben|Curie SA|Paris|curie.fr',
    'Cid|Bell AG|Bern|bell.ch',
    'Dan||Rome|dan.it',
    'Eve|Bell AG|Bern|bell.ch',
  );
  const derive = (by: readonly string[], columns: readonly string[]) =>
    distinctRows(contacts, { kind: 'distinct', from: 't', by, columns });

  it('takes the most frequent filled value of the others, and says where they disagree', () => {
    const made = derive(['Company'], ['City', 'Web']);
    expect(cells(made)).toEqual(['Bell AG|Bern|bell.ch', 'Curie SA|Paris|curie.fr']);
    expect([...made.rows]).toEqual([0, 1]);
    expect(made.warnings).toEqual([
      'City differs between the rows of 1 of 2 rows; the most frequent value is taken.',
    ]);
  });

  it('of equally frequent values takes the first', () => {
    expect(cells(derive(['Company', 'City'], ['Name']))).toEqual([
      'Bell AG|Basel|Ada',
      'Curie SA|Paris|Ben',
      'Bell AG|Bern|Cid',
      '|Rome|Dan',
    ]);
  });

  it('has no rows, but its columns, when the column it goes by is gone', () => {
    const made = derive(['Firm'], ['City']);
    expect(made.table).toMatchObject({ rowCount: 0, columns: [{ name: 'Firm' }, { name: 'City' }] });
    expect(made.warnings).toEqual(['The table it is made from has no column "Firm" any more.']);
  });

  it('has every filled value exactly once, in order of first appearance', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', '')), (values) => {
        const of = { rowCount: values.length, columns: [columnOf('X', values)] };
        const made = distinctRows(of, { kind: 'distinct', from: 't', by: ['X'], columns: ['X'] });
        const filled = values.filter((value) => value !== '');
        expect(cells(made)).toEqual([...new Set(filled)]);
        expect([...made.rows]).toEqual([...new Set(filled)].map((value) => values.indexOf(value)));
      }),
    );
  });
});

describe('one row for every entry of a list', () => {
  const members = table('No|Campaigns|More', '1|Fair; Mailing ;Fair|Web', '2||', '3|;|Mailing');

  it('repeats the kept columns, drops empty and repeated entries', () => {
    const made = listItems(members, {
      kind: 'items',
      from: 't',
      columns: ['Campaigns', 'More'],
      separator: ';',
      into: 'Campaign',
      keep: ['No'],
    });
    expect(made.table.columns.map(({ name }) => name)).toEqual(['No', 'Campaign']);
    expect(cells(made)).toEqual(['1|Fair', '1|Mailing', '1|Web', '3|Mailing']);
    expect([...made.rows]).toEqual([0, 0, 0, 2]);
  });

  it('takes whole cells where there is no separator', () => {
    const made = listItems(members, {
      kind: 'items',
      from: 't',
      columns: ['More', 'Gone'],
      separator: '',
      into: 'Entry',
      keep: [],
    });
    expect(cells(made)).toEqual(['Web', 'Mailing']);
    expect(made.warnings).toEqual(['The table it is made from has no column "Gone" any more.']);
  });
});

describe('a derivation in words', () => {
  it('names the table it is made from and how', () => {
    expect(derivationWords(typeIs('C'), 'Contacts')).toBe('The rows of Contacts where Type is “C”');
    expect(
      derivationWords({ kind: 'distinct', from: 't', by: ['Company', 'City'], columns: [] }, 'Contacts'),
    ).toBe('One row for every Company and City in Contacts');
    expect(
      derivationWords(
        { kind: 'items', from: 't', columns: ['Campaigns'], separator: ';', into: 'Campaign', keep: [] },
        'Contacts',
      ),
    ).toBe('One row for every entry in Campaigns of Contacts');
  });
});
