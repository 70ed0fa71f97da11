import type { Recipe } from '@shared/clean/types';
import type { RecipeLine } from '@shared/pipeline/cleaning-types';
import { stepAfter, stepsThrough } from './recipe-edit';

/** At which point of its recipe a table is looked at. */
export type Place =
  /** As it was read. */
  | { readonly at: 'read' }
  /** After one step, with what that step changed marked. */
  | { readonly at: 'step'; readonly stepId: string }
  /** After all steps, with everything that differs from the file marked. */
  | { readonly at: 'end' };

export const READ: Place = { at: 'read' };
export const END: Place = { at: 'end' };

/** A place that still exists: a step that is gone is the end. */
export function placeIn(recipe: Recipe, place: Place): Place {
  return place.at === 'step' && !recipe.some((step) => step.id === place.stepId) ? END : place;
}

/** The steps that have run there. */
export function stepsAt(recipe: Recipe, place: Place): Recipe {
  if (place.at === 'read') return [];
  return place.at === 'end' ? recipe : stepsThrough(recipe, place.stepId);
}

/** Before which step a new one goes so that it works on what is seen; null = at the end. */
export function insertAt(recipe: Recipe, place: Place): string | null {
  if (place.at === 'read') return recipe[0]?.id ?? null;
  return place.at === 'end' ? null : stepAfter(recipe, place.stepId);
}

/** Which point of the recipe is seen, in words. */
export function captionOf(place: Place, steps: readonly RecipeLine[]): string {
  if (place.at === 'read') return 'As read from the file';
  if (place.at === 'end') return steps.length === 0 ? 'As read; no step yet' : 'After all steps';
  const at = steps.findIndex((line) => line.step.id === place.stepId);
  return `After step ${at + 1}: ${steps[at]?.sentence ?? ''}`;
}
