import type { TableState } from '@shared/journal/types';
import type { Filter } from '@shared/table/types';
import { navigate } from '../../app/routes';
import { useProject } from '../../state/context';
import { setTableView } from '../../state/table-views';

/** Opens the grid of a table with one filter set. */
export function useShowRows(table: Pick<TableState, 'id'>): (filter: Filter) => void {
  const project = useProject();
  return (filter) => {
    setTableView(project, table.id, { filters: [filter], sort: null });
    navigate({ at: 'project', folder: project.folder, screen: 'sources', rest: [table.id] });
  };
}
