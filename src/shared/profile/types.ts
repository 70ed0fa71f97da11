import type { ColumnType, DateOrder } from '../ingest/types';

/** What the values of a column mean, recognised from its header and its values. */
export type Semantic =
  | 'personName'
  | 'givenName'
  | 'familyName'
  | 'company'
  | 'email'
  | 'phone'
  | 'street'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'birthDate'
  | 'date'
  | 'identifier'
  | 'url'
  | 'number'
  | 'category'
  | 'boolean'
  | 'text';

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** A problem in plain words, with its size and a way to its rows. */
export interface ColumnProblem {
  readonly code: string;
  /** e.g. "1,204 phone numbers have too few digits." */
  readonly sentence: string;
  /** Rows touched. */
  readonly rows: number;
  /** Some of the values, most frequent first; the filter for "show the rows" is equality with all of `values`. */
  readonly values: readonly string[];
}

export interface ColumnProfile {
  readonly name: string;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  readonly type: ColumnType;
  readonly dateOrder: DateOrder | null;
  readonly semantic: Semantic;
  /** Share of filled values by type, 0..1. */
  readonly typeMix: Readonly<Partial<Record<ColumnType, number>>>;
  /** Pattern masks: letters A, lower-case a, digits 9; most frequent first. */
  readonly patterns: readonly ValueCount[];
  readonly top: readonly ValueCount[];
  /** Shortest and longest filled value, in characters. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Smallest and largest value as text (number or ISO date), null for text columns. */
  readonly min: string | null;
  readonly max: string | null;
  /** Ten equal bins between min and max, for numbers and dates; empty otherwise. */
  readonly histogram: readonly number[];
  readonly likelyKey: boolean;
  readonly problems: readonly ColumnProblem[];
  /** Field worth 0..1 = fill × distinctness × recency, with the sentence behind it. */
  readonly worth: { readonly score: number; readonly reason: string };
}

/** ISO/IEC 25012 characteristics, each 0..1 with the sentence that says how it was computed. */
export interface QualityScore {
  readonly overall: number;
  readonly parts: readonly {
    readonly characteristic: 'completeness' | 'validity' | 'uniqueness' | 'consistency' | 'currency';
    readonly score: number;
    readonly formula: string;
  }[];
}

export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  readonly quality: QualityScore;
  /** Best candidate for the record key, or null when no column is unique and filled. */
  readonly keyColumn: string | null;
}
