import type { ColumnGuess, RejectedRow } from '@shared/ingest/types';
import type { ReadTableState } from '@shared/journal/types';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatCount } from '../../../base/format';
import { Tag } from '../../../components/chip';
import { DataTable, type TableColumn } from '../../../components/data-table';
import { EmptyState } from '../../../components/states';
import { WhyPanel, WhySection } from '../../../components/why';
import { useProjectState } from '../../../state/context';
import { KINDS, optionsOf, type RejectedItem, rejectedItems } from './rejected-item';
import classes from './rejected-list.module.css';
import { RepairEditor } from './repair-editor';

const COLUMNS: readonly TableColumn<RejectedItem>[] = [
  {
    id: 'line',
    head: 'Line',
    width: '84px',
    align: 'end',
    cell: ({ row }) => <span title={placeOf(row.line)}>{formatCount(row.line)}</span>,
  },
  {
    id: 'kind',
    head: 'State',
    width: '104px',
    cell: ({ row, cells }) =>
      cells === null ? (
        <Tag tone="rejected">{KINDS[row.kind ?? 'malformed']}</Tag>
      ) : (
        <Tag tone="exported">repaired</Tag>
      ),
  },
  {
    id: 'reason',
    head: 'Why it is no row',
    width: 'minmax(200px, 1fr)',
    cell: ({ row }) => <span title={row.reason}>{row.reason}</span>,
  },
  {
    id: 'raw',
    head: 'As it stands in the file',
    width: 'minmax(220px, 2fr)',
    cell: ({ row }) => row.raw,
  },
];

const PART: TableColumn<RejectedItem> = {
  id: 'part',
  head: 'In',
  width: 'minmax(100px, 0.7fr)',
  cell: ({ part }) => <span title={part}>{part}</span>,
};

const placeOf = (line: number): string => `Line ${formatCount(line)}`;

export interface RejectedListProps {
  readonly table: ReadTableState;
  readonly answer: {
    readonly columns: readonly ColumnGuess[];
    readonly rejected: readonly RejectedRow[];
    readonly repaired: readonly RejectedRow[];
    readonly parts: readonly string[];
  };
}

/** Lines that are no rows of the table, kept word for word; each can be repaired in place. */
export function RejectedList({ table, answer }: RejectedListProps) {
  const { repairs } = useProjectState();
  const [selected, setSelected] = useState<string | null>(null);
  const items = useMemo(() => rejectedItems(table, repairs, answer), [table, repairs, answer]);
  const shown = items.find((item) => item.id === selected) ?? items[0];
  if (items.length === 0 || !shown) {
    return (
      <EmptyState icon={<IconCircleCheck size={32} stroke={1.3} />} title="Every line could be read">
        Nothing of this file was left out.
      </EmptyState>
    );
  }
  const goOn = () => {
    const at = items.indexOf(shown);
    const next = items.slice(at + 1).find(({ cells }) => cells === null);
    setSelected((next ?? shown).id);
  };
  const [line, ...others] = COLUMNS;
  return (
    <div className={classes.list}>
      <div className={classes.table}>
        <DataTable
          label="Lines that are no rows"
          columns={answer.parts.length > 0 && line ? [PART, line, ...others] : COLUMNS}
          rows={items}
          rowId={({ id }) => id}
          selected={shown.id}
          onSelect={setSelected}
          testId="rejected-rows"
        />
      </div>
      <RepairEditor
        key={`${shown.id}:${shown.row.raw}:${String(shown.cells)}`}
        tableId={table.id}
        tableName={table.name}
        item={shown}
        columns={answer.columns}
        options={optionsOf(table, shown.row.part)}
        alike={items.filter(({ row }) => row.raw === shown.row.raw).length}
        onDone={goOn}
      />
      <WhyPanel>
        <WhySection lead title={placeOf(shown.row.line)} subtitle={shown.part || table.file.name}>
          {shown.cells === null ? shown.row.reason : 'Repaired by a person. It is a row of the table now.'}
        </WhySection>
        <WhySection title="Word for word">
          <pre className={classes.raw}>{shown.row.raw}</pre>
        </WhySection>
        <WhySection title="What becomes of it">
          {shown.cells === null
            ? 'It is counted as rejected in the ledger and listed in the package, so that nobody misses it. Put its cells under the right columns to make it a row.'
            : 'It goes the way of every other row. The repair is kept in the journal and can be taken back at any time.'}
        </WhySection>
      </WhyPanel>
    </div>
  );
}
