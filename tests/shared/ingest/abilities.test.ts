import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { htmlTables } from '@shared/ingest/html-tables';
import { inspectFile } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import type { WorkbookOptions } from '@shared/ingest/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeXlsx } from './make-workbook';
import { inspected, namesOf, read, rowsOf, source } from './support';

const CUSTOMERS = Array.from(
  { length: 40 },
  (_, i) => `${100 + i},Name ${i},${i + 1}.50,2020-01-${10 + (i % 19)}`,
);
const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

/** Every table of a file, read as it is proposed. */
async function all(content: string | Uint8Array<ArrayBuffer>, name: string) {
  const { tables } = await inspected(content, name);
  return Promise.all(
    tables.map(async ({ name: title, options }) => ({
      title,
      options,
      read: unwrap(await readTable(source(content), name, options, quietTask)),
    })),
  );
}

describe('headers of several rows', () => {
  it('joins headings with the names below them', async () => {
    const text =
      'Name,Address,,Since\n,Street,City,\nAnn,High St 1,Rome,2020-01-02\nBob,Low St 2,Oslo,2021-03-04\n';
    const { table, lines } = await read(text);
    expect(namesOf(table)).toEqual(['Name', 'Address / Street', 'Address / City', 'Since']);
    expect([...lines]).toEqual([3, 4]);
  });

  it('takes the row above in when it tells equal names apart', async () => {
    const { table } = await read('Before,,After,\nX,Y,X,Y\n1,2,3,4\n5,6,7,8\n');
    expect(namesOf(table)).toEqual(['Before / X', 'Before / Y', 'After / X', 'After / Y']);
    expect(table.rowCount).toBe(2);
  });

  it('leaves a title above the header out', async () => {
    const { table } = await read('Customers 2020,,\nName,City,Size\nAnn,Rome,1\nBob,Oslo,2\n');
    expect(namesOf(table)).toEqual(['Name', 'City', 'Size']);
  });

  it('reads as many header rows as a person says', async () => {
    const { table } = await read('a,b\nc,d\n1,2\n', { headerRow: 0, headerRows: 2, firstRow: 2 });
    expect(namesOf(table)).toEqual(['a / c', 'b / d']);
  });

  it('does so in workbooks', async () => {
    const rows = [
      ['Name', 'Address', '', 'Age'],
      ['', 'Street', 'City', ''],
      ['Ann', 'High St 1', 'Rome', 41],
      ['Bob', 'Low St 2', 'Oslo', 42],
    ];
    const [only] = await all(await makeXlsx({ Sheet1: rows }), 'book.xlsx');
    expect(namesOf(only!.read.table)).toEqual(['Name', 'Address / Street', 'Address / City', 'Age']);
    expect(only!.read.table.rowCount).toBe(2);
  });
});

describe('totals and notes at the end', () => {
  const text = 'Region,Amount,Count\nNorth,10,1\nSouth,20,2\nTotal,30,3\n';

  it('keeps a total out of the data, and says so', async () => {
    const { table, rejected, warnings } = await read(text);
    expect(table.rowCount).toBe(2);
    expect(rejected).toEqual([
      {
        line: 4,
        raw: 'Total,30,3',
        reason: 'The row at the end is a total: "Total" and numbers that sum up rows above.',
        kind: 'total',
      },
    ]);
    expect(warnings).toContain('One row at the end is a total and is kept out of the data.');
  });

  it('keeps it in when a person says it is data', async () => {
    expect((await read(text, { totals: 'data' })).table.rowCount).toBe(3);
  });

  it('takes what only looks like a total for data when data follow, or words stand beside it', async () => {
    const subtotals = await read('Region,Amount\nNorth,10\nTotal,10\nSouth,20\n');
    expect(rowsOf(subtotals.table)).toEqual([
      ['North', '10'],
      ['Total', '10'],
      ['South', '20'],
    ]);
    const company = await read('Company,City,Staff\nAcme,Rome,10\nTotal,Paris,20\n');
    expect(company.table.rowCount).toBe(2);
  });

  it('sets totals and notes of a sheet aside', async () => {
    const rows = [
      ['Region', 'Amount', 'Count'],
      ['North', 10, 1],
      ['South', 20, 2],
      ['Grand Total', 30, 3],
      ['Source: the old system'],
    ];
    const [only] = await all(await makeXlsx({ Sheet1: rows }), 'book.xlsx');
    expect(rowsOf(only!.read.table)).toEqual([
      ['North', '10', '1'],
      ['South', '20', '2'],
    ]);
    expect(only!.read.rejected.map(({ line, kind }) => [line, kind])).toEqual([
      [4, 'total'],
      [5, 'note'],
    ]);
  });
});

describe('totals above notes', () => {
  const rows = [
    ['Region', 'Amount'],
    ['North', 10],
    ['South', 20],
    ['East', 12],
  ];
  /** What is kept out of a table of two columns that ends in these rows, on a sheet and in two ways of writing text. */
  async function closing(...end: readonly (readonly (string | number)[])[]) {
    const cells = [...rows, ...end];
    const bare = cells.map((row) => row.join(',')).join('\n');
    const padded = cells.map((row) => [...row, '', ''].slice(0, 2).join(',')).join('\n');
    const read = [
      (await all(await makeXlsx({ Sheet1: cells }), 'book.xlsx'))[0]!,
      (await all(bare, 'a.csv'))[0]!,
      (await all(padded, 'a.csv'))[0]!,
    ].map(({ read: { rejected } }) => rejected.map(({ line, kind }) => [line, kind]));
    expect(read[1]).toEqual(read[0]);
    expect(read[2]).toEqual(read[0]);
    return read[0];
  }

  it('are totals in tables of two columns too, behind a blank row or above a remark', async () => {
    const total = [5, 'total'];
    expect(await closing(['Total', 42], [], ['Source: finance dept'])).toEqual([total, [7, 'note']]);
    expect(await closing(['Total', 42], [], ['confidential'])).toEqual([total, [7, 'note']]);
    expect(await closing(['Total', 42], ['Source: finance dept'])).toEqual([total, [6, 'note']]);
    expect(await closing(['Total', 42], [], ['as of May'], ['confidential'])).toEqual([
      total,
      [7, 'note'],
      [8, 'note'],
    ]);
  });

  it('are data where data follow, or what follows may be a row with a gap; so is a note without a total', async () => {
    expect(await closing(['Total', 42], [], ['Source: finance dept'], ['West', 7])).toEqual([]);
    expect(await closing(['Total', 42], ['Overseas'])).toEqual([]);
    expect(await closing(['Overseas'])).toEqual([]);
    expect(await closing([], ['Source: finance dept'])).toEqual([]);
  });

  it('keep the proof by sums', async () => {
    const { rejected } = await read(
      'Region,Amount\nNorth,10\nSouth,20\nEast,12\nTotal,42\n\nSource: finance\n',
    );
    expect(rejected.map(({ reason }) => reason)).toEqual([
      'The row at the end is a total: "Total". In "Amount" it is the sum of the 3 rows above.',
      'The row at the end has one filled cell; the table has 2 columns. It is a note, not data.',
    ]);
  });

  it('are told in text of several columns, where notes have all their delimiters', async () => {
    const { table, rejected } = await read(
      'Region,Amount,Count\nNorth,10,1\nSouth,20,2\nTotal,30,3\n,,\n"Source: finance, May",,\n',
    );
    expect(table.rowCount).toBe(2);
    expect(rejected.map(({ line, kind }) => [line, kind])).toEqual([
      [4, 'total'],
      [6, 'note'],
    ]);
    const sparse = await read('Company,City,Staff\nAcme,Rome,10\nUmbrella Holding Ltd,,\n');
    expect(sparse.table.rowCount).toBe(2);
  });

  it('leave a line that cannot be read rejected where data follow', async () => {
    const days = Array.from({ length: 80 }, (_, i) => `20${10 + i}-01-02,${i}`).join('\n');
    const text = `Day,Amount\n${days}\nTotal,3160\n\nSource: finance dept\n`;
    const closed = await read(text);
    expect(closed.rejected.map(({ line, kind }) => [line, kind])).toEqual([
      [82, 'total'],
      [84, 'note'],
    ]);
    const open = await read(`${text}2021-01-01,7\n`);
    expect(open.rejected.map(({ line, kind }) => [line, kind])).toEqual([[84, 'malformed']]);
    expect([...open.lines].slice(-2)).toEqual([82, 85]);
  });

  it('are left out of the preview as of the table', async () => {
    for (const end of ['Total,42\n\nSource: x\n', 'Total,42\nOverseas,\n', 'Overseas\n']) {
      const text = `Region,Amount\nNorth,10\nSouth,20\nEast,12\n${end}`;
      const [proposal] = (await inspected(text)).tables;
      expect(proposal!.preview).toEqual(rowsOf((await read(text)).table));
    }
  });
});

describe('rows with a delimiter too few or too many', () => {
  const good = ['id,name,amount,day', ...CUSTOMERS];

  it('are rejected where their values would stand in the wrong columns', async () => {
    const { table, rejected } = await read(
      `${[...good, '7Eve,5.50,2020-02-01', ',8,Fay,5.50,2020-02-02', '9,Gus'].join('\n')}\n`,
    );
    expect(table.rowCount).toBe(41);
    expect(rowsOf(table).at(-1)).toEqual(['9', 'Gus', '', '']);
    expect(rejected.map(({ line, kind }) => [line, kind])).toEqual([
      [42, 'malformed'],
      [43, 'malformed'],
    ]);
    expect(rejected[0]!.reason).toBe(
      'The line has 3 cells instead of 4, and "7Eve" would stand in "id", where others have numbers: a delimiter is missing or one too many.',
    );
  });
});

describe('columns without a header', () => {
  const rows = [
    ['Id', 'Name', '', 'Amount'],
    ...Array.from({ length: 20 }, (_, i) => [i, `Name ${i}`, '', i * 2]),
  ];
  rows[5]!.push('', 'call them in May!');
  const book = async (cells: typeof rows) => makeXlsx({ Sheet1: cells });

  it('are left out when they are blank, already when the file is looked at', async () => {
    const [only] = (await inspected(await book(rows), 'book.xlsx')).tables;
    expect(only!.columns.map(({ name }) => name)).toEqual(['Id', 'Name', 'Amount', 'Note beside the table']);
    expect(only!.preview[0]).toEqual(['0', 'Name 0', '0', '']);
    expect(only!.evidence.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Notes stand beside the table, behind a blank column; they are kept as the column "Note beside the table".',
        'Columns with neither header nor values were left out: "Column 3", "Column 5".',
      ]),
    );
  });

  it('keep what somebody wrote beside the table, in its row, under a name that says so', async () => {
    const [only] = await all(await book(rows), 'book.xlsx');
    const { table, warnings } = only!.read;
    expect(namesOf(table)).toEqual(['Id', 'Name', 'Amount', 'Note beside the table']);
    expect(rowsOf(table)[4]).toEqual(['4', 'Name 4', '8', 'call them in May!']);
    expect(warnings).toContain(
      'Notes stand beside the table, behind a blank column; they are kept as the column "Note beside the table".',
    );
  });

  it('are called by their place in tables read before notes were known', async () => {
    const bytes = await book(rows);
    const { notes: _, ...options } = (await inspected(bytes, 'book.xlsx')).tables[0]!
      .options as WorkbookOptions;
    const read = unwrap(await readTable(source(bytes), 'book.xlsx', options, quietTask));
    expect(namesOf(read.table)).toEqual(['Id', 'Name', 'Amount', 'Column 6']);
    expect(read.warnings).toContain('One column has no header; it is called "Column 6".');
  });

  it('are columns like others where they are full, or no blank column parts them from the table', async () => {
    const full = rows.map((row, i) => [...row.slice(0, 4), '', i === 0 ? '' : `x${i}`]);
    const near = rows.map((row, i) => [...row.slice(0, 4), i === 5 ? 'note' : '']);
    for (const [cells, name] of [
      [full, 'Column 6'],
      [near, 'Column 5'],
    ] as const)
      expect(namesOf((await all(await book(cells), 'book.xlsx'))[0]!.read.table).at(-1)).toBe(name);
  });
});

describe('several tables', () => {
  const sheet = [
    ['Customers'],
    ['Id', 'Name'],
    [1, 'Ann'],
    [2, 'Bob'],
    [],
    ['Orders'],
    ['Order', 'Amount', 'Customer'],
    [10, 5.5, 'Ann'],
    [11, 7.5, 'Bob'],
  ];

  it('below each other are proposed each, under their titles', async () => {
    const found = await all(await makeXlsx({ Sheet1: sheet }), 'book.xlsx');
    expect(found.map(({ title, read: { table } }) => [title, namesOf(table), table.rowCount])).toEqual([
      ['book Customers', ['Id', 'Name'], 2],
      ['book Orders', ['Order', 'Amount', 'Customer'], 2],
    ]);
    expect([...found[1]!.read.lines]).toEqual([8, 9]);
    expect(found[1]!.read.warnings).toContain('4 rows of the file lie outside this table.');
  });

  it('of a text file too', async () => {
    const text = `${sheet.map((row) => [...row, '', '', ''].slice(0, 3).join(',')).join('\n')}\n`;
    const found = await all(text, 'report.csv');
    expect(
      found.map(({ title, read: { table } }) => [title, namesOf(table).slice(0, 2), table.rowCount]),
    ).toEqual([
      ['report Customers', ['Id', 'Name'], 2],
      ['report Orders', ['Order', 'Amount'], 2],
    ]);
  });

  it('beside each other are proposed each', async () => {
    const rows = [
      ['Id', 'Name', '', 'Code', 'Rate'],
      [1, 'Ann', '', 'A', 0.5],
      [2, 'Bob', '', 'B', 0.7],
      [3, 'Cyd', '', '', ''],
    ];
    const found = await all(await makeXlsx({ Sheet1: rows }), 'book.xlsx');
    expect(found.map(({ read: { table } }) => [namesOf(table), table.rowCount])).toEqual([
      [['Id', 'Name'], 3],
      [['Code', 'Rate'], 2],
    ]);
  });

  it('below each other are told by other columns being filled, where both headers are words above words', async () => {
    const people = Array.from({ length: 6 }, (_, i) => [
      `Person ${i}`,
      `+49 89 100${i}`,
      '',
      `P-00${i}`,
      9 + i,
    ]);
    const depots = Array.from({ length: 4 }, (_, i) => [`Depot ${i}`, 'Ulm', `M. ${i}`]);
    const rows = [
      ['Contact', 'Phone', '', 'Product', 'Price'],
      ...people,
      [],
      [],
      ['Depot', 'City', 'Manager'],
      ...depots,
    ];
    const found = await all(await makeXlsx({ Sheet1: rows }), 'book.xlsx');
    expect(found.map(({ read: { table } }) => [namesOf(table), table.rowCount])).toEqual([
      [['Contact', 'Phone', 'Product', 'Price'], 6],
      [['Depot', 'City', 'Manager'], 4],
    ]);
    // The same rows as one group more of the table above.
    const group = [...rows.slice(0, 8), ['Nord', 'Ulm', '', 'Holz', 'viel'], ...people];
    expect(await all(await makeXlsx({ Sheet1: group }), 'book.xlsx')).toHaveLength(1);
  });

  it('a blank row, a blank column or the header once more do not make two tables', async () => {
    const blank = await inspected('Id,Name\n1,Ann\n\n2,Bob\nx,y\n', 'a.csv');
    const column = await inspected('Id,,Name\n1,,Ann\n2,,Bob\n', 'a.csv');
    const again = await inspected('Id,Name\n1,Ann\n\nId,Name\n2,Bob\n', 'a.csv');
    expect([blank, column, again].map(({ tables }) => tables.length)).toEqual([1, 1, 1]);
  });
});

describe('web pages with tables', () => {
  const page =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="windows-1252"><style>td {}</style></head><body><table><tr><th>Name</th><th colspan="2">City &amp; code</th></tr><tr><td>Ann<br>Lee<td>K\xf6ln<td>007</tr><tr><td rowspan=2>Bob</td><td>Rome</td><td>1</td></tr><tr><td>Oslo</td><td>2</td></tr></table></body></html>';

  it('read as workbooks, whatever their name', async () => {
    const content = Uint8Array.from(page, (char) => char.charCodeAt(0));
    const { format, tables } = await inspected(content, 'export.xls');
    expect(format).toBe('html');
    const [only] = await all(content, 'export.xls');
    expect(tables).toHaveLength(1);
    expect(rowsOf(only!.read.table)).toEqual([
      ['Ann\nLee', 'Köln', '007'],
      ['Bob', 'Rome', '1'],
      ['', 'Oslo', '2'],
    ]);
    expect(namesOf(only!.read.table)).toEqual(['Name', 'City & code', 'Column 3']);
  });

  it('without a table are refused', async () => {
    const result = await inspectFile(source('<html><body>Log in</body></html>'), 'a.csv', quietTask);
    expect(result.ok ? 'read' : result.error.code).toBe('NOT_A_TABLE');
  });
});

it('pages of any tags neither crash nor hang', () => {
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td',
    ' colspan=99999',
    ' rowspan="9"',
    '>',
    '<',
    'a',
    '&amp;',
    '&#x110000;',
    '<!--',
    '-->',
    '<script>',
    '</',
    '"',
    '<caption>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { rows } of htmlTables(pieces.join(''))) expect(rows.length).toBeLessThan(60);
    }),
    { numRuns: 500 },
  );
});

describe('text of old systems', () => {
  it('is read by the code page of DOS its words speak for', async () => {
    const text = 'Name;Ort\nM\x81ller;K\x94ln\nJ\x84ger;D\x81sseldorf\nWei\xe1;M\x81nchen\n';
    const { tables } = await inspected(
      Uint8Array.from(text, (c) => c.charCodeAt(0)),
      'a.csv',
    );
    expect(tables[0]!.options).toMatchObject({ encoding: 'ibm850' });
    expect(tables[0]!.preview[0]).toEqual(['Müller', 'Köln']);
    expect(tables[0]!.evidence[0]!.text).toBe(
      'Not UTF-8; the 6 bytes outside ASCII read best as letters of German in code page 850 (DOS, Western European).',
    );
  });

  it('is read as Cyrillic of DOS where its letters lie there', async () => {
    const cyrillic = bytes(
      0x8c,
      0xae,
      0xe1,
      0xaa,
      0xa2,
      0xa0,
      0x2c,
      0x31,
      0x0a,
      0x8a,
      0xa8,
      0xa5,
      0xa2,
      0x2c,
      0x32,
      0x0a,
    );
    const { tables } = await inspected(cyrillic, 'a.csv');
    expect(tables[0]!.options).toMatchObject({ encoding: 'ibm866' });
    expect(tables[0]!.rawRows[0]![0]).toBe('Москва');
  });

  it.each([
    ['ibm437', 'Ä ñ £'],
    ['ibm852', 'Łódź ő'],
    ['ibm857', 'İş ğ'],
  ])('can be read as %s', async (encoding, wanted) => {
    const found: string[] = [];
    for (let byte = 128; byte < 256; byte++) {
      const { table } = await read(Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, byte, 0x2c, 0x31, 0x0a]), {
        kind: 'delimited',
        encoding,
        delimiter: ',',
        headerRow: 0,
        firstRow: 1,
      });
      found.push(rowsOf(table)[0]![0]!);
    }
    for (const char of wanted.replaceAll(/[ a-z]/g, '')) expect(found).toContain(char);
  });

  it('gets back the signs another program had saved as control characters', async () => {
    const { table, warnings } = await read('a,b\n7 \u0096 8,d\u0092Or\n');
    expect(rowsOf(table)).toEqual([['7 – 8', 'd’Or']]);
    expect(warnings).toContain(
      '2 signs such as – ’ € had been saved as control characters by another program; they were read as the signs of windows-1252.',
    );
  });
});

it('a blank after every comma belongs to the delimiter', async () => {
  const lines = Array.from({ length: 15 }, (_, i) => `${i}, Name ${i}, ${i}.5`);
  const { table } = await read(`id, name, size\n${lines.join('\n')}\n`);
  expect(rowsOf(table)[2]).toEqual(['2', 'Name 2', '2.5']);
});
