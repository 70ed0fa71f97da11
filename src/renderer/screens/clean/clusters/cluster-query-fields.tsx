import { NumberInput, Select, TextInput } from '@mantine/core';
import type { ClusterQuery } from '@shared/clean/types';
import { IconSearch } from '@tabler/icons-react';
import { memo } from 'react';
import { laterVariants, METHODS, methodWords } from './cluster-methods';
import classes from './clusters.module.css';

export interface ClusterQueryFieldsProps {
  readonly value: ClusterQuery;
  readonly onChange: (query: ClusterQuery) => void;
}

const ORDERS: readonly { readonly value: ClusterQuery['order']; readonly label: string }[] = [
  { value: 'rows', label: 'Most rows first' },
  { value: 'values', label: 'Most spellings first' },
  { value: 'name', label: 'By name' },
];

/** How spellings are compared and which clusters are listed. Drawn anew only when the question changes. */
export const ClusterQueryFields = memo(function ClusterQueryFields(props: ClusterQueryFieldsProps) {
  const { value, onChange } = props;
  const words = methodWords(value.method);
  return (
    <div className={classes.query}>
      <Select
        label="What is one value?"
        data={METHODS.map(({ id, label }) => ({ value: id, label }))}
        value={words.id}
        allowDeselect={false}
        onChange={(id) => {
          const chosen = METHODS.find((item) => item.id === id);
          if (chosen) onChange({ ...value, method: chosen.method });
        }}
        data-testid="cluster-method"
      />
      <TextInput
        label="Clusters with"
        placeholder="Part of a spelling"
        leftSection={<IconSearch size={14} />}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        data-testid="cluster-text"
      />
      <NumberInput
        label="Spellings, at least"
        min={2}
        max={999}
        allowDecimal={false}
        value={value.minValues}
        onChange={(count) => onChange({ ...value, minValues: Math.max(2, Number(count) || 2) })}
        data-testid="cluster-min"
      />
      <Select
        label="Order"
        data={[...ORDERS]}
        value={value.order}
        allowDeselect={false}
        onChange={(order) =>
          onChange({ ...value, order: ORDERS.find((item) => item.value === order)?.value ?? 'rows' })
        }
      />
      <p className={classes.line} data-testid="method-line">
        {words.line} <b>{laterVariants(value.method)}</b>
      </p>
    </div>
  );
});
