import type { StepSuggestion } from '@shared/clean/suggest-steps';
import type { Recipe, Step, StepAction, StepCondition } from '@shared/clean/types';
import { setStep } from '@shared/journal/recipe-steps';
import type { StepCount, TableState } from '@shared/journal/types';
import type { RecipeReport } from '@shared/pipeline/cleaning-types';
import type { Filter, View } from '@shared/table/types';
import { useState } from 'react';
import { WHOLE_TABLE } from '../../components/data-grid/grid-view';
import {
  type EngineQuery,
  useEngineQuery,
  useProject,
  useProjectModel,
  useProjectState,
} from '../../state/context';
import { notifyDone, notifyError } from '../../state/notify';
import { END, insertAt, type Place, placeIn, READ, stepsAt } from './place';
import { draftOf } from './recipe-edit';
import type { StepDeeds } from './recipe-list';
import { newStepId, type RecipeWriter, useRecipeWriter } from './use-steps';
import { conditionsOf } from './where-filters';

/** The rows a new step touches. */
export type Scope = 'all' | 'shown';

/** What stands in the middle: the rows, or one step being made or changed. */
export type Work =
  | { readonly kind: 'rows' }
  | { readonly kind: 'edit' | 'clusters'; readonly step: Step; readonly before: string | null };

/** The table at one point of its recipe. */
export interface Seen extends RecipeReport {
  readonly place: Place;
  /** The steps that have run there. */
  readonly recipe: Recipe;
  /** State of the project it belongs to. */
  readonly version: number;
}

/** Everything the screen knows and can do about the recipe of one table. */
export interface Cleaning {
  readonly recipe: Recipe;
  readonly writer: RecipeWriter;
  readonly report: EngineQuery<RecipeReport>;
  readonly seen: EngineQuery<Seen>;
  readonly place: Place;
  readonly show: (place: Place) => void;
  readonly work: Work;
  readonly setWork: (work: Work) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  /** Keeps a step and goes to the table as of it. */
  readonly save: (step: Step, before: string | null, matched: StepCount | null) => Promise<boolean>;
  /** A step that was offered: kept, or opened to be completed. */
  readonly pick: (offer: Pick<StepSuggestion, 'action' | 'where' | 'opens'>) => void;
  /** Opens a new step on a column. */
  readonly addStep: (column: string | null) => void;
  readonly deeds: StepDeeds;
  /** Shows rows as they were before a step. */
  readonly showRows: (stepId: string, rows: Filter) => void;
}

const ROWS: Work = { kind: 'rows' };
const NO_STEPS: Recipe = [];

/** The recipe of a table, where it is looked at, and what is being done with it. */
export function useCleaning(table: TableState): Cleaning {
  const project = useProject();
  const recipe = useProjectState().recipes[table.id] ?? NO_STEPS;
  const version = useProjectModel((model) => model.version);
  const writer = useRecipeWriter(table, recipe);
  const [wanted, setPlace] = useState<Place>(END);
  const [work, setWork] = useState<Work>(ROWS);
  const [view, setView] = useState<View>(WHOLE_TABLE);
  const [scope, setScope] = useState<Scope>('all');
  const place = placeIn(recipe, wanted);
  const report = useEngineQuery(['recipe', table.id], (engine) => engine.recipe(table.id));
  const seen = useEngineQuery<Seen>(
    ['recipeAt', table.id, place.at === 'step' ? place.stepId : place.at],
    async (engine) => {
      const here = stepsAt(recipe, place);
      const answer = await engine.draftRecipe(table.id, draftOf(here));
      return answer.ok ? { ok: true, value: { ...answer.value, place, recipe: here, version } } : answer;
    },
    { keepPrevious: true },
  );

  const show = (next: Place) => {
    setPlace(next);
    setWork(ROWS);
  };
  const open = (step: Step, before: string | null) =>
    setWork({ kind: step.action.kind === 'merge' ? 'clusters' : 'edit', step, before });
  const begun = (action: StepAction, where: readonly StepCondition[] = []): Step => ({
    id: newStepId(),
    action,
    where: [...where, ...(scope === 'shown' ? (conditionsOf(view) ?? []) : [])],
    enabled: true,
    note: '',
  });
  const save: Cleaning['save'] = async (step, before, matched) => {
    const kept = await writer.set(step, before, matched);
    if (kept) show({ at: 'step', stepId: step.id });
    return kept;
  };
  const apply = async (step: Step) => {
    const before = insertAt(recipe, place);
    const draft = draftOf(setStep(recipe, step, before), recipe);
    const tried = await project.ask((engine) => engine.draftRecipe(table.id, draft));
    if (!tried.ok) return notifyError(tried.error);
    const outcome = tried.value.steps.find((item) => item.step.id === step.id)?.outcome;
    if (outcome?.state !== 'applied') return open(step, before);
    const kept = await save(step, before, { values: outcome.values, rows: outcome.rows });
    if (kept) notifyDone(outcome.sentence);
  };
  const openOn = (column: string | null, before: string | null) => {
    const name = column ?? seen.data?.columns[0]?.name ?? null;
    open(begun({ kind: 'change', columns: name === null ? [] : [name], transforms: [] }), before);
  };
  /** The table before a step. */
  const placeBefore = (stepId: string): Place => {
    const earlier = recipe[recipe.findIndex((item) => item.id === stepId) - 1];
    return earlier ? { at: 'step', stepId: earlier.id } : READ;
  };
  const withKnown = (stepId: string, deed: (step: Step, at: number) => void) => {
    const at = recipe.findIndex((item) => item.id === stepId);
    const step = recipe[at];
    if (step) deed(step, at);
  };

  return {
    recipe,
    writer,
    report,
    seen,
    place,
    show,
    work,
    setWork,
    view,
    setView,
    scope,
    setScope,
    save,
    pick: ({ action, where, opens }) => {
      const step = begun(action, where);
      if (opens === 'apply') void apply(step);
      else open(step, insertAt(recipe, place));
    },
    addStep: (column) => openOn(column, insertAt(recipe, place)),
    deeds: {
      onEdit: (id) => withKnown(id, (step) => open(step, null)),
      onToggle: (id) =>
        withKnown(id, (step) => {
          const last = report.data?.steps.find((item) => item.step.id === id)?.lastTime ?? null;
          void writer.set({ ...step, enabled: !step.enabled }, null, last);
        }),
      onDuplicate: (id) =>
        withKnown(id, (step, at) => {
          void save({ ...step, id: newStepId() }, recipe[at + 1]?.id ?? null, null);
        }),
      onInsertBefore: (id) => {
        setPlace(placeBefore(id));
        openOn(null, id);
      },
      onRemove: (id) => void writer.remove(id),
      onMove: (id, before) => void writer.move(id, before),
    },
    showRows: (stepId, rows) => {
      setView({ filters: [rows], sort: null });
      show(placeBefore(stepId));
    },
  };
}
