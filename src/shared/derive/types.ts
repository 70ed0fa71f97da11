import type { StepCondition } from '../clean/types';
import type { Table } from '../table/types';

/** How a table is made from the rows of another one, under its recipe, instead of being read from a file. */
export type Derivation = RowsApart | DistinctRows | ListItems;

/**
 * Rows that meet every condition stand in a table of their own instead of the one they were read into: the persons of a
 * list that also holds companies. A row that several such tables claim goes to the one that was made first.
 */
export interface RowsApart {
  readonly kind: 'apart';
  /** Id of the other table. */
  readonly from: string;
  readonly where: readonly StepCondition[];
}

/**
 * One row for every combination of values of some columns: the companies of a list of contacts. The other table keeps its
 * rows. A further column has the most frequent filled value of its rows, the first of equally frequent ones.
 */
export interface DistinctRows {
  readonly kind: 'distinct';
  readonly from: string;
  /** Rows with none of these filled make no row. */
  readonly by: readonly string[];
  readonly columns: readonly string[];
}

/** One row for every entry of lists kept in cells, with some columns of its row: the campaigns each contact belongs to. */
export interface ListItems {
  readonly kind: 'items';
  readonly from: string;
  /** Columns that hold lists, or one entry each. */
  readonly columns: readonly string[];
  /** Stands between entries; '' = a cell is one entry. */
  readonly separator: string;
  /** The column the entries go to. */
  readonly into: string;
  /** Columns repeated beside every entry. */
  readonly keep: readonly string[];
}

/** The rows of a derived table and where they come from. */
export interface DerivedRows {
  readonly table: Table;
  /** The row of the other table each row was made from, ascending; the first one where there are several. */
  readonly rows: Uint32Array;
  /** Sentences about what deserves a look: columns that are gone, values that disagree. */
  readonly warnings: readonly string[];
}

/** A table Winnow would make from another one, and why. */
export interface DerivationProposal {
  readonly derivation: Derivation;
  /** Suggested name of the table. */
  readonly name: string;
  /** The column its rows are told apart by; null = their content. */
  readonly keyColumn: string | null;
  /** One sentence with the numbers in it. */
  readonly reason: string;
}
