import type { Recipe, Step } from '@shared/clean/types';
import type { StepCount } from '@shared/journal/types';
import { QueryView } from '../../../components/query-view';
import { useEngineQuery } from '../../../state/context';
import { draftOf, stepsBefore } from '../recipe-edit';
import { StepEditor } from './step-editor';

export interface EditorAtProps {
  readonly tableId: string;
  readonly recipe: Recipe;
  readonly step: Step;
  readonly before: string | null;
  readonly onSave: (step: Step, matched: StepCount | null) => Promise<boolean>;
  readonly onCancel: () => void;
  /** Goes on with looking for spellings instead. */
  readonly onSpellings: (step: Step) => void;
}

/** The editor of a step, once the columns at its place are known. */
export function EditorAt(props: EditorAtProps) {
  const { tableId, recipe, step, before } = props;
  const known = recipe.some((item) => item.id === step.id);
  const at = known ? step.id : before;
  const here = useEngineQuery(['columnsBefore', tableId, at], (engine) =>
    engine.draftRecipe(tableId, draftOf(stepsBefore(recipe, at))),
  );
  return (
    <QueryView query={here}>
      {({ columns }) => (
        <StepEditor {...props} known={known} columns={columns.map((column) => column.name)} />
      )}
    </QueryView>
  );
}
