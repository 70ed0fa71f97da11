import type { WrittenField, WrittenObject, WrittenTarget } from './schema';
import { synonymsOf } from './synonyms';
import type { PicklistDependency, TargetField, TargetObject, TargetSystem } from './types';

/**
 * The two forms of a catalogue: as the code uses it (every property there) and as it is written (what is empty, false,
 * null or known from the field's name is left out). `readTarget(writeTarget(system))` is `system` for a system without
 * working fields and with the synonyms of `withSynonyms`.
 */

/** The field with every property, as it was written; synonyms are those in the file only. */
export function readField(written: WrittenField): TargetField {
  const { api, label, type, optionLabels, otherPicklist, defaultValue, dependsOn, ...rest } = written;
  return {
    api,
    label,
    type,
    maxLength: rest.maxLength ?? null,
    precision: rest.precision ?? null,
    scale: rest.scale ?? null,
    required: rest.required ?? false,
    requiredGroup: rest.requiredGroup ?? null,
    picklist: rest.picklist ?? [],
    ...(optionLabels === undefined ? {} : { optionLabels }),
    ...(otherPicklist === undefined ? {} : { otherPicklist }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(dependsOn === undefined ? {} : { dependsOn }),
    restricted: rest.restricted ?? false,
    unique: rest.unique ?? false,
    ...(rest.externalId ? { externalId: true } : {}),
    references: rest.references ?? null,
    synonyms: rest.synonyms ?? [],
    note: rest.note ?? null,
    group: rest.group ?? null,
    working: rest.working ?? false,
  };
}

/** The object with every property of its fields. */
export function readObject(written: WrittenObject): TargetObject {
  return { ...written, fields: written.fields.map(readField) };
}

/** The system with every property of its fields, objects in load order. */
export function readTarget(written: WrittenTarget): TargetSystem {
  return inLoadOrder({ ...written, objects: written.objects.map(readObject) });
}

/** The field as it is written; synonyms that its name gives anyway are left out. */
export function writeField(object: string, field: TargetField): WrittenField {
  const known = new Set(synonymsOf(object, field.api));
  const synonyms = field.synonyms.filter((word) => !known.has(word));
  return {
    api: field.api,
    label: field.label,
    type: field.type,
    ...(field.maxLength === null ? {} : { maxLength: field.maxLength }),
    ...(field.precision === null ? {} : { precision: field.precision }),
    ...(field.scale === null ? {} : { scale: field.scale }),
    ...(field.required ? { required: true } : {}),
    ...(field.requiredGroup === null ? {} : { requiredGroup: field.requiredGroup }),
    ...(field.picklist.length === 0 ? {} : { picklist: [...field.picklist] }),
    ...(field.optionLabels === undefined ? {} : { optionLabels: [...field.optionLabels] }),
    ...(field.otherPicklist === undefined ? {} : { otherPicklist: [...field.otherPicklist] }),
    ...(field.defaultValue === undefined ? {} : { defaultValue: field.defaultValue }),
    ...(field.dependsOn === undefined ? {} : { dependsOn: writtenDependency(field.dependsOn) }),
    ...(field.restricted ? { restricted: true } : {}),
    ...(field.unique ? { unique: true } : {}),
    ...(field.externalId ? { externalId: true } : {}),
    ...(field.references === null
      ? {}
      : { references: { ...field.references, objects: [...field.references.objects] } }),
    ...(synonyms.length === 0 ? {} : { synonyms }),
    ...(field.note === null ? {} : { note: field.note }),
    ...(field.group === null ? {} : { group: field.group }),
  };
}

function writtenDependency({ field, allowed }: PicklistDependency): NonNullable<WrittenField['dependsOn']> {
  return { field, allowed: allowed.map(({ when, values }) => ({ when, values: [...values] })) };
}

/** The object as it is written, without working fields. */
export function writeObject({ uniqueTogether, ...object }: TargetObject): WrittenObject {
  return {
    ...object,
    ...(uniqueTogether === undefined ? {} : { uniqueTogether: uniqueTogether.map((fields) => [...fields]) }),
    fields: object.fields.filter((field) => !field.working).map((field) => writeField(object.name, field)),
  };
}

/** The system as it is written, without working fields. */
export function writeTarget(system: TargetSystem): WrittenTarget {
  return {
    ...system,
    loaders: system.loaders.map(({ notes, objects, ...rest }) => ({
      ...rest,
      ...(objects === undefined ? {} : { objects: [...objects] }),
      notes: [...notes],
    })),
    errors: system.errors.map((error) => ({ ...error })),
    objects: system.objects.map(writeObject),
  };
}

/** The system with its objects in load order; equal places keep their order. */
export function inLoadOrder(system: TargetSystem): TargetSystem {
  const objects = system.objects
    .map((object, index) => ({ object, index }))
    .sort((a, b) => a.object.loadOrder - b.object.loadOrder || a.index - b.index)
    .map(({ object }) => object);
  return { ...system, objects };
}
