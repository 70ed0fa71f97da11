import { z } from 'zod';
import type { FieldType } from '../types';
import { fieldOf, hasLength, shortText } from './found-field';
import { leftOut } from './salesforce-describe';
import type { Found, FoundField } from './types';

/** Zoho CRM fields as the API gives them (`GET /crm/v8/settings/fields?module=…`: `{ fields: […] }`). */

const zohoField = z.object({
  api_name: z.string().min(1).max(200),
  field_label: z.string().nullish(),
  display_label: z.string().nullish(),
  data_type: z.string(),
  length: z.number().nullish(),
  decimal_place: z.number().nullish(),
  system_mandatory: z.boolean().nullish(),
  mandatory: z.boolean().nullish(),
  read_only: z.boolean().nullish(),
  field_read_only: z.boolean().nullish(),
  visible: z.boolean().nullish(),
  operation_type: z.object({ api_create: z.boolean().nullish() }).nullish(),
  unique: z.unknown().optional(),
  external: z.unknown().optional(),
  tooltip: z.unknown().optional(),
  default_value: z.unknown().optional(),
  pick_list_values: z
    .array(
      z.object({
        display_value: z.string(),
        actual_value: z.string().nullish(),
        type: z.string().nullish(),
      }),
    )
    .nullish(),
  lookup: z
    .object({ module: z.union([z.string(), z.object({ api_name: z.string().nullish() })]).nullish() })
    .nullish(),
});

type ZohoField = z.infer<typeof zohoField>;

const TYPES: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['text', 'text'],
  ['textarea', 'textarea'],
  ['rich_text', 'textarea'],
  ['picklist', 'picklist'],
  ['multiselectpicklist', 'multiselect'],
  ['lookup', 'lookup'],
  ['ownerlookup', 'lookup'],
  ['userlookup', 'lookup'],
  ['currency', 'currency'],
  ['integer', 'integer'],
  ['bigint', 'integer'],
  ['double', 'number'],
  ['percent', 'percent'],
  ['date', 'date'],
  ['datetime', 'datetime'],
  ['time', 'time'],
  ['boolean', 'boolean'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['website', 'url'],
]);

/** Kinds that no load file carries: computed by Zoho, or files and tables of their own. */
const SILENT = new Set([
  'autonumber',
  'formula',
  'rollup_summary',
  'profileimage',
  'bigint_id',
  'event_reminder',
]);

/** The fields in the JSON; null when this is something else. */
export function zohoFields(json: unknown): readonly unknown[] | null {
  if (typeof json !== 'object' || json === null || !('fields' in json)) return null;
  const { fields } = json;
  const isField = (item: unknown): boolean =>
    typeof item === 'object' && item !== null && 'api_name' in item && 'data_type' in item;
  return Array.isArray(fields) && fields.some(isField) ? fields : null;
}

/** What the fields say of one module. */
export function readZohoFields(module: string, fields: readonly unknown[]): Found {
  const unknown: string[] = [];
  const found = fields.flatMap((item) => readField(item, unknown) ?? []);
  return {
    objects: [{ name: module, label: null, labelPlural: null, fields: found, complete: true }],
    notes: unknown.length > 0 ? [leftOut(module, unknown)] : [],
  };
}

function readField(json: unknown, unknown: string[]): FoundField | null {
  const parsed = zohoField.safeParse(json);
  if (!parsed.success) {
    unknown.push('a field without a name or type');
    return null;
  }
  const facts = parsed.data;
  const writable = facts.operation_type?.api_create !== false;
  if (facts.read_only || facts.field_read_only || !writable || facts.api_name === 'id') return null;
  const type = TYPES.get(facts.data_type);
  if (type === undefined) {
    if (!SILENT.has(facts.data_type)) unknown.push(`${facts.api_name} (${shortText(facts.data_type)})`);
    return null;
  }
  return { field: fieldFrom(facts, type), link: linkFrom(facts, type), typed: true };
}

function fieldFrom(facts: ZohoField, type: FieldType): FoundField['field'] {
  const used = (facts.pick_list_values ?? []).filter(
    (option) => option.type !== 'unused' && option.display_value !== '-None-',
  );
  const isDecimal = type === 'number' || type === 'currency' || type === 'percent';
  const values = used.map(({ display_value, actual_value }) => actual_value ?? display_value);
  return fieldOf({
    api: facts.api_name,
    label: facts.display_label ?? facts.field_label ?? facts.api_name,
    type,
    maxLength:
      hasLength(type) && type !== 'picklist' && type !== 'multiselect' ? (facts.length ?? null) : null,
    precision: isDecimal || type === 'integer' ? (facts.length ?? null) : null,
    scale: isDecimal ? (facts.decimal_place ?? 2) : 0,
    required: (facts.system_mandatory ?? false) || (facts.mandatory ?? false),
    picklist: type === 'picklist' || type === 'multiselect' ? values : [],
    optionLabels: used.map(({ display_value }) => display_value),
    ...(typeof facts.default_value === 'string' ? { defaultValue: facts.default_value } : {}),
    unique: isMarked(facts.unique) || isMarked(facts.external),
  });
}

/** Zoho says `{}` for "no" and `{ casesensitive: … }` or `{ type: … }` for "yes". */
function isMarked(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function linkFrom(facts: ZohoField, type: FieldType): FoundField['link'] {
  if (type !== 'lookup') return null;
  const to = facts.lookup?.module;
  const module = typeof to === 'string' ? to : to?.api_name;
  if (facts.data_type !== 'lookup' || !module)
    return { objects: ['users'], relationship: null, header: null };
  return { objects: [module], relationship: null, header: null };
}
