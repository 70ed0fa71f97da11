import { countCodes } from '../table/column';
import type { Column, Table } from '../table/types';
import type { FileDialect, TargetField } from '../target/types';
import { valueFunction } from './apply';
import { type Collision, collisionOf } from './first-filled';
import { formulaTexts, needColumns, sourceColumn } from './source-column';
import { PLAIN_DIALECT } from './transforms';
import type { FieldMapping, TableMapping } from './types';

/** What a mapped field gets from the rows of its table. */
export interface FieldFill {
  readonly rows: number;
  /** Rows in which nothing fills the field, whatever a default does then. */
  readonly empty: number;
  /** Rows of these that a default fills. */
  readonly defaulted: number;
  /** Why an expression has no value for some rows: "17 rows: not a number." */
  readonly problems: readonly string[];
  /** Where several columns compete for the field: who wins and what is lost. */
  readonly collision: Collision | null;
}

/** How a field of a table is filled, from all rows; one pass over its distinct values. Throws what `sourceColumn` throws. */
export function fieldFill(
  table: Table,
  mapping: TableMapping,
  item: FieldMapping,
  field: TargetField,
  dialect: FileDialect = PLAIN_DIALECT,
): FieldFill {
  const { from } = item;
  const formula = from.kind === 'formula' ? formulaTexts(table, from.expression) : null;
  const column = formula?.column ?? sourceColumn(table, mapping, from, field);
  const become = valueFunction(item, field, dialect);
  const bare = valueFunction(withoutDefaults(item), field, dialect);
  const empty = emptyRows(column, bare);
  return {
    rows: table.rowCount,
    empty,
    defaulted: defaultsOf(item).length === 0 ? 0 : empty - emptyRows(column, become),
    problems: formula?.problems ?? [],
    collision:
      from.kind === 'first' ? collisionOf(table.rowCount, needColumns(table, from.columns), become) : null,
  };
}

function defaultsOf(item: FieldMapping) {
  return item.transforms.filter(({ op }) => op === 'default');
}

function withoutDefaults(item: FieldMapping): FieldMapping {
  return { ...item, transforms: item.transforms.filter(({ op }) => op !== 'default') };
}

function emptyRows(column: Column, become: (value: string) => string): number {
  let empty = 0;
  for (const [code, rows] of countCodes(column).entries())
    if (rows > 0 && become(column.values[code]!) === '') empty += rows;
  return empty;
}
