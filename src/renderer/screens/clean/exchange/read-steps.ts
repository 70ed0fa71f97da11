import { fail, ok, type Result } from '@shared/base/result';
import { readOpenRefineHistory } from '@shared/clean/openrefine';
import { jsonOf, MAX_RECIPE_CHARS, RECIPE_FORMAT, readRecipe } from '@shared/clean/recipe-file';
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
  const json = jsonOf(text);
  if (json === undefined || saysRecipe(json)) {
    const recipe = readRecipe(text);
    return recipe.ok ? ok({ from: file.name, steps: recipe.value.steps, skipped: [] }) : recipe;
  }
  const history = readOpenRefineHistory(json);
  return history.ok ? ok({ from: file.name, ...history.value }) : history;
}

/** Whether a file says of itself that it is a recipe; anything else may be a history. */
function saysRecipe(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === RECIPE_FORMAT;
}
