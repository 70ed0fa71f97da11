import { MAX_STEPS } from '../clean/limits';
import type { Recipe, Step } from '../clean/types';

/** What the events about cleaning steps do to a recipe. A step id stands once; a full recipe takes no further step. */

/** The recipe with a step replaced where its id stands, else put before `before` (at the end when that is not there). */
export function setStep(recipe: Recipe, step: Step, before: string | null): Recipe {
  const at = recipe.findIndex(({ id }) => id === step.id);
  if (at >= 0) return recipe.with(at, step);
  return recipe.length >= MAX_STEPS ? recipe : inserted(recipe, step, before);
}

/** The recipe with a step moved before another, or to the end; as it is when the step is not there. */
export function moveStep(recipe: Recipe, stepId: string, before: string | null): Recipe {
  const step = recipe.find(({ id }) => id === stepId);
  if (!step || stepId === before) return recipe;
  return inserted(removeStep(recipe, stepId), step, before);
}

/** The recipe without a step. */
export function removeStep(recipe: Recipe, stepId: string): Recipe {
  return recipe.filter(({ id }) => id !== stepId);
}

function inserted(recipe: Recipe, step: Step, before: string | null): Recipe {
  const at = before === null ? -1 : recipe.findIndex(({ id }) => id === before);
  return recipe.toSpliced(at < 0 ? recipe.length : at, 0, step);
}
