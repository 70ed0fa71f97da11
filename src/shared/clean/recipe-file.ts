import { z } from 'zod';
import { fail, ok, type Result } from '../base/result';
import { checkPlainJson, firstIssue } from '../base/schemas';
import { recipeSchema } from './schemas';
import type { Recipe } from './types';

/** What a recipe file says it is. */
export const RECIPE_FORMAT = 'winnow-recipe';
/** The only version there is; another one is refused, never guessed at. */
export const RECIPE_VERSION = 1;
/** Longest recipe file that is read, in characters. */
export const MAX_RECIPE_CHARS = 50_000_000;

/** The largest nesting is file → steps → action → clusters → spellings. */
const fileSchema = z.strictObject({
  format: z.literal(RECIPE_FORMAT),
  version: z.literal(RECIPE_VERSION),
  /** Name of the table it was made for, for people. */
  table: z.string().max(500),
  steps: recipeSchema,
});

/** A recipe with the name of the table it was made for. */
export interface RecipeFile {
  readonly table: string;
  readonly steps: Recipe;
}

/** The recipe as the text of a file: JSON with two blanks of indentation, the same bytes for the same recipe. */
export function writeRecipe(file: RecipeFile): string {
  const content = { format: RECIPE_FORMAT, version: RECIPE_VERSION, table: file.table, steps: file.steps };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The recipe in the text of a file, or why it is none. Steps that cannot run on a table are admitted: they will say so. */
export function readRecipe(text: string): Result<RecipeFile> {
  if (text.length > MAX_RECIPE_CHARS)
    return fail('RECIPE_TOO_LARGE', 'This file is larger than any recipe Winnow writes. It was not read.');
  const json = jsonOf(text);
  if (json === undefined)
    return fail(
      'RECIPE_NOT_JSON',
      'This file is not JSON. Choose a recipe that Winnow exported, or the history of an OpenRefine project.',
    );
  const plain = checkPlainJson(json);
  if (!plain.ok) return plain;
  const head = z.looseObject({ format: z.literal(RECIPE_FORMAT), version: z.number() }).safeParse(json);
  if (!head.success)
    return fail('RECIPE_UNKNOWN', 'This file is not a recipe of Winnow.', {
      problem: firstIssue(head.error),
    });
  if (head.data.version !== RECIPE_VERSION)
    return fail(
      'RECIPE_VERSION',
      `This recipe has format version ${head.data.version}; this version of Winnow reads version ${RECIPE_VERSION}. Export it anew, or update Winnow.`,
    );
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success)
    return fail(
      'RECIPE_INVALID',
      'This recipe was changed by hand or damaged: a step in it is not as it should be.',
      {
        problem: firstIssue(parsed.error),
      },
    );
  return ok({ table: parsed.data.table, steps: parsed.data.steps });
}

/** Parsed JSON; undefined where the text is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
