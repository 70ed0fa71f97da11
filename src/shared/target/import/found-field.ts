import { LIMITS } from '../schema';
import type { FieldType, TargetField } from '../types';

/** Shortest useful description of a field; what is left out is empty. */
export type FieldFacts = Pick<TargetField, 'api' | 'label' | 'type'> & Partial<Omit<TargetField, 'working'>>;

/** A field of a profile from facts of a file: texts within limits, digits that make sense, values without repeats. */
export function fieldOf(facts: FieldFacts): TargetField {
  const { optionLabels, defaultValue } = facts;
  const options = distinctOptions(facts.picklist ?? [], optionLabels ?? []);
  const keepsDefault =
    defaultValue !== undefined &&
    defaultValue !== '' &&
    (options.values.length === 0 || options.values.includes(defaultValue));
  return {
    api: facts.api,
    label: shortText(facts.label) || facts.api,
    type: facts.type,
    maxLength: positive(facts.maxLength),
    ...digitsOf(facts),
    required: facts.required ?? false,
    requiredGroup: facts.requiredGroup ?? null,
    picklist: options.values,
    ...(options.labels ? { optionLabels: options.labels } : {}),
    ...(facts.dependsOn && facts.dependsOn.allowed.length > 0 ? { dependsOn: facts.dependsOn } : {}),
    ...(keepsDefault ? { defaultValue: shortText(defaultValue) } : {}),
    restricted: facts.restricted ?? false,
    unique: facts.unique ?? false,
    ...(facts.externalId ? { externalId: true } : {}),
    references: facts.references ?? null,
    synonyms: [],
    note: facts.note == null || facts.note.trim() === '' ? null : facts.note.trim().slice(0, LIMITS.note),
    group: facts.group ?? null,
    working: false,
  };
}

/**
 * A field with the values of another: their labels and the one that is filled in come along, and nothing stays that belonged
 * to the values before.
 */
export function withList(field: TargetField, list: TargetField): TargetField {
  const { otherPicklist: _other, optionLabels: _labels, defaultValue: _default, ...rest } = field;
  const { picklist, optionLabels, defaultValue } = list;
  return {
    ...rest,
    picklist,
    ...(optionLabels ? { optionLabels } : {}),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

/** A field described without its values, with those known before; the default it names itself counts where it is one of them. */
export function keepingList(field: TargetField, known: TargetField): TargetField {
  const kept = withList(field, known);
  const { defaultValue } = field;
  return defaultValue !== undefined && kept.picklist.includes(defaultValue)
    ? { ...kept, defaultValue }
    : kept;
}

/** Text that fits into a catalogue, on one line. */
export function shortText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LIMITS.text);
}

/** Whether a field of that type has a length in characters. */
export function hasLength(type: FieldType): boolean {
  return ['text', 'textarea', 'picklist', 'multiselect', 'phone', 'email', 'url', 'address'].includes(type);
}

function positive(size: number | null | undefined): number | null {
  return size == null || !Number.isInteger(size) || size < 1 || size > 2_000_000_000 ? null : size;
}

function digitsOf(facts: FieldFacts): Pick<TargetField, 'precision' | 'scale'> {
  const precision = positive(facts.precision);
  const scale = facts.scale ?? null;
  if (precision === null || precision > 38) return { precision: null, scale: null };
  if (scale === null || !Number.isInteger(scale) || scale < 0 || scale > precision)
    return { precision, scale: 0 };
  return { precision, scale };
}

/** Values once each, in order, with their labels; no labels when they say nothing more. */
function distinctOptions(
  values: readonly string[],
  labels: readonly string[],
): { readonly values: readonly string[]; readonly labels: readonly string[] | null } {
  const known = new Map<string, string>();
  for (const [index, value] of values.entries()) {
    const text = value.trim().slice(0, LIMITS.text);
    if (text !== '' && !known.has(text)) known.set(text, shortText(labels[index] ?? '') || text);
  }
  const kept = [...known.keys()];
  const named = kept.some((value) => known.get(value) !== value);
  return { values: kept, labels: named ? [...known.values()] : null };
}
