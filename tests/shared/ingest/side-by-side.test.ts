import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { readTable } from '@shared/ingest/read';
import { describe, expect, it } from 'vitest';
import { makeXlsx } from './make-workbook';
import { inspected, namesOf, rowsOf, source } from './support';

type Cells = readonly (readonly (string | number)[])[];

const PEOPLE = ['Ann', 'Bob', 'Cyd', 'Dan', 'Eve', 'Fay', 'Gus'];
const CITIES = ['Rome', 'Oslo', 'Bonn', 'Ulm', 'Bern', 'Cork', 'Lyon'];
const TOOLS = ['Saw', 'Belt', 'Nail', 'Axe', 'Wire', 'File', 'Drum'];

/** A table with one row per person. */
const table = (header: readonly string[], row: (person: string, i: number) => Cells[number]): Cells => [
  header,
  ...PEOPLE.map(row),
];
const CUSTOMERS = table(['Id', 'Name', 'City'], (name, i) => [101 + i, name, CITIES[i]!]);

/** Two blocks of the same height with a blank column between them. */
const beside = (left: Cells, right: Cells): Cells => left.map((row, i) => [...row, '', ...(right[i] ?? [])]);

/** The tables proposed of a sheet, read, and what is said of their standing side by side. */
async function found(sheet: Cells) {
  const bytes = await makeXlsx({ Sheet1: sheet });
  const { tables } = await inspected(bytes, 'book.xlsx');
  const read = await Promise.all(
    tables.map(async ({ options }) =>
      unwrap(await readTable(source(bytes), 'book.xlsx', options, quietTask)),
    ),
  );
  const said = tables[0]!.evidence.map(({ text }) => text).filter((text) => /blank column/.test(text));
  return {
    names: tables.map(({ name }) => name),
    columns: read.map((one) => namesOf(one.table)),
    rows: read.map((one) => one.table.rowCount),
    first: read.map((one) => rowsOf(one.table)[0]),
    why: said.map((text) => text.replace('They stand side by side, parted by a blank column: ', '')),
  };
}

describe('two tables of the same height beside each other', () => {
  it.each<[string, Cells, Cells, string]>([
    [
      'where one leads to keys of other rows of the other',
      CUSTOMERS,
      table(['OrderId', 'CustomerId', 'Amount'], (_, i) => [9001 + i, 101 + ((i * 3) % 7), i + 0.5]),
      '"CustomerId" leads to "Id" of other rows.',
    ],
    [
      'where a key of the same name stands on both sides',
      CUSTOMERS,
      table(['Id', 'Amount'], (_, i) => [901 + i, i + 0.5]),
      'each begins with "Id".',
    ],
    [
      'where the numbering begins again',
      table(['No', 'Name'], (name, i) => [i + 1, name]),
      table(['Pos', 'Tool'], (_, i) => [i + 1, TOOLS[i]!]),
      'the numbering begins again, in "No" and "Pos".',
    ],
    [
      'where each is sorted for itself',
      table(['Name', 'Age'], (name, i) => [name, 30 + i]),
      table(['Tool', 'Price'], (_, i) => [
        ['Lamp', 'Mop', 'Nail', 'Pin', 'Rope', 'Saw', 'Tape'][i]!,
        i + 0.5,
      ]),
      'each is sorted by its own first column, "Name" and "Tool".',
    ],
    [
      'where the same header stands above each, of words too',
      table(['Name', 'City'], (name, i) => [name, CITIES[i]!]),
      table(['Name', 'City'], (_, i) => [`Q${TOOLS[i]!}`, CITIES[i]!]),
      'the same header stands above each.',
    ],
  ])('are proposed each %s', async (_, left, right, why) => {
    const all = await found(beside(left, right));
    expect(all.columns).toEqual([left[0], right[0]]);
    expect(all.rows).toEqual([7, 7]);
    expect(all.why[0]).toBe(why);
  });

  it('are proposed each under titles set apart, and under titles above keys', async () => {
    const orders = table(['Order', 'Amount'], (_, i) => [`A-${i}`, i + 0.5]);
    const titled = (title: string, own: Cells): Cells => [[title, ...own[0]!.slice(1).map(() => '')], ...own];
    const near = await found(beside(titled('Customers', CUSTOMERS), titled('Orders', orders)));
    expect(near.names).toEqual(['book Customers', 'book Orders']);
    expect(near.columns).toEqual([CUSTOMERS[0], orders[0]]);
    expect(near.why).toEqual([
      'each has a title ("Customers", "Orders") above a key of its own, "Id" and "Order".',
    ]);
    const notes = table(['Remark', 'Days'], (_, i) => [`about ${TOOLS[i]!}`, i % 2]);
    const [title, ...rest] = beside(titled('Customers', CUSTOMERS), titled('Remarks of May', notes));
    const apart = await found([title!, [], ...rest]);
    expect(apart.names).toEqual(['book Customers', 'book Remarks of May']);
    expect(apart.first).toEqual([
      ['101', 'Ann', 'Rome'],
      ['about Saw', '0'],
    ]);
  });

  it('keep a note beside the second as its note', async () => {
    const right = table(['Id', 'Amount'], (_, i) => [901 + i, i + 0.5]);
    const sheet = beside(CUSTOMERS, right).map((row, i) => (i === 3 ? [...row, '', 'call them'] : row));
    expect((await found(sheet)).columns).toEqual([
      ['Id', 'Name', 'City'],
      ['Id', 'Amount', 'Note beside the table'],
    ]);
  });
});

describe('one table with a blank column', () => {
  it.each<[string, Cells, Cells]>([
    [
      'between a person and how to reach them',
      CUSTOMERS,
      table(['Phone', 'Mail'], (name, i) => [`+49 89 1001${i}`, `${name}@x.de`]),
    ],
    ['before amounts', CUSTOMERS, table(['Units', 'Amount'], (_, i) => [i * 3, i + 0.5])],
    [
      'before columns the last row does not fill',
      CUSTOMERS,
      table(['Phone', 'Rate'], (_, i) => (i === 2 || i === 6 ? ['', ''] : [`+49 89 1001${i}`, i + 0.5])),
    ],
    [
      'below a header of two rows',
      [['Address', '', ''], ...table(['Street', 'City', 'Zip'], (name, i) => [name, CITIES[i]!, 1000 + i])],
      [['Since', 'Rate'], ['', ''], ...PEOPLE.map((_, i) => [2000 + i, i + 0.5])],
    ],
  ])('stays one %s', async (_, left, right) => {
    const { rows, why } = await found(beside(left, right));
    expect(rows).toEqual([7]);
    expect(why).toEqual([]);
  });

  it('stays one below headings of groups that have names in common', async () => {
    const sheet = beside(
      [['Customer', '', ''], ...table(['Name', 'City', 'Age'], (name, i) => [name, CITIES[i]!, 30 + i])],
      [['Contact', ''], ...table(['Name', 'Phone'], (_, i) => [TOOLS[i]!, `+49 89 1001${i}`])],
    );
    const { columns } = await found(sheet);
    expect(columns).toEqual([
      ['Customer / Name', 'Customer / City', 'Customer / Age', 'Contact / Name', 'Contact / Phone'],
    ]);
  });

  it('stays one with a total below one side', async () => {
    const sheet = beside(
      table(['Id', 'Name', 'Amount'], (name, i) => [101 + i, name, 10 * i]),
      table(['Phone', 'Rate'], (_, i) => [`+49 89 1001${i}`, i + 0.5]),
    );
    expect((await found([...sheet, ['Total', '', 210]])).rows).toEqual([7]);
  });

  it('is said to be perhaps two where both sides could be lists of something', async () => {
    const sheet = beside(
      table(['Person', 'Age'], (_, i) => [PEOPLE[(i * 3) % 7]!, 30 + i]),
      table(['Tool', 'Price'], (_, i) => [TOOLS[i]!, i + 0.5]),
    );
    const { rows, why } = await found(sheet);
    expect(rows).toEqual([7]);
    expect(why).toEqual([
      'The columns from "Tool" on stand behind a blank column and could be a table of their own. Nothing but that says so, and all are read as one table; if they are not, put them on a sheet of their own.',
    ]);
  });
});
