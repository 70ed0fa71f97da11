import { z } from 'zod';
import { LIMITS } from '../schema';
import type { FieldType, PicklistDependency } from '../types';
import { type DataverseTable, isBare } from './dataverse-answers';
import { dependencyOf } from './dependency';
import { fieldOf, hasLength } from './found-field';
import { leftOut } from './salesforce-describe';
import type { Found, FoundField, FoundObject } from './types';

/** Dataverse metadata as the Web API gives it. Kinds of attributes: "AttributeTypeCode" of the SDK. */

const words = z.object({ Label: z.string().nullish() }).nullish();
const label = z.object({ UserLocalizedLabel: words, LocalizedLabels: z.array(words).nullish() }).nullish();

/** A label in the language of whoever asked, else in the first language it has. */
function labelOf(given: z.infer<typeof label>): string | null {
  return (
    given?.UserLocalizedLabel?.Label ??
    given?.LocalizedLabels?.find((one) => one?.Label != null)?.Label ??
    null
  );
}
const optionSet = z
  .object({
    Options: z
      .array(
        z.object({
          Value: z.number().nullish(),
          State: z.number().nullish(),
          IsHidden: z.boolean().nullish(),
          Label: label,
        }),
      )
      .nullish(),
  })
  .nullish();
const attribute = z.object({
  LogicalName: z.string().min(1).max(200),
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
const entity = z.object({ DisplayName: label, DisplayCollectionName: label });

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

/** What the metadata says of tables whose names are known. Columns that cannot be written on create are left out. */
export function readDataverse(tables: readonly (DataverseTable & { readonly name: string })[]): Found {
  const notes: string[] = [];
  const objects: FoundObject[] = [];
  for (const { name, table, attributes, complete } of tables.slice(0, LIMITS.objects)) {
    const labels = entity.safeParse(table).data;
    const unknown: string[] = [];
    const read = attributes.flatMap((json) => parsedAttribute(json, unknown) ?? []);
    const states = stateLabels(read);
    const fields = read.flatMap((one) => readAttribute(one, unknown, states) ?? []);
    if (unknown.length > 0) notes.push(leftOut(name, unknown));
    objects.push({
      name,
      label: labelOf(labels?.DisplayName),
      labelPlural: labelOf(labels?.DisplayCollectionName),
      fields,
      complete,
    });
  }
  if (tables.length > LIMITS.objects) notes.push(`Only the first ${LIMITS.objects} tables were read.`);
  return { objects, notes };
}

/** An attribute with the kind it is of, and whether more than its name and options was told. */
interface ParsedAttribute {
  readonly facts: Attribute;
  /** As `AttributeType` says it; '' where nothing does. */
  readonly kind: string;
  readonly typed: boolean;
}

function parsedAttribute(json: unknown, unknown: string[]): ParsedAttribute | null {
  const { data: facts } = attribute.safeParse(json);
  if (facts === undefined) {
    unknown.push('an attribute without a name');
    return null;
  }
  const named = facts.AttributeTypeName?.Value?.replace(/Type$/, '');
  const kind = named === 'MultiSelectPicklist' ? named : (facts.AttributeType ?? named ?? '');
  return { facts, kind, typed: !isBare(json) };
}

/** The column that says whether a row is active, and what its numbers are called; null when it is not described. */
interface States {
  readonly field: string;
  readonly labels: ReadonlyMap<number, string>;
}

/** Each reason for a status belongs to one state: the only lists in Dataverse metadata that depend on each other. */
function stateLabels(attributes: readonly ParsedAttribute[]): States | null {
  const state = attributes.find(({ kind }) => kind === 'State')?.facts;
  if (!state) return null;
  const labels = new Map<number, string>();
  for (const { number, text } of optionsOf(state)) if (number !== null) labels.set(number, text);
  return { field: state.LogicalName, labels };
}

/** An option that people can choose. */
interface Option {
  readonly text: string;
  readonly number: number | null;
  /** The state a reason for a status belongs to; null for other lists. */
  readonly state: number | null;
}

/** The options with a label, without hidden ones. */
function optionsOf({ OptionSet, GlobalOptionSet }: Attribute): readonly Option[] {
  return (OptionSet?.Options ?? GlobalOptionSet?.Options ?? []).flatMap(
    ({ Value, State, IsHidden, Label }) => {
      const text = labelOf(Label);
      return IsHidden || !text ? [] : [{ text, number: Value ?? null, state: State ?? null }];
    },
  );
}

function readAttribute(
  { facts, kind, typed }: ParsedAttribute,
  unknown: string[],
  states: States | null,
): FoundField | null {
  if (facts.IsValidForCreate === false || facts.IsPrimaryId || facts.AttributeOf) return null;
  const type = typeOf(facts, kind);
  if (type === null) {
    if (!SILENT.has(kind)) unknown.push(`${facts.LogicalName} (${kind || 'no type'})`);
    return null;
  }
  const field = fieldFrom(facts, type, kind, states);
  return { field, link: type === 'lookup' ? linkFrom(facts, kind) : null, typed };
}

/** What a lookup points to; null where the answer does not say. */
function linkFrom({ Targets }: Attribute, kind: string): FoundField['link'] {
  const usual = kind === 'Owner' ? ['systemuser'] : kind === 'Customer' ? ['account', 'contact'] : null;
  const objects = Targets?.length ? Targets : usual;
  return objects ? { objects, relationship: null, header: null } : null;
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
  const options = optionsOf(facts);
  const level = facts.RequiredLevel?.Value ?? 'None';
  // The system fills in status and owner by itself, though it calls them required.
  const filledIn = kind === 'State' || kind === 'Status' || kind === 'Owner' || type === 'boolean';
  const decimals = type === 'number' || type === 'currency';
  return fieldOf({
    api: facts.LogicalName,
    label: labelOf(facts.DisplayName) ?? facts.LogicalName,
    type,
    maxLength: hasLength(type) ? (facts.MaxLength ?? null) : null,
    // Decimal columns hold 12 digits before the point, money 15 (Dataverse: "Types of columns").
    precision: decimals ? (type === 'currency' ? 15 : 12) + (facts.Precision ?? 2) : null,
    scale: decimals ? (facts.Precision ?? 2) : null,
    required: (level === 'ApplicationRequired' || level === 'SystemRequired') && !filledIn,
    // Files carry labels, and the import matches by label.
    picklist: type === 'picklist' || type === 'multiselect' ? options.map(({ text }) => text) : [],
    restricted: kind === 'State' || kind === 'Status',
    ...(kind === 'Status' && states ? { dependsOn: byState(options, states) } : {}),
    note: labelOf(facts.Description),
  });
}

function byState(options: readonly Option[], { field, labels }: States): PicklistDependency {
  const values = options.map(({ text, state }) => {
    const label = state === null ? undefined : labels.get(state);
    return { value: text, controlledBy: label === undefined ? [] : [label] };
  });
  return dependencyOf(field, [...labels.values()], values);
}
