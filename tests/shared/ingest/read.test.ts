import { quietTask, type TaskContext } from '@shared/base/progress';
import { inspectFile, previewTable } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import type { DelimitedOptions } from '@shared/ingest/types';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { inspected, namesOf, read, rowsOf, source } from './support';

const OPTIONS: DelimitedOptions = {
  kind: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  escape: '"',
  headerRow: 0,
  firstRow: 1,
  types: {},
  dateOrders: {},
};

describe('every line of the file is accounted for', () => {
  it('as a row, the header, above it, blank, or rejected with line, text and reason', async () => {
    const text =
      'Customers of 2024\n\nid,name,city\n1,Ann,Bonn\n\n2,Bob,Köln,extra\n3,"open,Ulm\nid,name,city\na note\n4,Cleo\n5,"say "so" ok",Trier\n6,"x" y,z,\n';
    const { table, lines, rejected, warnings } = await read(text, { ...OPTIONS, headerRow: 2, firstRow: 3 });
    expect(namesOf(table)).toEqual(['id', 'name', 'city']);
    expect(rowsOf(table)).toEqual([
      ['1', 'Ann', 'Bonn'],
      ['4', 'Cleo', ''],
      ['5', 'say "so" ok', 'Trier'],
    ]);
    expect([...lines]).toEqual([4, 10, 11]);
    expect(rejected).toEqual([
      {
        line: 6,
        raw: '2,Bob,Köln,extra',
        reason: 'The line has 4 cells; the table has 3 columns.',
        kind: 'malformed',
      },
      {
        line: 7,
        raw: '3,"open,Ulm',
        reason: 'A quote is opened in this line and never closed.',
        kind: 'malformed',
      },
      { line: 8, raw: 'id,name,city', reason: 'The line repeats the header.', kind: 'header' },
      {
        line: 9,
        raw: 'a note',
        reason:
          'The line has one cell only; the table has 3 columns. It may be a note or part of a broken line.',
        kind: 'note',
      },
      {
        line: 12,
        raw: '6,"x" y,z,',
        reason: 'Quotes inside quotes are not written twice, so the line falls into 4 cells instead of 3.',
        kind: 'malformed',
      },
    ]);
    expect(warnings).toEqual([
      'One row above the data was left out.',
      '1 blank row was skipped.',
      'One row has fewer cells than there are columns (first: line 10); the missing cells at the end were read as empty.',
      'One row holds quotes inside quotes that are not written twice (first: line 11); they were read as part of the text.',
    ]);
  });

  it('also in a table that ends before the file does', async () => {
    const text = 'id,name\n1,Ann\n2,Bob,too much\n3,Cleo\n\nPrinted by,Zoe,today\n';
    const range = { firstRow: 0, endRow: 5, firstColumn: 0, endColumn: null };
    const { table, rejected, warnings } = await read(text, { ...OPTIONS, range });
    expect(rowsOf(table)).toEqual([
      ['1', 'Ann'],
      ['3', 'Cleo'],
    ]);
    expect(rejected.map(({ line, raw }) => [line, raw])).toEqual([[3, '2,Bob,too much']]);
    expect(warnings).toContain('One row of the file lies outside this table.');
  });

  it('accepts delimiters too many when nothing stands behind them', async () => {
    const { table, rejected } = await read('a,b\n1,2,,\n3,4\n5,6,\n', OPTIONS);
    expect(rowsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(rejected).toEqual([]);
  });

  it('widens the table when most rows go beyond the header', async () => {
    const { table } = await read('name,age\nr1,Ann,30\nr2,Bob,31\nr3,Cleo,32\n');
    expect(namesOf(table)).toEqual(['name', 'age', 'Column 3']);
    expect(table.rowCount).toBe(3);
  });

  it('takes the sign with which DOS ends a file for no row', async () => {
    const { table, columns, rejected } = await read('id,name\r\n1,Ann\r\n2,Bob\r\n\u001a');
    expect([table.rowCount, columns[0]!.type, rejected]).toEqual([2, 'integer', []]);
  });

  it('leaves out columns with neither header nor values, and says so', async () => {
    const { table, warnings } = await read('id,name,,\n1,Ann,,\n2,Bob,,x\n');
    expect(namesOf(table)).toEqual(['id', 'name', 'Column 4']);
    expect(warnings).toContain('Columns with neither header nor values were left out: "Column 3".');
  });

  it('warns of values a spreadsheet has damaged', async () => {
    const { warnings } = await read('phone,ref\n4.91512E+11,#REF!\n4.93E+10,ok\n');
    expect(warnings).toEqual([
      '"phone": 2 values are written like 4.91512E+11. If these are ids or phone numbers, a spreadsheet has cut their digits; ask for a new export.',
      '"ref": 1 cell holds a spreadsheet error such as #REF!.',
    ]);
  });

  it('names a number with a quote in its middle, where a delimiter is missing', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i}.50,"Boots, ${i}",red`);
    const { table, warnings } = await read(
      ['price,what,colour', ...rows, '65.13"Lamp, striped",blue', ''].join('\n'),
    );
    expect(rowsOf(table).at(-1)).toEqual(['65.13"Lamp', ' striped"', 'blue']);
    expect(warnings).toEqual([
      'Line 22: 65.13"Lamp stands in "price", with a quote in its middle. A delimiter is probably missing before the quote, and the cells after it are shifted.',
    ]);
  });

  it('knows the header once more, with a column besides', async () => {
    const { rejected } = await read('id,name\n1,Ann\n2,Bob\nid,name,note\n3,Cleo\n', OPTIONS);
    expect(rejected).toEqual([
      { line: 4, raw: 'id,name,note', reason: 'The line repeats the header.', kind: 'header' },
    ]);
  });

  it('keeps text as it stands: leading zeros, long digits, blanks', async () => {
    const { table, columns } = await read('id,nr,note\n007,12345678901234567890,  x \n008,1, y\n');
    expect(rowsOf(table)[0]).toEqual(['007', '12345678901234567890', '  x ']);
    expect(columns.map(({ type }) => type)).toEqual(['text', 'text', 'text']);
  });

  it('holds over any text: rows, rejected, blank and header lines make up the file', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', ' ', 'ä'), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const text = `id,name,city\n${lines.map((line) => `${line}\n`).join('')}`;
        const result = await readTable(source(text), 'f.csv', OPTIONS, quietTask);
        if (!result.ok) throw new Error(result.error.message);
        const { table, rejected, warnings, lines: numbers } = result.value;
        const blank = lines.filter((line) => line.trim() === '' || /^,+$/.test(line)).length;
        const told = warnings.find((warning) => /blank row/.test(warning));
        // Cells that hold line breaks make one row of several lines, so a sum of lines is an upper bound only then.
        if (!lines.some((line) => line.includes('"'))) {
          expect(table.rowCount + rejected.length + blank).toBe(lines.length);
          expect(told ? Number.parseInt(told, 10) : 0).toBe(blank);
        }
        expect(table.rowCount + rejected.length).toBeLessThanOrEqual(lines.length);
        const all = [...numbers, ...rejected.map(({ line }) => line)].sort((a, b) => a - b);
        expect(new Set(all).size).toBe(all.length);
        for (const { line, raw } of rejected) expect(raw.split('\n')[0]).toBe(text.split('\n')[line - 1]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('round trip', () => {
  it('reads back any table Papa Parse writes, with any delimiter', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', ' ', 'ß', '漢', '\\'),
        maxLength: 6,
      }),
      fc.constantFrom('007', '1,5', '31/01/2020', 'NULL', ''),
    );
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|', ':', '~', '+|'),
        async (rows, delimiter) => {
          const names = rows[0]!.map((_, i) => `name ${i + 1}`);
          // A row of empty cells is a blank row, and blank rows are skipped.
          const kept = rows.filter((row) => row.some((value) => value !== ''));
          const text = Papa.unparse([names, ...kept], { delimiter, newline: '\r\n' });
          const result = await readTable(source(text), 'f.csv', { ...OPTIONS, delimiter }, quietTask);
          if (!result.ok) throw new Error(result.error.message);
          expect(rowsOf(result.value.table)).toEqual(kept);
          expect(result.value.rejected).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('previewTable', () => {
  const text = 'Report\nid;name\n1;Ann\n2;Bob\n';

  it('shows another reading without touching the rest', async () => {
    const found = await inspected(text);
    expect(found.tables[0]).toMatchObject({
      name: 'file',
      rowCount: 2,
      options: { delimiter: ';', headerRow: 1 },
    });
    const options = { ...OPTIONS, delimiter: ';', headerRow: null, firstRow: 1 };
    const preview = await previewTable(source(text), 'file.csv', options, quietTask);
    expect(preview.ok && preview.value.columns.map(({ name }) => name)).toEqual(['Column 1', 'Column 2']);
    expect(preview.ok && preview.value.preview).toEqual([
      ['id', 'name'],
      ['1', 'Ann'],
      ['2', 'Bob'],
    ]);
    expect(preview.ok && preview.value.rawRows[0]).toEqual(['Report']);
  });

  it('reads only the start of a large file', async () => {
    const large = source(`id,name\n${'1,Ann\n'.repeat(1_000_000)}`);
    let bytes = 0;
    const counting = {
      ...large,
      size: large.size,
      slice: (from = 0, to = large.size) => {
        bytes += to - from;
        return large.slice(from, to);
      },
      arrayBuffer: () => large.arrayBuffer(),
    };
    const preview = await previewTable(counting, 'f.csv', OPTIONS, quietTask);
    expect(preview.ok && preview.value.rowCount).toBeNull();
    expect(bytes).toBeLessThan(2 << 20);
  });

  it('refuses options that cannot be read with', async () => {
    const codes = await Promise.all(
      [
        { delimiter: '' },
        { delimiter: '\n' },
        { quote: '""' },
        { delimiter: '"' },
        { encoding: 'utf-99' },
      ].map(async (change) => {
        const result = await previewTable(source(text), 'f.csv', { ...OPTIONS, ...change }, quietTask);
        return result.ok ? 'read' : result.error.code;
      }),
    );
    expect(codes).toEqual([
      'BAD_READ_OPTIONS',
      'BAD_READ_OPTIONS',
      'BAD_READ_OPTIONS',
      'BAD_READ_OPTIONS',
      'UNSUPPORTED_ENCODING',
    ]);
  });
});

describe('progress and cancel', () => {
  const big = source(`id,name\n${'1,Ann\n'.repeat(600_000)}`);

  it('reports bytes read up to the size of the file', async () => {
    const seen: number[] = [];
    const task: TaskContext = { report: ({ done }) => seen.push(done), signal: new AbortController().signal };
    await readTable(big, 'f.csv', OPTIONS, task);
    expect(seen.slice(0, 4)).toEqual([1 << 20, 2 << 20, 3 << 20, big.size]);
    expect(new Set(seen.slice(4))).toEqual(new Set([big.size]));
  });

  it('stops at the next piece', async () => {
    const stop = new AbortController();
    const task: TaskContext = { report: () => stop.abort(), signal: stop.signal };
    const result = await readTable(big, 'f.csv', OPTIONS, task);
    expect(result.ok ? 'read' : result.error.code).toBe('CANCELLED');
  });
});

describe('files that are no tables', () => {
  const code = async (content: string | Uint8Array<ArrayBuffer>, name = 'data.csv'): Promise<string> => {
    const result = await inspectFile(source(content), name, quietTask);
    return result.ok ? 'read' : `${result.error.code}: ${result.error.message}`;
  };
  const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

  it('says that an empty file is empty', async () => {
    expect(await code('')).toBe(
      'EMPTY_FILE: "data.csv" has no content at all (0 bytes). The export may have been interrupted: export it again.',
    );
    expect(await code('', 'book.xlsx')).toMatch(/^EMPTY_FILE/);
    expect(await code('\ufeff \r\n\n')).toMatch(/^EMPTY_FILE: .* only blank lines/);
  });

  it.each([
    ['%PDF-1.7\n%âãÏÓ', 'a PDF document'],
    ['{\\rtf1\\ansi', 'a text document (RTF)'],
    ['<!DOCTYPE html><html><p>1', 'a web page (HTML) without a table'],
    ['<?xml version="1.0"?><orders><order/></orders>', 'an XML file that is no spreadsheet'],
    ['[{"id": 1, "name": "Ann"}]', 'a JSON file'],
    ['{"records": []}', 'a JSON file'],
  ])('%s is named', async (content, what) => {
    expect(await code(content)).toContain(`NOT_A_TABLE: "data.csv" is ${what}, whatever its name says.`);
  });

  it('names pictures, programs, archives and databases by their first bytes', async () => {
    expect(await code(bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0))).toMatch(/a picture \(PNG\)/);
    expect(await code(bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0))).toMatch(/a program/);
    expect(await code(bytes(0x1f, 0x8b, 8, 0))).toMatch(/a compressed file \(GZIP\)/);
    expect(await code(bytes(...Array.from({ length: 400 }, (_, i) => (i * 37) % 32)))).toMatch(/binary data/);
  });

  it('does not take text that starts like a mark for something else', async () => {
    expect(await code('MZ_ID,BMI,name\n1,22.5,Ann\n')).toBe('read');
    expect(await code('[id],name\n1,Ann\n')).toBe('read');
    expect(await code('key,val\n1,"{""type"": ""Point""}"\n')).toBe('read');
  });

  it('says what is wrong with a workbook name on a line of text', async () => {
    expect(await code('Error: query timed out', 'export.xls')).toMatch(/^CORRUPT_WORKBOOK/);
    expect(await code('id\tname\n1\tAnn\n2\tBob\n', 'export.xls')).toBe('read');
  });
});

describe('limits', () => {
  it('reads 10,000 columns and refuses more than 16,384', async () => {
    const wide = (columns: number) =>
      [
        Array.from({ length: columns }, (_, i) => `c${i}`),
        Array.from({ length: columns }, (_, i) => String(i)),
      ]
        .map((row) => row.join(','))
        .join('\n');
    const { table } = await read(wide(10_000));
    expect(table.columns.length).toBe(10_000);
    expect(table.columns[9_999]!.values).toEqual(['', '9999']);
    const result = await inspectFile(source(wide(16_385)), 'f.csv', quietTask);
    expect(result.ok ? 'read' : result.error.code).toBe('TOO_MANY_COLUMNS');
  });

  it('refuses a single line of 50 MB, quickly', { timeout: 30_000 }, async () => {
    const line = source(new Uint8Array(50 << 20).fill(120));
    for (const attempt of [
      () => inspectFile(line, 'f.csv', quietTask),
      () => readTable(line, 'f.csv', OPTIONS, quietTask),
    ]) {
      const result = await attempt();
      expect(result.ok ? 'read' : result.error.code).toBe('LINE_TOO_LONG');
    }
  });
});

describe('comment lines', () => {
  const TEXT =
    '# export of 2024\nid,name,city\n1,Ann,Bonn\n# the next one, is new\n2,Bob,Kiel\n3,"#Cy",Ulm\n4,Dee,Jena\n';

  it('are detected by their other number of cells and kept out of the data', async () => {
    const { tables } = await inspected(TEXT);
    expect(tables[0]!.options).toMatchObject({ comment: '#', headerRow: 1, firstRow: 2 });
    expect(tables[0]!.evidence.map(({ text }) => text)).toContain(
      '2 lines looked at begin with # and have another number of cells than the 3 of the table: comments, kept out of the data.',
    );
    const { table, rejected, warnings } = await read(TEXT);
    expect(rowsOf(table)).toEqual([
      ['1', 'Ann', 'Bonn'],
      ['2', 'Bob', 'Kiel'],
      ['3', '#Cy', 'Ulm'],
      ['4', 'Dee', 'Jena'],
    ]);
    expect(rejected).toEqual([
      {
        line: 4,
        raw: '# the next one, is new',
        reason: 'The line is a comment by the sign it begins with.',
        kind: 'note',
      },
    ]);
    expect(warnings).toContain('One line begins with # and is kept out of the data as a comment.');
  });

  it('are none where the header or values begin with the sign', async () => {
    const { tables } = await inspected('#id,name\n#1,Ann\n#2,Bob\n');
    expect(tables[0]!.options).not.toHaveProperty('comment');
  });
});

describe('totals at the end', () => {
  const rows = (total: string) =>
    `item;net;gross\n${[1, 2, 3].map((n) => `p${n};${n},50;${n * 2},00`).join('\n')}\n${total}\n`;

  it('are said to be the sum of the rows above where they are', async () => {
    expect((await read(rows('Summe;7,50;12,00'))).rejected[0]!.reason).toBe(
      'The row at the end is a total: "Summe". In "net", "gross" it is the sum of the 3 rows above.',
    );
  });

  it('are said not to be where rows are missing or too many', async () => {
    expect((await read(rows('Summe;9,50;12,00'))).rejected[0]!.reason).toBe(
      'The row at the end is a total: "Summe". In "gross" it is the sum of the 3 rows above. But in "net" it says 9,50, the rows add up to 7.5.',
    );
  });
});
