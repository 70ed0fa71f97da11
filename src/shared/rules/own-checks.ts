import { assertNever } from '../base/result';
import { NO_REFERENCE, type RecordSet } from '../mapping/types';
import type { Column } from '../table/types';
import { dayOf } from './calendar';
import type { Children, FieldPath, OwnCheck, Requirement } from './check-types';
import { numberOf, type Reading, recordTruths, relatedRecords, type World } from './conditions';
import { NO, YES } from './truth';
import { type Condition, NO_DATE } from './types';

/**
 * The records, ascending, that break a check of the steward's. `world` holds the records of other objects with their
 * references resolved to `records`. Linear in records and in those that point to them; an object or field that is not
 * there breaks nothing.
 */
export function brokenBy(check: OwnCheck, records: RecordSet, world: World): Uint32Array {
  const referenceDay = dayOf(check.referenceDate);
  const asked = allHold(check.when, records, world, { missing: NO, referenceDay });
  const broken = breaks(check.must, records, world, referenceDay);
  const found = new Uint32Array(records.count);
  let count = 0;
  for (let record = 0; record < records.count; record++)
    if (asked[record] === YES && broken(record)) found[count++] = record;
  return found.slice(0, count);
}

type Breaks = (record: number) => boolean;
const NEVER: Breaks = () => false;

function breaks(must: Requirement, records: RecordSet, world: World, referenceDay: number): Breaks {
  switch (must.kind) {
    case 'conditions': {
      const truths = allHold(must.all, records, world, { missing: YES, referenceDay });
      return (record) => truths[record] === NO;
    }
    case 'order': {
      const earlier = quantities(must.earlier, records, world);
      const later = quantities(must.later, records, world);
      if (!earlier || !later) return NEVER;
      // A missing side is NaN, and no comparison with it is true.
      return must.orEqual
        ? (record) => earlier[record]! > later[record]!
        : (record) => earlier[record]! >= later[record]!;
    }
    case 'count': {
      const counts = totals(must.of, records, world, referenceDay, null);
      if (!counts) return NEVER;
      const least = must.least ?? 0;
      const most = must.most ?? Number.POSITIVE_INFINITY;
      return (record) => counts[record]! < least || counts[record]! > most;
    }
    case 'sum': {
      const sums = totals(must.of, records, world, referenceDay, must.amount);
      const wanted = quantities({ via: null, field: must.total }, records, world);
      if (!sums || !wanted) return NEVER;
      return (record) => differs(sums[record]!, Math.abs(wanted[record]!), must.compare, must.tolerance);
    }
    default:
      return assertNever(must);
  }
}

/** Sums are compared in steps of the tolerance and a little for the last bits of decimal fractions. */
function differs(sum: number, wanted: number, compare: '=' | '<=' | '>=', tolerance: number): boolean {
  const room = tolerance + 1e-9 * Math.max(1, Math.abs(wanted));
  if (compare !== '>=' && sum > wanted + room) return true;
  return compare !== '<=' && sum < wanted - room;
}

function allHold(
  conditions: readonly Condition[],
  records: RecordSet,
  world: World,
  reading: Reading,
): Uint8Array {
  const all = new Uint8Array(records.count).fill(YES);
  for (const condition of conditions) {
    const truths = recordTruths(condition, records, null, world, reading);
    for (let i = 0; i < all.length; i++) if (truths[i]! < all[i]!) all[i] = truths[i]!;
  }
  return all;
}

/** Per record the number of its children, or the sum of their amounts; null when the children are not there. */
function totals(
  of: Children,
  records: RecordSet,
  world: World,
  referenceDay: number,
  amount: string | null,
): Float64Array | null {
  const children = relatedRecords(of, records, world);
  if (!children) return null;
  const column = amount === null ? null : columnOf(children.records, amount);
  if (column === undefined) return null;
  const values = column && numbers(column);
  const asked = allHold(of.where, children.records, world, { missing: NO, referenceDay });
  const out = new Float64Array(records.count);
  for (let child = 0; child < asked.length; child++) {
    const parent = children.target[child]!;
    if (parent < 0 || asked[child] !== YES) continue;
    const value = values && column ? Math.abs(values[column.codes[child]!]!) : 1;
    if (!Number.isNaN(value)) out[parent]! += value;
  }
  return out;
}

/** Numbers, or dates as days, per record; NaN where there is none. Null when the field is not there. */
function quantities(path: FieldPath, records: RecordSet, world: World): Float64Array | null {
  if (path.via === null) {
    const column = columnOf(records, path.field);
    if (!column) return null;
    const byCode = Float64Array.from(column.values, quantity);
    return Float64Array.from(column.codes, (code) => byCode[code]!);
  }
  const reference = records.references.find((item) => item.field === path.via);
  const parents = reference && world.related.find((item) => item.object === reference.object)?.records;
  const theirs = parents && quantities({ via: null, field: path.field }, parents, world);
  if (!reference || !theirs) return null;
  return Float64Array.from(reference.target, (parent) =>
    parent <= NO_REFERENCE ? Number.NaN : theirs[parent]!,
  );
}

function quantity(text: string): number {
  const day = dayOf(text);
  return day === NO_DATE ? (numberOf(text) ?? Number.NaN) : day;
}

function numbers(column: Column): Float64Array {
  return Float64Array.from(column.values, (value) => numberOf(value) ?? Number.NaN);
}

function columnOf(records: RecordSet, field: string): Column | undefined {
  return records.columns.find((item) => item.name === field);
}
