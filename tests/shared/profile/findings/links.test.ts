import { quietTask } from '@shared/base/progress';
import { findLinks, type LinkedTable, orphanRows } from '@shared/profile/findings/links';
import { profileTable } from '@shared/profile/profile-table';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';
import { guessesOf, tableOf } from '../../legacy-tables';

function linked(name: string, rows: readonly (readonly string[])[], keyColumn: string | null): LinkedTable {
  const table = tableOf(rows);
  return {
    tableId: name,
    name,
    table,
    profile: profileTable(table, guessesOf(table), '2024-06-30'),
    keyColumn,
  };
}

const accounts = linked(
  'accounts',
  [
    ['Id', 'Parent', 'Name'],
    ...Array.from({ length: 20 }, (_, at) => [`A${at}`, at > 9 ? `A${at - 10}` : '', `Firm ${at}`]),
  ],
  'Id',
);
const contacts = linked(
  'contacts',
  [
    ['No', 'Account', 'Age'],
    ...Array.from({ length: 30 }, (_, at) => [
      `C${at}`,
      at === 7 || at === 9 ? 'A99' : ` A${at % 15}`,
      String(20 + at),
    ]),
  ],
  'No',
);

describe('references between tables', () => {
  it('are found by their values, with what points to nothing', async () => {
    const links = await findLinks([accounts, contacts], quietTask);
    expect(links.map((link) => link.sentence)).toEqual([
      'contacts.Account points to Id of accounts on 30 rows; 2 rows point to nothing.',
      'accounts.Parent points to Id of the same table on 10 rows; every value is there.',
    ]);
    expect(links[0]).toMatchObject({ orphans: 2, unused: 5, sample: [{ value: 'A99', count: 2 }] });
  });

  it('are not made of short numbers that fit any list', async () => {
    const list = linked(
      'rates',
      [['Id', 'Rate'], ...Array.from({ length: 90 }, (_, at) => [String(at), 'x'])],
      'Id',
    );
    const people = linked(
      'people',
      [['No', 'Age'], ...Array.from({ length: 60 }, (_, at) => [`P${at}`, String(20 + (at % 40))])],
      'No',
    );
    expect(await findLinks([list, people], quietTask)).toEqual([]);
  });

  it('orphans: a value with no key, blanks at its ends left aside; empty cells point nowhere', () => {
    expect([...orphanRows(columnOf('ref', ['K1', ' K2 ', '', 'K9']), columnOf('key', ['K1', 'K2']))]).toEqual(
      [0, 0, 0, 1],
    );
  });
});
