import { useStore } from 'zustand';
import type { ScreenComponentProps } from '../../app/screens';
import { useProject, useProjectState } from '../../state/context';
import { ImportScreen } from './import/import-screen';
import { importStoreOf } from './import/import-store';
import { SourceList } from './source-list';
import { TableScreen } from './table/table-screen';

/** Sources: the files being added, one table's rows, or the list of all tables. */
export default function Sources({ rest }: ScreenComponentProps) {
  const project = useProject();
  const tables = useProjectState().tables;
  const importing = useStore(
    importStoreOf(project),
    (model) => model.files.length > 0 || model.adding !== null,
  );
  const table = tables.find((item) => item.id === rest[0]);
  if (table)
    return <TableScreen key={table.id} table={table} show={rest[1] === 'rejected' ? 'rejected' : 'rows'} />;
  return importing ? <ImportScreen /> : <SourceList />;
}
