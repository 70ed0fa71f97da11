import type { TargetObject } from '../target/types';
import type { TableMapping } from './types';

/** Fields a mapping fills and the object does not have, because the target changed since. */
export function goneFields(object: TargetObject, mapping: TableMapping): readonly string[] {
  const known = new Set(object.fields.map((field) => field.api));
  return mapping.fields.flatMap(({ field }) => (known.has(field) ? [] : [field]));
}

/** The mapping without the fields the object does not have; the same one where it has all. */
export function withKnownFields(object: TargetObject, mapping: TableMapping): TableMapping {
  const gone = new Set(goneFields(object, mapping));
  return gone.size === 0
    ? mapping
    : { ...mapping, fields: mapping.fields.filter(({ field }) => !gone.has(field)) };
}
