import { columnNamed } from '../../table/column';
import type { Table } from '../../table/types';
import { clusterKeys } from '../clusters/key';
import { MAX_CAUGHT } from '../limits';
import type { StepAction } from '../types';
import { rewriteColumn } from './rewrite';
import { TopChanges } from './samples';
import { missing, type RowMask, type Worked, worked } from './work';

/**
 * Listed spellings become the surviving one; under a key method so does any other value with the key of a cluster. Those
 * are new variants: the step reports them as caught.
 */
export function runMerge(
  table: Table,
  action: Extract<StepAction, { readonly kind: 'merge' }>,
  mask: RowMask,
): Worked {
  const column = columnNamed(table, action.column);
  if (!column) return missing(action.column);
  const listed = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (const { from, to, key } of action.clusters) {
    for (const value of from) if (!listed.has(value)) listed.set(value, to);
    if (!listed.has(to)) listed.set(to, to);
    if (key !== null && key !== '' && !byKey.has(key)) byKey.set(key, to);
  }
  const keyed = byKey.size > 0 && action.method.kind !== 'neighbours';
  const become = (value: string): string => {
    const known = listed.get(value);
    if (known !== undefined) return known;
    if (!keyed || value === '') return value;
    for (const key of clusterKeys(action.method, value)) {
      const to = byKey.get(key);
      if (to !== undefined) return to;
    }
    return value;
  };
  const caught = new TopChanges(MAX_CAUGHT);
  let caughtInAll = 0;
  const done = rewriteColumn(column, mask, become, (from, to, rows) => {
    if (listed.has(from)) return;
    caught.add(from, to, rows);
    caughtInAll++;
  });
  const columns = table.columns.map((other) => (other === column ? done.column : other));
  return worked(columns, {
    values: done.values,
    rows: done.rows,
    samples: done.samples,
    caught: caught.finish(),
    caughtInAll,
  });
}
