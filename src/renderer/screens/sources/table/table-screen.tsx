import type { TableState } from '@shared/journal/types';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { navigate } from '../../../app/routes';
import { formatCount, plural } from '../../../base/format';
import { IconButton } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import type { FetchFacet } from '../../../components/data-grid/column-menu';
import { type ActiveCell, DataGrid } from '../../../components/data-grid/data-grid';
import type { GridColumn } from '../../../components/data-grid/grid-column';
import { FacetPanel } from '../../../components/facets/facet-panel';
import { facetStoreOf } from '../../../components/facets/facet-store';
import { QueryView } from '../../../components/query-view';
import { Screen } from '../../../components/screen';
import { useEngineQuery, useProject } from '../../../state/context';
import { useHotkey } from '../../../state/hotkeys';
import { setTableView, tableViewsOf, viewOf } from '../../../state/table-views';
import type { EngineQueries } from '../../../workers/engine-api';
import { RejectedList } from '../rejected/rejected-list';
import { RowWhy } from './row-why';
import classes from './table-screen.module.css';

export interface TableScreenProps {
  readonly table: TableState;
  readonly show: 'rows' | 'rejected';
}

/** The rows of one table as they were read, and those that could not be. */
export function TableScreen({ table, show }: TableScreenProps) {
  const project = useProject();
  const read = useEngineQuery(['ingested', table.id], (engine) => engine.ingested(table.id));
  const go = (rest: readonly string[]) =>
    navigate({ at: 'project', folder: project.folder, screen: 'sources', rest });
  const rejected = read.data?.rejected.length ?? 0;
  const facets = useStore(facetStoreOf(project), (model) => model.opened);
  useHotkey(show === 'rows' ? 'Shift+F' : null, () => facetStoreOf(project).setState({ opened: !facets }));
  return (
    <Screen
      title={
        <>
          <IconButton
            label="All sources"
            icon={<IconArrowLeft size={17} stroke={1.7} />}
            onClick={() => go([])}
            testId="back-to-sources"
          />{' '}
          {table.name}
        </>
      }
      subtitle={
        read.data
          ? `${plural(read.data.rowCount, 'row')} · ${plural(read.data.columns.length, 'column')} · ${table.file.name}`
          : table.file.name
      }
      actions={
        <>
          <Chip on={show === 'rows'} onClick={() => go([table.id])} testId="show-rows">
            Rows {read.data ? formatCount(read.data.rowCount) : ''}
          </Chip>
          {show === 'rows' ? (
            <Chip
              on={facets}
              onClick={() => facetStoreOf(project).setState({ opened: !facets })}
              title="Count values beside the rows and narrow them (Shift+F)"
              testId="show-facets"
            >
              Facets
            </Chip>
          ) : null}
          <Chip on={show === 'rejected'} onClick={() => go([table.id, 'rejected'])} testId="show-rejected">
            Rejected {read.data ? formatCount(rejected) : ''}
          </Chip>
        </>
      }
      fill
      testId="screen-table"
    >
      <QueryView query={read}>
        {(data) => (
          <Card flush fill>
            {show === 'rejected' ? (
              <RejectedList table={table} answer={data} />
            ) : (
              <Rows table={table} answer={data} />
            )}
          </Card>
        )}
      </QueryView>
    </Screen>
  );
}

type Ingested = Extract<Awaited<ReturnType<EngineQueries['ingested']>>, { ok: true }>['value'];

function Rows({ table, answer }: { readonly table: TableState; readonly answer: Ingested }) {
  const project = useProject();
  const view = useStore(tableViewsOf(project), (model) => viewOf(model.byTable, table.id));
  const facets = useStore(facetStoreOf(project), (model) => model.opened);
  const [active, setActive] = useState<ActiveCell | null>(null);
  const columns = useMemo(() => answer.columns.map(gridColumn), [answer.columns]);
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
          columns={answer.columns}
        />
      ) : null}
      <DataGrid
        label={`Rows of ${table.name}`}
        dataKey={dataKeyOf(table, answer)}
        columns={columns}
        view={view}
        onViewChange={(next) => setTableView(project, table.id, next)}
        fetchWindow={(at, start, count) => project.ask((engine) => engine.window(table.id, at, start, count))}
        fetchFacet={fetchFacet}
        onActive={setActive}
        testId="data-grid"
      />
      <RowWhy table={table} columns={answer.columns} active={active} />
    </div>
  );
}

function gridColumn({ name, type }: Ingested['columns'][number]): GridColumn {
  const numeric = type === 'integer' || type === 'number';
  return numeric ? { name, note: type, align: 'end' } : { name, note: type };
}

/** Names the rows as they are now: another file, another way of reading, another part or repair makes other rows. */
function dataKeyOf({ file, options, parts, renamed }: TableState, { rowCount, repaired }: Ingested): string {
  return JSON.stringify([file.sha256, options, parts, renamed, rowCount, repaired.length]);
}
