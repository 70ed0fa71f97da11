// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell.
// biome-ignore-all lint/a11y/useSemanticElements: a grid virtualised both ways cannot be a <table>; ARIA roles stand in.

import type { Result } from '@shared/base/result';
import type { TableWindow, View } from '@shared/table/types';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { cx, formatCount, plural } from '../../base/format';
import { Button } from '../button';
import { Chip } from '../chip';
import { EmptyState, ErrorPanel } from '../states';
import type { FetchFacet } from './column-menu';
import classes from './data-grid.module.css';
import { GridBlocks } from './grid-blocks';
import type { GridColumn } from './grid-column';
import { GridHeaderCell } from './grid-header-cell';
import { type GridPlace, moved } from './grid-moves';
import { cycleSort, filterSentence, WHOLE_TABLE, withoutFilter } from './grid-view';
import { columnWidth } from './grid-widths';

/** The cell the person stands on. */
export interface ActiveCell {
  /** Row in the table, 0-based. */
  readonly row: number;
  readonly column: string;
  readonly cells: readonly string[];
}

export interface DataGridProps {
  readonly label: string;
  /** What the rows belong to; another key means other rows. */
  readonly dataKey: string;
  readonly columns: readonly GridColumn[];
  readonly view: View;
  readonly onViewChange: (view: View) => void;
  readonly fetchWindow: (view: View, start: number, count: number) => Promise<Result<TableWindow>>;
  readonly fetchFacet: FetchFacet;
  readonly onActive?: (cell: ActiveCell) => void;
  /** What a cell was before, where it changed; such cells are marked. `row` in the table, `column` by position. */
  readonly changedFrom?: (row: number, column: number) => string | null;
  /** What can be done with a column, as items of a menu in its header; C opens it for the active column. */
  readonly columnActions?: (column: string) => ReactNode;
  /** A column brought into sight when other rows are shown. */
  readonly reveal?: string | null;
  readonly testId?: string;
}

const ROW = 28;
const HEAD = 42;
const NUMBER_WIDTH = 64;
/** Room beside a name for the buttons of actions and of filters. */
const TWO_BUTTONS = 62;

/** A table of the engine, windowed both ways: sort, filter, facets, arrow keys. Fills its parent. */
export function DataGrid(props: DataGridProps) {
  const { columns, view, fetchWindow, dataKey } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [menu, setMenu] = useState<string | null>(null);
  const [actions, setActions] = useState<string | null>(null);
  const [sized, setSized] = useState<ReadonlyMap<string, number>>(new Map());

  // biome-ignore lint/correctness/useExhaustiveDependencies: `dataKey` and `view` say which rows are meant.
  const blocks = useMemo(
    () => new GridBlocks((start, count) => fetchWindow(view, start, count), columns.length),
    [dataKey, view, columns.length],
  );
  const { total, error, arrived } = useSyncExternalStore(blocks.subscribe, blocks.getSnapshot);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured once per table, on the first rows that came.
  const widths = useMemo(() => {
    const sample = Array.from({ length: 60 }, (_, place) => blocks.rowAt(place)?.cells ?? []);
    return columns.map(
      ({ name }, at) =>
        sized.get(name) ??
        columnWidth(
          name,
          sample.map((cells) => cells[at] ?? ''),
          ...(props.columnActions ? [TWO_BUTTONS] : []),
        ),
    );
  }, [dataKey, columns, arrived > 0, sized]);

  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: HEAD,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => widths[at] ?? 120,
    overscan: 3,
    scrollPaddingStart: NUMBER_WIDTH,
    // Columns stand that much further right than their places say.
    scrollPaddingEnd: NUMBER_WIDTH,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: widths changed, so places change.
  useEffect(() => across.measure(), [widths]);

  const revealed = columns.findIndex(({ name }) => name === props.reveal);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are shown, widths known at last, or another column is meant.
  useEffect(() => {
    if (revealed >= 0) across.scrollToIndex(revealed, { align: 'auto' });
  }, [dataKey, arrived > 0, revealed]);

  const shownRows = rows.getVirtualItems();
  const first = shownRows[0]?.index ?? 0;
  const last = shownRows.at(-1)?.index ?? 40;
  useEffect(() => blocks.need(first, last), [blocks, first, last]);

  const activate = (place: GridPlace) => {
    setActive(place);
    rows.scrollToIndex(place.row);
    across.scrollToIndex(place.column);
    const row = blocks.rowAt(place.row);
    const column = columns[place.column];
    if (row && column) props.onActive?.({ row: row.row, column: column.name, cells: row.cells });
  };
  const activeColumn = columns[active.column]?.name;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW) - 1);
    const to = moved(active, event.key, ctrl, { rows: total ?? 0, columns: columns.length, page });
    if (to) activate(to);
    else if (activeColumn !== undefined && !ctrl && event.key === 's')
      props.onViewChange(cycleSort(view, activeColumn));
    else if (activeColumn !== undefined && !ctrl && event.key === 'f') setMenu(activeColumn);
    else if (activeColumn !== undefined && !ctrl && event.key === 'c' && props.columnActions)
      // Once the key is done with: a menu that opens during it takes it for one of its own and closes.
      requestAnimationFrame(() => setActions(activeColumn));
    else if (ctrl && event.key === 'c') void copyCell(blocks.rowAt(active.row)?.cells[active.column]);
    else return;
    event.preventDefault();
  };
  const shownColumns = across.getVirtualItems();
  const width = NUMBER_WIDTH + across.getTotalSize();
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;

  return (
    <div className={classes.grid} data-testid={props.testId}>
      {view.filters.length > 0 || view.sort ? (
        <div className={classes.filters}>
          {view.filters.map((filter) => (
            <Chip
              key={JSON.stringify(filter)}
              on
              onClick={() => props.onViewChange(withoutFilter(view, filter))}
              title="Take this filter away"
              testId="grid-filter"
            >
              {filterSentence(filter)} ×
            </Chip>
          ))}
          {view.sort ? (
            <Chip
              on
              onClick={() => props.onViewChange({ ...view, sort: null })}
              title="Back to the order of the file"
            >
              {view.sort.column} {view.sort.descending ? 'Z to A' : 'A to Z'} ×
            </Chip>
          ) : null}
          <span className={classes.count} data-testid="grid-total" role="status">
            {total === null ? '' : plural(total, 'row')}
          </span>
        </div>
      ) : null}
      {error ? <ErrorPanel error={error} compact onRetry={() => blocks.need(first, last)} /> : null}
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={(total ?? 0) + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={total ? cellId(active.row, active.column) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid={props.testId ? `${props.testId}-scroller` : undefined}
      >
        <div className={classes.canvas} style={{ width, height: HEAD + rows.getTotalSize() }}>
          <div className={classes.head} role="row" aria-rowindex={1} style={{ height: HEAD, width }}>
            <div
              className={classes.corner}
              role="columnheader"
              aria-label="Row"
              style={{ width: NUMBER_WIDTH }}
            />
            {shownColumns.map((item) => {
              const column = columns[item.index];
              if (!column) return null;
              return (
                <GridHeaderCell
                  key={column.name}
                  column={column}
                  index={item.index}
                  left={NUMBER_WIDTH + item.start}
                  width={item.size}
                  view={view}
                  opened={menu === column.name}
                  onOpen={(open) => {
                    setMenu(open ? column.name : null);
                    if (!open) scroller.current?.focus();
                  }}
                  onViewChange={props.onViewChange}
                  onResize={(size) => setSized(new Map(sized).set(column.name, size))}
                  facet={props.fetchFacet}
                  actions={actions === column.name ? props.columnActions?.(column.name) : undefined}
                  onActions={
                    props.columnActions
                      ? (open) => {
                          setActions(open ? column.name : null);
                          if (!open) scroller.current?.focus();
                        }
                      : undefined
                  }
                />
              );
            })}
          </div>
          {shownRows.map((item) => {
            const row = blocks.rowAt(item.index);
            return (
              <div
                key={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                className={cx(classes.row, item.index === active.row && classes.activeRow)}
                style={{ height: ROW, width, transform: `translateY(${HEAD + item.start}px)` }}
              >
                <div className={cx(classes.number, 'num')} role="rowheader" style={{ width: NUMBER_WIDTH }}>
                  {row ? formatCount(row.row + 1) : ''}
                </div>
                {shownColumns.map((cell) => {
                  const isActive = item.index === active.row && cell.index === active.column;
                  const text = row?.cells[cell.index];
                  const was = row ? (props.changedFrom?.(row.row, cell.index) ?? null) : null;
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself answers the keys.
                    <div
                      key={cell.index}
                      id={cellId(item.index, cell.index)}
                      role="gridcell"
                      aria-colindex={cell.index + 2}
                      className={cx(
                        classes.cell,
                        columns[cell.index]?.align === 'end' && classes.end,
                        isActive && classes.active,
                        was !== null && classes.changed,
                      )}
                      style={{ left: NUMBER_WIDTH + cell.start, width: cell.size }}
                      title={
                        was === null ? text : `${text === '' ? 'now empty' : text} · was ${was || 'empty'}`
                      }
                      onClick={() => {
                        activate({ row: item.index, column: cell.index });
                        scroller.current?.focus();
                      }}
                    >
                      {text === undefined ? <span className={classes.waiting} /> : inOneLine(text)}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      {total === 0 ? (
        <div className={classes.none}>
          <EmptyState
            title={view.filters.length > 0 ? 'No row fits these filters' : 'This table has no rows'}
            action={
              view.filters.length > 0 ? (
                <Button onClick={() => props.onViewChange(WHOLE_TABLE)}>Take all filters away</Button>
              ) : undefined
            }
          >
            {view.filters.length > 0 ? 'Take one away to see more.' : 'Only a header was found.'}
          </EmptyState>
        </div>
      ) : null}
    </div>
  );
}

async function copyCell(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  // Refused without permission; the cell can still be marked by hand.
  await navigator.clipboard.writeText(text).catch(() => undefined);
}

/** Line ends inside a cell as a sign: a row is one line high, and what follows would be cut without a word. */
function inOneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/\r\n?|\n/g, ' ↵ ') : text;
}
