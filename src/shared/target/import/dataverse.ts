import { z } from 'zod';
import { LIMITS } from '../schema';
import type { FieldType, PicklistDependency } from '../types';
import { dependencyOf } from './dependency';
import { fieldOf, hasLength } from './found-field';
import { leftOut } from './salesforce-describe';
import type { Found, FoundField, FoundObject } from './types';

/**
 * Dataverse metadata as the Web API gives it: one table (`EntityDefinitions(LogicalName='account')?$expand=Attributes`),
 * several (`{ value: […] }`), or a list of attributes. Kinds of attributes: "AttributeTypeCode" of the SDK.
 */

const label = z.object({ UserLocalizedLabel: z.object({ Label: z.string().nullish() }).nullish() }).nullish();
const optionSet = z
  .object({
    Options: z
      .array(z.object({ Value: z.number().nullish(), State: z.number().nullish(), Label: label }))
      .nullish(),
  })
  .nullish();
const attribute = z.object({
  LogicalName: z.string().min(1).max(200),
  EntityLogicalName: z.string().max(200).nullish(),
  AttributeType: z.string().nullish(),
  AttributeTypeName: z.object({ Value: z.string().nullish() }).nullish(),
  AttributeOf: z.string().nullish(),
  DisplayName: label,
  Description: label,
  RequiredLevel: z.object({ Value: z.string().nullish() }).nullish(),
  IsValidForCreate: z.boolean().nullish(),
  IsPrimaryId: z.boolean().nullish(),
  MaxLength: z.number().nullish(),
  Precision: z.number().nullish(),
  FormatName: z.object({ Value: z.string().nullish() }).nullish(),
  Format: z.string().nullish(),
  Targets: z.array(z.string()).nullish(),
  OptionSet: optionSet,
  GlobalOptionSet: optionSet,
});
const entity = z.object({
  LogicalName: z.string().min(1).max(200),
  DisplayName: label,
  DisplayCollectionName: label,
  Attributes: z.array(z.unknown()),
});

type Attribute = z.infer<typeof attribute>;

const TYPES: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['String', 'text'],
  ['Memo', 'textarea'],
  ['Picklist', 'picklist'],
  ['State', 'picklist'],
  ['Status', 'picklist'],
  ['MultiSelectPicklist', 'multiselect'],
  ['Lookup', 'lookup'],
  ['Customer', 'lookup'],
  ['Owner', 'lookup'],
  ['Money', 'currency'],
  ['Integer', 'integer'],
  ['BigInt', 'integer'],
  ['Double', 'number'],
  ['Decimal', 'number'],
  ['DateTime', 'datetime'],
  ['Boolean', 'boolean'],
]);

/** Kinds that no load file carries. */
const SILENT = new Set([
  'Virtual',
  'EntityName',
  'Uniqueidentifier',
  'CalendarRules',
  'ManagedProperty',
  'PartyList',
]);

const FORMATS: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['email', 'email'],
  ['url', 'url'],
  ['phone', 'phone'],
  ['textarea', 'textarea'],
]);

/** Tables in the JSON; null when this is something else. Attributes alone are put under the table they name. */
export function dataverseTables(json: unknown): readonly unknown[] | null {
  if (typeof json !== 'object' || json === null) return null;
  if ('LogicalName' in json && 'Attributes' in json) return [json];
  const list: unknown = Array.isArray(json) ? json : 'value' in json ? json.value : null;
  if (!Array.isArray(list)) return null;
  const has = (item: unknown, key: string): boolean =>
    typeof item === 'object' && item !== null && Object.hasOwn(item, key);
  if (list.some((item) => has(item, 'LogicalName') && has(item, 'Attributes')))
    return list.filter((item) => has(item, 'Attributes'));
  if (!list.some((item) => has(item, 'LogicalName') && has(item, 'EntityLogicalName'))) return null;
  const tables = new Map<string, unknown[]>();
  for (const item of list) {
    const parsed = attribute.safeParse(item);
    const table = parsed.success ? parsed.data.EntityLogicalName : null;
    if (table) tables.set(table, [...(tables.get(table) ?? []), item]);
  }
  return [...tables].map(([LogicalName, Attributes]) => ({ LogicalName, Attributes }));
}

/** What the metadata says. Columns that cannot be written on create are left out. */
export function readDataverse(tables: readonly unknown[]): Found {
  const notes: string[] = [];
  const objects: FoundObject[] = [];
  for (const item of tables.slice(0, LIMITS.objects)) {
    const parsed = entity.safeParse(item);
    if (!parsed.success) {
      notes.push('One of the tables has no name or no attributes and was left out.');
      continue;
    }
    const { LogicalName: name, DisplayName, DisplayCollectionName, Attributes } = parsed.data;
    const unknown: string[] = [];
    const states = stateLabels(Attributes);
    const fields = Attributes.flatMap((field) => readAttribute(field, unknown, states) ?? []);
    if (unknown.length > 0) notes.push(leftOut(name, unknown));
    objects.push({
      name,
      label: DisplayName?.UserLocalizedLabel?.Label ?? null,
      labelPlural: DisplayCollectionName?.UserLocalizedLabel?.Label ?? null,
      fields,
      complete: true,
    });
  }
  return { objects, notes };
}

/** The column that says whether a row is active, and what its numbers are called; null when it is not described. */
interface States {
  readonly field: string;
  readonly labelOf: ReadonlyMap<number, string>;
}

/** Each reason for a status belongs to one state: the only lists in Dataverse metadata that depend on each other. */
function stateLabels(attributes: readonly unknown[]): States | null {
  for (const json of attributes) {
    const parsed = attribute.safeParse(json);
    if (!parsed.success || parsed.data.AttributeType !== 'State') continue;
    const labelOf = new Map<number, string>();
    for (const { Value, Label } of parsed.data.OptionSet?.Options ?? []) {
      const text = Label?.UserLocalizedLabel?.Label;
      if (Value != null && text) labelOf.set(Value, text);
    }
    return { field: parsed.data.LogicalName, labelOf };
  }
  return null;
}

function readAttribute(json: unknown, unknown: string[], states: States | null): FoundField | null {
  const parsed = attribute.safeParse(json);
  if (!parsed.success) {
    unknown.push('an attribute without a name');
    return null;
  }
  const facts = parsed.data;
  if (facts.IsValidForCreate === false || facts.IsPrimaryId || facts.AttributeOf) return null;
  const named = facts.AttributeTypeName?.Value?.replace(/Type$/, '');
  const kind = named === 'MultiSelectPicklist' ? named : (facts.AttributeType ?? named ?? '');
  const type = typeOf(facts, kind);
  if (type === null) {
    if (!SILENT.has(kind)) unknown.push(`${facts.LogicalName} (${kind || 'no type'})`);
    return null;
  }
  const link =
    type === 'lookup'
      ? { objects: facts.Targets?.length ? facts.Targets : ['systemuser'], relationship: null, header: null }
      : null;
  return { field: fieldFrom(facts, type, kind, states), link, typed: true };
}

function typeOf(facts: Attribute, kind: string): FieldType | null {
  const type = TYPES.get(kind) ?? null;
  const format = (facts.FormatName?.Value ?? facts.Format ?? '').toLowerCase();
  if (type === 'text') return FORMATS.get(format) ?? type;
  if (type === 'datetime' && format === 'dateonly') return 'date';
  return type;
}

function fieldFrom(
  facts: Attribute,
  type: FieldType,
  kind: string,
  states: States | null,
): FoundField['field'] {
  const labels = (facts.OptionSet?.Options ?? facts.GlobalOptionSet?.Options ?? []).flatMap(
    (option) => option.Label?.UserLocalizedLabel?.Label ?? [],
  );
  const level = facts.RequiredLevel?.Value ?? 'None';
  // The system fills in status and owner by itself, though it calls them required.
  const filledIn = kind === 'State' || kind === 'Status' || kind === 'Owner' || type === 'boolean';
  const decimals = type === 'number' || type === 'currency';
  return fieldOf({
    api: facts.LogicalName,
    label: facts.DisplayName?.UserLocalizedLabel?.Label ?? facts.LogicalName,
    type,
    maxLength: hasLength(type) ? (facts.MaxLength ?? null) : null,
    // Decimal columns hold 12 digits before the point, money 15 (Dataverse: "Types of columns").
    precision: decimals ? (type === 'currency' ? 15 : 12) + (facts.Precision ?? 2) : null,
    scale: decimals ? (facts.Precision ?? 2) : null,
    required: (level === 'ApplicationRequired' || level === 'SystemRequired') && !filledIn,
    // Files carry labels, and the import matches by label.
    picklist: type === 'picklist' || type === 'multiselect' ? labels : [],
    restricted: kind === 'State' || kind === 'Status',
    ...(kind === 'Status' && states ? { dependsOn: byState(facts, states) } : {}),
    note: facts.Description?.UserLocalizedLabel?.Label ?? null,
  });
}

function byState(facts: Attribute, { field, labelOf }: States): PicklistDependency {
  const values = (facts.OptionSet?.Options ?? []).flatMap(({ State, Label }) => {
    const value = Label?.UserLocalizedLabel?.Label;
    const state = State == null ? undefined : labelOf.get(State);
    return value ? [{ value, controlledBy: state === undefined ? [] : [state] }] : [];
  });
  return dependencyOf(field, [...labelOf.values()], values);
}
