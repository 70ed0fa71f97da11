import { matchInputOfRecords, matchInputOfTables, PARENT_NAME } from '@shared/match/input';
import { columnOf } from '@shared/table/column';
import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';

describe('match input of tables', () => {
  it('unites columns of one header and numbers the sources', () => {
    const input = matchInputOfTables([
      { name: 'a.csv', table: { rowCount: 2, columns: [columnOf('E-mail', ['a@x.de', 'b@x.de'])] } },
      {
        name: 'b.csv',
        table: { rowCount: 1, columns: [columnOf('First Name', ['Ann']), columnOf('e_mail', ['a@x.de'])] },
      },
    ]);
    expect(input.count).toBe(3);
    expect(Array.from(input.source)).toEqual([0, 0, 1]);
    expect(input.fields.map(({ name, semantic }) => [name, semantic])).toEqual([
      ['E-mail', 'email'],
      ['First Name', 'givenName'],
    ]);
    const cells = input.fields.map(({ column }) => Array.from(column.codes, (code) => column.values[code]));
    expect(cells).toEqual([
      ['a@x.de', 'b@x.de', 'a@x.de'],
      ['', '', 'Ann'],
    ]);
  });
});

describe('siblings in tables of persons', () => {
  const siblingsOf = (...columns: readonly (readonly [string, string])[]) =>
    matchInputOfTables([
      {
        name: 'people.csv',
        table: {
          rowCount: 20,
          columns: columns.map(([name, value]) =>
            columnOf(
              name,
              Array.from({ length: 20 }, (_, i) => `${value} ${i}`),
            ),
          ),
        },
      },
    ]).siblingsBy;

  it('are made by every street, whoever it belongs to, and not by second lines of an address', () => {
    const found = siblingsOf(
      ['Last name', 'Lee'],
      ['Employer street', 'Mill Road'],
      ['Mailing street', 'Elm Street'],
      ['Address line 2', 'Apartment'],
    );
    expect(found).toEqual([['Employer street'], ['Mailing street']]);
  });

  it('are none among firms', () => {
    expect(siblingsOf(['Company', 'Lee Ltd'], ['Street', 'Mill Road'])).toEqual([]);
  });
});

describe('match input of records', () => {
  it('compares nothing where only the parent would be left: roles of one deal are no copies of each other', () => {
    const role = objectNamed(builtInTarget('salesforce')!, 'OpportunityContactRole')!;
    const input = matchInputOfRecords(
      {
        object: role.name,
        count: 3,
        keys: ['r:1', 'r:2', 'r:3'],
        tables: ['r'],
        table: new Uint16Array(3),
        row: Uint32Array.from([0, 1, 2]),
        columns: [
          columnOf('Role', ['Donor', 'Donor', 'Spouse']),
          columnOf(PARENT_NAME, ['Gala 2019', 'Gala 2019', 'Gala 2019']),
        ],
        references: [],
      },
      role,
    );
    expect(input.fields).toEqual([]);
  });
});
