import type { EventDraft, ProjectState } from '@shared/journal/types';
import { usesProfile } from '@shared/pipeline/project-target';
import type { TargetField, TargetObject, TargetSystem } from '@shared/target/types';
import { writeObject, writeTarget } from '@shared/target/written';
import Fuse, { type IFuseOptions } from 'fuse.js';
import { formatCount, plural } from '../../base/format';
import { draft } from '../../state/drafting';

/** A field in a list, with the object it belongs to. */
export interface FieldItem {
  readonly object: TargetObject;
  readonly field: TargetField;
}

/** How fields are searched: by what people call them first, then by any header word. */
const SEARCH: IFuseOptions<FieldItem> = {
  keys: [
    { name: 'label', getFn: (item) => item.field.label, weight: 3 },
    { name: 'api', getFn: (item) => item.field.api, weight: 2 },
    { name: 'synonyms', getFn: (item) => [...item.field.synonyms], weight: 1 },
  ],
  threshold: 0.3,
  ignoreLocation: true,
};

/** The fields of an object that a file can have, in their order. */
export function fieldItems(object: TargetObject): readonly FieldItem[] {
  return object.fields.filter((field) => !field.working).map((field) => ({ object, field }));
}

/** Fields of one object, or with words to look for, of all objects, best first. */
export function findFields(system: TargetSystem, object: TargetObject, words: string): readonly FieldItem[] {
  if (words.trim() === '') return fieldItems(object);
  const fuse = new Fuse(system.objects.flatMap(fieldItems), SEARCH);
  return fuse.search(words.trim(), { limit: 200 }).map((found) => found.item);
}

/** A name for an item that no other has. */
export function itemId({ object, field }: FieldItem): string {
  return `${object.name}.${field.api}`;
}

/** "255 characters", "16 + 2 digits" with those after the point, "" where there is no limit. */
export function sizeText(field: TargetField): string {
  if (field.precision !== null)
    return field.scale
      ? `${field.precision - field.scale} + ${field.scale} digits`
      : `${field.precision} digits`;
  return field.maxLength === null ? '' : `${formatCount(field.maxLength)} characters`;
}

/** Values of a list or objects of a link, in short. */
export function takesText(field: TargetField, system: TargetSystem): string {
  if (field.references) {
    const labels = field.references.objects.map(
      (name) => system.objects.find((object) => object.name === name)?.label ?? name,
    );
    return `→ ${labels.join(', ')}`;
  }
  return field.picklist.length > 0 ? plural(field.picklist.length, 'value') : '';
}

/** One line of facts about the catalogue in use. */
export function targetFacts(system: TargetSystem, state: Pick<ProjectState, 'target' | 'profile'>): string {
  const fields = system.objects.reduce((sum, object) => sum + fieldItems(object).length, 0);
  const whose = usesProfile(state) ? 'your organisation’s own profile' : 'the built-in catalogue';
  return `${system.label}, ${whose}: ${plural(system.objects.length, 'object')} with ${plural(fields, 'field')}.`;
}

/**
 * Entries that change one object (`null` removes it). The first change makes the built-in catalogue the project's own, so
 * that the journal replays the same whatever a later version of Winnow has built in.
 */
export function objectDrafts(
  state: Pick<ProjectState, 'target' | 'profile'>,
  system: TargetSystem,
  object: TargetObject | null,
  replaces: string | null,
): readonly EventDraft[] {
  const change = draft('target.object', object?.label ?? replaces ?? '', {
    object: object === null ? null : writeObject(object),
    replaces,
  });
  if (usesProfile(state)) return [change];
  return [draft('target.profile', system.label, { profile: writeTarget(system) }), change];
}

/** Entries that take a profile over; the target follows when it is of another system. */
export function profileDrafts(
  state: Pick<ProjectState, 'target'>,
  system: TargetSystem,
): readonly EventDraft[] {
  const take = draft('target.profile', system.label, { profile: writeTarget(system) });
  if (state.target?.system === system.system) return [take];
  const loader = system.loaders[0]?.id ?? '';
  return [take, draft('target.set', system.label, { system: system.system, loader })];
}
