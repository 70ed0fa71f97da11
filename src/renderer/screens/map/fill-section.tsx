import { Select, TextInput } from '@mantine/core';
import type { FieldFill } from '@shared/mapping/field-report';
import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import type { TargetField } from '@shared/target/types';
import { useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { WhySection } from '../../components/why';
import { defaultOf, setDefault } from './draft-mapping';

export interface FillSectionProps {
  readonly mapping: TableMapping;
  readonly item: FieldMapping;
  readonly field: TargetField;
  readonly fill: FieldFill;
  readonly counting: boolean;
  readonly onChange: (mapping: TableMapping) => void;
}

/** How many rows a field is filled in, why formulas have no value, and what stands where there is none. */
export function FillSection({ mapping, item, field, fill, counting, onChange }: FillSectionProps) {
  const now = defaultOf(item);
  const [open, setOpen] = useState(false);
  const everywhere = item.from.kind === 'constant' || item.from.kind === 'key';
  const set = (value: string) => onChange(setDefault(mapping, field.api, value === '' ? null : value));
  return (
    <WhySection
      title="How many rows it fills"
      subtitle={
        counting
          ? 'Counting…'
          : `${formatCount(fill.rows - fill.empty)} of ${plural(fill.rows, 'row')}${fill.empty > 0 ? `, ${formatCount(fill.empty)} empty` : ''}`
      }
    >
      {fill.problems.map((problem) => (
        <p key={problem}>
          <Tag tone="rejected">no value</Tag> {problem}
        </p>
      ))}
      {now !== null ? (
        <p role="status" data-testid="default-count">
          “{now}” fills {plural(fill.defaulted, 'empty value')}.
        </p>
      ) : null}
      {field.defaultValue !== undefined && now === null && fill.empty > 0 ? (
        <p>The target itself puts “{field.defaultValue}” there when a record is made.</p>
      ) : null}
      {everywhere ? null : open || now !== null ? (
        <DefaultField field={field} value={now ?? ''} onChange={set} />
      ) : (
        <Button kind="quiet" onClick={() => setOpen(true)} testId="set-default">
          Set a default
        </Button>
      )}
    </WhySection>
  );
}

interface DefaultFieldProps {
  readonly field: TargetField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of the target's values where it has a list, else any text; it counts when the field is left. */
function DefaultField({ field, value, onChange }: DefaultFieldProps) {
  if (field.picklist.length > 0)
    return (
      <Select
        label="Where nothing stands"
        placeholder="choose"
        data={field.picklist.map((option, at) => ({
          value: option,
          label: field.optionLabels?.[at] ?? option,
        }))}
        value={value === '' ? null : value}
        searchable
        clearable
        onChange={(chosen) => onChange(chosen ?? '')}
        data-testid="default-value"
      />
    );
  return (
    <TextInput
      key={value}
      label="Where nothing stands"
      placeholder="leave empty"
      defaultValue={value}
      onBlur={(event) => event.currentTarget.value !== value && onChange(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      data-testid="default-value"
    />
  );
}
