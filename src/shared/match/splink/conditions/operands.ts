import { all, type Sql, type Vocabulary } from '../dialect';

/** Stands between the members of a set in one cell; no normalised value contains it. */
export const SET_SEPARATOR = ' ; ';

/** The two values of one column that a condition compares, and columns that hold more about them. */
export interface Operands {
  /** The value on either side, or what the helper column of that ending says about it. */
  left(helper?: Helper): Sql;
  right(helper?: Helper): Sql;
  /**
   * Whether two values pass a test; of two sets, whether a member of one and a member of the other do. A test must
   * hold for no pair of a lower level than the one it stands for.
   */
  some(test: (a: Sql, b: Sql) => Sql, helper?: Helper): Sql;
  /** Values carry their sort before a mark. */
  readonly isTyped: boolean;
  /** Some names are written short. */
  readonly hasShort: boolean;
}

/** What the cells of a column hold. */
export interface Shape {
  /** Several values, separated by `SET_SEPARATOR`. */
  readonly isSet: boolean;
  /** Each value behind its sort. */
  readonly isTyped: boolean;
  /** Some names are initials or written without vowels, here or in the other part of the name. */
  readonly hasShort: boolean;
}

/** Endings of helper columns: what SQL cannot find out about a value itself. */
export type Helper = 'nicknames' | 'short' | 'shortened' | 'personal' | 'words';

/** A level of a kind (numbered as in compare/kinds.ts) and the condition that says so. */
export interface LevelTest {
  readonly level: number;
  readonly condition: Sql;
}

/** The operands of two column references: of one column on both sides, or across two for swapped names. */
export function operandsOf(left: Side, right: Side, shape: Shape, v: Vocabulary): Operands {
  const leftOf = (helper?: Helper): Sql => reference(left, helper);
  const rightOf = (helper?: Helper): Sql => reference(right, helper);
  return {
    left: leftOf,
    right: rightOf,
    isTyped: shape.isTyped,
    hasShort: shape.hasShort,
    some: (test, helper) => {
      if (!shape.isSet) return test(leftOf(helper), rightOf(helper));
      const inner = v.exists(v.split(rightOf(helper), SET_SEPARATOR), 'q', test('p', 'q'));
      const found = v.exists(v.split(leftOf(helper), SET_SEPARATOR), 'p', inner);
      // Columns named inside a lambda alone are not seen by Splink: each is named outside, too.
      return all(`${leftOf(helper)} IS NOT NULL`, `${rightOf(helper)} IS NOT NULL`, found);
    },
  };
}

/** A column on one side of a pair of records. */
export interface Side {
  readonly column: string;
  readonly side: 'l' | 'r';
}

function reference({ column, side }: Side, helper?: Helper): Sql {
  return helper === undefined ? `${column}_${side}` : `${column}_${helper}_${side}`;
}
