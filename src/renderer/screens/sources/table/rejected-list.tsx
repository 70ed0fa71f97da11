import type { RejectedRow } from '@shared/ingest/types';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCount } from '../../../base/format';
import { DataTable, type TableColumn } from '../../../components/data-table';
import { EmptyState } from '../../../components/states';
import { WhyPanel, WhySection } from '../../../components/why';
import classes from './table-screen.module.css';

const COLUMNS: readonly TableColumn<RejectedRow>[] = [
  { id: 'line', head: 'Line', width: '84px', align: 'end', cell: (row) => formatCount(row.line) },
  { id: 'reason', head: 'Why it could not be read', width: 'minmax(240px, 1fr)', cell: (row) => row.reason },
  { id: 'raw', head: 'As it stands in the file', width: 'minmax(240px, 2fr)', cell: (row) => row.raw },
];

/** Lines that are no row of the table, kept word for word. */
export function RejectedList({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const [selected, setSelected] = useState<string | null>(null);
  const shown = rows.find((row) => String(row.line) === selected) ?? rows[0];
  if (rows.length === 0) {
    return (
      <EmptyState icon={<IconCircleCheck size={32} stroke={1.3} />} title="Every line could be read">
        Nothing of this file was left out.
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable
        label="Lines that could not be read"
        columns={COLUMNS}
        rows={rows}
        rowId={(row) => String(row.line)}
        selected={selected}
        onSelect={setSelected}
        testId="rejected-rows"
      />
      {shown ? (
        <WhyPanel>
          <WhySection lead title={`Line ${formatCount(shown.line)}`}>
            {shown.reason}
          </WhySection>
          <WhySection title="Word for word">
            <pre className={classes.raw}>{shown.raw}</pre>
          </WhySection>
          <WhySection title="What becomes of it">
            It is counted as rejected in the ledger and listed in the package, so that nobody misses it. To
            bring it in, repair it in the source and add a newer extract.
          </WhySection>
        </WhyPanel>
      ) : null}
    </>
  );
}
