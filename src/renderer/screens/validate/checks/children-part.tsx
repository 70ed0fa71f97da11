import { Select } from '@mantine/core';
import type { Children } from '@shared/rules/check-types';
import { useRuleFields } from '../../active/rule-fields';
import { ConditionsPart } from './conditions-part';

export interface ChildrenPartProps {
  readonly object: string;
  readonly of: Children;
  readonly onChange: (of: Children) => void;
}

/** Which related records a check counts or adds up. */
export function ChildrenPart({ object, of, onChange }: ChildrenPartProps) {
  const { related } = useRuleFields(object);
  return (
    <>
      <Select
        label="Related records"
        placeholder={related.length === 0 ? 'No mapped object points here' : 'Choose'}
        disabled={related.length === 0}
        data={related.map((item) => ({ value: `${item.object}/${item.field}`, label: item.label }))}
        value={of.object === '' ? null : `${of.object}/${of.field}`}
        onChange={(value) => {
          const found = related.find((item) => `${item.object}/${item.field}` === value);
          if (found) onChange({ object: found.object, field: found.field, where: [] });
        }}
        data-testid="check-children"
      />
      {of.object === '' ? null : (
        <ConditionsPart
          label="Only those where"
          object={of.object}
          conditions={of.where}
          onChange={(where) => onChange({ ...of, where })}
        />
      )}
    </>
  );
}
