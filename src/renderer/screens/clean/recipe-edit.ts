import type { Recipe, Step } from '@shared/clean/types';

/** Changes of a recipe, as values; the journal keeps the same changes as events. */

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

/** A known step is replaced where it stands; a new one comes before `before`, or at the end for null. */
export function withStep(recipe: Recipe, step: Step, before: string | null): Recipe {
  if (indexOf(recipe, step.id) >= 0) return recipe.map((item) => (item.id === step.id ? step : item));
  return insertBefore(recipe, step, before);
}

/** A step somewhere else: before `before`, or at the end for null. */
export function movedStep(recipe: Recipe, stepId: string, before: string | null): Recipe {
  const step = recipe.find((item) => item.id === stepId);
  if (!step || before === stepId) return recipe;
  return insertBefore(
    recipe.filter((item) => item.id !== stepId),
    step,
    before,
  );
}

/** The id of the step after one; null at the end. */
export function stepAfter(recipe: Recipe, stepId: string): string | null {
  const at = indexOf(recipe, stepId);
  return at < 0 ? null : (recipe[at + 1]?.id ?? null);
}

/** Before which step one has to stand to be one place higher or lower; undefined where it cannot go further. */
export function placeOneOff(
  recipe: Recipe,
  stepId: string,
  direction: 'up' | 'down',
): string | null | undefined {
  const at = indexOf(recipe, stepId);
  if (at < 0) return undefined;
  if (direction === 'up') return recipe[at - 1]?.id;
  return at + 1 >= recipe.length ? undefined : (recipe[at + 2]?.id ?? null);
}

function insertBefore(recipe: Recipe, step: Step, before: string | null): Recipe {
  const at = indexOf(recipe, before);
  return at < 0 ? [...recipe, step] : [...recipe.slice(0, at), step, ...recipe.slice(at)];
}

function indexOf(recipe: Recipe, stepId: string | null): number {
  return stepId === null ? -1 : recipe.findIndex((item) => item.id === stepId);
}
