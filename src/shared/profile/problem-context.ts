import type { ColumnFacts } from './column-facts';
import type { Semantic, ValueCount } from './types';

/** What the checks of a column need to know beyond the column. */
export interface ProblemContext {
  readonly semantic: Semantic;
  /** Country for phone numbers without prefix, or null. */
  readonly country: string | null;
  /** ISO date the profile is made for; decides what lies in the future. */
  readonly referenceDate: string;
  readonly likelyKey: boolean;
}

/** Says for a value what is wrong with it (a problem code), or null. */
export type Check = (value: string, code: number) => string | null;

/** Makes the check of one kind of column, looking at the column as a whole first. */
export type CheckMaker = (facts: ColumnFacts, context: ProblemContext) => Check;

/** A value with its code and its rows. */
export interface CodedCount extends ValueCount {
  readonly code: number;
}
