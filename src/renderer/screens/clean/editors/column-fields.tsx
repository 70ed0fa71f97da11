import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { freeNames } from '@shared/clean/free-names';
import type { SplitBy, StepAction } from '@shared/clean/types';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, IconButton } from '../../../components/button';
import { ColumnsField } from '../../../components/conditions/columns-field';
import { FieldGroup } from '../../../components/field-group';
import { PatternField } from '../../../components/transforms/pattern-field';
import type { ActionFieldsProps } from './action-fields-props';
import classes from './editors.module.css';

type Of<Kind extends StepAction['kind']> = Extract<StepAction, { readonly kind: Kind }>;

const WAYS: readonly { readonly value: SplitBy['kind']; readonly label: string }[] = [
  { value: 'separator', label: 'At a text' },
  { value: 'pattern', label: 'At a pattern' },
  { value: 'lengths', label: 'After characters' },
];

/** Where a column is cut, and what the parts are called. */
export function SplitFields({ action, columns, onChange }: ActionFieldsProps<Of<'split'>>) {
  const way = (kind: string) => {
    const by: SplitBy =
      kind === 'pattern'
        ? { kind: 'pattern', pattern: '', ignoreCase: false }
        : kind === 'lengths'
          ? { kind: 'lengths', lengths: [4] }
          : { kind: 'separator', separator: ',' };
    onChange({ ...action, by });
  };
  return (
    <>
      <SegmentedControl
        aria-label={`How ${action.column} is split`}
        data={[...WAYS]}
        value={action.by.kind}
        onChange={way}
      />
      <SplitAt by={action.by} onChange={(by) => onChange({ ...action, by })} />
      <NamesField
        label="Parts become"
        names={action.into}
        base={action.column}
        columns={columns}
        onChange={(into) => onChange({ ...action, into })}
      />
      <KeepBox keep={action.keep} column={action.column} onChange={(keep) => onChange({ ...action, keep })} />
    </>
  );
}

function SplitAt({ by, onChange }: { readonly by: SplitBy; readonly onChange: (by: SplitBy) => void }) {
  const [typed, setTyped] = useState(by.kind === 'lengths' ? by.lengths.join(', ') : '');
  switch (by.kind) {
    case 'separator':
      return (
        <TextInput
          label="Split at"
          description="The last part takes what is left over"
          value={by.separator}
          className={classes.mono ?? ''}
          onChange={(event) => onChange({ ...by, separator: event.currentTarget.value })}
          data-autofocus
          data-testid="split-separator"
        />
      );
    case 'pattern':
      return (
        <PatternField
          label="Split at the pattern"
          pattern={by.pattern}
          ignoreCase={by.ignoreCase}
          onChange={(pattern, ignoreCase) => onChange({ ...by, pattern, ignoreCase })}
        />
      );
    case 'lengths':
      return (
        <TextInput
          label="Characters of each part"
          description="For example 2, 4, 4"
          value={typed}
          error={typed.trim() !== '' && by.lengths.length === 0 ? 'Whole numbers, with commas' : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onChange({ ...by, lengths: readLengths(event.currentTarget.value) });
          }}
        />
      );
  }
}

/** `2, 4` → [2, 4]; anything else is no list of lengths. */
export function readLengths(text: string): readonly number[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const lengths = parts.map(Number);
  return lengths.every((length) => Number.isInteger(length) && length > 0) ? lengths : [];
}

/** Columns put together into one. */
export function JoinFields({ action, columns, onChange }: ActionFieldsProps<Of<'join'>>) {
  return (
    <>
      <ColumnsField
        label="Columns, in this order"
        columns={columns}
        value={action.columns}
        onChange={(chosen) => onChange({ ...action, columns: chosen })}
      />
      <div className={classes.pair}>
        <TextInput
          label="Between them"
          value={action.separator}
          className={classes.mono ?? ''}
          onChange={(event) => onChange({ ...action, separator: event.currentTarget.value })}
        />
        <TextInput
          label="Becomes"
          value={action.into}
          onChange={(event) => onChange({ ...action, into: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label="Leave empty cells out"
        checked={action.skipEmpty}
        onChange={(event) => onChange({ ...action, skipEmpty: event.currentTarget.checked })}
      />
      <KeepBox keep={action.keep} column={null} onChange={(keep) => onChange({ ...action, keep })} />
    </>
  );
}

/** Groups of a pattern, each into a column. */
export function ExtractFields({ action, columns, onChange }: ActionFieldsProps<Of<'extract'>>) {
  return (
    <>
      <PatternField
        label={`Pattern to find in ${action.column}`}
        description="Every group in ( ) becomes a column; without a group, all that was found"
        pattern={action.pattern}
        ignoreCase={action.ignoreCase}
        onChange={(pattern, ignoreCase) => onChange({ ...action, pattern, ignoreCase })}
        autofocus
      />
      <NamesField
        label="Groups become"
        names={action.into}
        base={action.column}
        columns={columns}
        onChange={(into) => onChange({ ...action, into })}
      />
    </>
  );
}

export interface NamesFieldProps {
  readonly label: string;
  readonly names: readonly string[];
  /** New names begin with this. */
  readonly base: string;
  readonly columns: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

/** Names of new columns, in order. */
function NamesField({ label, names, base, columns, onChange }: NamesFieldProps) {
  return (
    <FieldGroup label={label}>
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
        <div key={at} className={classes.name}>
          <TextInput
            aria-label={`${label} ${at + 1}`}
            value={name}
            error={columns.includes(name) ? 'There is a column of that name' : undefined}
            onChange={(event) => {
              const text = event.currentTarget.value;
              onChange(names.map((item, index) => (index === at ? text : item)));
            }}
          />
          <IconButton
            label={`Without ${name}`}
            icon={<IconX size={13} />}
            disabled={names.length === 1}
            onClick={() => onChange(names.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        icon={<IconPlus size={13} />}
        onClick={() => onChange([...names, freeNames([...columns, ...names])(`${base} ${names.length + 1}`)])}
      >
        One more
      </Button>
    </FieldGroup>
  );
}

interface KeepBoxProps {
  readonly keep: boolean;
  /** Null = several columns. */
  readonly column: string | null;
  readonly onChange: (keep: boolean) => void;
}

/** Whether what a step was made from stays. */
export function KeepBox({ keep, column, onChange }: KeepBoxProps) {
  return (
    <Checkbox
      label={column === null ? 'Keep these columns too' : `Keep ${column} too`}
      checked={keep}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
