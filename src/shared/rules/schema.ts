import { z } from 'zod';
import { cellText, isoDay, keyText, nameText } from '../base/schemas';
import type { ActiveRule, Condition, RuleLine } from './types';

/** Schemas of active rules as they come from journals and files. Strict and bounded. */

/** Deepest chain of "related records whose related records …". */
const MAX_RELATED_DEPTH = 3;

/** Ids that outcomes use for reasons that are not lines of the rule. */
const RESERVED_LINE_IDS = ['window', 'default', 'parent', 'settled', 'no-rule'];

const field = keyText;

const plainConditions = [
  z.strictObject({ kind: z.literal('is'), field, values: z.array(cellText).max(5_000) }),
  z.strictObject({ kind: z.literal('isNot'), field, values: z.array(cellText).max(5_000) }),
  z.strictObject({ kind: z.literal('contains'), field, text: cellText.min(1) }),
  z.strictObject({ kind: z.literal('hasWord'), field, words: z.array(nameText).min(1).max(500) }),
  z.strictObject({ kind: z.literal('filled'), field }),
  z.strictObject({ kind: z.literal('empty'), field }),
  z.strictObject({
    kind: z.literal('compare'),
    field,
    op: z.enum(['>', '>=', '<', '<=']),
    value: z.number(),
  }),
  z.strictObject({ kind: z.literal('within'), field, months: z.int().min(0).max(1_200) }),
  z.strictObject({ kind: z.literal('inList'), field, table: keyText, column: nameText }),
] as const;

function conditionAtDepth(depth: number): z.ZodType<Condition> {
  if (depth === MAX_RELATED_DEPTH) return z.discriminatedUnion('kind', plainConditions);
  return z.discriminatedUnion('kind', [
    ...plainConditions,
    z.strictObject({
      kind: z.literal('related'),
      object: keyText,
      field,
      where: z.array(conditionAtDepth(depth + 1)).max(20),
    }),
  ]);
}

export const conditionSchema: z.ZodType<Condition> = conditionAtDepth(0);

const lineSchema = z.strictObject({
  id: keyText.refine((id) => !RESERVED_LINE_IDS.includes(id), 'is a reserved line id'),
  label: nameText,
  condition: conditionSchema,
  missing: z.enum(['no', 'unknown']),
}) satisfies z.ZodType<RuleLine>;

const lines = z.array(lineSchema).max(200);

export const activeRuleSchema = z
  .strictObject({
    object: keyText,
    includes: lines,
    excludes: lines,
    window: z
      .strictObject({
        fields: z.array(field).max(50),
        related: z.array(z.strictObject({ object: keyText, field, date: field })).max(50),
        months: z.int().min(0).max(1_200),
        missing: z.enum(['unknown', 'no', 'yes']),
      })
      .nullable(),
    otherwise: z.enum(['exclude', 'keep']),
    referenceDate: isoDay,
    keepParents: z.boolean(),
  })
  .refine(hasUniqueLineIds, 'two lines of the rule have the same id') satisfies z.ZodType<ActiveRule>;

function hasUniqueLineIds(rule: {
  readonly includes: readonly RuleLine[];
  readonly excludes: readonly RuleLine[];
}) {
  const ids = [...rule.includes, ...rule.excludes].map((line) => line.id);
  return new Set(ids).size === ids.length;
}
