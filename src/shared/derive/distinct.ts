import { combinationsOf } from '../clean/combinations';
import { countText, plural } from '../profile/text';
import { columnOf, countCodes, gather, mapValues } from '../table/column';
import { type Column, EMPTY, type Table } from '../table/types';
import { presentColumns } from './present-columns';
import type { DerivedRows, DistinctRows } from './types';

/**
 * One row for every filled combination of values of `by`, in order of first appearance. Linear in rows times columns.
 */
export function distinctRows(table: Table, derivation: DistinctRows): DerivedRows {
  const by = presentColumns(table, derivation.by);
  if (by.missing.length > 0) return noRows([...derivation.by, ...derivation.columns], by.warnings);
  const further = presentColumns(
    table,
    derivation.columns.filter((name) => !derivation.by.includes(name)),
  );
  const groups = filledGroups(table, by.columns);
  const carried = further.columns.map((column) => mostFrequent(table, by.columns, column, groups));
  return {
    table: {
      rowCount: groups.rows.length,
      columns: [
        ...by.columns.map((column) => gather(column, groups.rows)),
        ...further.columns.map((column, index) => pick(column, carried[index]!.codes)),
      ],
    },
    rows: groups.rows,
    warnings: [
      ...further.warnings,
      ...further.columns.flatMap(({ name }, index) => {
        const { disagreeing } = carried[index]!;
        if (disagreeing === 0) return [];
        return `${name} differs between the rows of ${countText(disagreeing)} of ${plural(groups.rows.length, 'row')}; the most frequent value is taken.`;
      }),
    ],
  };
}

/** Columns keep their names, so that what is mapped from them stays mapped until they come back. */
function noRows(names: readonly string[], warnings: readonly string[]): DerivedRows {
  const columns = [...new Set(names)].map((name) => columnOf(name, []));
  return { table: { rowCount: 0, columns }, rows: new Uint32Array(0), warnings };
}

interface Groups {
  /** First row of each group, ascending. */
  readonly rows: Uint32Array;
  /** Group of each combination, -1 for the one without any value. */
  readonly ofRow: (row: number) => number;
}

function filledGroups(table: Table, by: readonly Column[]): Groups {
  const combinations = combinationsOf(table.rowCount, by);
  const groupOf = new Int32Array(combinations.count).fill(-1);
  const rows: number[] = [];
  for (let at = 0; at < combinations.count; at++) {
    const row = combinations.rows[at]!;
    if (by.some((column) => column.codes[row] !== EMPTY)) groupOf[at] = rows.push(row) - 1;
  }
  return { rows: Uint32Array.from(rows), ofRow: (row) => groupOf[combinations.of[row]!]! };
}

interface Carried {
  /** Code of the value each group gets. */
  readonly codes: Uint32Array;
  /** Groups with more than one filled value. */
  readonly disagreeing: number;
}

/** Combinations are numbered by first appearance, so that the first of equally frequent values wins. */
function mostFrequent(table: Table, by: readonly Column[], column: Column, groups: Groups): Carried {
  const pairs = combinationsOf(table.rowCount, [...by, column]);
  const codes = new Uint32Array(groups.rows.length);
  const best = new Uint32Array(groups.rows.length);
  const kinds = new Uint32Array(groups.rows.length);
  for (let at = 0; at < pairs.count; at++) {
    const row = pairs.rows[at]!;
    const group = groups.ofRow(row);
    const code = column.codes[row]!;
    if (group < 0 || code === EMPTY) continue;
    kinds[group]!++;
    if (pairs.sizes[at]! <= best[group]!) continue;
    best[group] = pairs.sizes[at]!;
    codes[group] = code;
  }
  return { codes, disagreeing: kinds.reduce((sum, count) => sum + (count > 1 ? 1 : 0), 0) };
}

/** The column with these codes, without the values nobody has any more. */
function pick({ name, values }: Column, codes: Uint32Array): Column {
  return mapValues({ name, codes, values }, name, (value) => value);
}

/** How far the rows with one value in a column agree on other columns; for suggestions. */
export interface Agreement {
  /** Values that several rows have. */
  readonly repeated: number;
  /** How many of the values have rows with different filled values in a column. */
  disagreeing(column: Column): number;
}

export function agreementBy(table: Table, key: Column): Agreement {
  const groups = filledGroups(table, [key]);
  return {
    repeated: countCodes(key).reduce((sum, rows, code) => sum + (code !== EMPTY && rows > 1 ? 1 : 0), 0),
    disagreeing: (column) => mostFrequent(table, [key], column, groups).disagreeing,
  };
}
