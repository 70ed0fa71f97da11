import type { Truth } from './types';

/**
 * Kleene's strong three-valued logic on numbers: no < unknown < yes. With this order "and" is the smaller, "or" the
 * larger of two, so that whole columns are combined with integer comparisons.
 */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

/** A truth as one byte of a column. */
export type TruthCode = typeof NO | typeof UNKNOWN | typeof YES;

/** Names by code. */
export const TRUTHS: readonly Truth[] = ['no', 'unknown', 'yes'];

export function and(a: TruthCode, b: TruthCode): TruthCode {
  return a < b ? a : b;
}

export function or(a: TruthCode, b: TruthCode): TruthCode {
  return a > b ? a : b;
}

export function not(a: TruthCode): TruthCode {
  return a === YES ? NO : a === NO ? YES : UNKNOWN;
}

/** The code of a boolean. */
export function truthCode(value: boolean): TruthCode {
  return value ? YES : NO;
}
