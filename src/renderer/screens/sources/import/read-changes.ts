import { CODE_PAGE_NAMES } from '@shared/ingest/code-pages';
import { headerSpan } from '@shared/ingest/header-rows';
import type { CellReading, ColumnType, DateOrder, DelimitedOptions, ReadOptions } from '@shared/ingest/types';

/** Changes a person makes to how a table is read, as values. */

/** Another header row (0-based); null = the file has none. The data then begin below it. */
export function withHeaderRow(options: ReadOptions, headerRow: number | null): ReadOptions {
  const { headerRows: _, ...rest } = options;
  return {
    ...rest,
    headerRow,
    firstRow: headerRow === null ? 0 : headerRow + 1,
    types: {},
    dateOrders: {},
  };
}

/** A header that reaches down to this row (0-based), its names joined; the data begin below it. Overrides by the old names are dropped. */
export function withHeaderEnd(options: ReadOptions, lastRow: number): ReadOptions {
  if (options.headerRow === null) return options;
  const last = Math.max(options.headerRow, lastRow);
  const below = withHeaderRow(options, options.headerRow);
  if (last === options.headerRow) return below;
  return { ...below, headerRows: last - options.headerRow + 1, firstRow: last + 1 };
}

/** The last row of the header (0-based); -1 without one. */
export function headerEnd(options: ReadOptions): number {
  return (options.headerRow ?? -1) + Math.max(0, headerSpan(options) - 1);
}

/** Data from this row on (0-based); never above the end of the header. */
export function withFirstRow(options: ReadOptions, firstRow: number): ReadOptions {
  return { ...options, firstRow: Math.max(headerEnd(options) + 1, firstRow) };
}

/** Data up to this row (0-based), itself included; null = to the end. What stands below is no part of the table. */
export function withLastRow(options: ReadOptions, lastRow: number | null): ReadOptions {
  const { range, ...rest } = options;
  const whole = { firstRow: 0, endRow: null, firstColumn: 0, endColumn: null };
  const endRow = lastRow === null ? null : Math.max(options.firstRow, lastRow) + 1;
  const cut = { ...(range ?? whole), endRow };
  const isAll = cut.firstRow === 0 && cut.endRow === null && cut.firstColumn === 0 && cut.endColumn === null;
  return isAll ? rest : { ...rest, range: cut };
}

export function withType(options: ReadOptions, column: string, type: ColumnType): ReadOptions {
  return { ...options, types: { ...options.types, [column]: type } };
}

export function withDateOrder(options: ReadOptions, column: string, order: DateOrder): ReadOptions {
  return { ...options, dateOrders: { ...options.dateOrders, [column]: order } };
}

/** A whole sheet as its cells show, or as they are stored. */
export function withCells(options: ReadOptions, as: CellReading['as']): ReadOptions {
  return { ...options, cells: { as, except: [] } };
}

/** One column as its cells show, or as they are stored; the others stay as they are. */
export function withCellsOf(options: ReadOptions, column: string, as: CellReading['as']): ReadOptions {
  const cells = options.cells ?? { as: 'stored', except: [] };
  const others = cells.except.filter((name) => name !== column);
  return { ...options, cells: { as: cells.as, except: as === cells.as ? others : [...others, column] } };
}

/** Another way to cut the text into cells; overrides by column name no longer fit and are dropped. */
export function withText(
  options: DelimitedOptions,
  change: Partial<Pick<DelimitedOptions, 'encoding' | 'delimiter' | 'quote' | 'escape'>>,
): DelimitedOptions {
  const quote = change.quote ?? options.quote;
  const escapedBy = change.escape ?? (change.quote === undefined ? options.escape : quote);
  return { ...options, ...change, escape: escapedBy, types: {}, dateOrders: {} };
}

/** What comment lines begin with; null = there are none. */
export function withComment(options: DelimitedOptions, comment: string | null): DelimitedOptions {
  const { comment: _, ...rest } = options;
  return comment === null ? rest : { ...rest, comment };
}

/** Encodings offered by name; the label is what the platform's decoder understands. */
export const ENCODINGS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Western (Windows-1252)' },
  { value: 'iso-8859-1', label: 'Western (ISO 8859-1)' },
  { value: 'iso-8859-15', label: 'Western (ISO 8859-15)' },
  { value: 'macintosh', label: 'Western (Mac Roman)' },
  { value: 'windows-1250', label: 'Central European (Windows-1250)' },
  { value: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { value: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { value: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { value: 'windows-1253', label: 'Greek (Windows-1253)' },
  { value: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { value: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { value: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { value: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { value: 'iso-2022-jp', label: 'Japanese (ISO-2022-JP)' },
  { value: 'euc-kr', label: 'Korean (EUC-KR)' },
  { value: 'gb18030', label: 'Chinese (GB 18030)' },
  { value: 'big5', label: 'Chinese (Big5)' },
  { value: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { value: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { value: 'windows-1258', label: 'Vietnamese (Windows-1258)' },
  { value: 'windows-874', label: 'Thai (Windows-874)' },
  { value: 'iso-8859-3', label: 'South European (ISO 8859-3)' },
  { value: 'iso-8859-4', label: 'Baltic (ISO 8859-4)' },
  { value: 'iso-8859-5', label: 'Cyrillic (ISO 8859-5)' },
  { value: 'iso-8859-7', label: 'Greek (ISO 8859-7)' },
  { value: 'iso-8859-10', label: 'Nordic (ISO 8859-10)' },
  { value: 'iso-8859-13', label: 'Baltic (ISO 8859-13)' },
  { value: 'iso-8859-14', label: 'Celtic (ISO 8859-14)' },
  { value: 'iso-8859-16', label: 'Romanian (ISO 8859-16)' },
  { value: 'koi8-u', label: 'Cyrillic (KOI8-U)' },
  { value: 'x-mac-cyrillic', label: 'Cyrillic (Mac)' },
  { value: 'gbk', label: 'Chinese (GBK)' },
  ...[...CODE_PAGE_NAMES].map(([value, name]) => ({ value, label: `${name} (${value.replace('ibm', '')})` })),
];

export const DELIMITERS: readonly { readonly value: string; readonly label: string }[] = [
  { value: ',', label: 'comma  ,' },
  { value: ';', label: 'semicolon  ;' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'bar  |' },
  { value: ':', label: 'colon  :' },
  { value: '^', label: 'caret  ^' },
  { value: '~', label: 'tilde  ~' },
];

export const TYPES: readonly { readonly value: ColumnType; readonly label: string }[] = [
  { value: 'text', label: 'text' },
  { value: 'integer', label: 'whole number' },
  { value: 'number', label: 'number' },
  { value: 'date', label: 'date' },
  { value: 'datetime', label: 'date and time' },
  { value: 'boolean', label: 'yes / no' },
  { value: 'empty', label: 'empty' },
];

export const DATE_ORDERS: readonly { readonly value: DateOrder; readonly label: string }[] = [
  { value: 'DMY', label: 'day month year' },
  { value: 'MDY', label: 'month day year' },
  { value: 'YMD', label: 'year month day' },
];

/** Between what a cell of a sheet shows and what it holds: rounded decimals, hidden times of day, currency signs. */
export const CELL_READINGS: readonly { readonly value: CellReading['as']; readonly label: string }[] = [
  { value: 'shown', label: 'as shown' },
  { value: 'stored', label: 'as stored' },
];

/** Label of a choice, or the value itself where the list does not know it. */
export function labelOf(
  list: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string {
  return list.find((item) => item.value === value)?.label ?? value;
}

/** How a table is read, in a few words: "windows-1252, semicolon, header in line 1". */
export function optionsSentence(options: ReadOptions): string {
  const header = headerWords(options);
  if (options.kind === 'workbook') return `sheet ${options.sheet}, ${header}`;
  const delimiter = labelOf(DELIMITERS, options.delimiter).split('  ')[0];
  return `${options.encoding}, ${delimiter}, ${header}`;
}

function headerWords(options: ReadOptions): string {
  if (options.headerRow === null) return 'no header';
  const first = options.headerRow + 1;
  const last = headerEnd(options) + 1;
  return last > first ? `header in lines ${first} to ${last}` : `header in line ${first}`;
}
