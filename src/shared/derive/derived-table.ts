import { guessColumns } from '../ingest/column-guess';
import type { ColumnGuess, IngestedTable, StackPart } from '../ingest/types';
import { tableOfRows } from './apart';
import type { DerivedRows } from './types';

/** A table with its places in files and the types of its columns. */
export type PlacedTable = Pick<IngestedTable, 'table' | 'lines' | 'parts' | 'columns' | 'rejected'>;

/** A derived table as if it had been read: its lines are those of the rows it was made from. */
export function derivedTable(from: PlacedTable, derived: DerivedRows): IngestedTable {
  const known = new Map(from.columns.map((guess) => [guess.name, guess]));
  return {
    table: derived.table,
    ...placesOf(from, derived.rows),
    rejected: [],
    columns: derived.table.columns.map((column): ColumnGuess => {
      const guess = known.get(column.name);
      return guess ?? guessColumns([column], null).columns[0]!;
    }),
    warnings: derived.warnings,
  };
}

/** A table without the rows that are set apart; `rows` are those that stay, ascending. */
export function tableWithout<T extends PlacedTable>(from: T, rows: Uint32Array): T {
  if (rows.length === from.table.rowCount) return from;
  return { ...from, table: tableOfRows(from.table, rows), ...placesOf(from, rows) };
}

function placesOf(
  { lines, parts }: Pick<IngestedTable, 'lines' | 'parts'>,
  rows: Uint32Array,
): Pick<IngestedTable, 'lines' | 'parts'> {
  const own = Uint32Array.from(rows, (row) => lines[row]!);
  return parts ? { lines: own, parts: partsOf(parts, rows) } : { lines: own };
}

/** Where the parts begin among ascending rows; a part none of them comes from begins where the next one does. */
function partsOf(parts: readonly StackPart[], rows: Uint32Array): readonly StackPart[] {
  let at = 0;
  return parts.map(({ name, firstRow }) => {
    while (at < rows.length && rows[at]! < firstRow) at++;
    return { name, firstRow: at };
  });
}
