import { rowMask } from '../clean/actions/conditions';
import { gather } from '../table/column';
import type { Table } from '../table/types';
import type { DerivedRows, RowsApart } from './types';

/** In the table they were read into. */
export const STAYS = 0;

/** Where every row of a table stands once rows are set apart. */
export interface ApartRows {
  /** Per row: STAYS, or the position from 1 of the first derivation whose conditions it meets. */
  readonly owner: Uint16Array;
  /** Per derivation: why it could not be applied, else null. It then takes no row. */
  readonly broken: readonly (string | null)[];
}

/** Divides the rows of a table: every row stands in exactly one place. Linear in rows times derivations. */
export function divideRows(table: Table, derivations: readonly RowsApart[]): ApartRows {
  const owner = new Uint16Array(table.rowCount);
  const broken = derivations.map((derivation, index) => {
    const mask = rowMask(table, derivation.where);
    if (!mask.ok) return mask.error.message;
    for (let row = 0; row < owner.length; row++)
      if (owner[row] === STAYS && (mask.value === null || mask.value[row] === 1)) owner[row] = index + 1;
    return null;
  });
  return { owner, broken };
}

/** The rows that stand in one place, ascending. */
export function rowsOwned({ owner }: ApartRows, place: number): Uint32Array {
  let count = 0;
  for (const of of owner) if (of === place) count++;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < owner.length; row++) if (owner[row] === place) rows[at++] = row;
  return rows;
}

/** A table of only some rows, ascending. */
export function tableOfRows(table: Table, rows: Uint32Array): Table {
  if (rows.length === table.rowCount) return table;
  return { rowCount: rows.length, columns: table.columns.map((column) => gather(column, rows)) };
}

/** The rows of a table that one of its derivations sets apart. */
export function rowsApart(table: Table, divided: ApartRows, place: number): DerivedRows {
  const rows = rowsOwned(divided, place);
  const broken = divided.broken[place - 1] ?? null;
  const warnings = broken === null ? [] : [`No row is set apart: ${broken}`];
  return { table: tableOfRows(table, rows), rows, warnings };
}
