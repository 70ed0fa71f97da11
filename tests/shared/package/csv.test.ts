import { readStrictCsv } from '@shared/package/csv-read';
import { columnWriter, quoteCell, REPORT_CSV, textWriter, writeCsv } from '@shared/package/csv-write';
import type { CsvFormat } from '@shared/package/types';
import { columnOf } from '@shared/table/column';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

const LF: CsvFormat = { delimiter: ',', bom: false, lineEnding: '\n' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);

/** Header and rows, or the message. */
function read(data: Uint8Array, format: CsvFormat): string[][] | string {
  const rows: string[][] = [];
  const result = readStrictCsv(data, format, (header) => {
    rows.push([...header]);
    return (cells) => {
      rows.push([...cells]);
    };
  });
  return result.ok ? rows : result.error.message;
}

describe('writing CSV', () => {
  it('quotes where RFC 4180 needs it and blanks at the ends, and puts no blank outside quotes', () => {
    expect(quoteCell('plain', ',')).toBe('plain');
    expect(quoteCell(' blanks ', ',')).toBe('" blanks "');
    expect(quoteCell('a,b', ',')).toBe('"a,b"');
    expect(quoteCell('a,b', ';')).toBe('a,b');
    expect(quoteCell('say "hi"', ',')).toBe('"say ""hi"""');
    expect(quoteCell('two\nlines', ',')).toBe('"two\nlines"');
    expect(quoteCell('old\rmac', ',')).toBe('"old\rmac"');
  });

  it('keeps line breaks inside cells whatever the line ending of the file', () => {
    const cells = [columnWriter(columnOf('a', ['x\ny', 'z']), ';'), textWriter((row) => `${row}`, ';')];
    const format: CsvFormat = { delimiter: ';', bom: true, lineEnding: '\r\n' };
    expect(text(writeCsv(['a', 'b;c'], cells, [1, 0], format))).toBe('\ufeffa;"b;c"\r\nz;1\r\n"x\ny";0\r\n');
  });

  it('writes the same text for a file longer than one chunk', () => {
    const long = 'ü'.repeat(700_000);
    const cells = [textWriter((row) => `${row}${long}`, ',')];
    const data = writeCsv(['a'], cells, [1, 2, 3], LF);
    expect(text(data)).toBe(`a\n1${long}\n2${long}\n3${long}\n`);
  });
});

describe('reading CSV by the letter', () => {
  it('reads what is right', () => {
    expect(read(bytes('a,b\n1,"x ""y"", z"\n,\n'), LF)).toEqual([
      ['a', 'b'],
      ['1', 'x "y", z'],
      ['', ''],
    ]);
  });

  it.each([
    ['', 'The header row is broken: the file is empty.'],
    ['a,b\n1,2', 'Data row 1 is broken: the file ends inside it.'],
    ['a,b\n1\n', 'Data row 1 is broken: 1 cells under 2 headers.'],
    ['a,b\r\n1,2\n', 'The header row is broken: another line ending.'],
    ['a,b\n1,2\r\n', 'Data row 1 is broken: another line ending.'],
    ['a,b\n1,"2" \n', 'Data row 1 is broken: text after a closing quote.'],
    ['a,b\n1, "2"\n', 'Data row 1 is broken: a quote inside an unquoted cell.'],
    ['a,b\n1,"2\n', 'Data row 1 is broken: the file ends inside it.'],
    ['\ufeffa,b\n', 'The header row is broken: a byte order mark.'],
  ])('refuses %j', (broken, message) => {
    expect(read(bytes(broken), LF)).toBe(message);
  });

  it('refuses a missing byte order mark, LF where CRLF was declared, and bytes that are not UTF-8', () => {
    expect(read(bytes('a\r\n'), REPORT_CSV)).toBe('The header row is broken: no byte order mark.');
    expect(read(bytes('\ufeffa\n'), REPORT_CSV)).toBe('The header row is broken: another line ending.');
    expect(read(new Uint8Array([97, 10, 0xff, 10]), LF)).toBe(
      'The header row is broken: the text is not UTF-8.',
    );
  });

  it('reads rows that lie across the chunks it decodes', () => {
    const cell = '日"本,\n'.repeat(200_000);
    const data = writeCsv(
      ['n', 'text'],
      [textWriter(String, ','), textWriter(() => cell, ',')],
      [0, 1, 2, 3, 4],
      LF,
    );
    expect(data.length).toBeGreaterThan(2 * (1 << 22));
    const rows = read(data, LF);
    expect(rows.slice(1)).toEqual([0, 1, 2, 3, 4].map((n) => [String(n), cell]));
  });
});

describe('laws', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', ' ', 'a', 'é', '\u{1f600}') }),
  );
  const format = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    bom: fc.boolean(),
    lineEnding: fc.constantFrom('\n' as const, '\r\n' as const),
  });
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    );

  const write = (rows: readonly (readonly string[])[], as: CsvFormat): Uint8Array =>
    writeCsv(
      rows[0]!,
      rows[0]!.map((_, c) => textWriter((row) => rows[row + 1]![c]!, as.delimiter)),
      rows.slice(1).keys(),
      as,
    );

  it('what is written is read back, by our reader and by Papa Parse', () => {
    fc.assert(
      fc.property(table, format, (rows, as) => {
        const data = write(rows, as);
        expect(read(data, as)).toEqual(rows);
        const papa = Papa.parse<string[]>(text(data).replace(/^\ufeff/, ''), {
          delimiter: as.delimiter,
          newline: as.lineEnding,
        });
        expect(papa.errors).toEqual([]);
        expect(papa.data.slice(0, -1)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('a changed byte never reads as the same table', () => {
    fc.assert(
      fc.property(table, format, fc.nat(), fc.integer({ min: 1, max: 255 }), (rows, as, place, change) => {
        const data = write(rows, as);
        data[place % data.length]! ^= change;
        expect(read(data, as)).not.toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});
