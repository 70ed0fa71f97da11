import { diffField } from './diff-field';
import type { TargetField, TargetObject, TargetSystem } from './types';

/** What differs between two versions of a profile, one entry per fact. */
export interface ProfileChange {
  readonly object: string;
  /** Null when the object as a whole came or went. */
  readonly field: string | null;
  readonly kind: ChangeKind;
  /** e.g. "Account · Industry: 3 values are gone: Apparel, Banking, Retail." */
  readonly sentence: string;
  /** True when data that fitted before may be refused now. */
  readonly tighter: boolean;
  /** Values that came or went, for changes of a picklist. */
  readonly values: readonly string[];
}

export type ChangeKind =
  | 'objectAdded'
  | 'objectRemoved'
  | 'fieldAdded'
  | 'fieldRemoved'
  | 'retyped'
  | 'shortened'
  | 'lengthened'
  | 'newlyRequired'
  | 'noLongerRequired'
  | 'valuesGone'
  | 'valuesAdded'
  | 'restricted'
  | 'unrestricted'
  | 'unique'
  | 'notUnique'
  | 'pointsElsewhere'
  | 'dependency'
  | 'relabelled';

/** What of a mapping the comparison looks at; every `TableMapping` is one. */
export interface FittedMapping {
  readonly tableId: string;
  readonly object: string;
  readonly fields: readonly {
    readonly field: string;
    readonly from: { readonly kind: string; readonly value?: string };
    readonly valueMap: Readonly<Record<string, string>>;
  }[];
}

/** A mapping, or one field of it, that a new profile has no place for. */
export interface Misfit {
  readonly tableId: string;
  readonly object: string;
  /** Null when the whole object is gone. */
  readonly field: string | null;
  readonly sentence: string;
  /** True when nothing can be exported as it is; false when values have to be looked at again. */
  readonly broken: boolean;
}

/** Everything that differs from one version of a profile to the next, in the order of the newer one, removed last. */
export function diffTargets(before: TargetSystem, after: TargetSystem): readonly ProfileChange[] {
  const changes: ProfileChange[] = [];
  const old = new Map(before.objects.map((object) => [object.name, object]));
  for (const object of after.objects) {
    const earlier = old.get(object.name);
    old.delete(object.name);
    if (earlier) changes.push(...diffObject(earlier, object));
    else
      changes.push(whole(object, 'objectAdded', `${object.label} is new, with ${count(fieldsOf(object))}.`));
  }
  for (const object of old.values())
    changes.push(whole(object, 'objectRemoved', `${object.label} is gone, with ${count(fieldsOf(object))}.`));
  return changes;
}

/** Which mappings the changes break or put in doubt, in their order. */
export function mappingsThatNoLongerFit(
  changes: readonly ProfileChange[],
  mappings: readonly FittedMapping[],
): readonly Misfit[] {
  return mappings.flatMap((mapping) =>
    changes
      .filter((change) => change.object === mapping.object && change.tighter)
      .flatMap((change) => misfit(mapping, change) ?? []),
  );
}

function diffObject(before: TargetObject, after: TargetObject): ProfileChange[] {
  const old = new Map(fieldsOf(before).map((field) => [field.api, field]));
  const changes: ProfileChange[] = [];
  for (const field of fieldsOf(after)) {
    const earlier = old.get(field.api);
    old.delete(field.api);
    if (earlier) changes.push(...diffField(after, earlier, field));
    else {
      const must = field.required ? ', and must be filled' : '';
      changes.push({
        ...part(after, field, 'fieldAdded', `is new${must}.`),
        tighter: field.required,
      });
    }
  }
  for (const field of old.values())
    changes.push({ ...part(after, field, 'fieldRemoved', 'is gone.'), tighter: true });
  return changes;
}

function misfit(mapping: FittedMapping, change: ProfileChange): Misfit | null {
  const { tableId, object } = mapping;
  if (change.kind === 'objectRemoved')
    return { tableId, object, field: null, sentence: change.sentence, broken: true };
  const mapped = mapping.fields.find((item) => item.field === change.field);
  const found = (sentence: string, broken: boolean): Misfit => ({
    tableId,
    object,
    field: change.field,
    sentence,
    broken,
  });
  if (change.kind === 'newlyRequired' || change.kind === 'fieldAdded')
    return mapped ? null : found(`${change.sentence} No column fills it.`, true);
  if (!mapped) return null;
  if (change.kind === 'fieldRemoved') return found(change.sentence, true);
  if (change.kind !== 'valuesGone') return found(change.sentence, false);
  const gone = new Set(change.values);
  const used = [
    ...Object.values(mapped.valueMap),
    mapped.from.kind === 'constant' ? mapped.from.value : '',
  ].filter((value) => value !== undefined && gone.has(value));
  if (used.length === 0) return found(change.sentence, false);
  const list = [...new Set(used)].map((value) => `“${value}”`).join(', ');
  return found(`${change.sentence} The mapping still writes ${list}.`, true);
}

/** Fields a file can have; working fields are ours. */
function fieldsOf(object: TargetObject): readonly TargetField[] {
  return object.fields.filter((field) => !field.working);
}

function whole(object: TargetObject, kind: ChangeKind, sentence: string): ProfileChange {
  return { object: object.name, field: null, kind, sentence, tighter: kind === 'objectRemoved', values: [] };
}

function part(
  object: TargetObject,
  field: TargetField,
  kind: ChangeKind,
  words: string,
): Omit<ProfileChange, 'tighter'> {
  return {
    object: object.name,
    field: field.api,
    kind,
    sentence: `${object.label} · ${field.label} ${words}`,
    values: [],
  };
}

function count(fields: readonly TargetField[]): string {
  return fields.length === 1 ? '1 field' : `${fields.length} fields`;
}
