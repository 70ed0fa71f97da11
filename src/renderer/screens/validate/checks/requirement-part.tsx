import { NumberInput, SegmentedControl, Select } from '@mantine/core';
import type { FieldPath, Requirement } from '@shared/rules/check-types';
import { useTarget } from '../../../state/target';
import { useRuleFields } from '../../active/rule-fields';
import classes from './checks.module.css';
import { ChildrenPart } from './children-part';
import { ConditionsPart } from './conditions-part';

interface PartProps<K extends Requirement['kind']> {
  readonly object: string;
  readonly must: Extract<Requirement, { kind: K }>;
  readonly onChange: (must: Requirement) => void;
}

/** What is asked of every record a check looks at. */
export function RequirementPart({
  object,
  must,
  onChange,
}: {
  readonly object: string;
  readonly must: Requirement;
  readonly onChange: (must: Requirement) => void;
}) {
  switch (must.kind) {
    case 'conditions':
      return (
        <ConditionsPart
          label="It must be true that"
          object={object}
          conditions={must.all}
          onChange={(all) => onChange({ ...must, all })}
        />
      );
    case 'order':
      return <OrderPart object={object} must={must} onChange={onChange} />;
    case 'count':
      return <CountPart object={object} must={must} onChange={onChange} />;
    case 'sum':
      return <SumPart object={object} must={must} onChange={onChange} />;
  }
}

const QUANTITIES = new Set(['date', 'datetime', 'number', 'integer', 'currency', 'percent']);
const NUMBERS = new Set(['number', 'integer', 'currency', 'percent']);

function OrderPart({ object, must, onChange }: PartProps<'order'>) {
  return (
    <>
      <PathSelect
        label="This comes first"
        object={object}
        path={must.earlier}
        onChange={(earlier) => onChange({ ...must, earlier })}
        testId="check-earlier"
      />
      <PathSelect
        label="and this after it"
        object={object}
        path={must.later}
        onChange={(later) => onChange({ ...must, later })}
        testId="check-later"
      />
      <SegmentedControl
        aria-label="May they be equal"
        data={[
          { value: 'equal', label: 'May be equal' },
          { value: 'strict', label: 'Must differ' },
        ]}
        value={must.orEqual ? 'equal' : 'strict'}
        onChange={(value) => onChange({ ...must, orEqual: value === 'equal' })}
      />
    </>
  );
}

/** A date or number of the record or of a record it points to. */
function PathSelect({
  label,
  object,
  path,
  onChange,
  testId,
}: {
  readonly label: string;
  readonly object: string;
  readonly path: FieldPath;
  readonly onChange: (path: FieldPath) => void;
  readonly testId: string;
}) {
  const system = useTarget();
  const { fields } = useRuleFields(object);
  const own = fields
    .filter((field) => QUANTITIES.has(field.type))
    .map((field) => ({ value: `/${field.api}`, label: field.label }));
  const parents = fields.flatMap((reference) => {
    const parent = system?.objects.find(({ name }) => name === reference.references?.objects[0]);
    return (parent?.fields ?? [])
      .filter((field) => QUANTITIES.has(field.type))
      .map((field) => ({
        value: `${reference.api}/${field.api}`,
        label: `${reference.label} → ${field.label}`,
      }));
  });
  return (
    <Select
      label={label}
      searchable
      data={[...own, ...parents]}
      value={path.field === '' ? null : `${path.via ?? ''}/${path.field}`}
      onChange={(value) => {
        const [via = '', field = ''] = (value ?? '').split('/');
        if (field !== '') onChange({ via: via === '' ? null : via, field });
      }}
      data-testid={testId}
    />
  );
}

function CountPart({ object, must, onChange }: PartProps<'count'>) {
  const bound = (value: number | string): number | null => (typeof value === 'number' ? value : null);
  return (
    <>
      <ChildrenPart object={object} of={must.of} onChange={(of) => onChange({ ...must, of })} />
      <div className={classes.pair}>
        <NumberInput
          label="At least"
          min={0}
          allowDecimal={false}
          value={must.least ?? ''}
          onChange={(value) => onChange({ ...must, least: bound(value) })}
          data-testid="check-least"
        />
        <NumberInput
          label="At most"
          min={0}
          allowDecimal={false}
          value={must.most ?? ''}
          onChange={(value) => onChange({ ...must, most: bound(value) })}
          data-testid="check-most"
        />
      </div>
    </>
  );
}

function SumPart({ object, must, onChange }: PartProps<'sum'>) {
  const { fields, related } = useRuleFields(object);
  const theirs = related.find((item) => item.object === must.of.object)?.fields ?? [];
  const numbers = (list: typeof fields) =>
    list
      .filter((field) => NUMBERS.has(field.type))
      .map((field) => ({ value: field.api, label: field.label }));
  return (
    <>
      <ChildrenPart
        object={object}
        of={must.of}
        onChange={(of) => onChange({ ...must, of, amount: of.object === must.of.object ? must.amount : '' })}
      />
      <Select
        label="Add up their"
        data={numbers(theirs)}
        value={must.amount || null}
        onChange={(amount) => amount && onChange({ ...must, amount })}
        data-testid="check-amount"
      />
      <div className={classes.pair}>
        <Select
          label="The sum must be"
          data={[
            { value: '=', label: 'equal to' },
            { value: '<=', label: 'no more than' },
            { value: '>=', label: 'no less than' },
          ]}
          value={must.compare}
          allowDeselect={false}
          onChange={(value) => {
            const compare = (['=', '<=', '>='] as const).find((item) => item === value);
            if (compare) onChange({ ...must, compare });
          }}
        />
        <Select
          label="its"
          data={numbers(fields)}
          value={must.total || null}
          onChange={(total) => total && onChange({ ...must, total })}
          data-testid="check-total"
        />
        <NumberInput
          label="give or take"
          min={0}
          value={must.tolerance}
          onChange={(value) => typeof value === 'number' && onChange({ ...must, tolerance: value })}
        />
      </div>
    </>
  );
}
