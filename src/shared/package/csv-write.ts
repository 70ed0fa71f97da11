import Papa from 'papaparse';
import type { Column } from '../table/types';
import type { CsvFormat } from './types';

/** How the files people open in a spreadsheet are written: Excel finds the encoding by the byte order mark. */
export const REPORT_CSV: CsvFormat = { delimiter: ',', bom: true, lineEnding: '\r\n' };

/** Text of one cell by row, quoted already. */
export type CellWriter = (row: number) => string;

const CHUNK_CHARS = 1 << 20;
const encoder = new TextEncoder();

/**
 * A cell as it stands in the file: RFC 4180 quoting by Papa Parse, which also quotes blanks at the ends so that no
 * reader trims them.
 */
export function quoteCell(text: string, delimiter: string): string {
  return Papa.unparse([[text]], { delimiter, newline: '\n' });
}

/** Cells of a column, quoted once per distinct value. */
export function columnWriter(column: Column, delimiter: string): CellWriter {
  const quoted = column.values.map((value) => quoteCell(value, delimiter));
  return (row) => quoted[column.codes[row]!]!;
}

/** Cells from a function, quoted each; for columns with few rows or no repetition. */
export function textWriter(text: (row: number) => string, delimiter: string): CellWriter {
  return (row) => quoteCell(text(row), delimiter);
}

/** Bytes of the header line with the byte order mark, if any. */
export function headBytes(headers: readonly string[], format: CsvFormat): number {
  return encoder.encode(headLine(headers, format)).length;
}

/** A whole file: header, then the rows in the order given. Every line ends with the line ending, the last one too. */
export function writeCsv(
  headers: readonly string[],
  cells: readonly CellWriter[],
  rows: Iterable<number>,
  format: CsvFormat,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let text = headLine(headers, format);
  for (const row of rows) {
    for (let c = 0; c < cells.length; c++) {
      if (c > 0) text += format.delimiter;
      text += cells[c]!(row);
    }
    text += format.lineEnding;
    if (text.length >= CHUNK_CHARS) {
      pieces.push(encoder.encode(text));
      text = '';
    }
  }
  pieces.push(encoder.encode(text));
  return joinBytes(pieces);
}

function headLine(headers: readonly string[], format: CsvFormat): string {
  const line = headers.map((header) => quoteCell(header, format.delimiter)).join(format.delimiter);
  return `${format.bom ? '\ufeff' : ''}${line}${format.lineEnding}`;
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
