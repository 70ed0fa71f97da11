import { Select, TextInput } from '@mantine/core';
import { parseExpression } from '@shared/clean/expression/parse';
import { type FieldSource, MAX_KEY_PREFIX } from '@shared/mapping/types';
import { useState } from 'react';
import { ExpressionField } from '../../components/transforms/expression-field';
import { useColumns } from '../../state/columns';
import { useProjectState } from '../../state/context';
import { OrderedColumns } from './ordered-columns';
import type { SourceEditorProps, SourceKind } from './source-editor';

export interface SourcePartsProps extends SourceEditorProps {
  readonly kind: SourceKind;
  readonly from: FieldSource | null;
}

/** What has to be said about a source of that kind. */
export function SourceParts(props: SourcePartsProps) {
  const { kind, from, columns, onSource } = props;
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
    case 'first':
      return (
        <OrderedColumns
          label="The first filled one counts"
          columns={columns}
          value={from?.kind === 'first' ? from.columns : []}
          onChange={(chosen) => onSource(chosen.length > 0 ? { kind, columns: chosen } : null)}
        />
      );
    case 'join':
      return <Joined {...props} from={from?.kind === 'join' ? from : null} />;
    case 'formula':
      return <Formula {...props} from={from?.kind === 'formula' ? from : null} />;
    case 'constant':
      return (
        <TextInput
          aria-label="Value for all rows"
          value={from?.kind === 'constant' ? from.value : ''}
          onChange={(event) => onSource({ kind, value: event.currentTarget.value })}
        />
      );
    case 'key':
      return (
        <TextInput
          label="Prefix"
          placeholder="none"
          description="The record key follows it. Too long for the field, it gives way to a hash; either way it is unique, and the same at the next extract while the key of the row stays."
          maxLength={MAX_KEY_PREFIX}
          value={from?.kind === 'key' ? from.prefix : ''}
          onChange={(event) => onSource({ kind, prefix: event.currentTarget.value })}
          data-testid="key-prefix"
        />
      );
    case 'reference':
      return <Reference {...props} from={from?.kind === 'reference' ? from : null} />;
  }
}

interface PartProps<Kind extends SourceKind> extends SourceEditorProps {
  readonly from: Extract<FieldSource, { kind: Kind }> | null;
}

function Joined({ from, columns, onSource }: PartProps<'join'>) {
  const separator = from?.separator ?? ' ';
  return (
    <>
      <OrderedColumns
        label="Joined in this order"
        columns={columns}
        value={from?.columns ?? []}
        onChange={(chosen) =>
          onSource(chosen.length > 0 ? { kind: 'join', columns: chosen, separator } : null)
        }
      />
      <TextInput
        label="Between them"
        value={separator}
        disabled={!from}
        onChange={(event) => from && onSource({ ...from, separator: event.currentTarget.value })}
      />
    </>
  );
}

/** What is being written counts once it can be read and names columns of the table. */
function Formula({ from, columns, onSource }: PartProps<'formula'>) {
  const [text, setText] = useState(from?.expression ?? '');
  const write = (expression: string) => {
    setText(expression);
    const parsed = parseExpression(expression);
    if (!parsed.ok || parsed.value.usesValue) return;
    if (parsed.value.columns.every((name) => columns.includes(name)))
      onSource({ kind: 'formula', expression });
  };
  const parsed = parseExpression(text);
  return (
    <>
      <ExpressionField
        label="Formula"
        description="Reads the whole row: columns stand in brackets, as in [First name]"
        expression={text}
        columns={columns}
        onChange={write}
      />
      {parsed.ok && parsed.value.usesValue ? (
        <p role="alert">
          Here a formula reads whole rows: write a column in brackets instead of <code>value</code>.
        </p>
      ) : null}
    </>
  );
}

/** A parent row in another table: which column holds its key, which table, and what is matched there. */
function Reference({ from, row, columns, onSource }: PartProps<'reference'>) {
  const { tables, mappings } = useProjectState();
  const objects = row.field.references?.objects ?? [];
  const parents = tables.filter((table) => {
    const object = mappings.find((mapping) => mapping.tableId === table.id)?.object;
    return table.role === 'records' && (object === undefined || objects.includes(object));
  });
  const [table, setTable] = useState(from?.table ?? parents[0]?.id ?? '');
  const parent = useColumns(table === '' ? null : table);
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
