import { breathe, checkCancelled, type TaskContext } from '../base/progress';
import { applyRecipe } from '../clean/apply-recipe';
import type { CleanedTable, Recipe, Step, StepOutcome } from '../clean/types';
import type { IngestedTable } from '../ingest/types';
import { markOf } from './mark-of';
import { type Stages, stageKey } from './stages';

/**
 * Tables under their recipes. Every enabled step is a stage of its own, built on the one before, so that a change in the
 * middle of a recipe recomputes what comes after it and nothing else. A recipe without an enabled step is the table as
 * read, at no cost. What a step is called, what is noted beside it and steps switched off are not part of the keys:
 * they do not change the table.
 */

/** One key per enabled step: the table after it. */
function stepKeys(readKey: string, recipe: Recipe): readonly string[] {
  let key = readKey;
  return recipe
    .filter(({ enabled }) => enabled)
    .map((step) => {
      // Steps do not change once made; a large merge is hashed once.
      key = stageKey('clean', 1, [key, markOf(step, () => ({ action: step.action, where: step.where }))]);
      return key;
    });
}

/** The key of a table under a recipe; that of the table as read when no step is enabled. */
export function cleanedKey(readKey: string, recipe: Recipe): string {
  return stepKeys(readKey, recipe).at(-1) ?? readKey;
}

/** What a table is made of. */
export interface ReadTable {
  /** Covers everything its rows are computed from. */
  readonly key: string;
  readonly name: string;
  readonly ingested: () => Promise<IngestedTable>;
}

/**
 * The table after every step of a recipe, from the longest beginning that is still known. Reports each step and can be
 * stopped between two. Outcomes are in the order of the recipe, one for every step.
 */
export async function cleanTable(
  read: ReadTable,
  recipe: Recipe,
  stages: Stages,
  task: TaskContext,
): Promise<CleanedTable> {
  const enabled = recipe.filter((step) => step.enabled);
  const keys = stepKeys(read.key, enabled);
  let cleaned = await asRead(read);
  let from = keys.length;
  while (from > 0 && !stages.hasBrief(keys[from - 1]!)) from--;
  for (let at = Math.max(0, from - 1); at < keys.length; at++) {
    const before = cleaned;
    cleaned = await stages.runBrief(keys[at]!, async () => {
      task.report({ label: `Cleaning ${read.name}`, done: at, total: keys.length });
      await breathe(task);
      return oneMore(before, enabled[at]!);
    });
    checkCancelled(task);
  }
  return { ...cleaned, outcomes: outcomesOf(recipe, cleaned) };
}

async function asRead(read: ReadTable): Promise<CleanedTable> {
  const { table, columns } = await read.ingested();
  return { table, columns, outcomes: [] };
}

function oneMore(before: CleanedTable, step: Step): CleanedTable {
  const after = applyRecipe(before.table, before.columns, [step]);
  return { ...after, outcomes: [...before.outcomes, ...after.outcomes] };
}

/** The outcomes under the ids of this very recipe; the same steps may have run under others before. */
function outcomesOf(recipe: Recipe, cleaned: CleanedTable): readonly StepOutcome[] {
  let at = 0;
  return recipe.flatMap((step) => {
    if (!step.enabled) return applyRecipe(cleaned.table, cleaned.columns, [step]).outcomes;
    const outcome = cleaned.outcomes[at++];
    return outcome ? { ...outcome, stepId: step.id } : [];
  });
}
