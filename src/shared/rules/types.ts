/** Kleene's strong three-valued logic. */
export type Truth = 'yes' | 'no' | 'unknown';

/** A question about one record. Serialisable; each shape has one sentence. */
export type Condition =
  | { readonly kind: 'is'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'isNot'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'contains'; readonly field: string; readonly text: string }
  /** Any of the words stands in the value as a whole word: "test" is in "Test GmbH", not in "Testo SE". */
  | { readonly kind: 'hasWord'; readonly field: string; readonly words: readonly string[] }
  | { readonly kind: 'filled'; readonly field: string }
  | { readonly kind: 'empty'; readonly field: string }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly op: '>' | '>=' | '<' | '<=';
      readonly value: number;
    }
  /** A date within so many months before the reference date. */
  | { readonly kind: 'within'; readonly field: string; readonly months: number }
  /** A value of this record's field stands in a column of a reference list (an erasure-request list). */
  | { readonly kind: 'inList'; readonly field: string; readonly table: string; readonly column: string }
  /** Any record of `object` that points here through `field` satisfies `where` (empty = any at all). */
  | {
      readonly kind: 'related';
      readonly object: string;
      readonly field: string;
      readonly where: readonly Condition[];
    };

/** One line of an include or exclude list. */
export interface RuleLine {
  readonly id: string;
  /** Name in a person's words: "open balance". */
  readonly label: string;
  readonly condition: Condition;
  /** What a missing value counts as. */
  readonly missing: 'no' | 'unknown';
}

/**
 * Which records of an object are active. Evaluated in this order: includes win over everything; then excludes; then
 * the activity window, which decides every record it is asked about; the default only where there is no window.
 * Why a legal hold beats an erasure request: docs/decisions/0011-active-rule-precedence.md.
 */
export interface ActiveRule {
  readonly object: string;
  /** Include-overrides: legal hold, open balance, open opportunity, contract in force, strategic. */
  readonly includes: readonly RuleLine[];
  /** Erasure request, test, dissolved. Win over the window and the default; never over includes. */
  readonly excludes: readonly RuleLine[];
  /** Last activity within so many months before the reference date; null = no window. */
  readonly window: {
    /** Fields holding activity dates of the record itself. */
    readonly fields: readonly string[];
    /** Dates of related records that count as activity. */
    readonly related: readonly { readonly object: string; readonly field: string; readonly date: string }[];
    readonly months: number;
    readonly missing: 'unknown' | 'no' | 'yes';
  } | null;
  /** For records no line decided, where there is no window. */
  readonly otherwise: 'exclude' | 'keep';
  /** ISO date the window counts back from. */
  readonly referenceDate: string;
  /** Keep a record whose child is exported unless an exclude line removed it. */
  readonly keepParents: boolean;
}

export type Verdict = 'keep' | 'exclude' | 'unknown';

/** Verdict per golden record with its reason. Codes index `reasons`; each reason names the line that decided. */
export interface RuleOutcome {
  readonly object: string;
  /** 0 keep, 1 exclude, 2 unknown; per golden record. */
  readonly verdict: Uint8Array;
  /** Index into `reasons`, per golden record. */
  readonly reason: Uint16Array;
  readonly reasons: readonly RuleReason[];
  /** Last activity as days since 1970-01-01 per golden record; NO_DATE when unknown. */
  readonly lastActivity: Int32Array;
}

export interface RuleReason {
  readonly lineId: string;
  readonly verdict: Verdict;
  readonly sentence: string;
}

export const VERDICT_CODES: readonly Verdict[] = ['keep', 'exclude', 'unknown'];
export const NO_DATE = -2147483648;

/** One line of the outcome trace for a single record, for the why column. */
export interface RuleTrace {
  readonly label: string;
  readonly truth: Truth;
  readonly detail: string;
  readonly decisive: boolean;
}

/** Kept records at each window length. */
export interface WhatIfPoint {
  readonly months: number;
  readonly kept: number;
  readonly excluded: number;
  readonly unknown: number;
}
