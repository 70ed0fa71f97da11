import { AppFailure } from '../base/result';
import { columnNamed } from '../table/column';
import type { Column, Table } from '../table/types';

/** The column of that name, or a failure that says what to do. */
export function needColumn(table: Table, name: string): Column {
  const column = columnNamed(table, name);
  if (column) return column;
  throw new AppFailure({
    code: 'MAPPING_COLUMN_MISSING',
    message: `The mapping uses the column "${name}", which this table does not have. It may be named differently in a newer extract: choose the column again in the mapping.`,
    details: { column: name },
  });
}
