import { AppFailure } from '@shared/base/result';
import { lineEndsOf } from '@shared/ingest/line-ends';
import { type Dialect, RowScanner } from '@shared/ingest/scan-rows';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

const COMMA: Dialect = { delimiter: ',', quote: '"', escape: '"', rowEnd: '' };

interface Row {
  readonly cells: string[];
  readonly line: number;
  readonly flaw: string | null;
  readonly raw: string;
}

/** Scans a text in one piece. */
function scan(text: string, dialect: Dialect = COMMA): Row[] {
  const rows: Row[] = [];
  const bytes = new TextEncoder().encode(text);
  new RowScanner(dialect, lineEndsOf(bytes, true, dialect)).feed(bytes, true, (row) => {
    rows.push({ cells: row.cells(), line: row.line, flaw: row.flaw, raw: row.raw() });
    return true;
  });
  return rows;
}

const cellsOf = (text: string, dialect?: Dialect): string[][] =>
  scan(text, dialect).map(({ cells }) => cells);

describe('rows and cells', () => {
  it.each([
    [
      'plain',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['final line end adds no row', 'a,b\n', [['a', 'b']]],
    [
      'empty cells, also at the end',
      ',a,\n,,',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['mixed line ends', 'a\r\nb\nc\r\n', [['a'], ['b'], ['c']]],
    [
      'a lone CR ends rows in files that use it',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a lone CR is text in files with line feeds',
      'a\rb,c\nd,e\n',
      [
        ['a\rb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['blank lines are rows of one empty cell', 'a\n\nb', [['a'], [''], ['b']]],
    [
      'quoted delimiters, line ends and quotes',
      '"a,1","b\r\nc","say ""hi"""\n',
      [['a,1', 'b\r\nc', 'say "hi"']],
    ],
    ['empty quotes', '"","",x', [['', '', 'x']]],
    ['blanks around quotes are dropped, around text kept', ' "a" , b ', [['a', ' b ']]],
    ['a quote inside a plain cell is text', '5" pipe,6\'', [['5" pipe', "6'"]]],
  ])('%s', (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it('reads backslash escapes, an escaped backslash before the closing quote too', () => {
    const dialect = { ...COMMA, escape: '\\' };
    expect(cellsOf('"say \\"hi\\"","C:\\\\","a\\nb"\n1', dialect)).toEqual([
      ['say "hi"', 'C:\\', 'a\\nb'],
      ['1'],
    ]);
  });

  it('reads single quotes, and no quotes at all', () => {
    expect(cellsOf("'a,b','it''s'", { ...COMMA, quote: "'", escape: "'" })).toEqual([['a,b', "it's"]]);
    expect(cellsOf('"a,b"', { ...COMMA, quote: '', escape: '' })).toEqual([['"a', 'b"']]);
  });

  it('splits by delimiters of several characters, and rows by their own end', () => {
    const dialect = { ...COMMA, delimiter: '+|', rowEnd: '&|' };
    expect(cellsOf('1+|a+b+|<x>\n</x>&|\n2+||&|\r\n', dialect)).toEqual([
      ['1', 'a+b', '<x>\n</x>'],
      ['2', '|'],
    ]);
  });

  it('knows the line of each row and its text, line breaks inside cells counted', () => {
    expect(scan('h\n"a\nb\r\nc",1\n\nx')).toEqual([
      { cells: ['h'], line: 1, flaw: null, raw: 'h' },
      { cells: ['a\nb\r\nc', '1'], line: 2, flaw: null, raw: '"a\nb\r\nc",1' },
      { cells: [''], line: 5, flaw: null, raw: '' },
      { cells: ['x'], line: 6, flaw: null, raw: 'x' },
    ]);
  });
});

describe('damaged quotes', () => {
  it('keeps quotes inside quotes that are not doubled as text and marks the row', () => {
    expect(scan('1,"Hey, I missed " it",3\n2,b,c')).toEqual([
      {
        cells: ['1', 'Hey, I missed " it', '3'],
        line: 1,
        flaw: 'strayQuote',
        raw: '1,"Hey, I missed " it",3',
      },
      { cells: ['2', 'b', 'c'], line: 2, flaw: null, raw: '2,b,c' },
    ]);
  });

  it('reads a cell that only starts with a quoted word as it stands', () => {
    expect(scan('"Smith" Ltd,x\n').map(({ cells, flaw }) => ({ cells, flaw }))).toEqual([
      { cells: ['"Smith" Ltd', 'x'], flaw: 'strayQuote' },
    ]);
  });

  it('loses one line, not the rest, to a quote that is never closed', () => {
    const rows = scan('a,b\n1,"open\n2,x\n3,"y"\n4,z\n');
    expect(rows.map(({ cells, line, flaw, raw }) => (flaw ? [line, flaw, raw] : cells))).toEqual([
      ['a', 'b'],
      [2, 'openQuote', '1,"open'],
      ['2', 'x'],
      ['3', 'y'],
      ['4', 'z'],
    ]);
  });

  it('does the same at the end of the file', () => {
    expect(scan('1,"open\n2,x').map(({ line, flaw }) => [line, flaw])).toEqual([
      [1, 'openQuote'],
      [2, null],
    ]);
  });

  it('takes a quote for open after 200 lines', () => {
    const rows = scan(`1,"open\n${'x,y\n'.repeat(300)}z,"\n`);
    expect(rows[0]!.flaw).toBe('openQuote');
    expect(rows.filter(({ cells }) => cells[0] === 'x')).toHaveLength(300);
  });

  it('takes a quote for open after a megabyte', () => {
    const rows = scan(`1,"${'x'.repeat(1_100_000)}\n2,b\n"`);
    expect(rows.map(({ flaw }) => flaw)).toEqual(['openQuote', null, 'openQuote']);
  });
});

describe('limits', () => {
  it('refuses a line of more than 16 million characters with its number', () => {
    const scanner = new RowScanner(COMMA);
    scanner.feed(new TextEncoder().encode('a\n'), false, () => true);
    const piece = new Uint8Array(9 << 20).fill(120);
    scanner.feed(piece, false, () => true);
    expect(() => scanner.feed(piece, false, () => true)).toThrow(AppFailure);
  });
});

const nasty = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '\\', '\t', '漢', "'"),
});

describe('laws', () => {
  it('gives the same rows however the text is cut into pieces', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 7 }), (text, size) => {
        const file = `${'a,b\n'.repeat(10)}${text}`;
        const rows: string[][] = [];
        const bytes = new TextEncoder().encode(file);
        const scanner = new RowScanner(COMMA, lineEndsOf(bytes, true, COMMA));
        for (let at = 0; at < bytes.length; at += size) {
          scanner.feed(bytes.subarray(at, at + size), at + size >= bytes.length, (row) => {
            rows.push([...row.cells(), String(row.line), row.flaw ?? '', row.raw()]);
            return true;
          });
        }
        const whole = scan(file).map(({ cells, line, flaw, raw }) => [
          ...cells,
          String(line),
          flaw ?? '',
          raw,
        ]);
        expect(rows).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no line: the raw texts of the rows make up the file', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const file = text.replaceAll('\r', '');
        const raws = scan(file).map(({ raw }) => raw);
        expect(raws.join('\n')).toBe(file.endsWith('\n') ? file.slice(0, -1) : file);
      }),
      { numRuns: 500 },
    );
  });

  it('reads what Papa Parse writes, under any delimiter', () => {
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1 }));
    const delimiter = fc.constantFrom(',', ';', '\t', '|', ':', '+|', '~', '§');
    fc.assert(
      fc.property(table, delimiter, fc.constantFrom('\n', '\r\n'), (rows, sign, newline) => {
        const text = Papa.unparse(rows, { delimiter: sign, newline });
        const read = cellsOf(text, { ...COMMA, delimiter: sign });
        // A table that ends in rows of one empty cell ends in blank lines, which are no rows at the end of a file.
        const last = rows.findLastIndex((row) => row.length > 1 || row[0] !== '');
        expect(read.slice(0, last + 1)).toEqual(rows.slice(0, last + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with Papa Parse on sound files', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom('a', ' ', '漢', "'") }), nasty);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const text = Papa.unparse(rows, { newline: '\n', quotes: true });
        expect(cellsOf(text)).toEqual(Papa.parse(text, { delimiter: ',', newline: '\n' }).data);
      }),
    );
  });
});
