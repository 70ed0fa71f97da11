import { z } from 'zod';
import type { FieldType } from '../types';
import { fieldOf, shortText } from './found-field';
import { leftOut } from './salesforce-describe';
import type { Found, FoundField } from './types';

/** HubSpot properties as the API gives them (`GET /crm/v3/properties/{object}`: `{ results: […] }`), or the list alone. */

const property = z.object({
  name: z.string().min(1).max(200),
  label: z.string().nullish(),
  type: z.string(),
  fieldType: z.string().nullish(),
  description: z.string().nullish(),
  hidden: z.boolean().nullish(),
  calculated: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  hasUniqueValue: z.boolean().nullish(),
  referencedObjectType: z.string().nullish(),
  modificationMetadata: z.object({ readOnlyValue: z.boolean().nullish() }).nullish(),
  options: z
    .array(z.object({ value: z.string(), label: z.string().nullish(), hidden: z.boolean().nullish() }))
    .nullish(),
});

type Property = z.infer<typeof property>;

/** HubSpot's types with the way they are shown; unknown ones are left out. */
function typeOf({ name, type, fieldType, referencedObjectType }: Property): FieldType | null {
  if (fieldType === 'phonenumber') return 'phone';
  if (name === 'email') return 'email';
  if (referencedObjectType === 'OWNER') return 'lookup';
  switch (type) {
    case 'string':
    case 'phone_number':
      return fieldType === 'textarea' || fieldType === 'html' ? 'textarea' : 'text';
    case 'enumeration':
      if (fieldType === 'booleancheckbox') return 'boolean';
      return fieldType === 'checkbox' ? 'multiselect' : 'picklist';
    case 'bool':
      return 'boolean';
    case 'number':
      return 'number';
    case 'date':
      return 'date';
    case 'datetime':
      return 'datetime';
    default:
      return null;
  }
}

/** The properties in the JSON; null when this is something else. */
export function hubspotProperties(json: unknown): readonly unknown[] | null {
  const given: unknown = typeof json === 'object' && json !== null && 'results' in json ? json.results : json;
  if (!Array.isArray(given)) return null;
  const list = given.flatMap((item: unknown) => membersOf(item) ?? [item]);
  const isProperty = (item: unknown): boolean =>
    typeof item === 'object' && item !== null && 'name' in item && 'fieldType' in item && 'type' in item;
  return list.some(isProperty) ? list : null;
}

/** The properties inside a group of them, as the older answers list them; null for anything else. */
function membersOf(item: unknown): readonly unknown[] | null {
  const members: unknown =
    typeof item === 'object' && item !== null && 'properties' in item ? item.properties : null;
  return Array.isArray(members) ? members : null;
}

/** What the properties say of one object. Those HubSpot writes itself are left out. */
export function readProperties(object: string, properties: readonly unknown[]): Found {
  const unknown: string[] = [];
  const fields = properties.flatMap((item) => readProperty(item, unknown) ?? []);
  return {
    objects: [{ name: object, label: null, labelPlural: null, fields, complete: true }],
    notes: unknown.length > 0 ? [leftOut(object, unknown)] : [],
  };
}

function readProperty(json: unknown, unknown: string[]): FoundField | null {
  const parsed = property.safeParse(json);
  if (!parsed.success) {
    unknown.push('a property without a name or type');
    return null;
  }
  const facts = parsed.data;
  const readOnly = facts.modificationMetadata?.readOnlyValue === true;
  if (readOnly || facts.calculated || facts.archived || facts.hidden) return null;
  const type = typeOf(facts);
  if (type === null) {
    unknown.push(`${facts.name} (${shortText(facts.type)})`);
    return null;
  }
  const options = type === 'boolean' ? [] : (facts.options ?? []).filter((option) => option.hidden !== true);
  const field = fieldOf({
    api: facts.name,
    label: facts.label ?? facts.name,
    type,
    picklist: options.map(({ value }) => value),
    optionLabels: options.map(({ value, label }) => label ?? value),
    restricted: type === 'picklist' || type === 'multiselect',
    unique: facts.hasUniqueValue ?? false,
    note: facts.description ?? null,
  });
  const link = type === 'lookup' ? { objects: ['owner'], relationship: null, header: null } : null;
  return { field, link, typed: true };
}
