import type { DisagreementKind } from './disagreement-tests';

/** What was found across the columns of one table, each with its size, a sample and the check that finds its rows. */
export interface TableFindings {
  readonly keys: readonly KeyFinding[];
  readonly dependencies: readonly DependencyFinding[];
  readonly twins: readonly TwinFinding[];
  readonly contradictions: readonly ContradictionFinding[];
  readonly disagreements: readonly DisagreementFinding[];
  readonly mixes: readonly MixFinding[];
  /** Null when no row looks like a test. */
  readonly tests: TestFinding | null;
  readonly placeholders: readonly PlaceholderFinding[];
}

/** A column, or two together, that tell rows apart. */
export interface KeyFinding {
  readonly columns: readonly string[];
  /** Rows that share their value with another; 0 = a key. Rows with an empty part are not among them. */
  readonly repeated: number;
  /** Rows where a part is empty. */
  readonly empty: number;
  readonly sentence: string;
  readonly check: string;
}

/** The value of one column decides that of another in nearly all rows: postcode → city. */
export interface DependencyFinding {
  readonly from: string;
  readonly to: string;
  /** Rows whose `from` value stands on other rows too; only they can speak for or against. */
  readonly rows: number;
  /** Rows among them that have another `to` value than most with the same `from`. */
  readonly violations: number;
  readonly sentence: string;
  readonly sample: readonly {
    readonly value: string;
    readonly usual: string;
    readonly usualRows: number;
    readonly others: readonly { readonly value: string; readonly count: number }[];
  }[];
  readonly check: string;
}

/** Two columns that hold the same in nearly all rows. */
export interface TwinFinding {
  readonly left: string;
  readonly right: string;
  /** Rows where both are filled, and where they then differ. */
  readonly rows: number;
  readonly differing: number;
  readonly sentence: string;
  readonly check: string;
}

/** Two date columns of which one cannot come before the other, and does. */
export interface ContradictionFinding {
  readonly earlier: string;
  readonly later: string;
  /** Rows with both dates. */
  readonly rows: number;
  readonly violations: number;
  readonly sentence: string;
  /** Pairs of values as they stand, in file order. */
  readonly sample: readonly { readonly earlier: string; readonly later: string }[];
  readonly check: string;
}

/** Amounts, states or places of a row that cannot all be true. */
export interface DisagreementFinding {
  readonly kind: DisagreementKind;
  readonly columns: readonly string[];
  /** Rows that could be checked. */
  readonly rows: number;
  readonly violations: number;
  readonly sentence: string;
  /** What is counted and where it is shown, in words. */
  readonly definition: string;
  /** The values of some rows with their columns, in file order. */
  readonly sample: readonly string[];
  readonly check: string;
}

/** Amounts of one column in several currencies or units. */
export interface MixFinding {
  readonly column: string;
  readonly kind: 'currency' | 'unit';
  readonly sentence: string;
  readonly parts: readonly { readonly unit: string; readonly rows: number; readonly check: string }[];
}

/** Rows that somebody typed to try the old system. */
export interface TestFinding {
  readonly rows: number;
  readonly sentence: string;
  readonly signs: readonly { readonly column: string; readonly sign: string; readonly rows: number }[];
  /** Values that gave rows away, most frequent first. */
  readonly sample: readonly string[];
  readonly check: string;
}

/** Values of a column that stand for "nothing". */
export interface PlaceholderFinding {
  readonly column: string;
  readonly rows: number;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly check: string;
}

/** A column of one table whose values are keys of another table. */
export interface TableLink {
  readonly tableId: string;
  readonly column: string;
  readonly toTableId: string;
  readonly toColumn: string;
  /** Rows with a value, and those whose value the other table does not have. */
  readonly rows: number;
  readonly orphans: number;
  /** Rows of the other table that nothing points to. */
  readonly unused: number;
  readonly sentence: string;
  /** Values without a parent, most frequent first. */
  readonly sample: readonly { readonly value: string; readonly count: number }[];
  readonly check: string;
}
