import { AppFailure, capture } from '../base/result';
import { stepSentence } from '../clean/step-sentence';
import { type StepSuggestion, suggestSteps } from '../clean/suggest-steps';
import { previewTransforms } from '../clean/transform-preview';
import type { Recipe } from '../clean/types';
import { clusterPageOf } from '../clean/value-clusters';
import { readValue } from '../profile/read-value';
import { columnNamed, valueAt } from '../table/column';
import { answerFacet } from '../table/facets';
import { needColumn } from '../table/filter-rows';
import type { Table, TableWindow } from '../table/types';
import { facetOf, windowOf } from '../table/view';
import type { CleaningQueries, DraftWindow, RecipeDraft, RecipeReport } from './cleaning-types';
import type { Model } from './model';

/** What the engine answers about cleaning, from whatever state is current when it is asked. */
export function cleaningQueries(current: () => Model, dateOf: (tableId: string) => string): CleaningQueries {
  const under = async (tableId: string, draft: RecipeDraft | null): Promise<Table> => {
    const model = current();
    const cleaned = draft
      ? model.cleanedUnder(tableId, stepsOf(model, tableId, draft))
      : model.wholeCleaned(tableId);
    return (await cleaned).table;
  };
  return {
    suggestedSteps: (tableId) => capture(() => suggestionsFor(current(), tableId, dateOf(tableId))),
    recipe: (tableId) => capture(() => recipeReport(current(), tableId, current().recipe(tableId))),
    draftRecipe: (tableId, recipe) =>
      capture(async () => recipeReport(current(), tableId, stepsOf(current(), tableId, recipe))),
    draftWindow: (tableId, recipe, view, start, count) =>
      capture(async () => {
        const model = current();
        const steps = stepsOf(model, tableId, recipe);
        const { table } = await model.cleanedUnder(tableId, steps);
        const before = await model.cleanedUnder(tableId, steps.slice(0, -1));
        const window = windowOf(table, view, start, count, undefined, readValue);
        return steps.length === 0
          ? unchanged(window, table)
          : { ...window, columns: names(table), before: cellsBefore(window, table, before.table) };
      }),
    draftFacet: (tableId, recipe, view, column, limit) =>
      capture(async () => facetOf(await under(tableId, recipe), view, column, limit, undefined, readValue)),
    draftAnswerFacet: (tableId, recipe, view, question) =>
      capture(async () => answerFacet(await under(tableId, recipe), view, question, readValue)),
    valueClusters: (tableId, recipe, column, query, start, count) =>
      capture(async () => {
        const model = current();
        const steps = stepsOf(model, tableId, recipe);
        const found = await model.foundClusters(tableId, steps, column, query.method);
        return clusterPageOf(found, query, start, count);
      }),
    previewTransforms: (tableId, recipe, column, transforms, limit) =>
      capture(async () =>
        previewTransforms(needColumn(await under(tableId, recipe), column), transforms, limit),
      ),
  };
}

function suggestionsFor(
  model: Model,
  tableId: string,
  referenceDate: string,
): Promise<readonly StepSuggestion[]> {
  const inputs = { table: model.tableKey(tableId), referenceDate };
  return model.stage('suggestedSteps', 1, inputs, async () => {
    const { table, columns } = await model.cleaned(tableId);
    const profile = await model.profile(tableId, referenceDate);
    return suggestSteps({ profile, table, guesses: columns }, model.task);
  });
}

/** The steps of a draft, those named by their ids as they are saved. */
function stepsOf(model: Model, tableId: string, draft: RecipeDraft | null): Recipe {
  const saved = model.recipe(tableId);
  if (!draft) return saved;
  return draft.map((item) => {
    const step = typeof item === 'string' ? saved.find(({ id }) => id === item) : item;
    if (step) return step;
    throw new AppFailure({
      code: 'UNKNOWN_STEP',
      message: 'A step of this recipe is no longer there. Look at the recipe as it is now.',
      details: { tableId, step: String(item) },
    });
  });
}

async function recipeReport(model: Model, tableId: string, recipe: Recipe): Promise<RecipeReport> {
  const { table, columns, outcomes } = await model.cleanedUnder(tableId, recipe);
  const counts = model.state.stepCounts[tableId] ?? {};
  return {
    tableId,
    steps: recipe.map(({ action, where: _, ...step }, at) => ({
      step,
      sentence: stepSentence(action),
      outcome: outcomes[at]!,
      lastTime: counts[step.id] ?? null,
    })),
    columns,
    rowCount: table.rowCount,
  };
}

function names(table: Table): readonly string[] {
  return table.columns.map(({ name }) => name);
}

function unchanged(window: TableWindow, table: Table): DraftWindow {
  return { ...window, columns: names(table), before: window.cells };
}

/** The cells of a window in the table before a step. A column the step did not touch is the very same object. */
function cellsBefore(
  window: TableWindow,
  table: Table,
  before: Table,
): readonly (readonly (string | null)[])[] {
  const earlier = table.columns.map((column) => columnNamed(before, column.name));
  return window.rows.map((row) => earlier.map((column) => (column ? valueAt(column, row) : null)));
}
