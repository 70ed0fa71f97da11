import { z } from 'zod';
import { keyText } from '../base/schemas';
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
  maxColumns: size.min(1).exactOptional(),
  objects: names.exactOptional(),
  notes: z.array(note).max(100),
});

const loaderError = z.strictObject({
  code: name,
  meaning: note,
  severity: z.enum(['error', 'warning', 'info']).exactOptional(),
  check: note.exactOptional(),
});

const reference = z.strictObject({
  objects: z.array(keyText).min(1).max(100),
  header: name,
  self: z.boolean(),
  byName: z.strictObject({ header: name, field: keyText }).exactOptional(),
});

const dependency = z.strictObject({
  field: keyText,
  allowed: z.array(z.strictObject({ when: name, values: names })).max(LIMITS.listItems),
});

/** As fields stand in a file: what is left out is empty, false or null, so that files stay small and readable. */
export const targetFieldSchema = z.strictObject({
  api: keyText,
  label: name,
  type: z.enum(FIELD_TYPES),
  maxLength: size.min(1).nullable().exactOptional(),
  precision: z.int().min(1).max(38).nullable().exactOptional(),
  scale: z.int().min(0).max(38).nullable().exactOptional(),
  required: z.boolean().exactOptional(),
  requiredGroup: text.nullable().exactOptional(),
  picklist: names.exactOptional(),
  optionLabels: names.exactOptional(),
  otherPicklist: names.exactOptional(),
  defaultValue: name.exactOptional(),
  dependsOn: dependency.exactOptional(),
  restricted: z.boolean().exactOptional(),
  unique: z.boolean().exactOptional(),
  externalId: z.boolean().exactOptional(),
  references: reference.nullable().exactOptional(),
  synonyms: names.exactOptional(),
  note: note.nullable().exactOptional(),
  group: name.nullable().exactOptional(),
  working: z.boolean().exactOptional(),
});

/** One object of a target; what its fields mean to each other is checked in consistency.ts. */
export const targetObjectSchema = z.strictObject({
  name: keyText,
  label: name,
  labelPlural: name,
  loadOrder: size,
  fileStem,
  legacyKeyField: keyText,
  uniqueTogether: z.array(z.array(keyText).min(2).max(5)).max(10).exactOptional(),
  fields: z.array(targetFieldSchema).min(1).max(LIMITS.fieldsPerObject),
});

/** The shape of a catalogue; what fields mean to each other is checked in consistency.ts. */
export const targetSystemSchema = z.strictObject({
  schemaVersion: z.int(),
  system: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, 'may hold lower-case letters, digits, _ and - only'),
  label: name,
  file: dialect,
  loaders: z.array(loader).min(1).max(50),
  errors: z.array(loaderError).max(1_000),
  objects: z.array(targetObjectSchema).min(1).max(LIMITS.objects),
});

/** A field, an object and a whole catalogue as they stand in files and in the journal. */
export type WrittenField = z.infer<typeof targetFieldSchema>;
export type WrittenObject = z.infer<typeof targetObjectSchema>;
export type WrittenTarget = z.infer<typeof targetSystemSchema>;
