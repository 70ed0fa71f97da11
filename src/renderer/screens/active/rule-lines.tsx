import { Popover, Select, TextInput } from '@mantine/core';
import type { RuleLine } from '@shared/rules/types';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, IconButton } from '../../components/button';
import type { MappedObjectName } from '../../state/mapped-objects';
import { ConditionEditor } from './condition-editor';
import classes from './rule-editor.module.css';

export interface RuleLinesProps {
  readonly label: string;
  readonly tone: 'keep' | 'exclude';
  readonly object: MappedObjectName;
  readonly lines: readonly RuleLine[];
  readonly onChange: (lines: readonly RuleLine[]) => void;
  readonly testId: string;
}

/** The include or exclude lines of a rule as chips; press one to change it. */
export function RuleLines({ label, tone, object, lines, onChange, testId }: RuleLinesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const set = (line: RuleLine) =>
    onChange(
      lines.some((item) => item.id === line.id)
        ? lines.map((item) => (item.id === line.id ? line : item))
        : [...lines, line],
    );
  return (
    <div className={classes.part}>
      <span className={classes.label}>{label}</span>
      {lines.length === 0 ? <span className="soft">nothing</span> : null}
      {lines.map((line) => (
        <Popover
          key={line.id}
          opened={open === line.id}
          onChange={(opened) => setOpen(opened ? line.id : null)}
          withArrow
          trapFocus
          position="bottom-start"
        >
          <Popover.Target>
            <span className={classes[tone]}>
              <button type="button" onClick={() => setOpen(open === line.id ? null : line.id)}>
                {line.label}
              </button>
              <IconButton
                label={`Remove ${line.label}`}
                icon={<IconX size={12} />}
                onClick={() => onChange(lines.filter((item) => item.id !== line.id))}
              />
            </span>
          </Popover.Target>
          <Popover.Dropdown>
            <LineEditor
              object={object}
              line={line}
              onSave={(next) => {
                set(next);
                setOpen(null);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      ))}
      <Popover
        opened={open === 'new'}
        onChange={(opened) => setOpen(opened ? 'new' : null)}
        withArrow
        trapFocus
        position="bottom-start"
      >
        <Popover.Target>
          <span>
            <Button
              kind="quiet"
              icon={<IconPlus size={14} />}
              onClick={() => setOpen(open === 'new' ? null : 'new')}
              testId={`add-${testId}`}
            >
              Add
            </Button>
          </span>
        </Popover.Target>
        <Popover.Dropdown>
          <LineEditor
            object={object}
            line={{ id: newId(lines), label: '', condition: { kind: 'filled', field: '' }, missing: 'no' }}
            onSave={(next) => {
              set(next);
              setOpen(null);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function newId(lines: readonly RuleLine[]): string {
  let number = lines.length + 1;
  while (lines.some((line) => line.id === `line-${number}`)) number++;
  return `line-${number}`;
}

function LineEditor({
  object,
  line,
  onSave,
}: {
  readonly object: MappedObjectName;
  readonly line: RuleLine;
  readonly onSave: (line: RuleLine) => void;
}) {
  const [edited, setEdited] = useState(line);
  const complete = edited.label.trim() !== '' && isComplete(edited);
  return (
    <div className={classes.editor}>
      <TextInput
        label="In your words"
        placeholder="open balance"
        value={edited.label}
        onChange={(event) => setEdited({ ...edited, label: event.currentTarget.value })}
        data-autofocus
        data-testid="line-label"
      />
      <ConditionEditor
        object={object.name}
        condition={edited.condition}
        onChange={(condition) => setEdited({ ...edited, condition })}
      />
      <Select
        label="A missing value means"
        data={[
          { value: 'no', label: 'no' },
          { value: 'unknown', label: 'unknown: a person decides' },
        ]}
        value={edited.missing}
        allowDeselect={false}
        onChange={(value) => setEdited({ ...edited, missing: value === 'unknown' ? 'unknown' : 'no' })}
      />
      <Button
        kind="primary"
        disabled={!complete}
        onClick={() => onSave({ ...edited, label: edited.label.trim() })}
        testId="line-save"
      >
        Use this condition
      </Button>
    </div>
  );
}

function isComplete({ condition }: RuleLine): boolean {
  if (condition.field === '') return false;
  switch (condition.kind) {
    case 'is':
    case 'isNot':
      return condition.values.length > 0;
    case 'contains':
      return condition.text.trim() !== '';
    case 'hasWord':
      return condition.words.length > 0;
    case 'inList':
      return condition.table !== '' && condition.column !== '';
    case 'related':
      return condition.object !== '';
    default:
      return true;
  }
}
