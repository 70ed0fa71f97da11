import type { FieldSource } from './types';

/** Where a field comes from, in few words; `tableName` gives the name people know a table by. */
export function sourceWords(from: FieldSource, tableName: (tableId: string) => string): string {
  switch (from.kind) {
    case 'column':
      return from.column;
    case 'join':
      return from.columns.join(' + ');
    case 'first':
      return `first filled of ${from.columns.join(', ')}`;
    case 'constant':
      return from.value === '' ? 'always empty' : `always “${from.value}”`;
    case 'formula':
      return `= ${from.expression}`;
    case 'key':
      return from.prefix === '' ? 'record key' : `record key behind “${from.prefix}”`;
    case 'reference':
      return `${from.column} → ${tableName(from.table)}${from.by === null ? '' : `, by ${from.by}`}`;
  }
}
