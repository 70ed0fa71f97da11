import { keepingList, withList } from './found-field';
import type { FoundField, FoundObject } from './types';

/**
 * Objects that several files describe, each once: later files win field by field, but a list of values is not lost to a
 * file that only names the field (Dataverse gives columns and their options in separate answers).
 */
export function united(objects: readonly FoundObject[]): readonly FoundObject[] {
  const known = new Map<string, FoundObject>();
  for (const object of objects) {
    const before = known.get(object.name);
    known.set(object.name, before ? unite(before, object) : object);
  }
  return [...known.values()];
}

function unite(before: FoundObject, after: FoundObject): FoundObject {
  const fields = new Map(before.fields.map((item) => [item.field.api, item]));
  for (const item of after.fields) {
    const known = fields.get(item.field.api);
    fields.set(item.field.api, known ? richer(known, item) : item);
  }
  return {
    name: before.name,
    label: after.label ?? before.label,
    labelPlural: after.labelPlural ?? before.labelPlural,
    fields: [...fields.values()],
    complete: before.complete || after.complete,
  };
}

function richer(before: FoundField, after: FoundField): FoundField {
  if (!after.typed)
    return after.field.picklist.length === 0
      ? before
      : { ...before, field: withList(before.field, after.field) };
  const keepsList = after.field.picklist.length === 0 && before.field.picklist.length > 0;
  if (!keepsList || after.field.type !== before.field.type) return after;
  return { ...after, field: keepingList(after.field, before.field) };
}
