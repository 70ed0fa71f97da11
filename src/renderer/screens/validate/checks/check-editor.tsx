import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { OwnCheck } from '@shared/rules/check-types';
import { useState } from 'react';
import { formatCount, plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { ErrorPanel } from '../../../components/states';
import { useEngineQuery } from '../../../state/context';
import { useMappedObjects } from '../../../state/mapped-objects';
import { useRuleFields } from '../../active/rule-fields';
import { completed, freshRequirement, KINDS } from './check-draft';
import classes from './checks.module.css';
import { ConditionsPart } from './conditions-part';
import { RequirementPart } from './requirement-part';

export interface CheckEditorProps {
  readonly check: OwnCheck;
  readonly onSave: (check: OwnCheck) => void;
  readonly onCancel: () => void;
}

/** One rule of the steward's, tried on all records while it is written. */
export function CheckEditor({ check: first, onSave, onCancel }: CheckEditorProps) {
  const objects = useMappedObjects();
  const [check, setCheck] = useState(first);
  const { fields } = useRuleFields(check.object);
  const whole = completed(check, fields[0]?.api ?? '');
  const [settled] = useDebouncedValue(whole, 200);
  const tried = useEngineQuery(
    settled ? ['draftCheck', JSON.stringify({ ...settled, label: '' })] : null,
    (engine) => engine.draftCheck(settled ?? check),
    { keepPrevious: true },
  );
  return (
    <form
      className={classes.frame}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) onSave(whole);
      }}
      data-testid="check-editor"
    >
      <TextInput
        label="What it is called"
        placeholder="e.g. Refunds are never larger than the sale"
        value={check.label}
        onChange={(event) => setCheck({ ...check, label: event.currentTarget.value })}
        data-autofocus
        data-testid="check-label"
      />
      <Select
        label="Every record of"
        data={objects.map(({ name, label }) => ({ value: name, label }))}
        value={check.object}
        allowDeselect={false}
        onChange={(object) =>
          object && setCheck({ ...check, object, when: [], must: freshRequirement(check.must.kind) })
        }
        data-testid="check-object"
      />
      <ConditionsPart
        label="of which it is true that (leave empty for all)"
        object={check.object}
        conditions={check.when}
        onChange={(when) => setCheck({ ...check, when })}
      />
      <Select
        label="What is asked"
        data={KINDS.map(({ kind, label }) => ({ value: kind, label }))}
        value={check.must.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = KINDS.find((item) => item.kind === value)?.kind;
          if (kind) setCheck({ ...check, must: freshRequirement(kind) });
        }}
        data-testid="check-kind"
      />
      <RequirementPart
        object={check.object}
        must={check.must}
        onChange={(must) => setCheck({ ...check, must })}
      />
      <SegmentedControl
        aria-label="What happens to records that break it"
        data={[
          { value: 'error', label: 'Refuse records that break it' },
          { value: 'warning', label: 'Only warn' },
        ]}
        value={check.severity}
        onChange={(value) => setCheck({ ...check, severity: value === 'warning' ? 'warning' : 'error' })}
      />
      <div className={classes.tried} aria-live="polite" data-testid="check-tried">
        {tried.error ? <ErrorPanel error={tried.error} /> : null}
        {whole && tried.data ? (
          <>
            <p>{tried.data.sentence}</p>
            <p className="num">
              {tried.data.broken === 0
                ? `All ${formatCount(tried.data.checked)} records keep it.`
                : `${plural(tried.data.broken, 'record')} of ${formatCount(tried.data.checked)} break it:`}
            </p>
            <ul className={classes.broken}>
              {tried.data.rows.slice(0, 8).map((row) => (
                <li key={row.key}>
                  {row.title} <span className="soft">{row.value}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="soft">Once the rule is whole, what it finds is shown here.</p>
        )}
      </div>
      <div className={classes.foot}>
        <Button kind="primary" type="submit" disabled={!whole} onClick={() => undefined} testId="save-check">
          Save the rule
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
