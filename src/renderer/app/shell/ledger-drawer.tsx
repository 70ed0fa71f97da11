import { Drawer, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { DISPOSITIONS, type LedgerPage, type LedgerRow } from '@shared/pipeline/types';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Chip, DISPOSITION_LABELS, DispositionTag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { useEngineQuery, useProject, useProjectModel, useProjectState } from '../../state/context';
import type { LedgerSelection } from '../../state/project-store';
import classes from './ledger-drawer.module.css';

/** Rows asked for at first, and by how many the list grows when its end is reached. */
const PAGE = 500;

const COLUMNS: readonly TableColumn<LedgerRow>[] = [
  { id: 'title', head: 'Record', width: 'minmax(150px, 1.2fr)', cell: (row) => row.title || row.key },
  { id: 'source', head: 'Source', width: 'minmax(110px, 0.8fr)', cell: (row) => row.sourceName },
  { id: 'line', head: 'Line', width: '74px', align: 'end', cell: (row) => formatCount(row.line) },
  {
    id: 'disposition',
    head: 'Becomes',
    width: '96px',
    cell: (row) => <DispositionTag disposition={row.disposition} />,
  },
  {
    id: 'reason',
    head: 'Reason',
    width: 'minmax(220px, 2fr)',
    cell: (row) => <span title={row.reason}>{row.reason}</span>,
  },
];

/** The rows behind a part of the ledger, each with one sentence of reason. */
export function LedgerDrawer() {
  const project = useProject();
  const selection = useProjectModel((model) => model.ledger);
  return (
    <Drawer
      opened={selection !== null}
      onClose={() => project.store.setState({ ledger: null })}
      position="bottom"
      size="72%"
      title="What becomes of every row"
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      {selection ? <LedgerRows key={JSON.stringify(selection)} selection={selection} /> : null}
    </Drawer>
  );
}

function LedgerRows({ selection }: { readonly selection: LedgerSelection }) {
  const tables = useProjectState().tables;
  const [disposition, setDisposition] = useState(selection.disposition);
  const [tableId, setTableId] = useState(selection.tableId);
  const [reason, setReason] = useState<string | null>(null);
  const [typed, setTyped] = useState(selection.text ?? '');
  const [text] = useDebouncedValue(typed, 180);
  const [count, setCount] = useState(PAGE);
  const page = useEngineQuery(
    ['ledgerRows', disposition, tableId, reason, text, count],
    (engine) => engine.ledgerRows({ disposition, tableId, reason, text, start: 0, count }),
    { keepPrevious: true },
  );
  return (
    <>
      <div className={classes.filters}>
        <Chip on={disposition === null} onClick={() => setDisposition(null)}>
          All
        </Chip>
        {DISPOSITIONS.map((part) => (
          <Chip
            key={part}
            tone={part}
            on={disposition === part}
            onClick={() => {
              setDisposition(part);
              setReason(null);
            }}
            testId={`ledger-filter-${part}`}
          >
            {DISPOSITION_LABELS[part]}
          </Chip>
        ))}
        <span className={classes.gap} />
        <Select
          aria-label="Table"
          w={190}
          data={[
            { value: '', label: 'All tables' },
            ...tables.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={tableId ?? ''}
          onChange={(value) => setTableId(value ? value : null)}
        />
        <TextInput
          aria-label="Find a record by name or key"
          placeholder="Name or key"
          leftSection={<IconSearch size={14} />}
          w={220}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="ledger-search"
        />
      </div>
      <div className={classes.columns}>
        <QueryView query={page}>
          {(data) => (
            <>
              <ReasonList page={data} picked={reason} onPick={setReason} />
              <div className={classes.table}>
                <p className={classes.total} data-testid="ledger-total">
                  {plural(data.total, 'row')}
                </p>
                <DataTable
                  label="Rows of the ledger"
                  columns={COLUMNS}
                  rows={data.rows}
                  rowId={(row) => row.key}
                  onEnd={() => {
                    if (data.rows.length < data.total) setCount(data.rows.length + PAGE);
                  }}
                  empty="No row fits. Take a filter away to see more."
                  testId="ledger-rows"
                />
              </div>
            </>
          )}
        </QueryView>
      </div>
    </>
  );
}

interface ReasonListProps {
  readonly page: LedgerPage;
  readonly picked: string | null;
  readonly onPick: (reason: string | null) => void;
}

function ReasonList({ page, picked, onPick }: ReasonListProps) {
  return (
    <div className={classes.reasons}>
      <h3>Reasons</h3>
      <ul>
        {page.reasons.map(({ reason, disposition, count }) => (
          <li key={`${disposition}:${reason}`}>
            <button
              type="button"
              aria-pressed={picked === reason}
              onClick={() => onPick(picked === reason ? null : reason)}
            >
              <span className={classes[disposition]} aria-hidden="true" />
              <span>{reason}</span>
              <span className="num">{formatCount(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
