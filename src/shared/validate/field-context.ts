import type { RecordSet } from '../mapping/types';
import type { Column } from '../table/types';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import { fieldsBeside } from './fields-beside';
import { NOTHING_OUTSIDE, type Outside } from './outside';

/** What every check of a field gets to see. */
export interface FieldContext {
  readonly records: RecordSet;
  readonly object: TargetObject;
  readonly system: TargetSystem;
  readonly columns: ReadonlyMap<string, Column>;
  readonly merged: boolean;
  readonly outside: Outside;
}

/** What the checks of the fields of some records look at. */
export function fieldContext(
  records: RecordSet,
  object: TargetObject,
  system: TargetSystem,
  merged: boolean,
  outside: Outside = NOTHING_OUTSIDE,
): FieldContext {
  const columns = new Map(records.columns.map((column) => [column.name, column]));
  return { records, object, system, columns, merged, outside };
}

/** The fields whose values the checks of a field look at: itself, others of which one is required, its address, what
 * its list depends on and what it must be unique with. */
export function fieldsLookedAt(field: TargetField, object: TargetObject): readonly string[] {
  const beside = fieldsBeside(field, object);
  return object.fields
    .filter(
      (other) =>
        other === field ||
        beside.includes(other.api) ||
        (field.requiredGroup !== null && other.requiredGroup === field.requiredGroup) ||
        (field.group !== null && other.group === field.group),
    )
    .map((other) => other.api);
}
