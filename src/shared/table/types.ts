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

/** How the text of a column is understood where it is compared or counted as something else than text. */
export type Reading =
  | { readonly as: 'number' | 'integer'; readonly decimal: '.' | ',' }
  /** Counted in days since 1970-01-01; a time of day is left out. */
  | { readonly as: 'date'; readonly order: 'DMY' | 'MDY' | 'YMD' }
  /** 1 or 0. */
  | { readonly as: 'boolean' };

/** Reads one filled value as a number; NaN where it cannot be read so. Given from outside: parsers stand above tables. */
export type ValueReader = (value: string, reading: Reading) => number;

/** One condition on one column; conditions of a view are combined with AND. */
export type Filter =
  | { readonly kind: 'equals'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'contains'; readonly column: string; readonly text: string }
  | { readonly kind: 'blank'; readonly column: string; readonly blank: boolean }
  | { readonly kind: 'pattern'; readonly column: string; readonly mask: string }
  /** Filled values that read as a number between two bounds, both included; null = open. */
  | {
      readonly kind: 'range';
      readonly column: string;
      readonly reading: Reading;
      readonly from: number | null;
      readonly to: number | null;
    }
  /** Filled values that can, or cannot, be read so. */
  | {
      readonly kind: 'readable';
      readonly column: string;
      readonly reading: Reading;
      readonly readable: boolean;
    }
  | CheckFilter;

/**
 * The rows a check of the table found: an outlier, a bar of a histogram, a contradiction. `check` names it to whoever
 * computes it (see `CheckRows`), `label` says it to a person; `column` is where it shows.
 */
export interface CheckFilter {
  readonly kind: 'check';
  readonly column: string;
  readonly check: string;
  readonly label: string;
}

/** What the checks named in a view found, computed beforehand: this folder cannot read dates or compare tables. */
export interface CheckRows {
  /** Changes whenever the same checks find something else. */
  readonly stamp: string;
  /** 1 for each row the check found, by `CheckFilter.check`. */
  readonly found: ReadonlyMap<string, Uint8Array>;
}

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

/** Bins of equal width between the smallest and the largest value of the whole table. */
export interface RangeFacet {
  readonly column: string;
  readonly reading: Reading;
  /** Null when no value of the table can be read so. */
  readonly span: { readonly min: number; readonly max: number } | null;
  /** Rows of the view per bin. */
  readonly bins: readonly number[];
  /** Rows of the whole table per bin, for the shape behind. */
  readonly allBins: readonly number[];
  /** Rows of the view whose value can be read, cannot, and is empty. */
  readonly readable: number;
  readonly unreadable: number;
  readonly blank: number;
}

/** Which rows have a value at all. */
export interface BlankFacet {
  readonly column: string;
  readonly blank: number;
  readonly filled: number;
}

/** What can be asked about one column beside a grid. */
export type FacetQuestion =
  | { readonly kind: 'text'; readonly column: string; readonly limit: number }
  | { readonly kind: 'range'; readonly column: string; readonly reading: Reading; readonly bins: number }
  | { readonly kind: 'blank'; readonly column: string }
  | { readonly kind: 'pattern'; readonly column: string; readonly limit: number }
  /** Values that cannot be read as the column's type. */
  | { readonly kind: 'error'; readonly column: string; readonly reading: Reading; readonly limit: number };

/**
 * The answer, over the rows of the view without the filter the facet itself sets, so that what is not chosen stays
 * visible with its counts.
 */
export type FacetAnswer =
  | { readonly kind: 'text' | 'pattern'; readonly facet: Facet }
  | { readonly kind: 'range'; readonly facet: RangeFacet }
  | { readonly kind: 'blank'; readonly facet: BlankFacet }
  | {
      readonly kind: 'error';
      /** The values that cannot be read. */
      readonly facet: Facet;
      readonly readable: number;
      readonly unreadable: number;
    };
