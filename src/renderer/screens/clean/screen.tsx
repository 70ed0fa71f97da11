import type { TableState } from '@shared/journal/types';
import { IconWand } from '@tabler/icons-react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { Button } from '../../components/button';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useProject, useProjectState } from '../../state/context';
import { CleanTable } from './clean-table';

/** Clean: the steps that put the values of a table right, and run again on every extract. */
export default function Clean({ rest }: ScreenComponentProps) {
  const { folder } = useProject();
  const { tables } = useProjectState();
  const table = tableOf(tables, rest[0]);
  if (table) return <CleanTable key={table.id} table={table} tables={tables} column={rest[1] ?? null} />;
  return (
    <Screen title="What has to be put right?" fill testId="screen-clean">
      <EmptyState
        icon={<IconWand size={34} stroke={1.2} />}
        title="No table to clean yet"
        action={
          <Button
            kind="primary"
            onClick={() => navigate({ at: 'project', folder, screen: 'sources', rest: [] })}
          >
            Add sources
          </Button>
        }
      >
        Once a table is added, its values are cleaned here by steps: trim, spell alike, split, compute. The
        file stays as it is; every step can be changed or taken back, and runs again on the next extract.
      </EmptyState>
    </Screen>
  );
}

function tableOf(tables: readonly TableState[], id: string | undefined): TableState | undefined {
  return tables.find((item) => item.id === id) ?? tables.find((item) => item.role === 'records') ?? tables[0];
}
