import type { TargetField, TargetObject } from '../target/types';

/** Fields that another one is held against: what its list depends on, and what it must be unique together with. */
export function fieldsBeside(field: TargetField, object: TargetObject): readonly string[] {
  const together = groupsEndingAt(field, object).flat();
  return field.dependsOn ? [field.dependsOn.field, ...together] : together;
}

/** Groups of fields that are unique together and end with this one, at which they are reported. */
export function groupsEndingAt(field: TargetField, object: TargetObject): readonly (readonly string[])[] {
  return (object.uniqueTogether ?? []).filter((group) => group.at(-1) === field.api);
}
