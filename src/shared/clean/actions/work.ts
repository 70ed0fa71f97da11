import { columnNamed } from '../../table/column';
import type { Column, Table } from '../../table/types';
import type { ValueChange } from '../types';

/** What a step did: the columns after it and what to say about it. */
export interface Work {
  readonly columns: readonly Column[];
  readonly values: number;
  readonly rows: number;
  readonly samples: readonly ValueChange[];
  readonly caught: readonly ValueChange[];
  readonly caughtInAll: number;
  /** Further sentences: columns left out, values that could not be computed. */
  readonly notes: readonly string[];
}

/** A step on a table: what it did, or the sentence why it cannot run there. */
export type Worked = Work | { readonly broken: string };

/** `null` = all rows; else 1 for the rows the step is for. */
export type RowMask = Uint8Array | null;

export function isBroken(worked: Worked): worked is { readonly broken: string } {
  return 'broken' in worked;
}

/** Work that changed nothing of the values. */
export function worked(columns: readonly Column[], parts: Partial<Omit<Work, 'columns'>> = {}): Work {
  return { columns, values: 0, rows: 0, samples: [], caught: [], caughtInAll: 0, notes: [], ...parts };
}

/** The sentence of a step whose column is not there. */
export function missing(name: string): { readonly broken: string } {
  return {
    broken: `There is no column “${name}” here. It may have been renamed in a newer extract, or by a step before this one: choose another column or remove the step.`,
  };
}

/** The sentence of a step that would make a second column of one name; null where all names are free. */
export function taken(
  table: Table,
  into: readonly string[],
  given: readonly string[] = [],
): { readonly broken: string } | null {
  const seen = new Set<string>();
  for (const name of into) {
    if (seen.has(name))
      return { broken: `Two new columns are called “${name}”. Give each a name of its own.` };
    seen.add(name);
    if (columnNamed(table, name) && !given.includes(name))
      return { broken: `There is already a column “${name}”. Choose another name for the new one.` };
  }
  return null;
}

/** The columns with `made` right after `anchor`, which stays or goes. */
export function insertedAfter(
  columns: readonly Column[],
  anchor: string,
  made: readonly Column[],
  gone: ReadonlySet<string>,
): Column[] {
  const result: Column[] = [];
  for (const column of columns) {
    if (!gone.has(column.name)) result.push(column);
    if (column.name === anchor) result.push(...made);
  }
  return result;
}
