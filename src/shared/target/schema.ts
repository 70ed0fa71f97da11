import { z } from 'zod';
import { isDateFormat } from './date-format';
import type { FieldType } from './types';

/** Largest catalogue accepted. Real ones have up to a few hundred objects; these limits stop a hostile file. */
export const LIMITS = {
  objects: 300,
  fieldsPerObject: 2_000,
  fields: 30_000,
  listItems: 5_000,
  text: 500,
  note: 4_000,
} as const;

const FIELD_TYPES = [
  'text',
  'textarea',
  'picklist',
  'multiselect',
  'lookup',
  'currency',
  'integer',
  'number',
  'percent',
  'date',
  'datetime',
  'time',
  'boolean',
  'phone',
  'email',
  'url',
  'id',
  'address',
] as const satisfies readonly FieldType[];

const name = z.string().min(1).max(LIMITS.text);
const text = z.string().max(LIMITS.text);
const note = z.string().max(LIMITS.note);
const size = z.int().min(0).max(2_000_000_000);
const names = z.array(name).max(LIMITS.listItems);

/** A file name stem that stays inside its folder on every system. */
const fileStem = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,79}$/, 'may hold letters, digits, _ and - only');

const dateFormat = z
  .string()
  .max(40)
  .refine(isDateFormat, 'may only use yyyy MM dd HH mm ss SSS and quoted text, each once, with yyyy MM dd');

const dialect = z.strictObject({
  delimiter: z.string().regex(/^[,;|\t]$/, 'must be a comma, semicolon, bar or tab'),
  bom: z.boolean(),
  lineEnding: z.enum(['\n', '\r\n']),
  header: z.enum(['api', 'label']),
  dateFormat,
  dateTimeFormat: dateFormat,
  booleanTrue: name,
  booleanFalse: name,
  multiSelectSeparator: z.string().min(1).max(3),
  maxFieldChars: size.min(1),
});

const loader = z.strictObject({
  id: name,
  label: name,
  maxRows: size.min(1).nullable(),
  maxBytes: size.min(1_000).nullable(),
  notes: z.array(note).max(100),
});

const reference = z.strictObject({
  objects: z.array(name).min(1).max(100),
  header: name,
  self: z.boolean(),
});

const field = z.strictObject({
  api: name,
  label: name,
  type: z.enum(FIELD_TYPES),
  maxLength: size.min(1).nullable(),
  precision: z.int().min(1).max(38).nullable(),
  scale: z.int().min(0).max(38).nullable(),
  required: z.boolean(),
  requiredGroup: text.nullable(),
  picklist: names,
  restricted: z.boolean(),
  unique: z.boolean(),
  references: reference.nullable(),
  synonyms: names,
  note: note.nullable(),
  group: name.nullable(),
  working: z.boolean().default(false),
});

const object = z.strictObject({
  name,
  label: name,
  labelPlural: name,
  loadOrder: size,
  fileStem,
  legacyKeyField: name,
  fields: z.array(field).min(1).max(LIMITS.fieldsPerObject),
});

/** The shape of a catalogue; what fields mean to each other is checked in catalogue.ts. */
export const targetSystemSchema = z.strictObject({
  schemaVersion: z.int(),
  system: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, 'may hold lower-case letters, digits, _ and - only'),
  label: name,
  file: dialect,
  loaders: z.array(loader).min(1).max(50),
  errors: z.array(z.strictObject({ code: name, meaning: note })).max(1_000),
  objects: z.array(object).min(1).max(LIMITS.objects),
});
