import { LIMITS } from './schema';
import type { TargetField, TargetObject, TargetSystem } from './types';

/** What does not fit together although each part has the right shape; null when all is well. */
export function inconsistency(system: TargetSystem): string | null {
  const fieldCount = system.objects.reduce((sum, object) => sum + object.fields.length, 0);
  if (fieldCount > LIMITS.fields)
    return `it has ${fieldCount} fields, and at most ${LIMITS.fields} are allowed`;
  const object = repeated(system.objects.map((item) => item.name));
  if (object !== null) return `object "${object}" occurs twice`;
  const stem = repeated(system.objects.map((item) => item.fileStem.toLowerCase()));
  if (stem !== null) return `two objects would write the same file "${stem}"`;
  const loader = repeated(system.loaders.map((item) => item.id));
  if (loader !== null) return `loader "${loader}" occurs twice`;
  for (const item of system.objects) {
    const problem = objectProblem(item);
    if (problem !== null) return `object "${item.name}"${problem}`;
  }
  return null;
}

/** What does not fit together inside one object, as the end of a sentence about it (": field …"); null when all is well. */
export function objectProblem(object: TargetObject): string | null {
  const api = repeated(object.fields.map((field) => field.api));
  if (api !== null) return `: field "${api}" occurs twice`;
  if (!object.fields.some((field) => field.api === object.legacyKeyField))
    return `: its legacy key field "${object.legacyKeyField}" is not among its fields`;
  for (const group of object.uniqueTogether ?? [])
    for (const member of group)
      if (!object.fields.some((field) => field.api === member))
        return `: uniqueTogether names "${member}", which is not a field of this object`;
  for (const field of object.fields) {
    const problem = fieldProblem(object, field);
    if (problem !== null) return `, field "${field.api}": ${problem}`;
  }
  return null;
}

function fieldProblem(object: TargetObject, field: TargetField): string | null {
  if (field.scale !== null && field.precision !== null && field.scale > field.precision)
    return `scale ${field.scale} is larger than precision ${field.precision}`;
  const value = repeated(field.picklist);
  if (value !== null) return `picklist value "${value}" occurs twice`;
  if (field.optionLabels !== undefined && field.optionLabels.length !== field.picklist.length)
    return `it has ${field.optionLabels.length} option labels for ${field.picklist.length} picklist values`;
  if (field.defaultValue !== undefined && field.picklist.length > 0)
    if (!field.picklist.includes(field.defaultValue))
      return `its default value "${field.defaultValue}" is not in its picklist`;
  if (field.references && field.references.self !== field.references.objects.includes(object.name))
    return 'self must be true exactly when the field points to its own object';
  const controller = field.dependsOn?.field;
  if (controller !== undefined && !object.fields.some((other) => other.api === controller))
    return `its list depends on "${controller}", which is not a field of this object`;
  for (const member of field.requiredGroup?.split('|') ?? [])
    if (!object.fields.some((other) => other.api === member))
      return `requiredGroup names "${member}", which is not a field of this object`;
  return null;
}

function repeated(items: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item)) return item;
    seen.add(item);
  }
  return null;
}
