import type { RuleName } from './codes';

/** Something the target's loader would refuse or silently spoil. Rows of one group share code, field and cause. */
export interface IssueGroup {
  /** Stable within object: `${code}:${field}`. */
  readonly id: string;
  readonly object: string;
  readonly field: string;
  /** What is wrong, in Winnow's own terms. */
  readonly rule: RuleName;
  /** The loader's own error code. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** e.g. "212 accounts have a name longer than the 255 characters Salesforce accepts." */
  readonly sentence: string;
  readonly count: number;
  /** Distinct offending values with counts, most frequent first; at most 200. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** Record indices in the record set, ascending. */
  readonly records: Uint32Array;
}

export interface ValidationResult {
  readonly object: string;
  readonly checked: number;
  readonly groups: readonly IssueGroup[];
}
