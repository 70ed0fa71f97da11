import type { StepAction } from '@shared/clean/types';

/** What every part of an editor is given. */
export interface ActionFieldsProps<Action extends StepAction = StepAction> {
  readonly action: Action;
  /** Columns at that point of the recipe. */
  readonly columns: readonly string[];
  readonly onChange: (action: StepAction) => void;
}
