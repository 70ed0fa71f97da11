import type { Column } from '../table/types';

/** The distinct combinations of values that rows have in some columns. */
export interface Combinations {
  /** Combination per row, numbered in order of first appearance. */
  readonly of: Uint32Array;
  readonly count: number;
  /** First row of each combination. */
  readonly rows: Uint32Array;
  /** Rows of each combination. */
  readonly sizes: Uint32Array;
}

/**
 * Combinations of the columns, in one pass over the rows for each column: pairs of a combination so far and a code get
 * numbers, in a table where the product is small and else in a map. No column: all rows are one combination.
 */
export function combinationsOf(rowCount: number, columns: readonly Column[]): Combinations {
  let of: Uint32Array = new Uint32Array(rowCount);
  let count = rowCount > 0 ? 1 : 0;
  for (const column of columns) {
    const next = paired(of, count, column);
    of = next.of;
    count = next.count;
  }
  const rows = new Uint32Array(count);
  const sizes = new Uint32Array(count);
  for (let row = 0; row < rowCount; row++) {
    const combination = of[row]!;
    if (sizes[combination]!++ === 0) rows[combination] = row;
  }
  return { of, count, rows, sizes };
}

/** Products up to this are numbered in a typed array of that size. */
const SMALL = 1 << 24;

function paired(of: Uint32Array, count: number, column: Column): { of: Uint32Array; count: number } {
  const width = column.values.length;
  const result = new Uint32Array(of.length);
  let numbers = 0;
  if (count * width <= SMALL) {
    const numberOf = new Uint32Array(count * width);
    for (let row = 0; row < of.length; row++) {
      const key = of[row]! * width + column.codes[row]!;
      if (numberOf[key] === 0) numberOf[key] = ++numbers;
      result[row] = numberOf[key]! - 1;
    }
    return { of: result, count: numbers };
  }
  const numberOf = new Map<number, number>();
  for (let row = 0; row < of.length; row++) {
    const key = of[row]! * width + column.codes[row]!;
    let number = numberOf.get(key);
    if (number === undefined) {
      number = numbers++;
      numberOf.set(key, number);
    }
    result[row] = number;
  }
  return { of: result, count: numbers };
}
