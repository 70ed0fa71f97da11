import { ColumnBuilder, valueAt } from '../table/column';
import type { LinkedField } from './link-references';
import { NO_REFERENCE, ORPHAN } from './types';

/** What references without a parent become: nothing, or a catch-all record with its index and key. */
export type OrphanParent = { readonly record: number; readonly key: string } | null;

/**
 * A linked field whose orphans are settled. A record is an orphan when none of the objects it may point to has its parent.
 * With a catch-all parent they point to it, in `object`.
 */
export function settleOrphans(field: LinkedField, object: string, parent: OrphanParent): LinkedField {
  const lost = orphans(field);
  if (lost.length === 0) return field;
  const isLost = new Uint8Array(field.column.codes.length);
  for (const record of lost) isLost[record] = 1;
  const texts = new ColumnBuilder(field.column.name);
  for (let record = 0; record < isLost.length; record++)
    texts.push(isLost[record] === 1 ? (parent?.key ?? '') : valueAt(field.column, record));
  return {
    column: texts.finish(),
    references: field.references.map((reference) => {
      const target = reference.target.slice();
      const here = parent && reference.object === object ? parent.record : NO_REFERENCE;
      for (const record of lost) target[record] = here;
      return { ...reference, target };
    }),
  };
}

/** The records, ascending, that point to a parent nobody has. */
export function orphans(field: LinkedField): readonly number[] {
  const [first] = field.references;
  if (!first) return [];
  const found: number[] = [];
  for (let record = 0; record < first.target.length; record++) {
    const targets = field.references.map((reference) => reference.target[record]!);
    if (targets.includes(ORPHAN) && !targets.some((target) => target >= 0)) found.push(record);
  }
  return found;
}
