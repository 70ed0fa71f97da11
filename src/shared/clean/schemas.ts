import { z } from 'zod';
import { cellText, keyText, prose } from '../base/schemas';
import {
  MAX_CLUSTERS,
  MAX_CONDITIONS,
  MAX_EXPRESSION,
  MAX_INTO,
  MAX_LOOKUP,
  MAX_PATTERN,
  MAX_SPELLINGS,
  MAX_STEP_COLUMNS,
  MAX_STEPS,
  MAX_TRANSFORMS,
} from './limits';
import type {
  ClusterMethod,
  LookupEntry,
  MergedCluster,
  Recipe,
  SplitBy,
  Step,
  StepAction,
  StepCondition,
  ValueTransform,
} from './types';

/**
 * Bounded schemas of recipes, for the journal and for recipe files.
 */

/** A header as it stands in a file; longer than a name, and may be blank in broken files. */
const columnName = z.string().max(2_000);
/** The name of a column a step makes. */
const newColumn = columnName.refine((text) => text.trim() !== '', 'must not be blank');
const pattern = z.string().min(1).max(MAX_PATTERN);
const expression = z.string().max(MAX_EXPRESSION);
const country = z.string().max(2);
const columns = z.array(columnName).min(1).max(MAX_STEP_COLUMNS);
const newColumns = z.array(newColumn).min(1).max(MAX_INTO);
const nameOrder = z.enum(['auto', 'western', 'eastAsian']);

const lookupEntry = z.strictObject({ from: cellText, to: cellText }) satisfies z.ZodType<LookupEntry>;

export const valueTransformSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('trim') }),
  z.strictObject({ op: z.literal('squeeze') }),
  z.strictObject({ op: z.literal('unicode'), form: z.enum(['NFC', 'NFKC']), controls: z.boolean() }),
  z.strictObject({ op: z.literal('mojibake') }),
  z.strictObject({ op: z.literal('case'), to: z.enum(['upper', 'lower', 'name', 'sentence']) }),
  z.strictObject({ op: z.literal('date'), order: z.enum(['DMY', 'MDY', 'YMD']) }),
  z.strictObject({ op: z.literal('number'), decimal: z.enum(['.', ',']) }),
  z.strictObject({ op: z.literal('boolean') }),
  z.strictObject({ op: z.literal('phone'), country }),
  z.strictObject({ op: z.literal('email') }),
  z.strictObject({ op: z.literal('url') }),
  z.strictObject({ op: z.literal('domain') }),
  z.strictObject({ op: z.literal('country'), to: z.enum(['name', 'iso2']) }),
  z.strictObject({ op: z.literal('subdivision'), country, to: z.enum(['name', 'code']) }),
  z.strictObject({ op: z.literal('postcode'), country }),
  z.strictObject({ op: z.literal('nameLast') }),
  z.strictObject({ op: z.literal('nameFirst') }),
  z.strictObject({
    op: z.literal('namePart'),
    part: z.enum(['salutation', 'first', 'middle', 'last', 'suffix']),
    order: nameOrder,
  }),
  z.strictObject({ op: z.literal('replace'), find: cellText, with: cellText }),
  z.strictObject({ op: z.literal('replacePattern'), pattern, with: cellText, ignoreCase: z.boolean() }),
  z.strictObject({
    op: z.literal('extract'),
    pattern,
    group: z.int().min(0).max(100),
    ignoreCase: z.boolean(),
  }),
  z.strictObject({
    op: z.literal('lookup'),
    entries: z.array(lookupEntry).max(MAX_LOOKUP),
    otherwise: z.enum(['keep', 'empty']),
  }),
  z.strictObject({ op: z.literal('formula'), expression }),
  z.strictObject({ op: z.literal('truncate'), length: z.int().min(0).max(1_000_000) }),
  z.strictObject({ op: z.literal('default'), value: cellText }),
]) satisfies z.ZodType<ValueTransform>;

export const clusterMethodSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fingerprint') }),
  z.strictObject({ kind: z.literal('ngram'), size: z.int().min(1).max(10) }),
  z.strictObject({ kind: z.literal('doubleMetaphone') }),
  z.strictObject({ kind: z.literal('cologne') }),
  z.strictObject({ kind: z.literal('daitchMokotoff') }),
  z.strictObject({ kind: z.literal('neighbours'), distance: z.int().min(1).max(5) }),
]) satisfies z.ZodType<ClusterMethod>;

const mergedCluster = z.strictObject({
  to: cellText,
  from: z.array(cellText).max(MAX_SPELLINGS),
  key: cellText.nullable(),
}) satisfies z.ZodType<MergedCluster>;

const splitBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('separator'), separator: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('pattern'), pattern, ignoreCase: z.boolean() }),
  z.strictObject({
    kind: z.literal('lengths'),
    lengths: z.array(z.int().min(0).max(100_000)).min(1).max(MAX_INTO),
  }),
]) satisfies z.ZodType<SplitBy>;

export const stepActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('change'),
    columns,
    transforms: z.array(valueTransformSchema).min(1).max(MAX_TRANSFORMS),
  }),
  z.strictObject({
    kind: z.literal('merge'),
    column: columnName,
    method: clusterMethodSchema,
    clusters: z
      .array(mergedCluster)
      .min(1)
      .max(MAX_CLUSTERS)
      .refine(
        (clusters) => clusters.reduce((sum, { from }) => sum + from.length, 0) <= MAX_SPELLINGS,
        'too many spellings',
      ),
  }),
  z.strictObject({
    kind: z.literal('split'),
    column: columnName,
    by: splitBy,
    into: newColumns,
    keep: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('join'),
    columns,
    separator: z.string().max(200),
    skipEmpty: z.boolean(),
    into: newColumn,
    keep: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('extract'),
    column: columnName,
    pattern,
    ignoreCase: z.boolean(),
    into: newColumns,
  }),
  z.strictObject({ kind: z.literal('fillDown'), columns }),
  z.strictObject({ kind: z.literal('formula'), into: newColumn, expression }),
  z.strictObject({
    kind: z.literal('parseName'),
    column: columnName,
    order: nameOrder,
    into: z.strictObject({
      salutation: newColumn.exactOptional(),
      first: newColumn.exactOptional(),
      middle: newColumn.exactOptional(),
      last: newColumn.exactOptional(),
      suffix: newColumn.exactOptional(),
    }),
    keep: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('parseAddress'),
    column: columnName,
    country,
    into: z.strictObject({
      street: newColumn.exactOptional(),
      houseNumber: newColumn.exactOptional(),
      unit: newColumn.exactOptional(),
      postcode: newColumn.exactOptional(),
      city: newColumn.exactOptional(),
      region: newColumn.exactOptional(),
      country: newColumn.exactOptional(),
    }),
    keep: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('rename'), column: columnName, to: newColumn }),
  z.strictObject({ kind: z.literal('remove'), columns }),
]) satisfies z.ZodType<StepAction>;

export const stepConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('equals'),
    column: columnName,
    values: z.array(cellText).max(10_000),
    not: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('contains'), column: columnName, text: cellText, not: z.boolean() }),
  z.strictObject({ kind: z.literal('blank'), column: columnName, blank: z.boolean() }),
  z.strictObject({ kind: z.literal('pattern'), column: columnName, mask: cellText }),
  z.strictObject({ kind: z.literal('formula'), expression }),
]) satisfies z.ZodType<StepCondition>;

export const stepSchema = z.strictObject({
  id: keyText,
  action: stepActionSchema,
  where: z.array(stepConditionSchema).max(MAX_CONDITIONS),
  enabled: z.boolean(),
  note: prose,
}) satisfies z.ZodType<Step>;

export const recipeSchema = z
  .array(stepSchema)
  .max(MAX_STEPS)
  .refine(
    (steps) => new Set(steps.map(({ id }) => id)).size === steps.length,
    'two steps have the same id',
  ) satisfies z.ZodType<Recipe>;
