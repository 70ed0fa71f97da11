/** A value inside an expression: text, number, yes/no, or nothing. Cells come in as text, empty cells as null. */
export type Value = string | number | boolean | null;

/** What an expression reads: `value`, and the cells of the row by the number of the column reference. */
export interface Inputs {
  readonly value: string;
  readonly cells: readonly string[];
}

/** A compiled part of an expression. Throws `Problem` where it has no value. */
export type Evaluate = (inputs: Inputs) => Value;

/** An expression that was read without error. */
export interface Expression {
  readonly text: string;
  /** Columns it refers to, each once, in order of appearance; `Inputs.cells` runs beside them. */
  readonly columns: readonly string[];
  /** True where it reads `value`. */
  readonly usesValue: boolean;
  readonly evaluate: Evaluate;
}

/**
 * Why an expression has no value for a row, in words that go after a count: "17 rows: not a number". One instance a
 * reason, so that throwing it costs little.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}

export const NOT_A_NUMBER = new Problem('not a number');
export const TOO_MANY_DIGITS = new Problem('a number of more than 15 digits');
export const NOT_A_DATE = new Problem('not a date');
export const NOT_YES_OR_NO = new Problem('not yes or no');
export const DIVISION_BY_ZERO = new Problem('division by zero');
export const TOO_LARGE = new Problem('a number too large to write out');
export const TOO_LONG = new Problem('a text too long for a cell');
