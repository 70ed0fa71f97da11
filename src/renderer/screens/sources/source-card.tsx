import type { SourceState, TableRole, TableState } from '@shared/journal/types';
import { IconCornerDownRight, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { formatRoute, navigate } from '../../app/routes';
import { cx, formatCount } from '../../base/format';
import { IconButton } from '../../components/button';
import { Card } from '../../components/card';
import { Tag, type Tone } from '../../components/chip';
import { useEngineQuery, useProject, useProjectState } from '../../state/context';
import { originOf, readOrigin } from './origin';
import { RenameSource } from './rename-source';
import classes from './source-card.module.css';
import { TableMenu } from './table-menu';

const icon = { size: 15, stroke: 1.7 } as const;

const ROLE_TAGS: Readonly<Record<TableRole, { readonly label: string; readonly tone: Tone }>> = {
  records: { label: 'migrates', tone: 'exported' },
  list: { label: 'looked up', tone: 'merged' },
  ignored: { label: 'stays behind', tone: 'excluded' },
};

export interface SourceCardProps {
  readonly source: SourceState;
  readonly tables: readonly TableState[];
  readonly selected: string | null;
  readonly onSelect: (tableId: string) => void;
}

/** One source with its tables. */
export function SourceCard({ source, tables, selected, onSelect }: SourceCardProps) {
  const [renaming, setRenaming] = useState(false);
  return (
    <Card
      flush
      title={source.name}
      aside={
        <IconButton
          label={`Rename ${source.name}`}
          icon={<IconPencil {...icon} />}
          onClick={() => setRenaming(true)}
        />
      }
      testId="source-card"
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <colgroup>
            <col />
            <col className={classes.roleColumn} />
            <col className={classes.keyColumn} />
            <col className={classes.countColumn} />
            <col className={classes.countColumn} />
            <col className={classes.dateColumn} />
            <col className={classes.menuColumn} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Its rows</th>
              <th scope="col">Key column</th>
              <th scope="col" className={classes.end}>
                Rows
              </th>
              <th scope="col" className={classes.end}>
                Rejected
              </th>
              <th scope="col">Extract of</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <TableRow
                key={table.id}
                table={table}
                selected={table.id === selected}
                onSelect={() => onSelect(table.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <RenameSource source={source} opened={renaming} onClose={() => setRenaming(false)} />
    </Card>
  );
}

interface TableRowProps {
  readonly table: TableState;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function TableRow({ table, selected, onSelect }: TableRowProps) {
  const { folder } = useProject();
  const { tables } = useProjectState();
  const read = useEngineQuery(['ingested', table.id], (engine) => engine.ingested(table.id));
  const role = ROLE_TAGS[table.role];
  const open = (rest: readonly string[]) => navigate({ at: 'project', folder, screen: 'sources', rest });
  const rejected = read.data?.rejected.length ?? 0;
  return (
    <tr
      className={cx(selected && classes.selected)}
      aria-selected={selected}
      onClick={onSelect}
      onFocus={onSelect}
      data-testid="table-row"
    >
      <td className={classes.nameCell}>
        <a
          href={formatRoute({ at: 'project', folder, screen: 'sources', rest: [table.id] })}
          data-testid="open-table"
        >
          {table.name}
        </a>
        <span className={classes.file} title={originOf(table, tables)}>
          {table.derivation !== null ? (
            <IconCornerDownRight size={13} stroke={1.7} aria-label="made" />
          ) : null}{' '}
          {originOf(table, tables)}
        </span>
      </td>
      <td>
        <Tag tone={role.tone} title={table.roleReason}>
          {role.label}
        </Tag>
      </td>
      <td className="clip">{table.keyColumn ?? <span className="soft">none</span>}</td>
      <td className={classes.end} data-testid="table-rows">
        {read.data ? (
          formatCount(read.data.rowCount)
        ) : read.error ? (
          <Tag tone="rejected">{read.error.code === 'CANCELLED' ? 'stopped' : 'cannot read'}</Tag>
        ) : (
          '…'
        )}
      </td>
      <td className={classes.end}>
        {rejected > 0 ? (
          <button type="button" className={classes.rejected} onClick={() => open([table.id, 'rejected'])}>
            {formatCount(rejected)}
          </button>
        ) : read.data ? (
          '0'
        ) : (
          ''
        )}
      </td>
      <td>{readOrigin(table, tables).extractDate ?? <span className="soft">not known</span>}</td>
      <td className={classes.menuCell}>
        <TableMenu table={table} onOpen={() => open([table.id])} />
      </td>
    </tr>
  );
}
