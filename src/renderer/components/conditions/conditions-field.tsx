import { Select, TextInput } from '@mantine/core';
import type { StepCondition } from '@shared/clean/types';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Button, IconButton } from '../button';
import { FieldGroup } from '../field-group';
import { ExpressionField } from '../transforms/expression-field';
import classes from './conditions.module.css';

export interface ConditionsFieldProps {
  readonly conditions: readonly StepCondition[];
  readonly columns: readonly string[];
  readonly onChange: (conditions: readonly StepCondition[]) => void;
}

type ConditionWord = 'is' | 'isNot' | 'contains' | 'containsNot' | 'blank' | 'filled' | 'pattern' | 'formula';

const WORDS: readonly { readonly value: ConditionWord; readonly label: string }[] = [
  { value: 'is', label: 'is' },
  { value: 'isNot', label: 'is not' },
  { value: 'contains', label: 'contains' },
  { value: 'containsNot', label: 'does not contain' },
  { value: 'blank', label: 'is empty' },
  { value: 'filled', label: 'is filled' },
  { value: 'pattern', label: 'looks like' },
  { value: 'formula', label: 'formula is true' },
];

/** Conditions rows must all meet; none = all rows. */
export function ConditionsField({ conditions, columns, onChange }: ConditionsFieldProps) {
  const set = (at: number, condition: StepCondition) =>
    onChange(conditions.map((item, index) => (index === at ? condition : item)));
  return (
    <FieldGroup label={conditions.length === 0 ? 'In all rows' : 'Only in rows where'}>
      {conditions.map((condition, at) => (
        <ConditionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place.
          key={at}
          condition={condition}
          columns={columns}
          onChange={(next) => set(at, next)}
          onRemove={() => onChange(conditions.filter((_, index) => index !== at))}
        />
      ))}
      <Button
        kind="quiet"
        icon={<IconPlus size={13} />}
        onClick={() => onChange([...conditions, conditionOf('is', columns[0] ?? '', '')])}
        testId="add-condition"
      >
        {conditions.length === 0 ? 'Only some rows' : 'And where'}
      </Button>
    </FieldGroup>
  );
}

interface ConditionLineProps {
  readonly condition: StepCondition;
  readonly columns: readonly string[];
  readonly onChange: (condition: StepCondition) => void;
  readonly onRemove: () => void;
}

function ConditionLine({ condition, columns, onChange, onRemove }: ConditionLineProps) {
  const { word, column, text } = partsOf(condition);
  const first = columns[0] ?? '';
  return (
    <div className={classes.condition}>
      {word === 'formula' ? null : (
        <Select
          aria-label="Column"
          data={columns.includes(column) || column === '' ? [...columns] : [...columns, column]}
          value={column}
          searchable
          allowDeselect={false}
          error={columns.includes(column) ? undefined : 'not in the table here'}
          onChange={(chosen) => chosen !== null && onChange(withParts(condition, word, chosen, text))}
        />
      )}
      <Select
        aria-label="Condition"
        data={[...WORDS]}
        value={word}
        allowDeselect={false}
        onChange={(chosen) => {
          const next = WORDS.find((item) => item.value === chosen)?.value;
          if (next) onChange(withParts(condition, next, column === '' ? first : column, text));
        }}
      />
      {word === 'formula' ? (
        <ExpressionField
          label="Formula"
          hideLabel
          expression={text}
          columns={columns}
          onChange={(expression) => onChange({ kind: 'formula', expression })}
        />
      ) : word === 'blank' || word === 'filled' ? (
        <span />
      ) : condition.kind === 'equals' && condition.values.length > 1 ? (
        <span className="clip soft" title={condition.values.join(', ')}>
          {condition.values[0] || 'empty'} or {condition.values.length - 1} more
        </span>
      ) : (
        <TextInput
          aria-label="Value"
          value={text}
          placeholder={word === 'pattern' ? 'AA-9999' : 'empty'}
          onChange={(event) => onChange(conditionOf(word, column, event.currentTarget.value))}
        />
      )}
      <IconButton label="Without this condition" icon={<IconX size={13} />} onClick={onRemove} />
    </div>
  );
}

interface Parts {
  readonly word: ConditionWord;
  readonly column: string;
  readonly text: string;
}

function partsOf(condition: StepCondition): Parts {
  switch (condition.kind) {
    case 'equals':
      return {
        word: condition.not ? 'isNot' : 'is',
        column: condition.column,
        text: condition.values[0] ?? '',
      };
    case 'contains':
      return {
        word: condition.not ? 'containsNot' : 'contains',
        column: condition.column,
        text: condition.text,
      };
    case 'blank':
      return { word: condition.blank ? 'blank' : 'filled', column: condition.column, text: '' };
    case 'pattern':
      return { word: 'pattern', column: condition.column, text: condition.mask };
    case 'formula':
      return { word: 'formula', column: '', text: condition.expression };
  }
}

/** Another column or another word; a list of several values stays a list. */
function withParts(before: StepCondition, word: ConditionWord, column: string, text: string): StepCondition {
  if (before.kind === 'equals' && (word === 'is' || word === 'isNot'))
    return { ...before, column, not: word === 'isNot' };
  return conditionOf(word, column, word === 'formula' && text === '' ? 'value' : text);
}

function conditionOf(word: ConditionWord, column: string, text: string): StepCondition {
  switch (word) {
    case 'is':
    case 'isNot':
      return { kind: 'equals', column, values: [text], not: word === 'isNot' };
    case 'contains':
    case 'containsNot':
      return { kind: 'contains', column, text, not: word === 'containsNot' };
    case 'blank':
    case 'filled':
      return { kind: 'blank', column, blank: word === 'blank' };
    case 'pattern':
      return { kind: 'pattern', column, mask: text };
    case 'formula':
      return { kind: 'formula', expression: text };
  }
}
