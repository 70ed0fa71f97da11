import { SegmentedControl, Select, TextInput } from '@mantine/core';
import type { EventDraft, TableRole, TableState } from '@shared/journal/types';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useColumns } from '../../state/columns';
import { useCommit, useEngineQuery } from '../../state/context';
import { draft } from '../../state/drafting';
import classes from './table-settings.module.css';

const ROLES: readonly { readonly value: TableRole; readonly label: string; readonly about: string }[] = [
  {
    value: 'records',
    label: 'Migrates',
    about: 'Its rows become records of the target CRM, or are accounted for otherwise.',
  },
  {
    value: 'list',
    label: 'Looked up',
    about: 'Rules look values up in it, for example a list of erasure requests. Its rows do not migrate.',
  },
  {
    value: 'ignored',
    label: 'Stays behind',
    about: 'Its rows do not migrate. The reason stands on the final report.',
  },
];

const NONE = '';

export interface TableSettingsProps {
  readonly table: TableState;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What the rows of a table do, and which column identifies them. */
export function TableSettings({ table, opened, onClose }: TableSettingsProps) {
  const commit = useCommit();
  const cleaned = useColumns(opened ? table.id : null);
  const profile = useEngineQuery(opened ? ['profile', table.id] : null, (engine) => engine.profile(table.id));
  const [role, setRole] = useState(table.role);
  const [reason, setReason] = useState(table.roleReason);
  const [keyColumn, setKeyColumn] = useState(table.keyColumn);
  const about = ROLES.find((item) => item.value === role)?.about;
  const column = profile.data?.columns.find((item) => item.name === keyColumn);

  const save = () => {
    const drafts: EventDraft[] = [];
    if (role !== table.role || (role === 'ignored' && reason.trim() !== table.roleReason))
      drafts.push(draft('table.role', table.name, { tableId: table.id, role, reason: reason.trim() }));
    if (keyColumn !== table.keyColumn)
      drafts.push(draft('table.key', table.name, { tableId: table.id, keyColumn }));
    return drafts.length === 0 ? Promise.resolve(true) : commit(drafts);
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={table.name}
      action="Save"
      disabled={role === 'ignored' && reason.trim() === ''}
      onConfirm={save}
    >
      <div className={classes.fields}>
        <div>
          <SegmentedControl
            aria-label="What its rows do"
            fullWidth
            size="xs"
            data={ROLES.map(({ value, label }) => ({ value, label }))}
            value={role}
            onChange={(value) => setRole(ROLES.find((item) => item.value === value)?.value ?? role)}
            data-testid="settings-role"
          />
          <p className={classes.about}>{about}</p>
        </div>
        {role === 'ignored' ? (
          <TextInput
            label="Why it stays behind"
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-testid="settings-reason"
          />
        ) : null}
        <Select
          label="Key column"
          description="Decisions refer to rows by it, so that they survive a newer extract."
          searchable
          data={[
            { value: NONE, label: 'none: by the content of the row' },
            ...(cleaned.data?.columns ?? []).map(({ name }) => ({ value: name, label: name })),
          ]}
          value={keyColumn ?? NONE}
          onChange={(value) => setKeyColumn(value === null || value === NONE ? null : value)}
          data-testid="settings-key"
        />
        {column && (column.distinct < column.filled || column.filled < column.rows) ? (
          <p className={classes.warning} role="status">
            {column.name} does not identify every row: {column.rows - column.filled} are empty and{' '}
            {column.filled - column.distinct} repeat a value. Such rows go by their content.
          </p>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
