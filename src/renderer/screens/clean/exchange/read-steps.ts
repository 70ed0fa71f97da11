import { fail, ok, type Result } from '@shared/base/result';
import { MAX_RECIPE_CHARS, readRecipe } from '@shared/clean/recipe-file';
import type { Offered } from './recipe-dialog';

/** Largest file that is looked into, in bytes; a character has up to four. */
const MAX_BYTES = 4 * MAX_RECIPE_CHARS;

/** Steps out of a file a person chose: a recipe Winnow wrote, or the history of an OpenRefine project. */
export async function readSteps(file: File): Promise<Result<Offered>> {
  if (file.size > MAX_BYTES)
    return fail('RECIPE_TOO_LARGE', `${file.name} is larger than any recipe. It was not read.`, {
      bytes: file.size,
    });
  const text = await file.text();
  const recipe = readRecipe(text);
  if (!recipe.ok) return recipe;
  return ok({ from: file.name, steps: recipe.value.steps, skipped: [] });
}
