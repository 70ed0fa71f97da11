import { columnNamed } from '../table/column';
import type { Column, Table } from '../table/types';

/** The columns of a table by name: those it has, and a sentence for each it has no more. */
export function presentColumns(
  table: Table,
  names: readonly string[],
): {
  readonly columns: readonly Column[];
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
} {
  const columns: Column[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const column = columnNamed(table, name);
    if (column) columns.push(column);
    else missing.push(name);
  }
  return {
    columns,
    missing,
    warnings: missing.map((name) => `The table it is made from has no column "${name}" any more.`),
  };
}
