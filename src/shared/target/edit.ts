import { fail, ok, type Result } from '../base/result';
import { inconsistency, objectProblem } from './consistency';
import { targetObjectSchema } from './schema';
import { shapeProblem } from './shape-problem';
import type { FieldType, TargetField, TargetObject, TargetSystem } from './types';
import { inLoadOrder, writeObject } from './written';

/**
 * Changes by hand to a profile: pure functions that answer the changed object or system, or why it would not be one
 * (`PROFILE_EDIT` with a sentence). Nothing is changed in place.
 */

/** What of a field can be changed; its name cannot, because mappings and decisions go by it. */
export type FieldChange = Partial<Omit<TargetField, 'api' | 'working' | 'synonyms' | 'optionLabels'>>;

/** A plain field with nothing set but its name and type. */
export function newField(api: string, label: string, type: FieldType): TargetField {
  return {
    api,
    label,
    type,
    maxLength: type === 'text' || type === 'picklist' ? 255 : null,
    precision: null,
    scale: null,
    required: false,
    requiredGroup: null,
    picklist: [],
    restricted: false,
    unique: false,
    references: null,
    synonyms: [],
    note: null,
    group: null,
    working: false,
  };
}

/** A new object of a system with its legacy key field only, loaded last. */
export function newObject(
  system: TargetSystem,
  name: string,
  label: string,
  labelPlural: string,
): TargetObject {
  const key = system.objects[0]?.legacyKeyField ?? 'legacy_id';
  const known = system.objects[0]?.fields.find((field) => field.api === key);
  const legacy = { ...newField(key, 'Legacy ID', 'text'), unique: true, note: known?.note ?? null };
  return {
    name,
    label,
    labelPlural,
    loadOrder: Math.max(0, ...system.objects.map((object) => object.loadOrder)) + 1,
    fileStem: freeStem(system, name),
    legacyKeyField: key,
    fields: [legacy],
  };
}

/** The object with a further field, behind the others. */
export function addField(object: TargetObject, field: TargetField): Result<TargetObject> {
  return checked({ ...object, fields: [...object.fields, field] });
}

/** The object without a field; the legacy key field has to stay. Groups of which it was a member lose it. */
export function removeField(object: TargetObject, api: string): Result<TargetObject> {
  if (api === object.legacyKeyField) {
    return refuse(`${object.label} is loaded and linked by "${api}", so this field has to stay`);
  }
  const fields = object.fields
    .filter((field) => field.api !== api)
    .map(({ dependsOn, ...field }) => ({
      ...field,
      requiredGroup: groupWithout(field.requiredGroup, api),
      ...(dependsOn && dependsOn.field !== api ? { dependsOn } : {}),
    }));
  const { uniqueTogether, ...rest } = object;
  const together = uniqueTogether?.filter((members) => !members.includes(api)) ?? [];
  return checked({ ...rest, ...(together.length > 0 ? { uniqueTogether: together } : {}), fields });
}

/** The object with one field changed. Values that leave a picklist take their labels and default with them. */
export function changeField(object: TargetObject, api: string, change: FieldChange): Result<TargetObject> {
  if (!object.fields.some((field) => field.api === api)) {
    return refuse(`${object.label} has no field "${api}"`);
  }
  const fields = object.fields.map((field) => (field.api === api ? changed(field, change) : field));
  return checked({ ...object, fields });
}

/** The system with an object in the place of the one called `replaces`, or added; `null` as the object removes it. */
export function withObject(
  system: TargetSystem,
  object: TargetObject | null,
  replaces: string | null,
): Result<TargetSystem> {
  const others = system.objects.filter((item) => item.name !== replaces);
  if (object === null && others.length === system.objects.length) {
    return refuse(`${system.label} has no object "${replaces ?? ''}"`);
  }
  if (object === null && others.length === 0) return refuse('a target needs at least one object');
  const next = inLoadOrder({ ...system, objects: object === null ? others : [...others, object] });
  const problem = inconsistency(next);
  return problem === null ? ok(next) : refuse(problem);
}

/** The field with the two lists of a picklist exchanged: the one in use, and the one other organisations begin with. */
export function otherPicklist(field: TargetField): FieldChange {
  if (field.otherPicklist === undefined) return {};
  return { picklist: field.otherPicklist, otherPicklist: field.picklist };
}

function changed(field: TargetField, change: FieldChange): TargetField {
  const { optionLabels, defaultValue, ...next }: TargetField = { ...field, ...change };
  const labels = optionLabels && labelsFor(next.picklist, field);
  const keepsDefault =
    defaultValue !== undefined && (next.picklist.length === 0 || next.picklist.includes(defaultValue));
  return {
    ...next,
    ...(labels ? { optionLabels: labels } : {}),
    ...(keepsDefault ? { defaultValue } : {}),
  };
}

/** Labels for the values of a changed list: those that were known, and the value itself for new ones. */
function labelsFor(picklist: readonly string[], before: TargetField): readonly string[] {
  return picklist.map((value) => before.optionLabels?.[before.picklist.indexOf(value)] ?? value);
}

function groupWithout(group: string | null, api: string): string | null {
  if (group === null) return null;
  const members = group.split('|').filter((member) => member !== api);
  return members.length === 0 ? null : members.join('|');
}

/** A file name stem nobody else of the system has, whatever the name of the object is written in. */
export function freeStem(system: TargetSystem, name: string): string {
  const taken = new Set(system.objects.map((object) => object.fileStem.toLowerCase()));
  const plain =
    name
      .replace(/[^A-Za-z0-9_-]+/g, '_')
      .replace(/^-+/, '')
      .slice(0, 70) || 'object';
  if (!taken.has(plain.toLowerCase())) return plain;
  for (let number = 2; ; number++)
    if (!taken.has(`${plain}_${number}`.toLowerCase())) return `${plain}_${number}`;
}

function checked(object: TargetObject): Result<TargetObject> {
  const written = writeObject(object);
  const parsed = targetObjectSchema.safeParse(written);
  if (!parsed.success) return refuse(`${object.label}: ${shapeProblem(parsed.error, written)}`);
  const problem = objectProblem(object);
  return problem === null ? ok(object) : refuse(`${object.label}${problem}`);
}

function refuse(problem: string): ReturnType<typeof fail> {
  return fail('PROFILE_EDIT', `The profile was not changed: ${problem}. Correct it and try again.`);
}
