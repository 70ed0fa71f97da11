import { Select } from '@mantine/core';
import { takesKeys } from '@shared/mapping/key-column';
import { columnsRead } from '@shared/mapping/source-columns';
import type { FieldSource } from '@shared/mapping/types';
import { useState } from 'react';
import type { FieldRow } from './draft-mapping';
import classes from './map.module.css';
import { SourceParts } from './source-parts';

export interface SourceEditorProps {
  readonly row: FieldRow;
  readonly columns: readonly string[];
  readonly onSource: (from: FieldSource | null) => void;
}

export type SourceKind = FieldSource['kind'];

const KINDS: readonly { readonly value: SourceKind; readonly label: string }[] = [
  { value: 'column', label: 'One column' },
  { value: 'first', label: 'The first filled of several columns' },
  { value: 'join', label: 'Several columns joined' },
  { value: 'formula', label: 'A formula over the row' },
  { value: 'constant', label: 'One value for all rows' },
  { value: 'reference', label: 'A parent in another table' },
  { value: 'key', label: 'The record key' },
];

/** Where a field comes from: columns, a formula, one value for all, a parent found by its key, the record key. */
export function SourceEditor({ row, columns, onSource }: SourceEditorProps) {
  const from = row.mapping?.from ?? null;
  const [kind, setKind] = useState<SourceKind>(from?.kind ?? (row.field.references ? 'reference' : 'column'));
  const kinds = KINDS.filter(
    ({ value }) =>
      value === from?.kind ||
      (value === 'reference' ? row.field.references !== null : value === 'key' ? takesKeys(row.field) : true),
  );
  const choose = (value: string | null) => {
    const chosen = kinds.find((item) => item.value === value)?.value;
    if (chosen === undefined) return;
    setKind(chosen);
    const next = from && taken(from, chosen);
    if (next) onSource(next);
    else if (chosen === 'key') onSource({ kind: 'key', prefix: '' });
  };
  return (
    <div className={classes.sourceEditor}>
      <Select
        label="Filled from"
        data={[...kinds]}
        value={kind}
        allowDeselect={false}
        onChange={choose}
        data-testid="source-kind"
      />
      <SourceParts kind={kind} from={from} row={row} columns={columns} onSource={onSource} />
    </div>
  );
}

/** The same columns read another way, so that changing the kind loses no choice; null where that says nothing. */
function taken(from: FieldSource, kind: SourceKind): FieldSource | null {
  const columns = columnsRead(from);
  const [first] = columns;
  if (first === undefined || from.kind === kind) return null;
  switch (kind) {
    case 'column':
      return { kind, column: first };
    case 'first':
      return { kind, columns };
    case 'join':
      return { kind, columns, separator: ' ' };
    case 'formula':
    case 'constant':
    case 'reference':
    case 'key':
      return null;
  }
}
