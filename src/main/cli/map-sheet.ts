import { extname } from 'node:path';
import { fail, ok, type Result } from '@shared/base/result';
import type { MappingSheet } from '@shared/mapping/sheet';
import { sheetHtml } from '@shared/mapping/sheet-html';
import { sheetXlsx } from '@shared/mapping/sheet-xlsx';
import { writeDurably } from '../files/durable';

export type SheetFormat = 'xlsx' | 'html';

/** The form of a mapping sheet by the ending of its file. */
export function sheetFormat(path: string): Result<SheetFormat> {
  const ending = extname(path).toLowerCase();
  if (ending === '.xlsx') return ok('xlsx');
  if (ending === '.html' || ending === '.htm') return ok('html');
  return fail(
    'BAD_ARGUMENT',
    `The mapping sheet is a workbook or a page: end the name of "${path}" with .xlsx or .html.`,
  );
}

/** Writes a mapping sheet; the file appears whole or not at all. */
export async function writeSheetFile(path: string, format: SheetFormat, sheet: MappingSheet): Promise<void> {
  await writeDurably(path, format === 'xlsx' ? await sheetXlsx(sheet) : sheetHtml(sheet));
}
