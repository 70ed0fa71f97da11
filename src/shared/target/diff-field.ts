import { canonicalJson } from '../base/canonical';
import { countText } from '../profile/text';
import type { ChangeKind, ProfileChange } from './diff';
import type { FieldType, TargetField, TargetObject } from './types';

/** Most values named in a sentence. */
const NAMED = 5;

/** Types whose values fit into the second without a change. */
const WIDENS: ReadonlyMap<FieldType, readonly FieldType[]> = new Map([
  ['text', ['textarea']],
  ['phone', ['text', 'textarea']],
  ['email', ['text', 'textarea']],
  ['url', ['text', 'textarea']],
  ['picklist', ['text', 'textarea']],
  ['integer', ['number']],
]);

/** What differs between two versions of one field, in a fixed order. */
export function diffField(object: TargetObject, before: TargetField, after: TargetField): ProfileChange[] {
  const changes: ProfileChange[] = [];
  const add = (kind: ChangeKind, tighter: boolean, words: string, values: readonly string[] = []): void => {
    const sentence = `${object.label} · ${after.label} ${words}`;
    changes.push({ object: object.name, field: after.api, kind, sentence, tighter, values });
  };
  if (before.type !== after.type) {
    const wider = WIDENS.get(before.type)?.includes(after.type) ?? false;
    add('retyped', !wider, `was ${before.type} and is ${after.type} now.`);
  }
  diffSize(before, after, add);
  const mustBefore = before.required || before.requiredGroup !== null;
  const mustAfter = after.required || after.requiredGroup !== null;
  if (!mustBefore && mustAfter) add('newlyRequired', after.required, requiredWords(after));
  if (mustBefore && !mustAfter) add('noLongerRequired', false, 'may be empty now.');
  if (!before.required && after.required && mustBefore) add('newlyRequired', true, 'must be filled now.');
  diffPicklist(before, after, add);
  if (canonicalJson(before.dependsOn ?? null) !== canonicalJson(after.dependsOn ?? null))
    add('dependency', after.dependsOn !== undefined, dependencyWords(after));
  if (!before.unique && after.unique) add('unique', true, 'must be unique now.');
  if (before.unique && !after.unique) add('notUnique', false, 'need not be unique any more.');
  const from = (before.references?.objects ?? []).join(', ');
  const to = (after.references?.objects ?? []).join(', ');
  if (from !== to)
    add('pointsElsewhere', true, `pointed to ${from || 'nothing'} and points to ${to || 'nothing'} now.`);
  if (before.label !== after.label) add('relabelled', false, `was called ${before.label}.`);
  return changes;
}

type Add = (kind: ChangeKind, tighter: boolean, words: string, values?: readonly string[]) => void;

/** Lengths and digits; none at all counts as room without end. */
function diffSize(before: TargetField, after: TargetField, add: Add): void {
  const length = (field: TargetField) => field.maxLength ?? Number.POSITIVE_INFINITY;
  const whole = (field: TargetField) =>
    field.precision === null ? Number.POSITIVE_INFINITY : field.precision - (field.scale ?? 0);
  const sizes = [
    { from: length(before), to: length(after), unit: 'characters' },
    { from: whole(before), to: whole(after), unit: 'digits before the point' },
  ];
  for (const { from, to, unit } of sizes) {
    if (to < from)
      add('shortened', true, `takes ${to} ${unit} now${Number.isFinite(from) ? ` instead of ${from}` : ''}.`);
    if (to > from)
      add('lengthened', false, `takes ${Number.isFinite(to) ? to : 'any number of'} ${unit} now.`);
  }
}

function diffPicklist(before: TargetField, after: TargetField, add: Add): void {
  const old = new Set(before.picklist);
  const now = new Set(after.picklist);
  const gone = before.picklist.filter((value) => !now.has(value));
  const fresh = after.picklist.filter((value) => !old.has(value));
  if (after.picklist.length > 0 && before.picklist.length === 0)
    add('valuesGone', true, `takes only values of a list now: ${listed(after.picklist)}.`);
  else if (after.picklist.length > 0 && gone.length > 0)
    add('valuesGone', true, `has lost ${counted(gone)}: ${listed(gone)}.`, gone);
  if (before.picklist.length > 0 && after.picklist.length === 0)
    add('valuesAdded', false, 'takes any value now.');
  else if (before.picklist.length > 0 && fresh.length > 0)
    add('valuesAdded', false, `has ${counted(fresh)} more: ${listed(fresh)}.`, fresh);
  if (!before.restricted && after.restricted)
    add('restricted', true, 'refuses values that are not in its list now.');
  if (before.restricted && !after.restricted)
    add('unrestricted', false, 'takes values that are not in its list now.');
}

function requiredWords(field: TargetField): string {
  if (field.required) return 'must be filled now.';
  return `or another of ${(field.requiredGroup ?? '').split('|').join(', ')} must be filled now.`;
}

function dependencyWords({ dependsOn }: TargetField): string {
  return dependsOn
    ? `shows other values than before for each value of ${dependsOn.field}.`
    : 'depends on no other field any more.';
}

function counted(values: readonly string[]): string {
  return values.length === 1 ? '1 value' : `${countText(values.length)} values`;
}

function listed(values: readonly string[]): string {
  const named = values.slice(0, NAMED).join(', ');
  return values.length > NAMED ? `${named} and ${countText(values.length - NAMED)} more` : named;
}
