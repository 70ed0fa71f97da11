import { ok, type Result } from '../../base/result';
import { parseWrittenTarget } from '../catalogue';
import { freeStem } from '../edit';
import { addressGroup } from '../field-meaning';
import type { TargetField, TargetObject, TargetSystem } from '../types';
import { inLoadOrder, readTarget, writeTarget } from '../written';
import { keepingList, withList } from './found-field';
import { linkOf } from './link';
import type { Found, FoundField, FoundObject } from './types';

/**
 * What an organisation says of its own CRM, laid over the catalogue of the same system: the dialect, the loaders and the
 * error codes stay, objects and fields are replaced or added. Error `TARGET_INVALID` when the result would be no catalogue.
 */
export function overlay(
  base: TargetSystem,
  found: Found,
): Result<{ readonly system: TargetSystem; readonly notes: readonly string[] }> {
  const notes = [...found.notes];
  const before = new Map(base.objects.map((object) => [object.name, object]));
  const names = new Set([...before.keys(), ...found.objects.map((object) => object.name)]);
  const objects = new Map(before);
  for (const item of found.objects) {
    const known = objects.get(item.name) ?? null;
    const system = { ...base, objects: [...objects.values()] };
    objects.set(item.name, laidOver(item, known ?? emptyObject(system, item), system, names, notes));
    if (known === null) notes.push(`${item.name} is not in the built-in catalogue; it is loaded last.`);
  }
  const system = inLoadOrder({ ...base, objects: [...objects.values()] });
  const checked = parseWrittenTarget(writeTarget(system));
  return checked.ok ? ok({ system: readTarget(checked.value), notes }) : checked;
}

/** An object nobody knew before: no fields yet, loaded behind all others. */
function emptyObject(system: TargetSystem, found: FoundObject): TargetObject {
  return {
    name: found.name,
    label: found.label ?? found.name,
    labelPlural: found.labelPlural ?? found.label ?? found.name,
    loadOrder: Math.max(0, ...system.objects.map((object) => object.loadOrder)) + 1,
    fileStem: freeStem(system, found.name),
    legacyKeyField: system.objects[0]?.legacyKeyField ?? 'legacy_id',
    fields: [],
  };
}

function laidOver(
  found: FoundObject,
  known: TargetObject,
  system: TargetSystem,
  names: ReadonlySet<string>,
  notes: string[],
): TargetObject {
  const fresh = new Map(found.fields.map((item) => [item.field.api, item]));
  const kept: TargetField[] = [];
  for (const field of known.fields) {
    const item = fresh.get(field.api);
    fresh.delete(field.api);
    if (item) kept.push(merged(item, field, known.name, system, names));
    else if (!found.complete || field.api === known.legacyKeyField || isAssociation(field)) kept.push(field);
  }
  for (const item of fresh.values()) kept.push(merged(item, null, known.name, system, names));
  const hasKey = found.fields.some((item) => item.field.api === known.legacyKeyField);
  if (found.complete && !hasKey)
    notes.push(
      `${known.label} has no field “${known.legacyKeyField}” yet: the implementer must create it (text, unique) before the load.`,
    );
  const fields = withKey(kept, known, system);
  const members = new Set(fields.map((field) => field.api));
  return {
    ...known,
    label: found.label ?? known.label,
    labelPlural: found.labelPlural ?? known.labelPlural,
    fields: fields.map(({ dependsOn, ...field }) => ({
      ...field,
      requiredGroup: groupOf(field.requiredGroup, members),
      ...(dependsOn && members.has(dependsOn.field) ? { dependsOn } : {}),
    })),
  };
}

/** The legacy key field first; taken from another object of the system where this one is new. */
function withKey(
  fields: readonly TargetField[],
  known: TargetObject,
  system: TargetSystem,
): readonly TargetField[] {
  const own = fields.find((field) => field.api === known.legacyKeyField);
  const model = system.objects
    .flatMap((object) => object.fields)
    .find((field) => field.api === known.legacyKeyField);
  const key = own ?? model;
  if (!key) return fields;
  // Whatever the file says, links go by this key: it is text and unique.
  const asKey: TargetField = { ...key, type: 'text', unique: true, references: null };
  return [asKey, ...fields.filter((field) => field !== own)];
}

/** What the organisation says, and from the catalogue what no metadata tells: remarks, groups, one-of rules. */
function merged(
  found: FoundField,
  known: TargetField | null,
  object: string,
  system: TargetSystem,
  names: ReadonlySet<string>,
): TargetField {
  const { field } = found;
  const group = known?.group ?? addressGroup(object, field.api);
  if (known && !found.typed)
    return {
      ...(field.picklist.length > 0 ? withList(known, field) : known),
      label: field.label === field.api ? known.label : field.label,
      required: field.required || known.required,
    };
  const listed = field.type === 'picklist' || field.type === 'multiselect';
  const keepsList = listed && field.picklist.length === 0 && known !== null && known.picklist.length > 0;
  const base: TargetField = {
    ...(keepsList ? keepingList(field, known) : field),
    requiredGroup: known?.requiredGroup ?? null,
    note: field.note ?? known?.note ?? null,
    group,
  };
  return linkOf(base, found.link, known, object, system, names);
}

/** HubSpot's links are columns of their own, which no list of properties names. */
function isAssociation(field: TargetField): boolean {
  return field.api.endsWith('_association');
}

function groupOf(group: string | null, members: ReadonlySet<string>): string | null {
  const left = (group ?? '').split('|').filter((member) => members.has(member));
  return left.length > 1 ? left.join('|') : null;
}
