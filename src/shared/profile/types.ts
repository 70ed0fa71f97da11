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
  /** Some of the values, most frequent first; the rows themselves are found by the check `problem:<code>`. */
  readonly values: readonly string[];
}

/** Values unlike the others of their column: not wrong by themselves, worth a look. */
export interface Outlier {
  readonly kind: 'low' | 'high' | 'short' | 'long' | 'rareShape';
  /** e.g. "3 numbers lie far below the others." */
  readonly sentence: string;
  /** How it was found, with the figures: quartiles and bounds. */
  readonly how: string;
  readonly rows: number;
  readonly values: readonly string[];
}

/** Rows whose value has between `from` and `to` characters. */
export interface LengthBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What a column is worth carrying over, and the numbers behind it. */
export interface FieldWorth {
  /** fill × distinctness × recency, 0..1. */
  readonly score: number;
  readonly reason: string;
  readonly fill: number;
  readonly distinctness: number;
  /** Null when the table has no dates, or none of the last three years: it then counts as 1. */
  readonly recency: number | null;
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
  /** At most ten bins of the lengths of filled values. */
  readonly lengths: readonly LengthBin[];
  readonly outliers: readonly Outlier[];
  readonly likelyKey: boolean;
  readonly problems: readonly ColumnProblem[];
  readonly worth: FieldWorth;
}

/** The part of a column in the quality of its table, each 0..1; null where nothing of the kind is measured. */
export interface ColumnQuality {
  readonly name: string;
  readonly completeness: number;
  readonly validity: number | null;
  readonly consistency: number | null;
}

/** ISO/IEC 25012 characteristics, each 0..1 with the sentence that says how it was computed. */
export interface QualityScore {
  readonly overall: number;
  readonly parts: readonly {
    readonly characteristic: 'completeness' | 'validity' | 'uniqueness' | 'consistency' | 'currency';
    readonly score: number;
    readonly formula: string;
  }[];
  /** By column, for before and after; absent in scores kept by early versions. */
  readonly columns?: readonly ColumnQuality[] | undefined;
}

export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  readonly quality: QualityScore;
  /** Best candidate for the record key, or null when no column is unique and filled. */
  readonly keyColumn: string | null;
  /** Country (ISO 3166-1 alpha-2) that phone numbers without prefix are read for, or null. */
  readonly country: string | null;
  /** ISO date that stood for today. */
  readonly referenceDate: string;
}
