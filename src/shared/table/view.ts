import { valueAt } from './column';
import { countRows, facetOfCounts } from './facet-counts';
import { filterMask, filterRows, NO_CHECKS, needColumn } from './filter-rows';
import { ranksOf } from './rank';
import {
  type CheckRows,
  type Column,
  EMPTY,
  type Facet,
  type Sort,
  type Table,
  type TableWindow,
  type ValueReader,
  type View,
} from './types';

export { patternMask } from './pattern';

/**
 * The rows a view shows, in its order. Filters run once per distinct value and then over the codes; sorting counts ranks.
 * Linear in rows and distinct values. Empty cells come last in both directions; equal cells keep the order of the file.
 * Throws `UNKNOWN_COLUMN` when the view names a column the table does not have, `CHECK_UNKNOWN` when it names a check that
 * is not among `checks`.
 */
export function selectRows(
  table: Table,
  view: View,
  checks: CheckRows = NO_CHECKS,
  read?: ValueReader,
): Uint32Array {
  const rows = filterRows(table, view.filters, checks, read);
  return view.sort ? sortRows(rows, needColumn(table, view.sort.column), view.sort) : rows;
}

/** A rectangle of the view's cells for the grid; `start` and `count` are clipped to what there is. */
export function windowOf(
  table: Table,
  view: View,
  start: number,
  count: number,
  checks: CheckRows = NO_CHECKS,
  read?: ValueReader,
): TableWindow {
  const rows = rememberedRows(table, view, checks, read);
  const total = rows ? rows.length : table.rowCount;
  const first = Math.min(Math.max(0, Math.trunc(start)), total);
  const end = Math.min(total, first + Math.max(0, Math.trunc(count)));
  const shown = Array.from({ length: end - first }, (_, i) => (rows ? rows[first + i]! : first + i));
  const cells = shown.map((row) => table.columns.map((column) => valueAt(column, row)));
  return { total, start: first, rows: shown, cells };
}

/**
 * How often each value of a column occurs in the rows of the view. An `equals` filter on this same column is left out,
 * so that the choices not ticked stay visible with their counts. `distinct` counts filled values; blanks stand apart.
 */
export function facetOf(
  table: Table,
  view: View,
  column: string,
  limit: number,
  checks: CheckRows = NO_CHECKS,
  read?: ValueReader,
): Facet {
  const target = needColumn(table, column);
  const others = view.filters.filter((filter) => !(filter.kind === 'equals' && filter.column === column));
  const counts = countRows(target, filterMask(table, others, checks, read));
  return facetOfCounts(target, counts, limit);
}

/** One remembered selection per table: scrolling asks for the same view again and again. */
const remembered = new WeakMap<Table, { key: string; rows: Uint32Array }>();

/** The rows of the view, or null when it is the whole table in file order. */
function rememberedRows(
  table: Table,
  view: View,
  checks: CheckRows,
  read: ValueReader | undefined,
): Uint32Array | null {
  if (view.filters.length === 0 && !view.sort) return null;
  const key = JSON.stringify([view.filters, view.sort, checks.stamp]);
  const last = remembered.get(table);
  if (last?.key === key) return last.rows;
  const rows = selectRows(table, view, checks, read);
  remembered.set(table, { key, rows });
  return rows;
}

/** Counting sort of rows by the rank of their value: stable, linear. */
function sortRows(rows: Uint32Array, column: Column, sort: Sort): Uint32Array {
  const ranks = ranksOf(column);
  const last = ranks.length;
  const placeOf = new Uint32Array(ranks.length);
  for (let code = 0; code < ranks.length; code++) {
    if (code === EMPTY) placeOf[code] = last;
    else placeOf[code] = sort.descending ? last - ranks[code]! : ranks[code]! - 1;
  }
  const starts = new Uint32Array(last + 2);
  const { codes } = column;
  for (let i = 0; i < rows.length; i++) starts[placeOf[codes[rows[i]!]!]! + 1]!++;
  for (let place = 1; place < starts.length; place++) starts[place]! += starts[place - 1]!;
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    sorted[starts[placeOf[codes[row]!]!]!++] = row;
  }
  return sorted;
}
