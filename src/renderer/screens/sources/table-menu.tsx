import { ActionIcon, Menu } from '@mantine/core';
import type { TableState } from '@shared/journal/types';
import {
  IconAdjustments,
  IconDots,
  IconFileExport,
  IconTable,
  IconTablePlus,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useProjectState } from '../../state/context';
import { ACCEPTED } from './accepted';
import { DeriveDialog } from './derive/derive-dialog';
import { RemoveTable } from './remove-table';
import { ReplaceDialog } from './replace/replace-dialog';
import { TableSettings } from './table-settings';

const icon = { size: 15, stroke: 1.7 } as const;

export interface TableMenuProps {
  readonly table: TableState;
  readonly onOpen: () => void;
}

/** What can be done with a table, and the dialogs for it. */
export function TableMenu({ table, onOpen }: TableMenuProps) {
  const { tables } = useProjectState();
  const [dialog, setDialog] = useState<'settings' | 'remove' | 'derive' | 'remake' | null>(null);
  const [newer, setNewer] = useState<File | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { derivation } = table;
  const close = () => setDialog(null);
  const origin = tables.find(({ id }) => id === derivation?.from);
  return (
    <>
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
          <Menu.Item leftSection={<IconTable {...icon} />} onClick={onOpen}>
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
            leftSection={<IconTablePlus {...icon} />}
            onClick={() => setDialog('derive')}
            data-testid="table-derive"
          >
            Make a table from it
          </Menu.Item>
          {derivation === null ? (
            <Menu.Item
              leftSection={<IconFileExport {...icon} />}
              onClick={() => picker.current?.click()}
              data-testid="table-replace"
            >
              Replace by a newer extract
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconFileExport {...icon} />}
              onClick={() => setDialog('remake')}
              data-testid="table-remake"
            >
              Change how it is made
            </Menu.Item>
          )}
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
      <TableSettings table={table} opened={dialog === 'settings'} onClose={close} />
      <RemoveTable table={table} opened={dialog === 'remove'} onClose={close} />
      {dialog === 'derive' ? <DeriveDialog from={table} table={null} start={null} onClose={close} /> : null}
      {dialog === 'remake' && derivation !== null && origin ? (
        <DeriveDialog from={origin} table={table} start={{ name: table.name, derivation }} onClose={close} />
      ) : null}
      {newer && derivation === null ? (
        <ReplaceDialog table={table} file={newer} onClose={() => setNewer(null)} />
      ) : null}
    </>
  );
}
