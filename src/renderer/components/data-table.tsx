// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
// biome-ignore-all lint/a11y/useSemanticElements: a virtualised table cannot be a <table>; the ARIA grid roles stand in.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { cx } from '../base/format';
import classes from './data-table.module.css';

export interface TableColumn<T> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** CSS grid width: `120px`, `minmax(120px, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
}

export interface DataTableProps<T> {
  /** Read aloud. */
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  readonly rowHeight?: number;
  /** Selected row; arrow keys and clicks move it. */
  readonly selected?: string | null;
  readonly onSelect?: (id: string, row: T) => void;
  /** Enter or double click. */
  readonly onOpen?: (row: T) => void;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** Called when the last rows come into sight, for lists that load on. */
  readonly onEnd?: () => void;
  readonly testId?: string;
}

/** A table of any length with few columns: fixed row height, sticky head, arrow keys. Fills its parent. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, rows, rowHeight = 28 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 30,
    onChange: (instance) => {
      const last = instance.getVirtualItems().at(-1);
      if (last && last.index >= rows.length - 1) props.onEnd?.();
    },
  });
  const template = columns.map((column) => column.width).join(' ');
  const selectedIndex = rows.findIndex((row) => props.rowId(row) === props.selected);

  const move = (to: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[index];
    if (row === undefined) return;
    virtual.scrollToIndex(index);
    props.onSelect?.(props.rowId(row), row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const row = rows[selectedIndex];
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(selectedIndex + 1),
      ArrowUp: () => move(selectedIndex <= 0 ? 0 : selectedIndex - 1),
      PageDown: () => move(selectedIndex + page),
      PageUp: () => move(selectedIndex - page),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      ...(props.onOpen && row !== undefined ? { Enter: () => props.onOpen?.(row) } : {}),
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  };

  const selectable = props.onSelect !== undefined || props.onOpen !== undefined;
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={
        selectable && props.selected != null && selectedIndex >= 0
          ? rowDomId(props.label, selectedIndex)
          : undefined
      }
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid={props.testId}
    >
      <div className={classes.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            className={cx(classes.headCell, column.align === 'end' && classes.end)}
          >
            {column.head}
          </div>
        ))}
      </div>
      {rows.length === 0 ? <div className={classes.empty}>{props.empty}</div> : null}
      <div role="rowgroup" className={classes.canvas} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const id = props.rowId(row);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself answers the keys.
            <div
              key={id}
              id={rowDomId(props.label, item.index)}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-selected={selectable ? id === props.selected : undefined}
              className={cx(
                classes.row,
                selectable && classes.selectable,
                id === props.selected && classes.selected,
              )}
              style={{
                gridTemplateColumns: template,
                height: rowHeight,
                transform: `translateY(${item.start}px)`,
              }}
              onClick={() => props.onSelect?.(id, row)}
              onDoubleClick={() => props.onOpen?.(row)}
              data-testid={props.testId ? `${props.testId}-row` : undefined}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={cx(classes.cell, column.align === 'end' && classes.end)}
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowDomId(label: string, index: number): string {
  return `row-${label.replace(/\W+/g, '-')}-${index}`;
}
