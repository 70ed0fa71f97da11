import { z } from 'zod';
import { LIMITS } from '../schema';
import type { FieldType, TargetField } from '../types';
import { dependencyOf, positionsIn } from './dependency';
import { fieldOf, hasLength } from './found-field';
import { isNoRecordObject, objectsLeftOut } from './no-record-objects';
import type { Found, FoundField, FoundObject } from './types';

/**
 * Salesforce `describe` results: one object (`GET …/sobjects/Account/describe`), a list of them, or what the command
 * line tools wrap around them (`{ result: … }`, `{ sobjects: […] }`). Field types: Object Reference, "Field Types".
 */

const describedField = z.object({
  name: z.string().min(1).max(200),
  label: z.string().nullish(),
  type: z.string(),
  length: z.number().nullish(),
  precision: z.number().nullish(),
  scale: z.number().nullish(),
  digits: z.number().nullish(),
  nillable: z.boolean().nullish(),
  createable: z.boolean().nullish(),
  defaultedOnCreate: z.boolean().nullish(),
  calculated: z.boolean().nullish(),
  autoNumber: z.boolean().nullish(),
  deprecatedAndHidden: z.boolean().nullish(),
  restrictedPicklist: z.boolean().nullish(),
  dependentPicklist: z.boolean().nullish(),
  controllerName: z.string().nullish(),
  unique: z.boolean().nullish(),
  externalId: z.boolean().nullish(),
  referenceTo: z.array(z.string()).nullish(),
  relationshipName: z.string().nullish(),
  inlineHelpText: z.string().nullish(),
  picklistValues: z
    .array(
      z.object({
        value: z.string(),
        label: z.string().nullish(),
        active: z.boolean().nullish(),
        defaultValue: z.boolean().nullish(),
        validFor: z.string().nullish(),
      }),
    )
    .nullish(),
});
const describedObject = z.object({
  name: z.string().min(1).max(200),
  label: z.string().nullish(),
  labelPlural: z.string().nullish(),
  createable: z.boolean().nullish(),
  customSetting: z.boolean().nullish(),
  fields: z.array(z.unknown()),
});

type DescribedField = z.infer<typeof describedField>;

/** Salesforce's type names; those that are left out cannot stand in a load file. */
export const SALESFORCE_TYPES: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['string', 'text'],
  ['encryptedstring', 'text'],
  ['combobox', 'text'],
  ['textarea', 'textarea'],
  ['picklist', 'picklist'],
  ['multipicklist', 'multiselect'],
  ['reference', 'lookup'],
  ['currency', 'currency'],
  ['int', 'integer'],
  ['long', 'integer'],
  ['double', 'number'],
  ['percent', 'percent'],
  ['date', 'date'],
  ['datetime', 'datetime'],
  ['time', 'time'],
  ['boolean', 'boolean'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['url', 'url'],
  ['id', 'id'],
]);

/** Parts of a record that Salesforce puts together from other fields, or keeps elsewhere. */
const SILENT = new Set(['address', 'location', 'base64', 'id']);

/** Objects with their fields in any of the shapes; null when this is something else. */
export function describedObjects(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json.some(isDescribed) ? json : null;
  if (typeof json !== 'object' || json === null) return null;
  if (isDescribed(json)) return [json];
  for (const key of ['result', 'sobjects', 'results', 'value']) {
    const inner: unknown = Object.hasOwn(json, key) ? Reflect.get(json, key) : undefined;
    if (inner === undefined) continue;
    const found = describedObjects(inner);
    if (found) return found;
  }
  return null;
}

function isDescribed(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('name' in json) || !('fields' in json)) return false;
  const { fields } = json;
  return (
    Array.isArray(fields) &&
    fields.some((field: unknown) => typeof field === 'object' && field !== null && 'nillable' in field)
  );
}

/** What the describe results say. */
export function readDescribe(objects: readonly unknown[]): Found {
  const notes: string[] = [];
  const found: FoundObject[] = [];
  const silent: string[] = [];
  for (const item of objects) {
    const parsed = describedObject.safeParse(item);
    if (!parsed.success) {
      notes.push('One of the described objects has no name or no fields and was left out.');
      continue;
    }
    const { name, label, labelPlural, fields, createable, customSetting } = parsed.data;
    if (createable === false || customSetting || isNoRecordObject(name)) {
      silent.push(name);
      continue;
    }
    if (found.length === LIMITS.objects) {
      notes.push(`Only the first ${LIMITS.objects} objects were read.`);
      break;
    }
    const unknown: string[] = [];
    const described = fields.map((field) => describedField.safeParse(field).data ?? null);
    const controllers = controllingValues(described);
    const read = described.flatMap((facts) => readField(facts, unknown, controllers) ?? []);
    if (unknown.length > 0) notes.push(leftOut(name, unknown));
    found.push({
      name,
      label: label ?? null,
      labelPlural: labelPlural ?? null,
      fields: read,
      complete: true,
    });
  }
  const note = objectsLeftOut(silent);
  return { objects: found, notes: note === null ? notes : [...notes, note] };
}

type Controllers = ReadonlyMap<string, readonly string[]>;

/** The values of every field another list may depend on, the inactive ones too: `validFor` counts them all. */
function controllingValues(fields: readonly (DescribedField | null)[]): Controllers {
  const values = new Map<string, readonly string[]>();
  for (const facts of fields) {
    if (facts === null) continue;
    const { name, type, picklistValues } = facts;
    if (type.toLowerCase() === 'boolean') values.set(name, ['false', 'true']);
    else if (picklistValues)
      values.set(
        name,
        picklistValues.map(({ value }) => value),
      );
  }
  return values;
}

function readField(
  facts: DescribedField | null,
  unknown: string[],
  controllers: Controllers,
): FoundField | null {
  if (facts === null) {
    unknown.push('a field without a name or type');
    return null;
  }
  if (facts.createable === false || facts.calculated || facts.autoNumber || facts.deprecatedAndHidden)
    return null;
  const type = SALESFORCE_TYPES.get(facts.type.toLowerCase());
  if (type === undefined || type === 'id') {
    if (!SILENT.has(facts.type.toLowerCase())) unknown.push(`${facts.name} (${facts.type})`);
    return null;
  }
  return { field: fieldFrom(facts, type, controllers), link: linkFrom(facts), typed: true };
}

function fieldFrom(facts: DescribedField, type: FieldType, controllers: Controllers): FoundField['field'] {
  const active = (facts.picklistValues ?? []).filter((value) => value.active !== false);
  const isNumber = ['number', 'currency', 'percent', 'integer'].includes(type);
  const first = active.find((value) => value.defaultValue)?.value;
  return fieldOf({
    api: facts.name,
    label: facts.label ?? facts.name,
    type,
    maxLength: hasLength(type) ? (facts.length ?? null) : null,
    precision: isNumber ? facts.precision || facts.digits || null : null,
    scale: isNumber ? (facts.scale ?? 0) : null,
    required: facts.nillable === false && facts.defaultedOnCreate !== true && type !== 'boolean',
    picklist: type === 'picklist' || type === 'multiselect' ? active.map(({ value }) => value) : [],
    optionLabels: active.map(({ value, label }) => label ?? value),
    ...(first === undefined ? {} : { defaultValue: first }),
    ...dependsOn(facts, active, controllers),
    restricted: facts.restrictedPicklist ?? false,
    unique: facts.unique ?? false,
    externalId: facts.externalId ?? false,
    note: facts.inlineHelpText ?? null,
  });
}

function dependsOn(
  facts: DescribedField,
  active: NonNullable<DescribedField['picklistValues']>,
  controllers: Controllers,
): Pick<TargetField, 'dependsOn'> {
  const field = facts.controllerName;
  const known = field == null ? undefined : controllers.get(field);
  if (!facts.dependentPicklist || field == null || !known) return {};
  const values = active.map(({ value, validFor }) => ({
    value,
    controlledBy: positionsIn(validFor ?? '').flatMap((at) => known[at] ?? []),
  }));
  return { dependsOn: dependencyOf(field, known, values) };
}

function linkFrom(facts: DescribedField): FoundField['link'] {
  if (!facts.referenceTo || facts.referenceTo.length === 0) return null;
  return { objects: facts.referenceTo, relationship: facts.relationshipName ?? null, header: null };
}

/** One sentence about fields that cannot be loaded. */
export function leftOut(object: string, names: readonly string[]): string {
  const some = names.slice(0, 8).join(', ');
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return `${object}: left out because Winnow cannot load this kind of field: ${some}${more}.`;
}
