import type { ProjectState } from '../journal/types';
import { withKnownFields } from '../mapping/known-fields';
import type { TableMapping } from '../mapping/types';
import type { TargetObject, TargetSystem } from '../target/types';

/** One target object that tables are mapped to, with those tables in project order. */
export interface MappedObject {
  readonly object: TargetObject;
  readonly mappings: readonly TableMapping[];
}

/** Whether a mapped field of an object may point to records of `parent`. */
export function pointsTo({ object, mappings }: MappedObject, parent: string): boolean {
  return object.fields.some(
    (field) =>
      field.references?.objects.includes(parent) &&
      mappings.some((mapping) => mapping.fields.some((item) => item.field === field.api)),
  );
}

/**
 * The objects of a system with at least one mapped table, in load order. Fields that the profile of the target no longer
 * has are passed over: their mappings stay in the project, and count again when the field comes back.
 */
export function mappedObjects(state: ProjectState, target: TargetSystem): MappedObject[] {
  const active = new Set(state.tables.filter((table) => table.role === 'records').map((table) => table.id));
  const order = new Map(state.tables.map((table, index) => [table.id, index]));
  return target.objects.flatMap((object) => {
    const mappings = state.mappings
      .filter((mapping) => mapping.object === object.name && active.has(mapping.tableId))
      .map((mapping) => withKnownFields(object, mapping))
      .sort((a, b) => (order.get(a.tableId) ?? 0) - (order.get(b.tableId) ?? 0));
    return mappings.length > 0 ? [{ object, mappings }] : [];
  });
}
