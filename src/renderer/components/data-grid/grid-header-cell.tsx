// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; S sorts and F filters the active column.
// biome-ignore-all lint/a11y/useSemanticElements: a grid virtualised both ways cannot be a <table>; ARIA roles stand in.
import { Menu, Popover } from '@mantine/core';
import type { View } from '@shared/table/types';
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled, IconWand } from '@tabler/icons-react';
import type { PointerEvent, ReactNode } from 'react';
import { cx } from '../../base/format';
import { ColumnMenu, type FetchFacet } from './column-menu';
import classes from './data-grid.module.css';
import type { GridColumn } from './grid-column';
import { cycleSort } from './grid-view';

export interface GridHeaderCellProps {
  readonly column: GridColumn;
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly view: View;
  readonly opened: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onViewChange: (view: View) => void;
  readonly onResize: (width: number) => void;
  readonly facet: FetchFacet;
  /** Items of the open menu of what can be done with the column; absent while it is closed. */
  readonly actions?: ReactNode;
  /** Opens and closes that menu; absent where there is none. */
  readonly onActions?: ((open: boolean) => void) | undefined;
}

/** Name, sorting, filter and width of one column. */
export function GridHeaderCell(props: GridHeaderCellProps) {
  const { column, view } = props;
  const sort = view.sort?.column === column.name ? view.sort : null;
  const filtered = view.filters.some((filter) => filter.column === column.name);
  const filterButton = (
    <button
      type="button"
      tabIndex={-1}
      className={cx(classes.headButton, (filtered || props.opened) && classes.headButtonOn)}
      aria-label={`Filter ${column.name}`}
      title="Values and filters (F)"
      onClick={() => props.onOpen(!props.opened)}
      data-testid="column-filter"
    >
      {filtered ? <IconFilterFilled size={13} /> : <IconFilter size={13} stroke={1.7} />}
    </button>
  );
  return (
    <div
      role="columnheader"
      aria-colindex={props.index + 2}
      aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      className={classes.headCell}
      style={{ left: props.left, width: props.width }}
      data-testid="column-header"
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes.headName}
        title={`${column.name}${column.note ? ` · ${column.note}` : ''}: sort (S)`}
        onClick={() => props.onViewChange(cycleSort(view, column.name))}
      >
        <span className={classes.headLine}>
          <span className="clip">{column.name || <i>no name</i>}</span>
          {sort ? sort.descending ? <IconArrowDown size={13} /> : <IconArrowUp size={13} /> : null}
        </span>
        {column.note ? <span className={classes.headNote}>{column.note}</span> : null}
      </button>
      {props.onActions ? <ActionsMenu {...props} onActions={props.onActions} /> : null}
      {props.opened ? (
        <Popover opened onChange={props.onOpen} trapFocus withinPortal>
          <Popover.Target>{filterButton}</Popover.Target>
          <Popover.Dropdown>
            <ColumnMenu
              column={column.name}
              view={view}
              onViewChange={props.onViewChange}
              facet={props.facet}
            />
          </Popover.Dropdown>
        </Popover>
      ) : (
        filterButton
      )}
      <span
        className={classes.resizer}
        aria-hidden="true"
        onPointerDown={(event) => dragWidth(event, props.width, props.onResize)}
      />
    </div>
  );
}

interface ActionsMenuProps extends GridHeaderCellProps {
  readonly onActions: (open: boolean) => void;
}

/** The menu of what can be done with a column; its items are made only while it is open. */
function ActionsMenu({ column, actions, onActions }: ActionsMenuProps) {
  const opened = actions !== undefined;
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={cx(classes.headButton, classes.headAction, opened && classes.headButtonOn)}
      aria-label={`Clean ${column.name}`}
      aria-haspopup="menu"
      aria-expanded={opened}
      title="What can be done with it (C)"
      onClick={() => onActions(!opened)}
      data-testid="column-actions"
    >
      <IconWand size={13} stroke={1.7} />
    </button>
  );
  if (!opened) return button;
  return (
    <Menu opened onChange={onActions} position="bottom-start" withinPortal width={300} hideDetached={false}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown className={classes.actions} data-testid="column-actions-menu">
        {actions}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Follows the pointer until it is let go. */
function dragWidth(event: PointerEvent<HTMLElement>, width: number, onResize: (width: number) => void): void {
  event.preventDefault();
  const handle = event.currentTarget;
  const from = event.clientX;
  handle.setPointerCapture(event.pointerId);
  const move = (moving: globalThis.PointerEvent) =>
    onResize(Math.max(48, Math.min(900, width + moving.clientX - from)));
  const stop = () => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', stop);
    handle.removeEventListener('pointercancel', stop);
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', stop);
  handle.addEventListener('pointercancel', stop);
}
