import { Modal, SegmentedControl, TextInput } from '@mantine/core';
import type { DerivedTableState, TableState } from '@shared/journal/types';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { ErrorPanel, Skeleton } from '../../../components/states';
import { useColumns } from '../../../state/columns';
import { useCommit, useEngineQuery } from '../../../state/context';
import { draft } from '../../../state/drafting';
import { notifyDone } from '../../../state/notify';
import { newTableId } from '../new-table-id';
import classes from './derive.module.css';
import { type DeriveDraft, derivationOf, gapOf, KINDS, keyOf } from './derive-draft';
import { DeriveFields } from './derive-fields';
import { DerivedRows } from './derived-preview';

export interface DeriveDialogProps {
  /** The table it is made from. */
  readonly from: TableState;
  /** The table that is made otherwise; null = a new one. */
  readonly table: DerivedTableState | null;
  /** What to begin with. */
  readonly start: DeriveDraft | null;
  readonly onClose: () => void;
}

/** Makes a table from another one: its rows are shown before anything is saved. */
export function DeriveDialog({ from, table, start, onClose }: DeriveDialogProps) {
  const commit = useCommit();
  const columns = useColumns(from.id);
  const names = columns.data?.columns.map(({ name }) => name) ?? [];
  const [made, setMade] = useState<DeriveDraft>(
    () => start ?? { name: '', derivation: derivationOf('distinct', from.id, from.keyColumn, []) },
  );
  const { derivation } = made;
  const gap = gapOf(made);
  const preview = useEngineQuery(
    gapOf({ ...made, name: 'any' }) === null
      ? ['draftDerived', table?.id ?? '', JSON.stringify(derivation)]
      : null,
    (engine) => engine.draftDerived(table?.id ?? null, derivation),
    { keepPrevious: true },
  );
  const kind = KINDS.find(({ value }) => value === derivation.kind);
  const save = async () => {
    const name = made.name.trim();
    const keyColumn = keyOf(derivation, from.keyColumn);
    const saved = await commit([
      draft('table.derived', name, { tableId: table?.id ?? newTableId(), name, derivation, keyColumn }),
    ]);
    if (!saved) return;
    notifyDone(table ? `${name} is made anew.` : `${name} is a table of its own now.`);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={table ? `How ${table.name} is made` : `Make a table from ${from.name}`}
      size={860}
    >
      <div className={classes.body} data-testid="derive-dialog">
        <div>
          <SegmentedControl
            aria-label="How it is made"
            fullWidth
            size="xs"
            disabled={table !== null}
            data={KINDS.map(({ value, label }) => ({ value, label }))}
            value={derivation.kind}
            onChange={(value) => {
              const next = KINDS.find((item) => item.value === value);
              if (next)
                setMade({ ...made, derivation: derivationOf(next.value, from.id, from.keyColumn, names) });
            }}
            data-testid="derive-kind"
          />
          <p className={classes.about}>{kind?.about}</p>
        </div>
        <div className={classes.fields}>
          <DeriveFields
            derivation={derivation}
            columns={names}
            onChange={(next) => setMade({ ...made, derivation: next })}
          />
          <TextInput
            label="Name of the table"
            value={made.name}
            maxLength={200}
            onChange={(event) => setMade({ ...made, name: event.currentTarget.value })}
            data-testid="derive-name"
          />
        </div>
        {preview.error ? (
          <ErrorPanel error={preview.error} compact onRetry={preview.retry} />
        ) : preview.data ? (
          <DerivedRows preview={preview.data} apart={derivation.kind === 'apart'} />
        ) : preview.loading ? (
          <Skeleton lines={4} />
        ) : null}
        <div className={classes.foot}>
          <span className="soft" role="status">
            {gap ?? ''}
          </span>
          <div className={classes.actions}>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              kind="primary"
              onClick={() => void save()}
              disabled={gap !== null || preview.error !== null}
              testId="derive-save"
            >
              {table ? 'Make anew' : 'Make the table'}
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  );
}
