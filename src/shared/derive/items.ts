import { tooManyRows } from '../ingest/errors';
import { MAX_ROWS } from '../ingest/limits';
import { trimBlank } from '../profile/text';
import { ColumnBuilder, gather } from '../table/column';
import type { Column, Table } from '../table/types';
import { presentColumns } from './present-columns';
import type { DerivedRows, ListItems } from './types';

/**
 * One row for every entry of the lists, in the order of rows, columns and entries; an entry that stands twice in a row
 * counts once. Cells are taken apart once per distinct value. Throws `FILE_TOO_LARGE` beyond the most rows.
 */
export function listItems(table: Table, derivation: ListItems): DerivedRows {
  const lists = presentColumns(table, derivation.columns);
  const kept = presentColumns(
    table,
    derivation.keep.filter((name) => name !== derivation.into),
  );
  const entries = lists.columns.map((column) => entriesOf(column, derivation.separator));
  const items = new ColumnBuilder(derivation.into);
  const rows: number[] = [];
  const seen = new Set<string>();
  for (let row = 0; row < table.rowCount; row++) {
    seen.clear();
    for (let at = 0; at < entries.length; at++) {
      for (const entry of entries[at]![lists.columns[at]!.codes[row]!]!) {
        if (seen.has(entry)) continue;
        seen.add(entry);
        items.push(entry);
        rows.push(row);
      }
    }
    if (rows.length > MAX_ROWS) throw tooManyRows(derivation.into);
  }
  const from = Uint32Array.from(rows);
  return {
    table: {
      rowCount: from.length,
      columns: [...kept.columns.map((column) => gather(column, from)), items.finish()],
    },
    rows: from,
    warnings: [...lists.warnings, ...kept.warnings],
  };
}

/** The entries of every distinct value of a column, by code. */
function entriesOf(column: Column, separator: string): readonly (readonly string[])[] {
  return column.values.map((value) => entriesIn(value, separator));
}

/** The entries of a list, trimmed, without empty ones. */
export function entriesIn(value: string, separator: string): readonly string[] {
  const parts = separator === '' ? [value] : value.split(separator);
  return parts.map(trimBlank).filter((part) => part !== '');
}
