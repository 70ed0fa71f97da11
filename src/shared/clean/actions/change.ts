import { columnNamed } from '../../table/column';
import type { Column, Table } from '../../table/types';
import { MAX_SAMPLES } from '../limits';
import type { StepAction } from '../types';
import { readyTransforms } from '../value-transform';
import { rewriteColumn } from './rewrite';
import { TopChanges } from './samples';
import { missing, type RowMask, type Worked, worked } from './work';

/** Replaces values in place by transforms. Columns that are not there are left out and named. */
export function runChange(
  table: Table,
  action: Extract<StepAction, { readonly kind: 'change' }>,
  mask: RowMask,
): Worked {
  const ready = readyTransforms(action.transforms);
  if (!ready.ok) return { broken: ready.error.message };
  const present = new Set(action.columns.filter((name) => columnNamed(table, name)));
  const [first] = action.columns;
  if (present.size === 0) return missing(first ?? '');
  const top = new TopChanges(MAX_SAMPLES);
  let values = 0;
  let rows = 0;
  const columns = table.columns.map((column): Column => {
    if (!present.has(column.name)) return column;
    const done = rewriteColumn(column, mask, ready.value);
    values += done.values;
    rows += done.rows;
    for (const { from, to, rows: count } of done.samples) top.add(from, to, count);
    return done.column;
  });
  return worked(columns, { values, rows, samples: top.finish(), notes: leftOut(action.columns, present) });
}

/** A sentence about columns a step names that are not there; none when all are. */
export function leftOut(names: readonly string[], present: ReadonlySet<string>): readonly string[] {
  const gone = names.filter((name) => !present.has(name));
  if (gone.length === 0) return [];
  const shown = gone
    .slice(0, 5)
    .map((name) => `“${name}”`)
    .join(', ');
  return [
    gone.length === 1
      ? `The column ${shown} is not here and was left out.`
      : `${gone.length} columns are not here and were left out: ${shown}${gone.length > 5 ? ' …' : ''}.`,
  ];
}
