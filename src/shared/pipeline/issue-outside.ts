import { isUserField } from '../mapping/owners';
import type { TargetUser } from '../mapping/users';
import type { TargetField, TargetObject } from '../target/types';
import { type Outside, recordsSharingName, usersByName } from '../validate/outside';
import type { MappedObject } from './mapped-objects';
import { markOf } from './mark-of';
import type { Model } from './model';
import type { RecordStages } from './record-stages';

/**
 * What lies outside the records of an object and is looked at when they are checked: the users of the target, and the
 * names of parents where the loader links by name.
 */

/** A mapped parent that a field links to by name, and the field its name stands in. */
interface NamedParent {
  readonly parent: MappedObject;
  readonly name: TargetField;
}

/** Parents a field links to by name; empty where the target links by key. */
export function namedParents(model: Model, field: TargetField): readonly NamedParent[] {
  const byName = field.references?.byName;
  if (!byName) return [];
  return model.objects.flatMap((parent) => {
    const name = parent.object.fields.find(({ api }) => api === byName.field);
    return name && field.references?.objects.includes(parent.object.name) ? [{ parent, name }] : [];
  });
}

/** Parents that any mapped field of an object links to by name. */
export function allNamedParents(model: Model, { object, mappings }: MappedObject): readonly NamedParent[] {
  const filled = new Set(mappings.flatMap((mapping) => mapping.fields.map((item) => item.field)));
  return object.fields
    .filter((field) => filled.has(field.api))
    .flatMap((field) => namedParents(model, field));
}

const known = new WeakMap<readonly TargetUser[], Outside['users']>();

/** Covers the list of users for checks of this field; null for fields that name none, and while there is no list. */
export function usersMark(model: Model, field: TargetField): string | null {
  const { users } = model.state;
  return users.length === 0 || !isUserField(field) ? null : markOf(users, () => users);
}

/** Covers the list of users for checks of an object. */
export function usersMarkOf(model: Model, object: TargetObject): string | null {
  const field = object.fields.find(isUserField);
  return field ? usersMark(model, field) : null;
}

function usersOf({ users }: Model['state']): Outside['users'] {
  const found = known.get(users) ?? usersByName(users);
  known.set(users, found);
  return found;
}

/** What lies outside the records as mapped. Of the parents only the names are mapped. */
export async function outsideRecords(
  model: Model,
  stages: RecordStages,
  mapped: MappedObject,
): Promise<Outside> {
  return outside(model, mapped, async ({ parent, name }) => {
    const column = await stages.filled(parent, name);
    return column ? recordsSharingName(column) : null;
  });
}

/** What lies outside the golden records: parents that were merged into one no longer share a name. */
export async function outsideGolden(model: Model, mapped: MappedObject): Promise<Outside> {
  return outside(model, mapped, async ({ parent, name }) => {
    const { records, goldenOf } = await model.golden(parent.object.name);
    const column = records.columns.find((item) => item.name === name.api);
    if (!column) return null;
    const shared = recordsSharingName(column);
    return Uint8Array.from(goldenOf, (golden) => shared[golden]!);
  });
}

async function outside(
  model: Model,
  mapped: MappedObject,
  sharing: (parent: NamedParent) => Promise<Uint8Array | null>,
): Promise<Outside> {
  const names = new Map<string, Uint8Array>();
  for (const item of allNamedParents(model, mapped)) {
    const key = nameKey(item.parent.object.name, item.name.api);
    const shared = names.has(key) ? null : await sharing(item);
    if (shared) names.set(key, shared);
  }
  return {
    users: usersOf(model.state),
    sharedNames: (object, field) => names.get(nameKey(object, field)) ?? null,
  };
}

function nameKey(object: string, field: string): string {
  return JSON.stringify([object, field]);
}
