import { countCodes } from '../table/column';
import type { Column } from '../table/types';
import { TopChanges } from './actions/samples';
import { readerOf } from './reads-value';
import type { ValueChange, ValueTransform } from './types';
import { valueTransform } from './value-transform';

/** What transforms do to the distinct values of a column. */
export interface TransformPreview {
  /** Values they could not read first, then what changes; each group most frequent first. */
  readonly changes: readonly (ValueChange & { readonly failed: boolean })[];
  /** Distinct values changed, and the rows that hold them. */
  readonly values: number;
  readonly rows: number;
  /** Filled values one of the transforms could not read, and their rows. */
  readonly failedValues: number;
  readonly failedRows: number;
}

/**
 * A preview of transforms on a column, at most `limit` changes. Up to half of them are values that could not be read, more
 * where less than that changes. Linear in the distinct values.
 */
export function previewTransforms(
  column: Column,
  transforms: readonly ValueTransform[],
  limit: number,
): TransformPreview {
  const counts = countCodes(column);
  const steps = transforms.map((transform) => ({
    reads: readerOf(transform),
    apply: valueTransform(transform),
  }));
  const most = Math.max(1, Math.trunc(limit));
  const changed = new TopChanges(most);
  const failing = new TopChanges(most);
  const total = { values: 0, rows: 0, failedValues: 0, failedRows: 0 };
  for (let code = 0; code < counts.length; code++) {
    const rows = counts[code]!;
    if (rows === 0) continue;
    const from = column.values[code]!;
    let to = from;
    let isRead = true;
    for (const { reads, apply } of steps) {
      if (reads && to !== '' && !reads(to)) isRead = false;
      to = apply(to);
    }
    if (!isRead) {
      failing.add(from, to, rows);
      total.failedValues++;
      total.failedRows += rows;
    } else if (to !== from) changed.add(from, to, rows);
    if (to !== from) {
      total.values++;
      total.rows += rows;
    }
  }
  const good = changed.finish();
  const bad = failing.finish().slice(0, Math.max(Math.ceil(most / 2), most - good.length));
  return {
    changes: [
      ...bad.map((change) => ({ ...change, failed: true })),
      ...good.slice(0, most - bad.length).map((change) => ({ ...change, failed: false })),
    ],
    ...total,
  };
}
