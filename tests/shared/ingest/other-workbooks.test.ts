import * as XLSX from '@e965/xlsx';
import { quietTask } from '@shared/base/progress';
import { inspectFile } from '@shared/ingest/inspect';
import { describe, expect, it, vi } from 'vitest';
import { zipOf } from './make-workbook';
import { inspected, namesOf, read, rowsOf, source } from './support';

/** SheetJS tells the console of formats it cannot write. */
vi.spyOn(console, 'error').mockImplementation(() => undefined);

const ROWS = [
  ['Nr', 'Name', 'Seit', 'Betrag', 'Aktiv'],
  ['007', 'Zoë 漢', new Date(Date.UTC(2021, 2, 4)), 1234.5, true],
  ['008', 'Bob', new Date(Date.UTC(2020, 11, 31)), 0.1 + 0.2, false],
];

/** The workbook as SheetJS writes it, with a hidden second sheet. */
function written(bookType: XLSX.BookType): Uint8Array<ArrayBuffer> {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet(ROWS, { UTC: true, dateNF: 'yyyy-mm-dd' }),
    'Kunden',
  );
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['x']]), 'Alt');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

describe.each([
  ['biff8', 'xls'],
  ['biff5', 'xls'],
  ['xlsb', 'xlsb'],
  ['xlml', 'xml'],
  ['xlsx', 'xlsx'],
  ['ods', 'ods'],
] as const)('a workbook written as %s', (bookType, format) => {
  it(`is recognised as ${format} whatever its name says and reads with ISO dates`, async () => {
    const bytes = written(bookType);
    const found = await inspected(bytes, 'daten.csv');
    expect(found.format).toBe(format);
    const { table, columns } = await read(bytes, {}, 'daten.csv');
    expect(namesOf(table)).toEqual(ROWS[0]);
    const zoe = bookType === 'biff5' ? expect.stringMatching(/^Zo/) : 'Zoë 漢';
    expect(rowsOf(table)).toEqual([
      ['007', zoe, '2021-03-04', '1234.5', 'TRUE'],
      ['008', 'Bob', '2020-12-31', '0.3', 'FALSE'],
    ]);
    expect(columns.map(({ type }) => type)).toEqual(['text', 'text', 'date', 'number', 'boolean']);
  });
});

describe('hidden sheets', () => {
  it.each(['biff8', 'xlsb', 'xlsx'] as const)('are listed as hidden in %s', async (bookType) => {
    const { tables } = await inspected(written(bookType), 'daten.xls');
    expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['daten Kunden', false],
      ['daten Alt', true],
    ]);
  });
});

/** An ODS workbook with this content inside its one sheet. */
function ods(table: string, styles = ''): Promise<Uint8Array<ArrayBuffer>> {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
      <office:automatic-styles>${styles}</office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="T" table:style-name="ta1">${table}</table:table></office:spreadsheet></office:body>
      </office:document-content>`,
  });
}

const row = (cells: string, repeat = 1) =>
  `<table:table-row table:number-rows-repeated="${repeat}">${cells}</table:table-row>`;

async function odsRows(table: string, as: 'shown' | 'stored' = 'shown'): Promise<string[][]> {
  const change = { headerRow: null, firstRow: 0, cells: { as, except: [] } };
  return rowsOf((await read(await ods(table), change, 'f.ods')).table);
}

describe('OpenDocument cells', () => {
  it('take dates, times, percents and booleans from their values, text from its paragraphs', async () => {
    const cells = `
      <table:table-cell office:value-type="date" office:date-value="2021-03-04"><text:p>04.03.21</text:p></table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="2021-03-04T05:06:07"/>
      <table:table-cell office:value-type="time" office:time-value="PT8H05M00S"/>
      <table:table-cell office:value-type="percentage" office:value="0.125"><text:p>13 %</text:p></table:table-cell>
      <table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1.234,50 €</text:p></table:table-cell>
      <table:table-cell office:value-type="float" office:value="123"><text:p>00123</text:p></table:table-cell>
      <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
      <table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p><text:span>c</text:span></text:p></table:table-cell>`;
    expect(await odsRows(row(cells), 'stored')).toEqual([
      ['2021-03-04', '2021-03-04 05:06:07', '08:05:00', '12.5%', '1234.5', '00123', 'TRUE', 'a  b\nc'],
    ]);
    expect(await odsRows(row(cells))).toEqual([
      ['2021-03-04', '2021-03-04 05:06:07', '08:05:00', '13%', '1234.50 €', '00123', 'TRUE', 'a  b\nc'],
    ]);
  });

  it('repeat as told; what merged cells cover is empty', async () => {
    const text = (value: string) =>
      `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
    const table =
      row(
        `${text('a')}<table:covered-table-cell office:value-type="string"><text:p>x</text:p></table:covered-table-cell>${text('b')}`,
      ) +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 3) +
      row(
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>',
        2,
      ) +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 1048570);
    expect(await odsRows(table)).toEqual([
      ['a', '', 'b'],
      ['7', '7', ''],
      ['7', '7', ''],
    ]);
  });

  it('that repeat a filled cell without end are refused', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>';
    const result = await inspectFile(source(await ods(row(cell, 1_000_000))), 'f.ods', quietTask);
    expect(result.ok ? 'read' : result.error.code).toBe('DECOMPRESSION_BOMB');
  });

  it('lie on a hidden sheet when its style hides it', async () => {
    const cell = row('<table:table-cell office:value-type="float" office:value="1"/>');
    const style =
      '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>';
    const { tables } = await inspected(await ods(cell, style), 'f.ods');
    expect(tables.map(({ hidden }) => hidden)).toEqual([true]);
  });

  it('of a protected document ask for the password to be taken off', async () => {
    const bytes = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
      'content.xml': 'not xml at all',
    });
    const result = await inspectFile(source(bytes), 'f.ods', quietTask);
    expect(result.ok ? 'read' : result.error.code).toBe('PASSWORD_PROTECTED');
  });
});
