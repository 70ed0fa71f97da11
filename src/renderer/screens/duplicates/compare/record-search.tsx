import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useEngineQuery } from '../../../state/context';
import { keyText } from '../review-table';

/** Records offered at once. */
const OFFERED = 30;

export interface RecordSearchProps {
  readonly object: string;
  readonly label: string;
  /** Record key; null while none is chosen. */
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
  /** Takes the cursor when it appears. */
  readonly focus?: boolean;
  readonly testId: string;
}

/** A field that finds a record by name or key. */
export function RecordSearch({ object, label, value, onChange, focus, testId }: RecordSearchProps) {
  const [typed, setTyped] = useState(value === null ? '' : keyText(value));
  const [text] = useDebouncedValue(typed, 180);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = value !== null && names.get(value) === text ? '' : text.trim();
  const query = useEngineQuery(
    asked === '' ? null : ['findRecords', object, asked],
    (engine) => engine.findRecords(object, asked, OFFERED),
    { keepPrevious: true },
  );
  const found = query.data ?? [];
  const offered = found.map((record) => ({
    value: record.key,
    label: `${record.title} · ${keyText(record.key)} · ${record.sourceName}`,
  }));
  const chosen = value === null ? null : { value, label: names.get(value) ?? keyText(value) };
  const data =
    chosen && !offered.some((option) => option.value === chosen.value) ? [chosen, ...offered] : offered;
  return (
    <Select
      label={label}
      placeholder="Name or key"
      searchable
      openOnFocus={false}
      clearable
      data-autofocus={focus || undefined}
      limit={OFFERED + 1}
      data={data}
      filter={({ options }) => options}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(key, option) => {
        if (key !== null && option) setNames((before) => new Map(before).set(key, option.label));
        onChange(key);
      }}
      nothingFoundMessage={
        query.error
          ? query.error.message
          : asked === ''
            ? 'Type a name or a key'
            : query.loading
              ? 'Searching…'
              : 'No record has all of these words'
      }
      data-testid={testId}
    />
  );
}
