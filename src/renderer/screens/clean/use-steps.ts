import type { Recipe, Step } from '@shared/clean/types';
import type { EventDraft, StepCount, TableState } from '@shared/journal/types';
import { randomHex } from '../../state/clock';
import { useCommit } from '../../state/context';
import { draft } from '../../state/drafting';

/** Writing the recipe of one table. Each resolves to true once it is on the disk. */
export interface RecipeWriter {
  /** Replaces a known step where it stands; puts a new one before another, or at the end for null. */
  readonly set: (step: Step, before: string | null, matched: StepCount | null) => Promise<boolean>;
  readonly move: (stepId: string, before: string | null) => Promise<boolean>;
  readonly remove: (stepId: string) => Promise<boolean>;
  /** Adds steps at the end, or puts them in the place of all there are. */
  readonly add: (steps: readonly Step[], instead: boolean) => Promise<boolean>;
}

/** An id for a new step. */
export function newStepId(): string {
  return randomHex(8);
}

/** Keeps the recipe of a table in the journal. */
export function useRecipeWriter(table: TableState, recipe: Recipe): RecipeWriter {
  const commit = useCommit();
  const tableId = table.id;
  return {
    set: (step, before, matched) =>
      commit([draft('step.set', table.name, { tableId, step, before, ...(matched ? { matched } : {}) })]),
    move: (stepId, before) => commit([draft('step.moved', table.name, { tableId, stepId, before })]),
    remove: (stepId) => commit([draft('step.removed', table.name, { tableId, stepId })]),
    add: (steps, instead) => {
      const gone: readonly EventDraft[] = instead
        ? recipe.map(({ id }) => draft('step.removed', table.name, { tableId, stepId: id }))
        : [];
      const added = steps.map((step) =>
        draft('step.set', table.name, { tableId, step: { ...step, id: newStepId() }, before: null }),
      );
      return commit([...gone, ...added]);
    },
  };
}
