import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { MappingSheet } from './sheet';

/** Longest text a cell of a workbook can hold. */
const MAX_CELL = 32_767;

const FIELD_HEADERS = [
  'Object',
  'Field',
  'API name',
  'Required',
  'Type',
  'Table',
  'From',
  'Then',
  'Values mapped',
  'Values without a place',
  'Default',
  'Filled',
  'Examples',
  'Agreed',
];
const VALUE_HEADERS = ['Object', 'Field', 'Table', 'Value', 'Becomes', 'Rows'];

/**
 * The sheet as an XLSX workbook: one line per field with a column to agree in, and every mapped value on a sheet of its
 * own. Texts are text cells, which no spreadsheet runs as a formula. The library is loaded when it is needed.
 */
export async function sheetXlsx(sheet: MappingSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { write, utils } = await import('@e965/xlsx');
  const fields = sheet.rows.map((row) => [
    row.object,
    row.field,
    row.api,
    row.required ? 'yes' : '',
    row.type,
    row.table === '' ? 'nothing fills it' : row.table,
    row.from,
    row.steps.join('; '),
    row.values.filter((value) => value.to !== null).length,
    row.values.filter((value) => value.to === null).length,
    row.default,
    row.filled,
    row.samples.map(({ from, to }) => (from === to ? from : `${from} → ${to || '(empty)'}`)).join('\n'),
    '',
  ]);
  const values = sheet.rows.flatMap((row) =>
    row.values.map((value) => [
      row.object,
      row.field,
      row.table,
      value.from,
      value.to === null ? 'no place yet' : value.to || '(empty)',
      value.count,
    ]),
  );
  const book = utils.book_new();
  const widths = [14, 22, 22, 9, 26, 18, 26, 34, 9, 9, 12, 8, 40, 14];
  utils.book_append_sheet(
    book,
    cells([FIELD_HEADERS, ...fields], widths, FIELD_HEADERS.indexOf('Filled')),
    'Fields',
  );
  utils.book_append_sheet(book, cells([VALUE_HEADERS, ...values], [14, 22, 18, 34, 34, 9], -1), 'Values');
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  return new Uint8Array(bytes);
}

function cells(
  rows: readonly (readonly (string | number)[])[],
  widths: readonly number[],
  percent: number,
): WorkSheet {
  const data = rows.map((row) =>
    row.map((value, at): CellObject => {
      if (typeof value === 'string') return { t: 's', v: value.slice(0, MAX_CELL) };
      return at === percent ? { t: 'n', v: value, z: '0%' } : { t: 'n', v: value };
    }),
  );
  const last = { r: rows.length - 1, c: widths.length - 1 };
  return {
    '!data': data,
    '!ref': `A1:${String.fromCharCode(65 + last.c)}${last.r + 1}`,
    '!cols': widths.map((wch) => ({ wch })),
    '!autofilter': { ref: `A1:${String.fromCharCode(65 + last.c)}${last.r + 1}` },
  };
}
