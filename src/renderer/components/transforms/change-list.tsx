import type { ValueChange } from '@shared/clean/types';
import type { ReactNode } from 'react';
import { formatCount } from '../../base/format';
import { DataTable, type TableColumn } from '../data-table';
import { MarkedChange } from './marked-change';
import classes from './transforms.module.css';

export interface ChangeListProps {
  readonly label: string;
  readonly changes: readonly (ValueChange & { readonly failed?: boolean })[];
  /** Shown when there is nothing. */
  readonly empty: ReactNode;
  readonly testId?: string;
}

const COLUMNS: readonly TableColumn<ChangeListProps['changes'][number]>[] = [
  {
    id: 'from',
    head: 'Before',
    width: 'minmax(110px, 1fr)',
    cell: ({ from, to }) => <MarkedChange from={from} to={to} show="from" />,
  },
  {
    id: 'to',
    head: 'After',
    width: 'minmax(110px, 1fr)',
    cell: ({ from, to, failed }) =>
      failed ? (
        <span className={classes.stays}>not read, stays as it is</span>
      ) : (
        <MarkedChange from={from} to={to} show="to" />
      ),
  },
  { id: 'rows', head: 'Rows', width: '72px', align: 'end', cell: ({ rows }) => formatCount(rows) },
];

/** Distinct values before and after, of any number; what differs is marked. Fills its parent. */
export function ChangeList({ label, changes, empty, testId }: ChangeListProps) {
  return (
    <DataTable
      label={label}
      columns={COLUMNS}
      rows={changes}
      rowId={(change) => change.from}
      empty={empty}
      {...(testId === undefined ? {} : { testId })}
    />
  );
}
