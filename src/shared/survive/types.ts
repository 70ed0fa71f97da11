import type { RecordSet } from '../mapping/types';

/** How the surviving value of a field is chosen among the records of a cluster. */
export type SurvivorshipMethod =
  | 'sourceRank'
  | 'mostRecent'
  | 'mostComplete'
  | 'mostFrequent'
  | 'longest'
  | 'max'
  | 'min'
  | 'anyTrue'
  | 'allTrue';

export interface SurvivorshipRules {
  /** Table ids, most trusted first; tables not named come after, in record-set order. */
  readonly sourceRank: readonly string[];
  /** Field whose date says how fresh a record is, or null. */
  readonly recencyField: string | null;
  /** Method by field API name; others use `sourceRank` over filled values. */
  readonly fields: Readonly<Record<string, SurvivorshipMethod>>;
  /** Field groups that survive as a whole from one record (an address). */
  readonly groups: readonly { readonly name: string; readonly fields: readonly string[] }[];
}

/** A person's choice for one golden value: take it from this record. */
export interface SurvivorChoice {
  readonly member: string;
  readonly field: string;
  readonly from: string;
}

/**
 * Golden records: one per group. `records` is a record set of the survivors (keys = master record key), so that
 * every later stage reads golden and raw records the same way.
 */
export interface GoldenSet {
  readonly records: RecordSet;
  /** Golden index per raw record. */
  readonly goldenOf: Uint32Array;
  /** Master raw record per golden record. */
  readonly master: Uint32Array;
  /** Raw record each golden value came from: `origin[column][golden]`. */
  readonly origin: readonly Uint32Array[];
  /** Why, per column and golden: index into `reasons`. */
  readonly reason: readonly Uint8Array[];
  readonly reasons: readonly string[];
}
