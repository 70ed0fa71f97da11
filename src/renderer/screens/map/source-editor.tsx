import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { FieldSource } from '@shared/mapping/types';
import { useState } from 'react';
import { useEngineQuery, useProjectState } from '../../state/context';
import type { FieldRow } from './draft-mapping';
import classes from './map.module.css';

export interface SourceEditorProps {
  readonly row: FieldRow;
  readonly columns: readonly string[];
  readonly onSource: (from: FieldSource | null) => void;
}

type Kind = FieldSource['kind'];

/** Where a field comes from: a column, several joined, one value for all, or a parent found by its legacy key. */
export function SourceEditor({ row, columns, onSource }: SourceEditorProps) {
  const from = row.mapping?.from ?? null;
  const [kind, setKind] = useState<Kind>(from?.kind ?? (row.field.references ? 'reference' : 'column'));
  const kinds: { value: Kind; label: string }[] = [
    { value: 'column', label: 'Column' },
    { value: 'join', label: 'Joined' },
    { value: 'constant', label: 'Constant' },
    ...(row.field.references ? [{ value: 'reference' as const, label: 'Parent' }] : []),
  ];
  return (
    <div className={classes.sourceEditor}>
      <SegmentedControl
        aria-label="Kind of source"
        data={kinds}
        value={kind}
        onChange={(value) => setKind(kinds.find((item) => item.value === value)?.value ?? 'column')}
        fullWidth
      />
      <Parts kind={kind} from={from} row={row} columns={columns} onSource={onSource} />
    </div>
  );
}

function Parts({
  kind,
  from,
  row,
  columns,
  onSource,
}: SourceEditorProps & { readonly kind: Kind; readonly from: FieldSource | null }) {
  switch (kind) {
    case 'column':
      return (
        <Select
          aria-label="Column"
          data={[...columns]}
          value={from?.kind === 'column' ? from.column : null}
          searchable
          clearable
          onChange={(column) => onSource(column ? { kind, column } : null)}
        />
      );
    case 'join': {
      const joined = from?.kind === 'join' ? from : null;
      return (
        <>
          <MultiSelect
            aria-label="Columns to join"
            data={[...columns]}
            value={[...(joined?.columns ?? [])]}
            searchable
            onChange={(chosen) =>
              onSource(
                chosen.length > 0 ? { kind, columns: chosen, separator: joined?.separator ?? ' ' } : null,
              )
            }
          />
          <TextInput
            label="Between them"
            value={joined?.separator ?? ' '}
            disabled={!joined}
            onChange={(event) => joined && onSource({ ...joined, separator: event.currentTarget.value })}
          />
        </>
      );
    }
    case 'constant':
      return (
        <TextInput
          aria-label="Value for all rows"
          value={from?.kind === 'constant' ? from.value : ''}
          onChange={(event) => onSource({ kind, value: event.currentTarget.value })}
        />
      );
    case 'reference':
      return (
        <Reference
          from={from?.kind === 'reference' ? from : null}
          row={row}
          columns={columns}
          onSource={onSource}
        />
      );
  }
}

/** A parent row in another table: which column holds its key, which table, and what is matched there. */
function Reference({
  from,
  row,
  columns,
  onSource,
}: SourceEditorProps & { readonly from: Extract<FieldSource, { kind: 'reference' }> | null }) {
  const { tables, mappings } = useProjectState();
  const objects = row.field.references?.objects ?? [];
  const parents = tables.filter((table) => {
    const object = mappings.find((mapping) => mapping.tableId === table.id)?.object;
    return table.role === 'records' && (object === undefined || objects.includes(object));
  });
  const [table, setTable] = useState(from?.table ?? parents[0]?.id ?? '');
  const parent = useEngineQuery(table === '' ? null : ['ingested', table], (engine) =>
    engine.ingested(table),
  );
  const column = from?.column ?? '';
  return (
    <>
      <Select
        label="Column with the parent’s key"
        data={[...columns]}
        value={column || null}
        searchable
        clearable
        onChange={(value) =>
          onSource(value && table ? { kind: 'reference', column: value, table, by: from?.by ?? null } : null)
        }
      />
      <Select
        label="Parent table"
        data={parents.map(({ id, name }) => ({ value: id, label: name }))}
        value={table || null}
        allowDeselect={false}
        onChange={(value) => {
          if (!value) return;
          setTable(value);
          if (column) onSource({ kind: 'reference', column, table: value, by: null });
        }}
      />
      <Select
        label="Matched with"
        data={[
          { value: '', label: 'its record key' },
          ...(parent.data?.columns ?? []).map(({ name }) => ({ value: name, label: name })),
        ]}
        value={from?.by ?? ''}
        allowDeselect={false}
        searchable
        disabled={!from}
        onChange={(value) => from && onSource({ ...from, by: value ? value : null })}
      />
    </>
  );
}
