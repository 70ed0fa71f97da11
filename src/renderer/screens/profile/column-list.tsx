import type { ColumnProfile } from '@shared/profile/types';
import { IconKey } from '@tabler/icons-react';
import { formatCount, formatScore } from '../../base/format';
import { FillBar } from '../../components/bars';
import { Tag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import classes from './column-list.module.css';
import { MiniHistogram } from './mini-histogram';
import { SEMANTIC_LABELS } from './semantic-labels';

export interface ColumnListProps {
  readonly columns: readonly ColumnProfile[];
  readonly keyColumn: string | null;
  readonly selected: string | null;
  readonly onSelect: (name: string) => void;
}

/** Columns in the order of the file, one line each. */
export function ColumnList({ columns, keyColumn, selected, onSelect }: ColumnListProps) {
  const heads: readonly TableColumn<ColumnProfile>[] = [
    {
      id: 'name',
      head: 'Column',
      width: 'minmax(120px, 1.5fr)',
      cell: (column) => (
        <span className={classes.name}>
          <span className="clip" title={column.name}>
            {column.name}
          </span>
          {column.name === keyColumn ? <IconKey size={14} stroke={1.8} aria-label="key column" /> : null}
        </span>
      ),
    },
    {
      id: 'semantic',
      head: 'Means',
      width: '94px',
      cell: (column) => <span className="soft">{SEMANTIC_LABELS[column.semantic]}</span>,
    },
    {
      id: 'fill',
      head: 'Filled',
      width: 'minmax(104px, 0.9fr)',
      cell: (column) => (
        <FillBar share={column.rows === 0 ? 0 : column.filled / column.rows} label="Filled" />
      ),
    },
    {
      id: 'distinct',
      head: 'Distinct',
      width: '80px',
      align: 'end',
      cell: (column) => formatCount(column.distinct),
    },
    {
      id: 'shape',
      head: 'Usual shape',
      width: 'minmax(90px, 1fr)',
      cell: (column) => <span className={classes.shape}>{column.patterns[0]?.value ?? ''}</span>,
    },
    {
      id: 'spread',
      head: 'Spread',
      width: '86px',
      cell: (column) => <MiniHistogram column={column} />,
    },
    {
      id: 'problems',
      head: 'Problems',
      width: '88px',
      align: 'end',
      cell: (column) => {
        const rows = column.problems.reduce((sum, problem) => sum + problem.rows, 0);
        return rows > 0 ? <Tag tone="rejected">{formatCount(rows)}</Tag> : <span className="soft">none</span>;
      },
    },
    {
      id: 'worth',
      head: 'Worth',
      width: '64px',
      align: 'end',
      cell: (column) => <span title={column.worth.reason}>{formatScore(column.worth.score)}</span>,
    },
  ];
  return (
    <DataTable
      label="Columns"
      columns={heads}
      rows={columns}
      rowId={(column) => column.name}
      rowHeight={32}
      selected={selected}
      onSelect={onSelect}
      testId="profile-columns"
    />
  );
}
