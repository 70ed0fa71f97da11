import { detectDialect } from '@shared/ingest/dialect';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

const detect = (text: string): string[] => {
  const { delimiter, quote, escape: escaper } = detectDialect(text, true).dialect;
  return [delimiter, quote, escaper];
};

describe('detectDialect', () => {
  it.each([
    ['comma', 'id,name,city\n1,Ann,Bonn\n2,Bob,Köln\n', ','],
    ['semicolon with decimal commas', 'name;preis\nA;1,50\nB;2,75\nC;10,00\n', ';'],
    ['tab with commas in names', 'name\tcity\nSmith, Ann\tBonn\nJones, Bob\tYork\n', '\t'],
    ['pipe', '1|Ann|2020-01-02\n2|Bob|2020-01-03\n', '|'],
    ['a row of title lines above', 'Report, spring\n\nid;name;qty\n1;A;5\n2;B;7\n3;C;9\n', ';'],
    ['quoted delimiters', '"a;b","c;d"\n"e;f","g;h"\n"i;j","k;l"\n', ','],
    ['times do not make a colon the delimiter', 'start,end\n10:30,11:45\n12:00,13:15\n', ','],
    ['colon as a last resort', 'root:x:0:0\ndaemon:x:1:1\nbin:x:2:2\n', ':'],
    ['blanks as a last resort', '1 2.5 3\n4 5.5 6\n7 8.5 9\n', ' '],
    ['several characters', '1+|Ann+|x&|\n2+|Bob+|y&|\n', '+|'],
  ])('%s', (_, text, delimiter) => {
    expect(detect(text)[0]).toBe(delimiter);
  });

  it('does not split a column of full names at the blank', () => {
    const { dialect, evidence } = detectDialect('name\nAnn Smith\nBob Jones\nCleo Ray\n', true);
    expect(dialect.delimiter).toBe(',');
    expect(evidence[0]!.text).toMatch(/each line is one cell/);
  });

  it('finds single quotes, backslash escapes, and files where quotes mean nothing', () => {
    expect(detect("'a,1','b'\n'c,2','d'\n'e,3','f'\n")).toEqual([',', "'", "'"]);
    expect(detect('id,text\n1,"say \\"hi\\", you"\n2,"a \\"b\\", c"\n3,"x"\n')).toEqual([',', '"', '\\']);
    expect(detect('size\tname\n"5\tpipe\n6\tbolt\n7\tnut\n')).toEqual(['\t', '', '']);
  });

  it('says what it saw', () => {
    const { evidence } = detectDialect('a;b;c\n1;2;3\n4;5\n', true);
    expect(evidence.map(({ about, text }) => `${about}: ${text}`)).toEqual([
      'delimiter: Semicolon: 2 of the 3 rows looked at have 3 cells.',
      'quote: No cell looked at stands in quotes; " is expected.',
    ]);
  });

  it('finds the delimiter of any table of words and numbers Papa Parse writes', () => {
    const word = fc.constantFrom(
      'Ann Smith',
      'Bonn',
      'x',
      'Müller & Co',
      '12',
      '3.5',
      '2020-01-31',
      'a@b.de',
      '',
    );
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 20 }),
      )
      .filter((rows) => rows.every((row) => row.some((cell) => cell !== '')));
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
        const text = Papa.unparse(rows, { delimiter });
        // Where each pipe is doubled, two pipes are the delimiter as well as two pipes with an empty column between.
        fc.pre(/(?<!\|)\|(?!\|)/.test(text) || delimiter !== '|');
        expect(detect(text)[0]).toBe(delimiter);
      }),
    );
  });
});
