import { z } from 'zod';
import { fail, ok, type Result } from '../base/result';
import { checkPlainJson, firstIssue } from '../base/schemas';
import { recipeSchema } from './schemas';
import type { Recipe } from './types';

/** Ending of a recipe file before `.json`, for names of files. */
export const RECIPE_FORMAT = 'winnow-recipe';

/** Longest recipe file, in UTF-16 code units. */
export const MAX_RECIPE_FILE = 32 << 20;

/** A recipe with where it comes from. */
export interface RecipeFile {
  /** Name of the table it was made for; only for people. */
  readonly table: string;
  readonly steps: Recipe;
}

const head = z.object({ format: z.literal(RECIPE_FORMAT), version: z.int() });
const file = z.strictObject({
  format: z.literal(RECIPE_FORMAT),
  version: z.literal(1),
  table: z.string().max(2_000),
  steps: recipeSchema,
});

/** The text of a recipe file: JSON, one recipe, the same bytes for the same steps. Described in docs/formats.md. */
export function writeRecipeFile({ table, steps }: RecipeFile): string {
  return `${JSON.stringify({ format: RECIPE_FORMAT, version: 1, table, steps }, null, 2)}\n`;
}

/**
 * Reads a recipe file. Refuses with `RECIPE_TOO_LARGE`, `RECIPE_NO_JSON`, `RECIPE_UNKNOWN` (JSON of something else),
 * `RECIPE_NEWER` (a later version of Winnow) or `RECIPE_INVALID` (the first thing that is wrong is in the details).
 */
export function readRecipeFile(text: string): Result<RecipeFile> {
  if (text.length > MAX_RECIPE_FILE) {
    return fail(
      'RECIPE_TOO_LARGE',
      'The file is too large for a recipe. Choose a recipe Winnow has written.',
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('RECIPE_NO_JSON', 'The file is no JSON, or only a part of it. Export the recipe again.');
  }
  const plain = checkPlainJson(json);
  if (!plain.ok) return plain;
  const known = head.safeParse(json);
  if (!known.success) {
    return fail('RECIPE_UNKNOWN', 'The file is no recipe of Winnow. Choose a file that was exported as one.');
  }
  if (known.data.version > 1) {
    return fail(
      'RECIPE_NEWER',
      'The recipe was written by a newer version of Winnow. Update Winnow to read it.',
      { version: known.data.version },
    );
  }
  const parsed = file.safeParse(json);
  if (parsed.success) return ok({ table: parsed.data.table, steps: parsed.data.steps });
  const problem = firstIssue(parsed.error);
  return fail('RECIPE_INVALID', `The recipe cannot be read: ${problem}. Nothing was changed.`, { problem });
}
