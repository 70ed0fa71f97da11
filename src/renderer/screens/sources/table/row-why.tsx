import type { ColumnGuess } from '@shared/ingest/types';
import type { TableState } from '@shared/journal/types';
import { formatCount } from '../../../base/format';
import type { ActiveCell } from '../../../components/data-grid/data-grid';
import { WhyPanel, WhySection } from '../../../components/why';
import { useEngineQuery, useProjectState } from '../../../state/context';
import { fileOf } from '../origin';
import { TableWhy } from '../table-why';
import classes from './table-rows.module.css';

export interface RowWhyProps {
  readonly table: TableState;
  readonly columns: readonly ColumnGuess[];
  readonly active: ActiveCell | null;
}

/** The whole row the person stands on, one value under the other; without one, how the table was read. */
export function RowWhy({ table, columns, active }: RowWhyProps) {
  const place = useEngineQuery(
    active ? ['places', table.id, active.row] : null,
    (engine) => engine.places(table.id, [active?.row ?? 0]),
    { keepPrevious: true },
  );
  const { tables } = useProjectState();
  if (!active) return <TableWhy table={table} />;
  const at = place.data?.[0];
  return (
    <WhyPanel>
      <WhySection
        lead
        title={`Row ${formatCount(active.row + 1)}`}
        subtitle={at ? `${at.part ?? fileOf(table, tables).name}, line ${formatCount(at.line)}` : table.name}
      />
      <dl className={classes.values}>
        {columns.map((column, at) => (
          <div key={column.name} className={column.name === active.column ? classes.current : undefined}>
            <dt>{column.name}</dt>
            <dd>{active.cells[at] ? active.cells[at] : <span className="soft">empty</span>}</dd>
          </div>
        ))}
      </dl>
    </WhyPanel>
  );
}
