import { columnNamed } from '../../table/column';
import type { Table } from '../../table/types';
import type { StepAction } from '../types';
import { leftOut } from './change';
import { missing, taken, type Worked, worked } from './work';

/** Renames a column where it stands. */
export function runRename(table: Table, action: Extract<StepAction, { readonly kind: 'rename' }>): Worked {
  const column = columnNamed(table, action.column);
  if (!column) return missing(action.column);
  if (action.to === action.column) return worked(table.columns);
  return (
    taken(table, [action.to]) ??
    worked(table.columns.map((other) => (other === column ? { ...column, name: action.to } : other)))
  );
}

/** Removes columns; at least one must stay, so that the table keeps its rows in sight. */
export function runRemove(table: Table, action: Extract<StepAction, { readonly kind: 'remove' }>): Worked {
  const present = new Set(action.columns.filter((name) => columnNamed(table, name)));
  const [first] = action.columns;
  if (present.size === 0) return missing(first ?? '');
  const columns = table.columns.filter((column) => !present.has(column.name));
  if (columns.length === 0)
    return { broken: 'This would remove every column of the table. Keep at least one.' };
  return worked(columns, { notes: leftOut(action.columns, present) });
}
