import { MultiSelect } from '@mantine/core';
import type { StepAction } from '@shared/clean/types';

/** What every part of an editor is given. */
export interface ActionFieldsProps<Action extends StepAction = StepAction> {
  readonly action: Action;
  /** Columns at that point of the recipe. */
  readonly columns: readonly string[];
  readonly onChange: (action: StepAction) => void;
}

interface ColumnsFieldProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

/** Several columns, found by typing; those that are gone stay listed until taken away. */
export function ColumnsField({ label, columns, value, onChange }: ColumnsFieldProps) {
  const gone = value.filter((name) => !columns.includes(name));
  return (
    <MultiSelect
      label={label}
      data={[...columns, ...gone]}
      value={[...value]}
      searchable
      hidePickedOptions
      onChange={onChange}
      error={gone.length > 0 ? `Not in the table at this point: ${gone.join(', ')}` : undefined}
      data-testid="step-columns"
    />
  );
}
