import { Select } from '@mantine/core';
import type { ActiveRule } from '@shared/rules/types';
import { Card } from '../../components/card';
import { Sentence } from '../../components/sentence';
import type { MappedObjectName } from '../../state/mapped-objects';
import classes from './rule-editor.module.css';
import { RuleLines } from './rule-lines';
import { WindowPart } from './window-part';

export interface RuleEditorProps {
  readonly object: MappedObjectName;
  readonly rule: ActiveRule;
  readonly sentence: string;
  readonly onChange: (rule: ActiveRule) => void;
}

/** The rule as a sentence, and under it the parts it is made of, each to be pressed and changed. */
export function RuleEditor({ object, rule, sentence, onChange }: RuleEditorProps) {
  return (
    <Card testId="rule-editor">
      <Sentence large>{sentence}</Sentence>
      <div className={classes.parts}>
        <RuleLines
          label="Always keep"
          tone="keep"
          object={object}
          lines={rule.includes}
          onChange={(includes) => onChange({ ...rule, includes })}
          testId="includes"
        />
        <RuleLines
          label="Then leave behind"
          tone="exclude"
          object={object}
          lines={rule.excludes}
          onChange={(excludes) => onChange({ ...rule, excludes })}
          testId="excludes"
        />
        <WindowPart object={object.name} rule={rule} onChange={onChange} />
        <div className={classes.part}>
          <span className={classes.label}>All others</span>
          <Select
            aria-label="What happens to all other records"
            w={170}
            data={[
              { value: 'exclude', label: 'are left behind' },
              { value: 'keep', label: 'are kept' },
            ]}
            value={rule.otherwise}
            allowDeselect={false}
            onChange={(value) => onChange({ ...rule, otherwise: value === 'keep' ? 'keep' : 'exclude' })}
          />
          <Select
            aria-label="Parents of exported records"
            w={250}
            data={[
              { value: 'yes', label: 'keep those an exported record needs' },
              { value: 'no', label: 'even if an exported record needs them' },
            ]}
            value={rule.keepParents ? 'yes' : 'no'}
            allowDeselect={false}
            onChange={(value) => onChange({ ...rule, keepParents: value === 'yes' })}
          />
        </div>
      </div>
    </Card>
  );
}
