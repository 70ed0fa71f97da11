import type { TableState } from '@shared/journal/types';
import { IconArrowLeft } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { navigate } from '../../../app/routes';
import { formatCount, plural } from '../../../base/format';
import { IconButton } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { facetStoreOf } from '../../../components/facets/facet-store';
import { QueryView } from '../../../components/query-view';
import { Screen } from '../../../components/screen';
import { useEngineQuery, useProject, useProjectState } from '../../../state/context';
import { useHotkey } from '../../../state/hotkeys';
import type { EngineQueries } from '../../../workers/engine-api';
import { originOf } from '../origin';
import { RejectedList } from '../rejected/rejected-list';
import { TableRows } from './table-rows';

export interface TableScreenProps {
  readonly table: TableState;
  readonly show: 'rows' | 'rejected';
}

type Ingested = Extract<Awaited<ReturnType<EngineQueries['ingested']>>, { ok: true }>['value'];

/** The rows of one table as they are now, and the lines that are none. */
export function TableScreen({ table, show }: TableScreenProps) {
  const project = useProject();
  const { recipes, tables } = useProjectState();
  const recipe = recipes[table.id] ?? [];
  const steps = recipe.filter(({ enabled }) => enabled).length;
  const read = useEngineQuery(['ingested', table.id], (engine) => engine.ingested(table.id));
  const cleaned = useEngineQuery(steps > 0 ? ['recipe', table.id] : null, (engine) =>
    engine.recipe(table.id),
  );
  const facets = useStore(facetStoreOf(project), (model) => model.opened);
  const toggleFacets = () => facetStoreOf(project).setState({ opened: !facets });
  useHotkey(show === 'rows' ? 'Shift+F' : null, toggleFacets);
  const go = (rest: readonly string[]) =>
    navigate({ at: 'project', folder: project.folder, screen: 'sources', rest });
  const facts = read.data
    ? [
        plural(read.data.rowCount, 'row'),
        plural((cleaned.data ?? read.data).columns.length, 'column'),
        ...(steps > 0 ? [`cleaned in ${plural(steps, 'step')}`] : []),
        originOf(table, tables),
      ]
    : [originOf(table, tables)];
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
      subtitle={facts.join(' · ')}
      actions={
        <>
          <Chip on={show === 'rows'} onClick={() => go([table.id])} testId="show-rows">
            Rows {read.data ? formatCount(read.data.rowCount) : ''}
          </Chip>
          {table.derivation === null ? (
            <Chip on={show === 'rejected'} onClick={() => go([table.id, 'rejected'])} testId="show-rejected">
              Rejected {read.data ? formatCount(read.data.rejected.length) : ''}
            </Chip>
          ) : null}
          {show === 'rows' ? (
            <Chip
              on={facets}
              onClick={toggleFacets}
              title="Count values beside the rows and narrow them (Shift+F)"
              testId="show-facets"
            >
              Facets
            </Chip>
          ) : null}
        </>
      }
      fill
      testId="screen-table"
    >
      <QueryView query={read}>
        {(data) => (
          <Card flush fill>
            {show === 'rejected' && table.derivation === null ? (
              <RejectedList table={table} answer={data} />
            ) : (
              <QueryView<Pick<Ingested, 'columns'>> query={steps > 0 ? cleaned : read}>
                {({ columns }) => (
                  <TableRows
                    table={table}
                    columns={columns}
                    dataKey={JSON.stringify([dataKeyOf(table, data), recipe])}
                  />
                )}
              </QueryView>
            )}
          </Card>
        )}
      </QueryView>
    </Screen>
  );
}

/** Names the rows as they are now: another file, way of reading or making, part or repair makes other rows. */
function dataKeyOf(table: TableState, { rowCount, repaired }: Ingested): unknown {
  if (table.derivation !== null) return [table.derivation, rowCount];
  const { file, options, parts, renamed } = table;
  return [file.sha256, options, parts, renamed, rowCount, repaired.map(({ line, part }) => [part, line])];
}
