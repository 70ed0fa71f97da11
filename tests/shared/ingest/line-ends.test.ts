import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { lineEndsOf } from '@shared/ingest/line-ends';
import { readTable } from '@shared/ingest/read';
import { type Dialect, RowScanner } from '@shared/ingest/scan-rows';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { digest } from './parallel/digest';
import { pretended } from './parallel/pretended-thread';
import { inspected, namesOf, read, rowsOf, source } from './support';

const COMMA: Dialect = { delimiter: ',', quote: '"', escape: '"', rowEnd: '' };

/** The rows of a text and their lines, scanned in pieces of so many bytes. */
function scan(
  text: string,
  size = text.length * 3,
): { readonly cells: string[][]; readonly lines: number[] } {
  const bytes = new TextEncoder().encode(text);
  const scanner = new RowScanner(COMMA, lineEndsOf(bytes, true, COMMA));
  const cells: string[][] = [];
  const lines: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    scanner.feed(bytes.subarray(at, at + size), at + size >= bytes.length, (row) => {
      cells.push(row.cells());
      lines.push(row.line);
      return true;
    });
  }
  return { cells, lines };
}

/** What is said of the ends of rows when a file is looked at, and when it is read. */
async function said(text: string): Promise<{ readonly seen: string[]; readonly read: string[] }> {
  const isOfEnds = (sentence: string): boolean => sentence.includes('carriage return');
  const { tables } = await inspected(text);
  const { warnings } = await read(text);
  return {
    seen: tables[0]!.evidence.map(({ text: sentence }) => sentence).filter(isOfEnds),
    read: warnings.filter(isOfEnds),
  };
}

const people = (from: number, to: number, end: string): string =>
  Array.from({ length: to - from }, (_, i) => `${from + i},Name ${from + i},n${from + i}@x.de${end}`).join(
    '',
  );

describe('rows that end with CRLF, LF or a carriage return alone', () => {
  const text = `id,name,mail\r\n1,Ann,a@x.de\r2,Bob,b@x.de\n3,"Cyd, Lee",c@x.de\r4,Dan,d@x.de\r\n5,Eve,e@x.de\r`;

  it('are rows each, with lines of their own', async () => {
    const { table, lines, rejected } = await read(text);
    expect(rowsOf(table)).toEqual([
      ['1', 'Ann', 'a@x.de'],
      ['2', 'Bob', 'b@x.de'],
      ['3', 'Cyd, Lee', 'c@x.de'],
      ['4', 'Dan', 'd@x.de'],
      ['5', 'Eve', 'e@x.de'],
    ]);
    expect([...lines]).toEqual([2, 3, 4, 5, 6]);
    expect(rejected).toEqual([]);
  });

  it('are shown so when the file is looked at, and both say so', async () => {
    const { tables } = await inspected(text);
    expect(tables[0]!.preview).toHaveLength(5);
    const mixed = `id,name\n1,Ann\r2,Bob\n3,Cyd\n`;
    expect(await said(mixed)).toEqual({
      seen: [
        '1 of the 4 rows looked at ends with a carriage return alone, the others with a line feed: on both sides of it stand rows of 2 cells.',
      ],
      read: ['One row (line 2) ends with a carriage return alone, 3 with a line feed.'],
    });
    expect(await said('id,name\n1,Ann\n2,Bob\n')).toEqual({ seen: [], read: [] });
    expect(await said('id,name\r1,Ann\r2,Bob\r')).toEqual({ seen: [], read: [] });
  });

  it('are found where the header ends so, where every second row does, and where the first does long after the sample', async () => {
    expect(namesOf((await read('id,name\r1,Ann\r\n2,Bob\r\n')).table)).toEqual(['id', 'name']);
    expect((await read('id,name\r1,Ann\n2,Bob\r3,Cyd\n4,Dan\r5,Eve\n')).table.rowCount).toBe(5);
    const long = `id,name,mail\n${people(0, 60_000, '\n')}${people(60_000, 120_000, '\r')}`;
    const { table, lines, rejected } = await read(long);
    expect([table.rowCount, rejected.length, lines.at(-1)]).toEqual([120_000, 0, 120_001]);
  });

  it('give the same table with a second thread', async () => {
    const file = source(
      `id,name,mail\n${people(0, 9_000, '\n')}${people(9_000, 20_000, '\r')}x\n${people(1, 99, '\r\n')}`,
    );
    const options = (
      await inspected(
        await file
          .slice()
          .arrayBuffer()
          .then((b) => new Uint8Array(b)),
      )
    ).tables[0]!.options;
    const alone = unwrap(await readTable(file, 'f.csv', options, quietTask));
    const helped = unwrap(await readTable(file, 'f.csv', options, quietTask, pretended().help));
    expect(alone.table.rowCount).toBe(20_098);
    expect(digest(helped)).toBe(digest(alone));
  });

  it('keep the lines of rejected rows right', async () => {
    const { rejected } = await read(
      `id,name,mail\n${people(1, 5, '\r')}6,b,c,d,e\r7,"open\r${people(8, 30, '\n')}`,
    );
    expect(rejected.map(({ line, raw }) => [line, raw])).toEqual([
      [6, '6,b,c,d,e'],
      [7, '7,"open'],
    ]);
  });

  it('go on in a stretch of them whatever the rows are, up to the next line feed', async () => {
    const text = `id,name,mail\n${people(1, 20, '\n')}${people(20, 23, '\r')}23,short\rnote\r${people(24, 26, '\r')}26,Zoe,z@x.de\n27,A\rB,a@x.de\n`;
    const { table, rejected } = await read(text);
    expect(rejected.map(({ raw, kind }) => [raw, kind])).toEqual([['note', 'note']]);
    expect(
      rowsOf(table)
        .slice(-5)
        .map(([id]) => id),
    ).toEqual(['23', '24', '25', '26', '27']);
    expect(rowsOf(table).at(-1)).toEqual(['27', 'A\rB', 'a@x.de']);
  });

  it('are told in a list of one column by its values', async () => {
    const mails = Array.from({ length: 20 }, (_, i) => `n${i}@x.de`);
    expect((await read(`mail\n${mails.join('\n')}\ra@x.de\n`)).table.rowCount).toBe(21);
    const words = Array.from({ length: 20 }, (_, i) => `word ${i}`);
    expect((await read(`word\n${words.join('\n')}\ranother\n`)).table.rowCount).toBe(20);
  });
});

describe('a carriage return alone is part of its cell', () => {
  it.each([
    ['where the row has the right number of cells with it', '1,Ann\rLee,Rome\n2,Bob,Oslo\rNorway\n'],
    ['inside quotes', '1,"Ann\r2,Bob",Rome\n2,Bob,"Oslo\r"\n'],
    ['where it stands in every row', '1,High St\rRome,01\n2,Low St\rOslo,02\n3,Mid St\rBonn,03\n'],
    ['where it outnumbers the line feeds', '1,a\rb\rc\rd,x\n2,e\rf\rg\rh,y\n3,i\rj,z\n4,k,v\n'],
  ])('%s', async (_, rows) => {
    const { table, rejected } = await read(`id,name,city\n${rows}`);
    const wanted = Papa.parse(`id,name,city\n${rows}`, { newline: '\n', skipEmptyLines: true }).data.slice(1);
    expect(rowsOf(table)).toEqual(wanted);
    expect(rejected).toEqual([]);
  });

  it('where the line behind it has as many cells, but not values like those of the others', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},text ${i}\n`).join('');
    const { rejected } = await read(`id,letter\n${rows}77,hello\rDear Sir, thanks\n`);
    expect(rejected.map(({ line, raw }) => [line, raw])).toEqual([[22, '77,hello\rDear Sir, thanks']]);
  });
});

it('CR CR LF is one line break, as a program leaves it that translates line ends twice', async () => {
  const { table, lines } = await read('id,name\r\r\n1,"Ann"\r\r\n2,Bob\r\r\n');
  expect(rowsOf(table)).toEqual([
    ['1', 'Ann'],
    ['2', 'Bob'],
  ]);
  expect([...lines]).toEqual([2, 3]);
});

describe('laws', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r', ' ', 'é'),
    minLength: 1,
    maxLength: 6,
  });
  const end = fc.constantFrom('\n', '\r\n', '\r', '\r\r\n');
  const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.array(fc.tuple(fc.array(cell, { minLength: width, maxLength: width }), end), {
      minLength: 2,
      maxLength: 12,
    }),
  );

  it('any mixture of ends reads back the rows written, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const text = rows
          .map(([cells, sign]) => `${Papa.unparse([cells], { newline: '\n' })}${sign}`)
          .join('');
        expect(scan(text).cells).toEqual(rows.map(([cells]) => cells));
        expect(scan(text, size)).toEqual(scan(text));
      }),
      { numRuns: 500 },
    );
  });
});
