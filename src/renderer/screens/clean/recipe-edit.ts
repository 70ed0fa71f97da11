import type { Recipe, Step } from '@shared/clean/types';
import type { RecipeDraft } from '@shared/pipeline/cleaning-types';

/** Places in a recipe; what changes one is in `journal/recipe-steps.ts`, as the events do it. */

/** The steps before one; all of them for null or for a step that is not there. */
export function stepsBefore(recipe: Recipe, stepId: string | null): Recipe {
  const at = indexOf(recipe, stepId);
  return at < 0 ? recipe : recipe.slice(0, at);
}

/** The steps up to one, with it; all of them for null or for a step that is not there. */
export function stepsThrough(recipe: Recipe, stepId: string | null): Recipe {
  const at = indexOf(recipe, stepId);
  return at < 0 ? recipe : recipe.slice(0, at + 1);
}

/** The id of the step after one; null at the end. */
export function stepAfter(recipe: Recipe, stepId: string): string | null {
  const at = indexOf(recipe, stepId);
  return at < 0 ? null : (recipe[at + 1]?.id ?? null);
}

/** A recipe as the engine is asked about it: steps that are saved as they stand, all unless told otherwise, go by their ids. */
export function draftOf(recipe: Recipe, saved: Recipe = recipe): RecipeDraft {
  const known = new Set(saved);
  return recipe.map((step) => (known.has(step) ? step.id : step));
}

/** Before which step one has to stand to be one place higher or lower; undefined where it cannot go further. */
export function placeOneOff(
  recipe: readonly Pick<Step, 'id'>[],
  stepId: string,
  direction: 'up' | 'down',
): string | null | undefined {
  const at = indexOf(recipe, stepId);
  if (at < 0) return undefined;
  if (direction === 'up') return recipe[at - 1]?.id;
  return at + 1 >= recipe.length ? undefined : (recipe[at + 2]?.id ?? null);
}

function indexOf(recipe: readonly Pick<Step, 'id'>[], stepId: string | null): number {
  return stepId === null ? -1 : recipe.findIndex((item) => item.id === stepId);
}
