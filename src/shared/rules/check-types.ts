import type { Condition } from './types';

/**
 * A rule of the steward about the records of one object: those that meet every condition of `when` (none = all) must meet
 * `must`. A record that breaks it is an issue on the Validate screen and, as an error, is not exported.
 */
export interface OwnCheck {
  readonly id: string;
  readonly object: string;
  /** What it is called in a person's words: "Refunds are never larger than the sale". */
  readonly label: string;
  /** Field of the object whose values are shown and filtered by. */
  readonly field: string;
  readonly severity: 'error' | 'warning';
  readonly when: readonly Condition[];
  readonly must: Requirement;
  /** ISO date that conditions about time count back from. */
  readonly referenceDate: string;
}

/** What is asked of a record. */
export type Requirement =
  /** Every condition holds; a missing value breaks none, except "is filled". */
  | { readonly kind: 'conditions'; readonly all: readonly Condition[] }
  /** Two dates or two numbers stand in order; a missing or unreadable one breaks nothing. */
  | {
      readonly kind: 'order';
      readonly earlier: FieldPath;
      readonly later: FieldPath;
      readonly orEqual: boolean;
    }
  /** So many records of another object point here through a field: one primary contact per account. */
  | {
      readonly kind: 'count';
      readonly of: Children;
      readonly least: number | null;
      readonly most: number | null;
    }
  /** A total over records that point here against a number of the record: lines and invoice, refunds and sale. */
  | {
      readonly kind: 'sum';
      readonly of: Children;
      /** Numeric field of the children; signs are ignored, since some systems write refunds as negative numbers. */
      readonly amount: string;
      readonly compare: '=' | '<=' | '>=';
      /** Numeric field of the record. */
      readonly total: string;
      /** Difference that still counts as equal. */
      readonly tolerance: number;
    };

/** A field of the record, or of the parent a reference field points to. */
export interface FieldPath {
  readonly via: string | null;
  readonly field: string;
}

/** Records of `object` that point to the record through `field` and meet every condition. */
export interface Children {
  readonly object: string;
  readonly field: string;
  readonly where: readonly Condition[];
}
