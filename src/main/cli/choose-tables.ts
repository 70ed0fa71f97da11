import { fail, ok, type Result } from '@shared/base/result';
import type { Inspection, TableProposal } from '@shared/ingest/types';

/** Which tables of a file are wanted. */
export type TableChoice =
  /** Every visible one. */
  | { readonly kind: 'visible' }
  /** The visible one with the most rows. */
  | { readonly kind: 'largest' }
  | { readonly kind: 'sheet'; readonly sheet: string };

/** The tables of a file that a choice means. Fails when the sheet is not there or nothing is visible. */
export function chooseTables(inspection: Inspection, choice: TableChoice): Result<readonly TableProposal[]> {
  if (choice.kind === 'sheet') {
    const found = inspection.tables.filter((table) => sheetOf(table) === choice.sheet);
    if (found.length > 0) return ok(found);
    const names = inspection.tables.flatMap((table) => sheetOf(table) ?? []);
    return fail(
      'SHEET_UNKNOWN',
      names.length > 0
        ? `${inspection.fileName} has no sheet named "${choice.sheet}". Its sheets are: ${names.join(', ')}.`
        : `${inspection.fileName} is not a workbook, so it has no sheet named "${choice.sheet}". Leave --sheet out.`,
    );
  }
  const visible = inspection.tables.filter((table) => !table.hidden);
  if (visible.length === 0) {
    return fail('NO_TABLE', `${inspection.fileName} holds no visible table with rows.`);
  }
  if (choice.kind === 'visible') return ok(visible);
  const rows = (table: TableProposal): number => table.rowCount ?? table.preview.length;
  return ok([visible.reduce((best, table) => (rows(table) > rows(best) ? table : best))]);
}

/** Sheet name of a workbook table, or null. */
export function sheetOf(table: TableProposal): string | null {
  return table.options.kind === 'workbook' ? table.options.sheet : null;
}
