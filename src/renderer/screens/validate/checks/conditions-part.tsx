import type { Condition } from '@shared/rules/types';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Button, IconButton } from '../../../components/button';
import { ConditionEditor } from '../../active/condition-editor';
import classes from './checks.module.css';

export interface ConditionsPartProps {
  readonly label: string;
  readonly object: string;
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
}

/** Conditions that must all hold, one card each. */
export function ConditionsPart({ label, object, conditions, onChange }: ConditionsPartProps) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {conditions.map((condition, at) => (
        // Conditions have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className={classes.condition}>
          <ConditionEditor
            object={object}
            condition={condition}
            onChange={(next) => onChange(conditions.with(at, next))}
          />
          <IconButton
            label="Remove this condition"
            icon={<IconTrash size={14} />}
            onClick={() => onChange(conditions.filter((_, other) => other !== at))}
          />
        </div>
      ))}
      <Button
        icon={<IconPlus size={14} />}
        onClick={() => onChange([...conditions, { kind: 'filled', field: '' }])}
      >
        Add a condition
      </Button>
    </fieldset>
  );
}
