import { AppFailure } from '../base/result';
import { MAX_COLUMNS, MAX_MEMORY_WORKBOOK, MAX_ROW_BYTES, MAX_ROWS } from './limits';

/** The failures of reading a file, each with the sentence a person sees. */

export function emptyFile(name: string, bytes: number): AppFailure {
  const what = bytes === 0 ? 'has no content at all (0 bytes)' : 'holds no text, only blank lines';
  return failure('EMPTY_FILE', `"${name}" ${what}. The export may have been interrupted: export it again.`, {
    bytes,
  });
}

export function notATable(name: string, what: string): AppFailure {
  return failure(
    'NOT_A_TABLE',
    `"${name}" is ${what}, whatever its name says. Winnow reads text tables (CSV, TSV) and workbooks (XLSX, XLS, XLSB, ODS): open it in the program it comes from and save it as one of these.`,
    { content: what },
  );
}

export function passwordProtected(name: string): AppFailure {
  return failure(
    'PASSWORD_PROTECTED',
    `"${name}" is protected with a password, so its content cannot be read. Open it with the password, save a copy without one, and load the copy.`,
  );
}

export function corruptWorkbook(name: string, detail: string): AppFailure {
  return failure(
    'CORRUPT_WORKBOOK',
    `"${name}" looks like a workbook but is damaged or incomplete. Open it in Excel or LibreOffice, which may repair it, and save it again.`,
    { detail },
  );
}

export function decompressionBomb(name: string, part: string): AppFailure {
  return failure(
    'DECOMPRESSION_BOMB',
    `"${name}" unpacks to far more data than a real workbook holds, so reading was stopped. Ask for a new export; if it is real, save it as CSV and load that.`,
    { part },
  );
}

export function tooManyColumns(name: string, columns: number): AppFailure {
  return failure(
    'TOO_MANY_COLUMNS',
    `"${name}" has ${columns} columns; Winnow reads up to ${MAX_COLUMNS}. If that number surprises you, the wrong delimiter was chosen.`,
    { columns },
  );
}

export function tooManyRows(name: string): AppFailure {
  return failure(
    'FILE_TOO_LARGE',
    `"${name}" has more than ${MAX_ROWS} rows. Split it, for instance by year, and load the parts as sources of one object.`,
  );
}

export function workbookTooLarge(name: string, bytes: number): AppFailure {
  return failure(
    'FILE_TOO_LARGE',
    `"${name}" is larger than ${MAX_MEMORY_WORKBOOK >> 20} MB, more than can be read in this old format. Save it as XLSX or CSV and load that.`,
    { bytes },
  );
}

export function unsupportedEncoding(name: string, encoding: string): AppFailure {
  return failure(
    'UNSUPPORTED_ENCODING',
    `"${name}" is written in ${encoding}, which cannot be read here. Save it as UTF-8 (in Excel: "CSV UTF-8") and load it again.`,
    { encoding },
  );
}

export function sheetMissing(name: string, sheet: string): AppFailure {
  return failure(
    'SHEET_MISSING',
    `"${name}" has no sheet "${sheet}". It may have been renamed in this extract: choose the sheet again.`,
    { sheet },
  );
}

export function lineTooLong(line: number): AppFailure {
  return failure(
    'LINE_TOO_LONG',
    `Line ${line} goes on for more than ${MAX_ROW_BYTES >> 20} million characters without a line break, so this does not look like a table. Check that the right file was chosen, or export it again with one record per line.`,
    { line },
  );
}

export function badOptions(message: string): AppFailure {
  return failure('BAD_READ_OPTIONS', message);
}

function failure(
  code: string,
  message: string,
  details?: Readonly<Record<string, string | number | boolean>>,
): AppFailure {
  return new AppFailure(details ? { code, message, details } : { code, message });
}
