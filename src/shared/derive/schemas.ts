import { z } from 'zod';
import { keyText } from '../base/schemas';
import { MAX_CONDITIONS, MAX_STEP_COLUMNS } from '../clean/limits';
import { stepConditionSchema } from '../clean/schemas';
import type { Derivation } from './types';

const columnName = z.string().max(2_000);
const columns = z.array(columnName).max(MAX_STEP_COLUMNS);
const someColumns = columns.min(1);

/** Bounded schema of a derivation, for the journal. */
export const derivationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('apart'),
    from: keyText,
    where: z.array(stepConditionSchema).min(1).max(MAX_CONDITIONS),
  }),
  z.strictObject({ kind: z.literal('distinct'), from: keyText, by: someColumns, columns }),
  z.strictObject({
    kind: z.literal('items'),
    from: keyText,
    columns: someColumns,
    separator: z.string().max(20),
    into: columnName.refine((text) => text.trim() !== '', 'must not be blank'),
    keep: columns,
  }),
]) satisfies z.ZodType<Derivation>;
