import type { ColumnGuess } from '@shared/ingest/types';
import type { TableState } from '@shared/journal/types';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { FetchFacet } from '../../../components/data-grid/column-menu';
import { type ActiveCell, DataGrid } from '../../../components/data-grid/data-grid';
import type { GridColumn } from '../../../components/data-grid/grid-column';
import { FacetPanel } from '../../../components/facets/facet-panel';
import { facetStoreOf } from '../../../components/facets/facet-store';
import { useProject } from '../../../state/context';
import { setTableView, tableViewsOf, viewOf } from '../../../state/table-views';
import { RowWhy } from './row-why';
import classes from './table-rows.module.css';

export interface TableRowsProps {
  readonly table: TableState;
  /** Columns of the rows shown: as read, or after the recipe. */
  readonly columns: readonly ColumnGuess[];
  /** Names the rows as they are now. */
  readonly dataKey: string;
}

/** The rows of a table in a grid, with facets beside it where they are wanted. */
export function TableRows({ table, columns, dataKey }: TableRowsProps) {
  const project = useProject();
  const view = useStore(tableViewsOf(project), (model) => viewOf(model.byTable, table.id));
  const facets = useStore(facetStoreOf(project), (model) => model.opened);
  const [active, setActive] = useState<ActiveCell | null>(null);
  const shown = useMemo(() => columns.map(gridColumn), [columns]);
  const fetchFacet = useCallback<FetchFacet>(
    (at, column, limit) => project.ask((engine) => engine.facet(table.id, at, column, limit)),
    [project, table.id],
  );
  return (
    <div className={classes.beside}>
      {facets ? (
        <FacetPanel
          tableId={table.id}
          view={view}
          onView={(next) => setTableView(project, table.id, next)}
          columns={columns}
        />
      ) : null}
      <DataGrid
        label={`Rows of ${table.name}`}
        dataKey={dataKey}
        columns={shown}
        view={view}
        onViewChange={(next) => setTableView(project, table.id, next)}
        fetchWindow={(at, start, count) => project.ask((engine) => engine.window(table.id, at, start, count))}
        fetchFacet={fetchFacet}
        onActive={setActive}
        testId="data-grid"
      />
      <RowWhy table={table} columns={columns} active={active} />
    </div>
  );
}

function gridColumn({ name, type }: ColumnGuess): GridColumn {
  const numeric = type === 'integer' || type === 'number';
  return numeric ? { name, note: type, align: 'end' } : { name, note: type };
}
