import { SegmentedControl } from '@mantine/core';
import type { Result } from '@shared/base/result';
import type { ColumnGuess } from '@shared/ingest/types';
import type { RecipeDraft } from '@shared/pipeline/cleaning-types';
import type { TableWindow, View } from '@shared/table/types';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { cx } from '../../base/format';
import { Card } from '../../components/card';
import { Chip } from '../../components/chip';
import type { FetchFacet } from '../../components/data-grid/column-menu';
import { type ActiveCell, DataGrid } from '../../components/data-grid/data-grid';
import type { GridColumn } from '../../components/data-grid/grid-column';
import { FacetPanel } from '../../components/facets/facet-panel';
import { useProject } from '../../state/context';
import classes from './clean.module.css';
import type { Scope } from './use-cleaning';
import { conditionsOf, whyNoConditions } from './where-filters';

export interface CleanGridProps {
  readonly tableId: string;
  readonly label: string;
  /** The steps that have run in the rows shown. */
  readonly steps: RecipeDraft;
  /** Names these rows; another name means other rows. */
  readonly stamp: string;
  readonly columns: readonly ColumnGuess[];
  /** Marks the cells that the last of the steps changed. */
  readonly marked: boolean;
  /** A column the last step is about. */
  readonly reveal: string | null;
  /** Which point of the recipe is seen, in words. */
  readonly caption: ReactNode;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly facets: boolean;
  readonly onFacets: (shown: boolean) => void;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly onActive: (cell: ActiveCell) => void;
  readonly columnActions: (column: string) => ReactNode;
}

/** The table at one point of its recipe, with facets beside it; what a step changed is marked. */
export function CleanGrid(props: CleanGridProps) {
  const { tableId, steps, stamp, columns, view, onView } = props;
  const project = useProject();
  const gridColumns = useMemo(() => columns.map(gridColumn), [columns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for the steps.
  const rows = useMemo(() => new Changes(), [stamp]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for the steps.
  const fetchFacet = useCallback<FetchFacet>(
    (at, column, limit) => project.ask((engine) => engine.draftFacet(tableId, steps, at, column, limit)),
    [project, tableId, stamp],
  );
  const fetchWindow = async (at: View, start: number, count: number): Promise<Result<TableWindow>> => {
    const result = await project.ask((engine) => engine.draftWindow(tableId, steps, at, start, count));
    if (result.ok) rows.keep(result.value);
    return result;
  };
  const limited = view.filters.length > 0;
  const conditions = conditionsOf(view);
  const noConditions = whyNoConditions(view);
  return (
    <Card flush fill>
      <div className={classes.gridSide}>
        <div className={classes.gridBar}>
          <span className={cx(classes.caption, 'clip')} data-testid="clean-caption">
            {props.caption}
          </span>
          {limited ? (
            <SegmentedControl
              size="xs"
              aria-label="Rows that new steps touch"
              data={[
                { value: 'all', label: 'New steps: all rows' },
                { value: 'shown', label: 'only these', disabled: conditions === null },
              ]}
              value={conditions === null ? 'all' : props.scope}
              onChange={(value) => props.onScope(value === 'shown' ? 'shown' : 'all')}
              title={noConditions ?? undefined}
              data-testid="scope"
            />
          ) : null}
          <Chip on={props.facets} onClick={() => props.onFacets(!props.facets)} testId="toggle-facets">
            <IconLayoutSidebarRight size={13} stroke={1.7} /> Facets
          </Chip>
        </div>
        {noConditions === null ? null : (
          <p className="soft small" role="note" data-testid="scope-why">
            {noConditions}
          </p>
        )}
        <div className={cx(classes.gridBody, props.facets && classes.withFacets)}>
          <DataGrid
            label={props.label}
            dataKey={stamp}
            columns={gridColumns}
            view={view}
            onViewChange={onView}
            fetchWindow={fetchWindow}
            fetchFacet={fetchFacet}
            onActive={props.onActive}
            reveal={props.reveal}
            columnActions={props.columnActions}
            {...(props.marked ? { changedFrom: rows.before } : {})}
            testId="clean-grid"
          />
          {props.facets ? (
            <div className={classes.facets}>
              <FacetPanel
                tableId={tableId}
                view={view}
                onView={onView}
                columns={columns}
                stamp={stamp}
                ask={(engine, at, question) => engine.draftAnswerFacet(tableId, steps, at, question)}
              />
            </div>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

/** Cells before the last step, by row; those seen long ago are forgotten. */
class Changes {
  private readonly rows = new Map<
    number,
    { readonly before: readonly (string | null)[]; readonly cells: readonly string[] }
  >();

  keep(window: TableWindow & { readonly before: readonly (readonly (string | null)[])[] }): void {
    if (this.rows.size > MOST_ROWS) this.rows.clear();
    window.rows.forEach((row, at) => {
      this.rows.set(row, { before: window.before[at] ?? [], cells: window.cells[at] ?? [] });
    });
  }

  readonly before = (row: number, column: number): string | null => {
    const known = this.rows.get(row);
    const before = known?.before[column] ?? null;
    return before === null || before === known?.cells[column] ? null : before;
  };
}

const MOST_ROWS = 20_000;

function gridColumn({ name, type }: ColumnGuess): GridColumn {
  return type === 'integer' || type === 'number' ? { name, note: type, align: 'end' } : { name, note: type };
}
