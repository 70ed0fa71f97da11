import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { assertNever } from '@shared/base/result';
import type { Condition } from '@shared/rules/types';
import { useColumns } from '../../state/columns';
import { useRuleFields } from './rule-fields';

type Kind = Condition['kind'];

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'filled', label: 'is filled' },
  { value: 'empty', label: 'is empty' },
  { value: 'is', label: 'is one of' },
  { value: 'isNot', label: 'is none of' },
  { value: 'contains', label: 'contains the text' },
  { value: 'hasWord', label: 'has one of the words' },
  { value: 'compare', label: 'as a number' },
  { value: 'within', label: 'is a date within' },
  { value: 'inList', label: 'stands in a reference list' },
  { value: 'related', label: 'has a related record' },
];

export interface ConditionEditorProps {
  readonly object: string;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  /** Inside a related condition: no further nesting. */
  readonly nested?: boolean;
}

/** One question about a record: which field, which test, which value. */
export function ConditionEditor({ object, condition, onChange, nested = false }: ConditionEditorProps) {
  const { fields, related, lists } = useRuleFields(object);
  const kinds = KINDS.filter(
    ({ value }) =>
      (value !== 'related' || (!nested && related.length > 0)) && (value !== 'inList' || lists.length > 0),
  );
  return (
    <>
      <Select
        label="Test"
        data={kinds.map(({ value, label }) => ({ value, label }))}
        value={condition.kind}
        allowDeselect={false}
        onChange={(value) =>
          onChange(fresh(kinds.find((kind) => kind.value === value)?.value ?? 'filled', condition, related))
        }
        data-testid="condition-kind"
      />
      {condition.kind === 'related' ? (
        <RelatedPart object={object} condition={condition} onChange={onChange} />
      ) : (
        <Select
          label="Field"
          searchable
          data={fields.map((field) => ({ value: field.api, label: field.label }))}
          value={condition.field || null}
          onChange={(field) => field && onChange({ ...condition, field })}
          data-testid="condition-field"
        />
      )}
      <ValuePart condition={condition} onChange={onChange} />
    </>
  );
}

function RelatedPart({
  object,
  condition,
  onChange,
}: {
  readonly object: string;
  readonly condition: Extract<Condition, { kind: 'related' }>;
  readonly onChange: (condition: Condition) => void;
}) {
  const { related } = useRuleFields(object);
  const where = condition.where[0];
  return (
    <>
      <Select
        label="Any of its"
        data={related.map((item) => ({ value: `${item.object}/${item.field}`, label: item.label }))}
        value={condition.object ? `${condition.object}/${condition.field}` : null}
        allowDeselect={false}
        onChange={(value) => {
          const found = related.find((item) => `${item.object}/${item.field}` === value);
          if (found) onChange({ ...condition, object: found.object, field: found.field, where: [] });
        }}
      />
      {condition.object ? (
        <Select
          label="Such that"
          data={[
            { value: 'any', label: 'any at all' },
            { value: 'where', label: 'a condition holds' },
          ]}
          value={where ? 'where' : 'any'}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ ...condition, where: value === 'where' ? [{ kind: 'filled', field: '' }] : [] })
          }
        />
      ) : null}
      {where ? (
        <ConditionEditor
          object={condition.object}
          condition={where}
          onChange={(next) => onChange({ ...condition, where: [next] })}
          nested
        />
      ) : null}
    </>
  );
}

function ValuePart({ condition, onChange }: Pick<ConditionEditorProps, 'condition' | 'onChange'>) {
  switch (condition.kind) {
    case 'is':
    case 'isNot':
      return (
        <TagsInput
          label="Values"
          placeholder="Type a value and press Enter"
          value={[...condition.values]}
          onChange={(values) => onChange({ ...condition, values })}
          data-testid="condition-values"
        />
      );
    case 'hasWord':
      return (
        <TagsInput
          label="Words"
          placeholder="Type a word and press Enter"
          value={[...condition.words]}
          onChange={(words) => onChange({ ...condition, words })}
          data-testid="condition-words"
        />
      );
    case 'contains':
      return (
        <TextInput
          label="Text"
          value={condition.text}
          onChange={(event) => onChange({ ...condition, text: event.currentTarget.value })}
          data-testid="condition-text"
        />
      );
    case 'compare':
      return (
        <>
          <Select
            label="Comparison"
            data={[
              { value: '>', label: 'more than' },
              { value: '>=', label: 'at least' },
              { value: '<', label: 'less than' },
              { value: '<=', label: 'at most' },
            ]}
            value={condition.op}
            allowDeselect={false}
            onChange={(value) => {
              const op = (['>', '>=', '<', '<='] as const).find((item) => item === value);
              if (op) onChange({ ...condition, op });
            }}
          />
          <NumberInput
            label="Number"
            value={condition.value}
            onChange={(value) => typeof value === 'number' && onChange({ ...condition, value })}
            data-testid="condition-number"
          />
        </>
      );
    case 'within':
      return (
        <NumberInput
          label="Months before the reference date"
          min={1}
          max={240}
          value={condition.months}
          onChange={(value) => typeof value === 'number' && onChange({ ...condition, months: value })}
        />
      );
    case 'inList':
      return <ListPart condition={condition} onChange={onChange} />;
    case 'filled':
    case 'empty':
    case 'related':
      return null;
    default:
      return assertNever(condition);
  }
}

function ListPart({
  condition,
  onChange,
}: {
  readonly condition: Extract<Condition, { kind: 'inList' }>;
  readonly onChange: (condition: Condition) => void;
}) {
  const { lists } = useRuleFields('');
  const query = useColumns(condition.table === '' ? null : condition.table);
  return (
    <>
      <Select
        label="List"
        data={lists.map((list) => ({ value: list.id, label: list.name }))}
        value={condition.table || null}
        onChange={(table) => table && onChange({ ...condition, table, column: '' })}
      />
      <Select
        label="Column of the list"
        data={(query.data?.columns ?? []).map((column) => column.name)}
        value={condition.column || null}
        onChange={(column) => column && onChange({ ...condition, column })}
        disabled={!query.data}
      />
    </>
  );
}

function fresh(
  kind: Kind,
  before: Condition,
  related: readonly { readonly object: string; readonly field: string }[],
): Condition {
  const field = before.kind === 'related' ? '' : before.field;
  switch (kind) {
    case 'is':
    case 'isNot':
      return { kind, field, values: [] };
    case 'contains':
      return { kind, field, text: '' };
    case 'hasWord':
      return { kind, field, words: [] };
    case 'filled':
    case 'empty':
      return { kind, field };
    case 'compare':
      return { kind, field, op: '>', value: 0 };
    case 'within':
      return { kind, field, months: 24 };
    case 'inList':
      return { kind, field, table: '', column: '' };
    case 'related':
      return { kind, object: related[0]?.object ?? '', field: related[0]?.field ?? '', where: [] };
    default:
      return assertNever(kind);
  }
}
