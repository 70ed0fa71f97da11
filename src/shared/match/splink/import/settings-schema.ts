import { z } from 'zod';
import { fail, ok, type Result } from '../../../base/result';
import { checkPlainJson, firstIssue } from '../../../base/schemas';

/** Bounds on a settings file: real models have a dozen comparisons of half a dozen levels. */
const MOST_COMPARISONS = 200;
const MOST_LEVELS = 50;
const LONGEST_CONDITION = 50_000;
const LONGEST_NAME = 1_000;

/** m and u of untrained levels are missing; a little above 1 is rounding. */
const share = z.number().min(0).max(1.5);

const levelSchema = z.object({
  sql_condition: z.string().max(LONGEST_CONDITION),
  label_for_charts: z.string().max(LONGEST_NAME).optional(),
  is_null_level: z.boolean().optional(),
  m_probability: share.optional(),
  u_probability: share.optional(),
});

const settingsSchema = z.object({
  probability_two_random_records_match: z.number().gt(0).lt(1).optional(),
  comparisons: z
    .array(
      z.object({
        output_column_name: z.string().max(LONGEST_NAME).nullish(),
        comparison_description: z.string().max(LONGEST_NAME).nullish(),
        comparison_levels: z.array(levelSchema).min(1).max(MOST_LEVELS),
      }),
    )
    .min(1)
    .max(MOST_COMPARISONS),
});

/** The part of a Splink settings file, version 3 to 5, that Winnow reads. */
export type ForeignSettings = z.infer<typeof settingsSchema>;

/** Checks a settings file from outside. Keys that Winnow does not know are ignored: every version has its own. */
export function checkSettings(json: unknown): Result<ForeignSettings> {
  const plain = checkPlainJson(json);
  if (!plain.ok) return notSettings(plain.error.message);
  const parsed = settingsSchema.safeParse(json);
  return parsed.success ? ok(parsed.data) : notSettings(firstIssue(parsed.error));
}

function notSettings(why: string): Result<never> {
  return fail(
    'NOT_A_SPLINK_MODEL',
    'This is no Splink model that Winnow can read. Save one with linker.misc.save_model_to_json() and try again.',
    { problem: why },
  );
}
