import { z } from 'zod';
import { cellText, keyText, nameText, prose } from '../base/schemas';
import { MAX_EXPRESSION, MAX_TRANSFORMS } from '../clean/limits';
import { valueTransformSchema } from '../clean/schemas';
import { MAX_KEY_PREFIX, type Transform } from './types';

/** What a mapping document says it is. */
export const MAPPING_FORMAT = 'winnow-mapping';
/** The only version there is; another one is refused, never guessed at. */
export const MAPPING_VERSION = 1;

const columnName = z.string().max(2_000);
const transform: z.ZodType<Transform> = valueTransformSchema;

/** A table by the names people know it under; the source parts tables of the same name. */
const tableRefSchema = z.strictObject({ table: nameText, source: z.string().max(500) });

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('column'), column: columnName }),
  z.strictObject({ kind: z.literal('join'), columns: z.array(columnName).max(100), separator: prose }),
  z.strictObject({ kind: z.literal('first'), columns: z.array(columnName).max(100) }),
  z.strictObject({ kind: z.literal('constant'), value: cellText }),
  z.strictObject({ kind: z.literal('formula'), expression: z.string().max(MAX_EXPRESSION) }),
  z.strictObject({ kind: z.literal('key'), prefix: z.string().max(MAX_KEY_PREFIX) }),
  z.strictObject({
    kind: z.literal('reference'),
    column: columnName,
    to: tableRefSchema,
    by: columnName.nullable(),
  }),
]);

/** A list of pairs, not an object: any text may be a source value, and none becomes a key by being read. */
const valuePair = z.strictObject({ from: cellText, to: cellText });

const fieldSchema = z.strictObject({
  field: keyText,
  from: sourceSchema,
  transforms: z.array(transform).max(MAX_TRANSFORMS),
  values: z.array(valuePair).max(50_000),
});

const tableSchema = z.strictObject({
  ...tableRefSchema.shape,
  object: keyText,
  keyColumn: columnName.nullable(),
  fields: z.array(fieldSchema).max(2_000),
});

/** The whole file; its largest nesting is file, tables, fields, transforms, lookup, entry. */
export const mappingDocumentSchema = z.strictObject({
  format: z.literal(MAPPING_FORMAT),
  version: z.literal(MAPPING_VERSION),
  /** Target system it was made for. */
  target: z.strictObject({ system: keyText, label: z.string().max(500) }),
  tables: z.array(tableSchema).max(2_000),
});

/** All mappings of a project, with tables by name. */
export type MappingDocument = Readonly<z.infer<typeof mappingDocumentSchema>>;
export type DocumentTable = MappingDocument['tables'][number];
export type DocumentField = DocumentTable['fields'][number];
export type DocumentSource = DocumentField['from'];
export type TableRef = z.infer<typeof tableRefSchema>;
