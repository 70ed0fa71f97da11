import { Select } from '@mantine/core';
import type { StepAction } from '@shared/clean/types';
import { stepKinds } from '../step-offers';
import classes from './editors.module.css';

export interface KindFieldProps {
  readonly action: StepAction;
  readonly columns: readonly string[];
  readonly onChange: (action: StepAction) => void;
  /** Looking for spellings has a view of its own. */
  readonly onSpellings: (action: StepAction) => void;
}

/** What a new step does; choosing begins it anew on the same column. */
export function KindField({ action, columns, onChange, onSpellings }: KindFieldProps) {
  const kinds = stepKinds(columnOf(action) ?? columns[0] ?? '', columns);
  return (
    <Select
      label="What is done"
      className={classes.half ?? ''}
      data={kinds.map(({ id, label }) => ({ value: id, label }))}
      value={kinds.find((kind) => kind.action.kind === action.kind)?.id ?? null}
      allowDeselect={false}
      maxDropdownHeight={320}
      onChange={(id) => {
        const kind = kinds.find((item) => item.id === id);
        if (kind?.opens === 'clusters') onSpellings(kind.action);
        else if (kind) onChange(kind.action);
      }}
      data-testid="step-kind"
    />
  );
}

/** The column a step is about, the first of several. */
export function columnOf(action: StepAction): string | null {
  switch (action.kind) {
    case 'change':
    case 'join':
    case 'fillDown':
    case 'remove':
      return action.columns[0] ?? null;
    case 'formula':
      return null;
    default:
      return action.column;
  }
}
