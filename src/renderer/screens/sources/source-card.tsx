import { ActionIcon, Menu } from '@mantine/core';
import type { SourceState, TableRole, TableState } from '@shared/journal/types';
import {
  IconAdjustments,
  IconDots,
  IconFileExport,
  IconPencil,
  IconTable,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { formatRoute, navigate } from '../../app/routes';
import { cx, formatCount, plural } from '../../base/format';
import { IconButton } from '../../components/button';
import { Card } from '../../components/card';
import { Tag, type Tone } from '../../components/chip';
import { useEngineQuery, useProject } from '../../state/context';
import { ACCEPTED } from './accepted';
import { RemoveTable } from './remove-table';
import { RenameSource } from './rename-source';
import { ReplaceDialog } from './replace/replace-dialog';
import classes from './source-card.module.css';
import { TableSettings } from './table-settings';

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
  const read = useEngineQuery(['ingested', table.id], (engine) => engine.ingested(table.id));
  const [dialog, setDialog] = useState<'settings' | 'remove' | null>(null);
  const [newer, setNewer] = useState<File | null>(null);
  const picker = useRef<HTMLInputElement>(null);
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
        <span className={classes.file}>
          {table.file.name}
          {table.parts.length > 0 ? ` and ${plural(table.parts.length, 'more part')}` : ''}
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
          <Tag tone="rejected">cannot read</Tag>
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
      <td>{table.extractDate ?? <span className="soft">not known</span>}</td>
      <td className={classes.menuCell}>
        <Menu>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Actions for ${table.name}`}
              data-testid="table-menu"
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconTable {...icon} />} onClick={() => open([table.id])}>
              Show the rows
            </Menu.Item>
            <Menu.Item
              leftSection={<IconAdjustments {...icon} />}
              onClick={() => setDialog('settings')}
              data-testid="table-settings"
            >
              Role and key column
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileExport {...icon} />}
              onClick={() => picker.current?.click()}
              data-testid="table-replace"
            >
              Replace by a newer extract
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              onClick={() => setDialog('remove')}
              data-testid="table-remove"
            >
              Remove
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <input
          ref={picker}
          type="file"
          hidden
          accept={ACCEPTED}
          onChange={(event) => {
            setNewer(event.currentTarget.files?.[0] ?? null);
            event.currentTarget.value = '';
          }}
          data-testid="replace-input"
        />
        <TableSettings table={table} opened={dialog === 'settings'} onClose={() => setDialog(null)} />
        <RemoveTable table={table} opened={dialog === 'remove'} onClose={() => setDialog(null)} />
        {newer ? <ReplaceDialog table={table} file={newer} onClose={() => setNewer(null)} /> : null}
      </td>
    </tr>
  );
}
