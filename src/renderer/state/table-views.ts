import type { View } from '@shared/table/types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { WHOLE_TABLE } from '../components/data-grid/grid-view';
import type { OpenProject } from './open-project';

/** How each table was last looked at, so that coming back finds it so; other screens leave a view here before going there. */
export type TableViews = StoreApi<{ readonly byTable: Readonly<Record<string, View>> }>;

const stores = new WeakMap<OpenProject, TableViews>();

export function tableViewsOf(project: OpenProject): TableViews {
  const known = stores.get(project);
  if (known) return known;
  const made: TableViews = createStore(() => ({ byTable: {} }));
  stores.set(project, made);
  return made;
}

export function setTableView(project: OpenProject, tableId: string, view: View): void {
  tableViewsOf(project).setState(({ byTable }) => ({ byTable: { ...byTable, [tableId]: view } }));
}

/** The view of a table; the whole table where none was left. */
export function viewOf(byTable: Readonly<Record<string, View>>, tableId: string): View {
  return byTable[tableId] ?? WHOLE_TABLE;
}
