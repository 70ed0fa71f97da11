import { z } from 'zod';
import { cellText, hex64, keyText, nameText, prose, recordOf } from '../base/schemas';
import { MAX_EXPRESSION, MAX_TRANSFORMS } from '../clean/limits';
import { valueTransformSchema } from '../clean/schemas';
import type { CellRange, ReadOptions } from '../ingest/types';
import { type FieldSource, MAX_KEY_PREFIX } from '../mapping/types';
import type { MatchSettings } from '../match/types';
import type { QualityScore } from '../profile/types';
import type { SurvivorChoice, SurvivorshipRules } from '../survive/types';
import type { SourceFile, TablePart } from './types';
import type { WrittenMapping } from './written-mapping';

/** Schemas of the documents inside payloads that describe sources, mappings, matching and survivorship. */

/** A header as it stands in a file; longer than a name, and may be blank in broken files. */
export const columnName = z.string().max(2_000);

/** Column names and cell values come from files: any text may be a key, `__proto__` is refused before. */
const fileKey = z.string().max(200_000);

export const sourceFileSchema = z.strictObject({
  sha256: hex64,
  ext: z.string().regex(/^[a-z0-9]{1,10}$/, 'must be a lower-case file ending'),
  name: nameText,
  bytes: z.int().min(0),
}) satisfies z.ZodType<SourceFile>;

const row = z.int().min(0).max(0xffff_ffff);

const cellRange = z.strictObject({
  firstRow: row,
  endRow: row.nullable(),
  firstColumn: row,
  endColumn: row.nullable(),
}) satisfies z.ZodType<CellRange>;

const commonOptions = {
  headerRow: row.nullable(),
  headerRows: z.int().min(1).max(20).exactOptional(),
  headings: z
    .array(z.strictObject({ row, firstColumn: row, endColumn: row }))
    .max(10_000)
    .readonly()
    .exactOptional(),
  range: cellRange.exactOptional(),
  totals: z.literal('data').exactOptional(),
  firstRow: row,
  types: recordOf(
    z.enum(['text', 'integer', 'number', 'date', 'datetime', 'boolean', 'empty']),
    20_000,
    fileKey,
  ),
  dateOrders: recordOf(z.enum(['DMY', 'MDY', 'YMD']), 20_000, fileKey),
  cells: z
    .strictObject({
      as: z.enum(['shown', 'stored']),
      except: z.array(columnName).max(20_000).readonly(),
    })
    .exactOptional(),
};

export const readOptionsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...commonOptions,
    kind: z.literal('delimited'),
    encoding: z.string().min(1).max(50),
    delimiter: z.string().min(1).max(10),
    quote: z.string().max(2),
    escape: z.string().max(2),
    comment: z.string().min(1).max(4).exactOptional(),
  }),
  z.strictObject({
    ...commonOptions,
    kind: z.literal('workbook'),
    sheet: z.string().max(500),
    notes: z.literal('named').exactOptional(),
  }),
]) satisfies z.ZodType<ReadOptions>;

/** Columns known under another name. */
export const renamedColumns = recordOf(columnName.min(1), 16_384, fileKey);

export const tablePartSchema = z.strictObject({
  name: nameText,
  file: sourceFileSchema,
  options: readOptionsSchema,
  renamed: renamedColumns.exactOptional(),
}) satisfies z.ZodType<TablePart>;

const share = z.number().min(0).max(1);

export const qualitySchema = z.strictObject({
  overall: share,
  parts: z
    .array(
      z.strictObject({
        characteristic: z.enum(['completeness', 'validity', 'uniqueness', 'consistency', 'currency']),
        score: share,
        formula: prose,
      }),
    )
    .max(20),
  columns: z
    .array(
      z.strictObject({
        name: columnName,
        completeness: share,
        validity: share.nullable(),
        consistency: share.nullable(),
      }),
    )
    .max(20_000)
    .optional(),
}) satisfies z.ZodType<QualityScore>;

const fieldSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('column'), column: columnName }),
  z.strictObject({ kind: z.literal('join'), columns: z.array(columnName).max(100), separator: prose }),
  z.strictObject({ kind: z.literal('first'), columns: z.array(columnName).max(100) }),
  z.strictObject({ kind: z.literal('constant'), value: cellText }),
  z.strictObject({ kind: z.literal('formula'), expression: z.string().max(MAX_EXPRESSION) }),
  z.strictObject({ kind: z.literal('key'), prefix: z.string().max(MAX_KEY_PREFIX) }),
  z.strictObject({
    kind: z.literal('reference'),
    column: columnName,
    table: keyText,
    by: columnName.nullable(),
  }),
]) satisfies z.ZodType<FieldSource>;

const fieldMappingSchema = z.strictObject({
  field: keyText,
  from: fieldSourceSchema,
  transforms: z.array(valueTransformSchema).max(MAX_TRANSFORMS),
  valueMap: recordOf(cellText, 50_000, fileKey),
  protoTo: cellText.exactOptional(),
}) satisfies z.ZodType<WrittenMapping['fields'][number]>;

export const tableMappingSchema = z.strictObject({
  tableId: keyText,
  object: keyText,
  keyColumn: columnName.nullable(),
  fields: z.array(fieldMappingSchema).max(2_000),
}) satisfies z.ZodType<WrittenMapping>;

export const matchSettingsSchema = z.strictObject({
  matchThreshold: share,
  reviewThreshold: share,
  oneToOne: z.boolean(),
  withinSource: z.boolean(),
  defaultCountry: z.string().max(2),
  unique: z.array(keyText).max(1_000).default([]),
  apart: z
    .array(z.tuple([keyText, keyText]))
    .max(10_000)
    .default([]),
  blocking: z
    .strictObject({
      off: z.array(cellText).max(1_000),
      added: z.array(z.array(cellText).min(1).max(8)).max(100),
    })
    .default({ off: [], added: [] }),
}) satisfies z.ZodType<MatchSettings>;

const method = z.enum([
  'sourceRank',
  'mostRecent',
  'mostComplete',
  'mostFrequent',
  'longest',
  'max',
  'min',
  'anyTrue',
  'allTrue',
]);

export const survivorshipSchema = z.strictObject({
  sourceRank: z.array(keyText).max(1_000),
  recencyField: keyText.nullable(),
  fields: recordOf(method, 2_000),
  groups: z.array(z.strictObject({ name: nameText, fields: z.array(keyText).max(200) })).max(200),
}) satisfies z.ZodType<SurvivorshipRules>;

export const survivorChoiceSchema = z.strictObject({
  member: cellText,
  field: keyText,
  from: cellText,
}) satisfies z.ZodType<SurvivorChoice>;
