import { suggestDerivations } from '@shared/derive/suggest';
import { guessColumns } from '@shared/ingest/column-guess';
import { profileTable } from '@shared/profile/profile-table';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';

function suggest(columns: Readonly<Record<string, readonly string[]>>) {
  const built = Object.entries(columns).map(([name, cells]) => columnOf(name, cells));
  const table = { rowCount: built[0]!.codes.length, columns: built };
  const profile = profileTable(table, guessColumns(built, null).columns, '2026-11-22');
  return suggestDerivations({ tableId: 't', name: 'Contacts', table, profile });
}

const PEOPLE = {
  No: ['1', '2', '3', '4', '5', '6'],
  'First name': ['Ada', 'Ben', 'Cid', 'Dora', 'Eve', 'Finn'],
  'Last name': ['Moser', 'Keller', 'Brunner', 'Huber', 'Frei', 'Graf'],
  'E-mail': ['a@x.ch', 'b@x.ch', 'c@y.ch', 'd@y.ch', 'e@z.ch', 'f@z.ch'],
  Company: ['Bell AG', 'Bell AG', 'Curie SA', 'Curie SA', 'Dane GmbH', 'Dane GmbH'],
  City: ['Basel', 'Basel', 'Paris', 'Paris', 'Kiel', 'Kiel'],
};

describe('tables worth making', () => {
  it('are the companies of a list of people, with what their people agree on', () => {
    const [found, ...others] = suggest(PEOPLE);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      derivation: { kind: 'distinct', from: 't', by: ['Company'], columns: ['City'] },
      name: 'Company of Contacts',
      keyColumn: 'Company',
    });
    expect(found!.reason).toBe(
      '6 rows of people name 3 companies in Company; City is the same for the people of one company.',
    );
  });

  it('leave behind what the people of one company disagree on', () => {
    const [found] = suggest({ ...PEOPLE, City: ['Basel', 'Bern', 'Paris', 'Lyon', 'Kiel', 'Bonn'] });
    expect(found!.derivation).toMatchObject({ by: ['Company'], columns: [] });
  });

  it('are organisations among people where a column says so', () => {
    const found = suggest({
      No: ['1', '2', '3'],
      Name: ['Ada Moser', 'Bell AG', 'Cid Keller'],
      Typ: ['Person', 'Firma', 'Person'],
    });
    expect(found).toMatchObject([
      {
        derivation: {
          kind: 'apart',
          where: [{ kind: 'equals', column: 'Typ', values: ['Firma'], not: false }],
        },
        name: 'Contacts: Firma',
        reason:
          'Typ says which rows are people and which are organisations: 1 row of 3 rows is an organisation.',
      },
    ]);
  });

  it('leave the column that tells people from organisations where it is', () => {
    const found = suggest({ ...PEOPLE, Kind: ['Person', 'Person', 'Person', 'Person', 'Person', 'Company'] });
    expect(found.map(({ derivation }) => derivation)).toMatchObject([
      { kind: 'apart' },
      { kind: 'distinct', columns: ['City'] },
    ]);
  });

  it('are the entries of lists in cells', () => {
    const found = suggest({
      No: ['1', '2', '3', '4', '5'],
      Interests: ['Fair;Mailing', 'Fair', 'Fair;Web;Mailing', 'Mailing;Fair', ''],
    });
    expect(found).toMatchObject([
      {
        derivation: {
          kind: 'items',
          columns: ['Interests'],
          separator: ';',
          into: 'Interests',
          keep: ['No'],
        },
      },
    ]);
  });

  it('are no companies of a list of companies that names whom to ask for', () => {
    const found = suggest({
      No: ['1', '2', '3', '4'],
      Company: ['Bell AG', 'Curie SA', 'Dane GmbH', 'Dane GmbH'],
      Contact: ['Ada Moser', 'Ben Keller', 'Cid Brunner', 'Dora Huber'],
      City: ['Basel', 'Paris', 'Kiel', 'Kiel'],
    });
    expect(found).toEqual([]);
  });

  it('are neither coordinates nor prose with commas', () => {
    const found = suggest({
      Place: ['12, 7', '12, 8', '13, 7', '13, 8', '12, 7'],
      Note: ['call, then write', 'sent, no answer', 'call, then write', 'moved', 'sent, no answer'],
    });
    expect(found).toEqual([]);
  });

  it('are none in a plain table', () => {
    expect(
      suggest({
        No: ['1', '2', '3'],
        Company: ['Bell AG', 'Curie SA', 'Dane GmbH'],
        Note: ['call, then write', 'see file', 'old, new'],
      }),
    ).toEqual([]);
  });
});
