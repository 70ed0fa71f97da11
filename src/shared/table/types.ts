/**
 * A dictionary-encoded column: one code per row, one string per distinct value.
 * Code 0 is always the empty string, so "empty" is one integer comparison.
 */
export interface Column {
  readonly name: string;
  /** Length = row count; each an index into `values`. */
  readonly codes: Uint32Array;
  /** Distinct values in order of first appearance; `values[0] === ''`. */
  readonly values: readonly string[];
}

/** The code of the empty string in every column. */
export const EMPTY = 0;

export interface Table {
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

/** One condition on one column; conditions of a view are combined with AND. */
export type Filter =
  | { readonly kind: 'equals'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'contains'; readonly column: string; readonly text: string }
  | { readonly kind: 'blank'; readonly column: string; readonly blank: boolean }
  | { readonly kind: 'pattern'; readonly column: string; readonly mask: string };

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Which rows of a table a person is looking at. */
export interface View {
  readonly filters: readonly Filter[];
  readonly sort: Sort | null;
}

/** A rectangle of cells for the grid, plus how many rows the view has in all. */
export interface TableWindow {
  readonly total: number;
  readonly start: number;
  /** Row numbers in the table (0-based) of the rows shown. */
  readonly rows: readonly number[];
  /** One array per row, in column order. */
  readonly cells: readonly (readonly string[])[];
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface Facet {
  readonly column: string;
  readonly distinct: number;
  readonly blank: number;
  /** Most frequent first, ties in value order; at most the limit asked for. */
  readonly values: readonly FacetValue[];
}
