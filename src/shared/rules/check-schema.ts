import { z } from 'zod';
import { isoDay, keyText, nameText } from '../base/schemas';
import type { Children, FieldPath, OwnCheck, Requirement } from './check-types';
import { conditionSchema } from './schema';

/** Schema of the steward's checks as they come from journals and files. Strict and bounded. */

const conditions = z.array(conditionSchema).max(20);
const bound = z.int().min(0).max(1_000_000_000).nullable();

const path = z.strictObject({
  via: keyText.nullable(),
  field: keyText,
}) satisfies z.ZodType<FieldPath>;

const children = z.strictObject({
  object: keyText,
  field: keyText,
  where: conditions,
}) satisfies z.ZodType<Children>;

const requirement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('conditions'), all: conditions.min(1) }),
  z.strictObject({ kind: z.literal('order'), earlier: path, later: path, orEqual: z.boolean() }),
  z.strictObject({ kind: z.literal('count'), of: children, least: bound, most: bound }),
  z.strictObject({
    kind: z.literal('sum'),
    of: children,
    amount: keyText,
    compare: z.enum(['=', '<=', '>=']),
    total: keyText,
    tolerance: z.number().min(0).max(1e12),
  }),
]) satisfies z.ZodType<Requirement>;

export const ownCheckSchema = z.strictObject({
  id: keyText,
  object: keyText,
  label: nameText,
  field: keyText,
  severity: z.enum(['error', 'warning']),
  when: conditions,
  must: requirement,
  referenceDate: isoDay,
}) satisfies z.ZodType<OwnCheck>;
