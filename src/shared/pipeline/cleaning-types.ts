import type { Result } from '../base/result';
import type { StepSuggestion } from '../clean/suggest-steps';
import type { TransformPreview } from '../clean/transform-preview';
import type { ClusterQuery, Step, StepOutcome, ValueClusters, ValueTransform } from '../clean/types';
import type { ColumnGuess } from '../ingest/types';
import type { StepCount } from '../journal/types';
import type { Facet, FacetAnswer, FacetQuestion, TableWindow, View } from '../table/types';

/** What a recipe does to the table at hand, step by step. */
export interface RecipeReport {
  readonly tableId: string;
  readonly steps: readonly RecipeLine[];
  /** Columns after the recipe. */
  readonly columns: readonly ColumnGuess[];
  readonly rowCount: number;
}

export interface RecipeLine {
  /** Which step; what it does is left out, since one merge can hold tens of thousands of spellings. */
  readonly step: Omit<Step, 'action' | 'where'>;
  /** What it does, for people. */
  readonly sentence: string;
  readonly outcome: StepOutcome;
  /** What it touched when it was last saved, perhaps on an earlier extract; null where nobody looked. */
  readonly lastTime: StepCount | null;
}

/**
 * A recipe that is not in the journal yet, or the beginning of one. Steps that are saved go by their ids: a recipe is asked
 * about with every rectangle of a grid, and one merge can hold tens of thousands of spellings.
 */
export type RecipeDraft = readonly (Step | string)[];

/** A rectangle of a table under a recipe. */
export interface DraftWindow extends TableWindow {
  /** Names of the columns, in the order of the cells. */
  readonly columns: readonly string[];
  /** The same cells before the last step of the recipe; null where that step made the column. */
  readonly before: readonly (readonly (string | null)[])[];
}

/** One page of clusters; `total` counts all that meet the query. */
export interface ValueClusterPage extends ValueClusters {
  readonly total: number;
}

/**
 * What the screen for cleaning asks, under a recipe; null stands for the saved one. A draft with the id of a step that is
 * not saved (any more) is answered with `UNKNOWN_STEP`.
 */
export interface CleaningQueries {
  /** Steps worth making on a table as it is now, with what speaks for each. */
  suggestedSteps(tableId: string): Promise<Result<readonly StepSuggestion[]>>;
  /** The saved recipe of a table. */
  recipe(tableId: string): Promise<Result<RecipeReport>>;
  draftRecipe(tableId: string, recipe: RecipeDraft): Promise<Result<RecipeReport>>;
  draftWindow(
    tableId: string,
    recipe: RecipeDraft | null,
    view: View,
    start: number,
    count: number,
  ): Promise<Result<DraftWindow>>;
  draftFacet(
    tableId: string,
    recipe: RecipeDraft | null,
    view: View,
    column: string,
    limit: number,
  ): Promise<Result<Facet>>;
  draftAnswerFacet(
    tableId: string,
    recipe: RecipeDraft | null,
    view: View,
    question: FacetQuestion,
  ): Promise<Result<FacetAnswer>>;
  /** Clusters `start` to `start + count` in the order of the query. What was found is kept for further pages and filters. */
  valueClusters(
    tableId: string,
    recipe: RecipeDraft | null,
    column: string,
    query: ClusterQuery,
    start: number,
    count: number,
  ): Promise<Result<ValueClusterPage>>;
  previewTransforms(
    tableId: string,
    recipe: RecipeDraft | null,
    column: string,
    transforms: readonly ValueTransform[],
    limit: number,
  ): Promise<Result<TransformPreview>>;
}
