import { quietTask } from '@shared/base/progress';
import { inspectFile } from '@shared/ingest/inspect';
import { describe, expect, it } from 'vitest';
import { xlsxOf, zipOf } from './make-workbook';
import { inspected, read, rowsOf, source } from './support';

/** The rows of a workbook's first sheet as they stand, without a header. */
async function rowsIn(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  return rowsOf((await read(bytes, { headerRow: null, firstRow: 0 }, 'book.xlsx')).table);
}

const sheet = (data: string) => [{ name: 'S', data }];

describe('cells', () => {
  it('reads shared strings: rich text joined, phonetic readings left out, escapes undone', async () => {
    const bytes = await xlsxOf(
      sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
      ),
      {
        strings:
          '<si><r><t>Mül</t></r><r><rPr><b/></rPr><t xml:space="preserve">ler </t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b</t></si>',
      },
    );
    expect(await rowsIn(bytes)).toEqual([['Müller ', '東京', 'a\rb']]);
  });

  it('reads inline strings, formula strings, booleans, errors and ISO dates', async () => {
    const bytes = await xlsxOf(
      sheet(`<row><c t="inlineStr"><is><t>in</t></is></c><c t="str"><f>A1&amp;"x"</f><v>out</v></c><c t="b"><v>1</v></c>
        <c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2021-03-04T00:00:00</v></c><c t="d"><v>2021-03-04T05:06:07Z</v></c></row>`),
    );
    expect(await rowsIn(bytes)).toEqual([
      ['in', 'out', 'TRUE', 'FALSE', '#N/A', '2021-03-04', '2021-03-04 05:06:07'],
    ]);
  });

  it('puts sparse cells into their columns, and cells without a reference after the one before', async () => {
    const bytes = await xlsxOf(
      sheet(
        '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="F2"><v>3</v></c></row><row><c><v>4</v></c></row>',
      ),
    );
    const { table, lines } = await read(bytes, { headerRow: null, firstRow: 0 }, 'book.xlsx');
    expect(rowsOf(table)).toEqual([
      ['', '1', '2', '', '', '3'],
      ['4', '', '', '', '', ''],
    ]);
    expect([...lines]).toEqual([2, 3]);
  });

  it('understands prefixed tags', async () => {
    const bytes = await zipOf({
      'xl/workbook.xml':
        '<x:workbook xmlns:x="a" xmlns:rel="b"><x:sheets><x:sheet name="P" sheetId="1" rel:id="r1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../xl/./s.xml"/></Relationships>',
      'xl/s.xml':
        '<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="str"><x:v>ok</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await rowsIn(bytes)).toEqual([['ok']]);
  });

  it('keeps leading zeros of text, fills up those of number formats, and shows 15 digits', async () => {
    const bytes = await xlsxOf(
      sheet(
        '<row><c t="str"><v>00123</v></c><c s="1"><v>4001</v></c><c><v>0.30000000000000004</v></c><c><v>49123456789012</v></c><c s="2"><v>0.125</v></c></row>',
      ),
      {
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs>',
      },
    );
    expect(await rowsIn(bytes)).toEqual([['00123', '04001', '0.3', '49123456789012', '12.5%']]);
  });

  it('leaves ids of 16 digits and more unharmed', async () => {
    const cells = ['4530000000000012', '12345678901234567890', '-4530000000000012'];
    const row = (style: number): string => cells.map((v) => `<c s="${style}"><v>${v}</v></c>`).join('');
    const bytes = await xlsxOf(sheet(`<row>${row(0)}</row><row>${row(1)}</row>`), {
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="1"/></cellXfs>',
    });
    expect(await rowsIn(bytes)).toEqual([cells, cells]);
  });

  it('turns dates into ISO by built-in and own formats, in both date systems', async () => {
    const data =
      '<row><c s="1"><v>44197</v></c><c s="2"><v>44197.75</v></c><c s="3"><v>1.5</v></c><c s="0"><v>44197</v></c></row>';
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    expect(await rowsIn(await xlsxOf(sheet(data), { styles }))).toEqual([
      ['2021-01-01', '2021-01-01 18:00:00', '36:00:00', '44197'],
    ]);
    expect(await rowsIn(await xlsxOf(sheet(data), { styles, properties: 'date1904="1"' }))).toEqual([
      ['2025-01-02', '2025-01-02 18:00:00', '36:00:00', '44197'],
    ]);
  });
});

describe('sheets', () => {
  const rows = (...names: string[]) =>
    names
      .map((name, i) => `<row r="${i + 1}"><c t="str"><v>${name}</v></c><c><v>${i}</v></c></row>`)
      .join('');

  it('lists hidden sheets as hidden and says which are empty', async () => {
    const bytes = await xlsxOf([
      { name: 'Kunden', data: rows('a', 'b') },
      { name: 'Alt', state: 'veryHidden', data: rows('c') },
      { name: 'Leer', data: '' },
    ]);
    const { tables, format } = await inspected(bytes, 'Daten.xlsx');
    expect(format).toBe('xlsx');
    expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Daten Kunden', false],
      ['Daten Alt', true],
    ]);
    expect((await inspected(bytes, 'kunden.xlsx')).tables.map(({ name }) => name)).toEqual([
      'Kunden',
      'kunden Alt',
    ]);
    expect(tables[0]!.evidence[0]!.text).toBe(
      'The workbook has 3 sheets; hidden: "Alt"; without content: "Leer".',
    );
  });

  it('finds the header below titles and reads from there', async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
    const bytes = await xlsxOf(
      sheet(
        `<row r="1">${cell('Kundenliste 2024')}</row><row r="4">${cell('Nr')}${cell('Ort')}</row>` +
          `<row r="5">${cell('007')}${cell('Köln')}</row><row r="9">${cell('008')}${cell('Bonn')}${cell('note')}</row>`,
      ),
    );
    const { tables } = await inspected(bytes, 'k.xlsx');
    expect(tables[0]!.options).toMatchObject({ headerRow: 3, firstRow: 4 });
    expect(tables[0]!.rawRows.length).toBe(9);
    const { table, lines, warnings } = await read(bytes, {}, 'k.xlsx');
    expect(table.columns.map(({ name }) => name)).toEqual(['Nr', 'Ort', 'Column 3']);
    expect(rowsOf(table)).toEqual([
      ['007', 'Köln', ''],
      ['008', 'Bonn', 'note'],
    ]);
    expect([...lines]).toEqual([5, 9]);
    expect(warnings).toEqual([
      'One column has no header; it is called "Column 3".',
      'One row above the data was left out.',
      '3 blank rows were skipped.',
    ]);
  });

  it('does not try the cells of a declared size, only those that are there', async () => {
    const bytes = await xlsxOf(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    const result = await inspectFile(source(bytes), 'far.xlsx', quietTask);
    expect(result.ok).toBe(true);
  });
});

describe('limits', () => {
  const code = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    const result = await inspectFile(source(bytes), 'book.xlsx', quietTask);
    return result.ok ? 'read' : result.error.code;
  };

  it('refuses a column beyond XFD', async () => {
    expect(await code(await xlsxOf(sheet('<row><c r="XFE1"><v>1</v></c></row>')))).toBe('TOO_MANY_COLUMNS');
  });

  it('refuses broken XML, missing parts and entity bombs as damaged', async () => {
    expect(await code(await xlsxOf(sheet('<row><c><v>1</row>')))).toBe('CORRUPT_WORKBOOK');
    expect(await code(await zipOf({ 'xl/workbook.xml': '<workbook/>' }))).toBe('CORRUPT_WORKBOOK');
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>';
    expect(await code(await zipOf({ 'xl/workbook.xml': bomb, 'xl/_rels/workbook.xml.rels': '<R/>' }))).toBe(
      'CORRUPT_WORKBOOK',
    );
  });

  it('stops unpacking a bomb', { timeout: 120_000 }, async () => {
    expect(await code(await xlsxOf([{ name: 'S', data: ' '.repeat(40 << 20) }]))).toBe('DECOMPRESSION_BOMB');
  });

  it('names Word documents, presentations and other archives', async () => {
    const what = async (path: string): Promise<string> => {
      const result = await inspectFile(source(await zipOf({ [path]: 'x' })), 'book.xlsx', quietTask);
      return result.ok ? '' : result.error.message;
    };
    expect(await what('word/document.xml')).toMatch(/is a Word document/);
    expect(await what('ppt/presentation.xml')).toMatch(/is a presentation/);
    expect(await what('Index/Document.iwa')).toMatch(/is an Apple Numbers document/);
    expect(await what('photo.jpg')).toMatch(/is a ZIP archive, not a workbook/);
  });
});

describe('merged cells', () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
  const sheetXml = (rows: string, merged: readonly string[]) =>
    `${rows}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells><sheetData>`;

  it('name the columns below a heading, and no further', async () => {
    const rows = [
      `<row r="1">${cell('B1', 'Address')}${cell('E1', 'Phone')}</row>`,
      `<row r="2">${cell('A2', 'Name')}${cell('B2', 'Street')}${cell('C2', 'City')}${cell('D2', 'Since')}${cell('F2', 'Fax')}</row>`,
      ...[3, 4, 5].map(
        (n) =>
          `<row r="${n}">${cell(`A${n}`, 'Ann')}${cell(`B${n}`, `Road ${n}`)}${cell(`C${n}`, 'Bonn')}<c r="D${n}"><v>${n}</v></c>${cell(`E${n}`, '1')}${cell(`F${n}`, '2')}</row>`,
      ),
    ].join('');
    const bytes = await xlsxOf(sheet(sheetXml(rows, ['B1:C1', 'A4:A5'])));
    const [proposal] = (await inspected(bytes, 'book.xlsx')).tables;
    expect(proposal!.options).toMatchObject({
      headerRow: 0,
      headerRows: 2,
      headings: [{ row: 0, firstColumn: 1, endColumn: 3 }],
    });
    const { table, warnings } = await read(bytes, {}, 'book.xlsx');
    expect(table.columns.map(({ name }) => name)).toEqual([
      'Name',
      'Address / Street',
      'Address / City',
      'Since',
      'Phone',
      'Fax',
    ]);
    expect(warnings).toEqual([
      'One merged cell lies in the data (first: row 4). The value stands in the first of the 2 cells covered, the others are empty; a step "fill down" repeats it where it belongs to every row.',
    ]);
  });

  it('are known behind the rows of a long sheet too', async () => {
    const rows = [
      `<row r="1">${cell('B1', 'Address')}${cell('E1', 'Phone')}</row>`,
      `<row r="2">${cell('A2', 'Name')}${cell('B2', 'Street')}${cell('C2', 'City')}${cell('D2', 'Since')}${cell('F2', 'Fax')}</row>`,
      ...Array.from(
        { length: 40_000 },
        (_, i) =>
          `<row r="${i + 3}">${cell(`A${i + 3}`, 'Ann mergeCells')}${cell(`B${i + 3}`, `Road ${i}`)}${cell(`C${i + 3}`, 'Bonn')}<c r="D${i + 3}"><v>${i}</v></c>${cell(`E${i + 3}`, '1')}${cell(`F${i + 3}`, '2')}</row>`,
      ),
    ].join('');
    const bytes = await xlsxOf(sheet(sheetXml(rows, ['B1:C1', 'A40:A50'])));
    const [proposal] = (await inspected(bytes, 'book.xlsx')).tables;
    expect(proposal!.rowCount).toBeNull();
    expect(proposal!.options.headings).toEqual([{ row: 0, firstColumn: 1, endColumn: 3 }]);
    expect(proposal!.columns.map(({ name }) => name)).toEqual([
      'Name',
      'Address / Street',
      'Address / City',
      'Since',
      'Phone',
      'Fax',
    ]);
  });

  it('downwards from the header say how many rows it has', async () => {
    const rows = [
      `<row r="1">${cell('A1', 'Region')}${cell('B1', 'Change')}</row>`,
      `<row r="3">${cell('B3', 'quarter')}${cell('C3', 'year')}</row>`,
      `<row r="4">${cell('A4', 'North')}<c r="B4"><v>1</v></c><c r="C4"><v>2</v></c></row>`,
    ].join('');
    const bytes = await xlsxOf(sheet(sheetXml(rows, ['A1:A3', 'B1:C2'])));
    const { table } = await read(bytes, {}, 'book.xlsx');
    expect(table.columns.map(({ name }) => name)).toEqual(['Region', 'Change / quarter', 'Change / year']);
    expect(rowsOf(table)).toEqual([['North', '1', '2']]);
  });
});
