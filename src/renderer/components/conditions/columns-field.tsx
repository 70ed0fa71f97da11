import { MultiSelect } from '@mantine/core';

interface ColumnsFieldProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: readonly string[];
  readonly description?: string;
  readonly onChange: (columns: readonly string[]) => void;
}

/** Several columns, found by typing; those that are gone stay listed until taken away. */
export function ColumnsField({ label, columns, value, description, onChange }: ColumnsFieldProps) {
  const gone = value.filter((name) => !columns.includes(name));
  return (
    <MultiSelect
      label={label}
      description={description}
      data={[...columns, ...gone]}
      value={[...value]}
      searchable
      hidePickedOptions
      onChange={onChange}
      error={gone.length > 0 ? `Not in the table: ${gone.join(', ')}` : undefined}
      data-testid="step-columns"
    />
  );
}
