import { Select, TextInput } from '@mantine/core';
import type { Derivation } from '@shared/derive/types';
import { ColumnsField } from '../../../components/conditions/columns-field';
import { ConditionsField } from '../../../components/conditions/conditions-field';

const SEPARATORS = [
  { value: ';', label: 'semicolon  ;' },
  { value: ',', label: 'comma  ,' },
  { value: '|', label: 'bar  |' },
  { value: '/', label: 'slash  /' },
  { value: '\n', label: 'line break' },
  { value: '', label: 'nothing: a cell is one entry' },
] as const;

export interface DeriveFieldsProps {
  readonly derivation: Derivation;
  /** Columns of the table it is made from. */
  readonly columns: readonly string[];
  readonly onChange: (derivation: Derivation) => void;
}

/** The settings of one way to make a table. */
export function DeriveFields({ derivation, columns, onChange }: DeriveFieldsProps) {
  switch (derivation.kind) {
    case 'apart':
      return (
        <ConditionsField
          conditions={derivation.where}
          columns={columns}
          onChange={(where) => onChange({ ...derivation, where })}
        />
      );
    case 'distinct':
      return (
        <>
          <ColumnsField
            label="One row for every"
            columns={columns}
            value={derivation.by}
            onChange={(by) => onChange({ ...derivation, by })}
          />
          <ColumnsField
            label="With its"
            description="Where rows disagree, the most frequent value is taken."
            columns={columns.filter((name) => !derivation.by.includes(name))}
            value={derivation.columns}
            onChange={(chosen) => onChange({ ...derivation, columns: chosen })}
          />
        </>
      );
    case 'items':
      return (
        <>
          <ColumnsField
            label="Lists stand in"
            columns={columns}
            value={derivation.columns}
            onChange={(chosen) =>
              onChange({ ...derivation, columns: chosen, into: derivation.into || (chosen[0] ?? '') })
            }
          />
          <Select
            label="Entries are parted by"
            data={[...SEPARATORS]}
            value={derivation.separator}
            allowDeselect={false}
            onChange={(separator) => separator !== null && onChange({ ...derivation, separator })}
            data-testid="derive-separator"
          />
          <TextInput
            label="Column of the entries"
            value={derivation.into}
            maxLength={200}
            onChange={(event) => onChange({ ...derivation, into: event.currentTarget.value })}
            data-testid="derive-into"
          />
          <ColumnsField
            label="Beside every entry"
            columns={columns.filter((name) => name !== derivation.into)}
            value={derivation.keep}
            onChange={(keep) => onChange({ ...derivation, keep })}
          />
        </>
      );
  }
}
