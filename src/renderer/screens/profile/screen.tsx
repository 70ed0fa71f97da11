import type { TableState } from '@shared/journal/types';
import { IconChartBar } from '@tabler/icons-react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { formatScore, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useCommit, useEngineQuery, useProject, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import { notifyDone } from '../../state/notify';
import { ColumnList } from './column-list';
import { ColumnWhy } from './column-why';
import { QualityCard } from './quality-card';
import classes from './screen.module.css';
import { TableTabs } from './table-tabs';

/** Profile: what is in the columns of a table, how good it is, and what is wrong with it. */
export default function Profile({ rest }: ScreenComponentProps) {
  const { folder } = useProject();
  const tables = useProjectState().tables;
  const table = tables.find((item) => item.id === rest[0]) ?? tables[0];
  if (!table) {
    return (
      <Screen title="How good is the old data?" fill testId="screen-profile">
        <EmptyState
          icon={<IconChartBar size={34} stroke={1.2} />}
          title="Nothing to look into yet"
          action={
            <Button
              kind="primary"
              onClick={() => navigate({ at: 'project', folder, screen: 'sources', rest: [] })}
            >
              Add sources
            </Button>
          }
        >
          Once a table is added, this screen shows for every column how full it is, what its values look like,
          and what is wrong with them, with the rows one click away.
        </EmptyState>
      </Screen>
    );
  }
  return <TableProfileScreen table={table} tables={tables} column={rest[1] ?? null} />;
}

interface TableProfileScreenProps {
  readonly table: TableState;
  readonly tables: readonly TableState[];
  readonly column: string | null;
}

function TableProfileScreen({ table, tables, column }: TableProfileScreenProps) {
  const { folder } = useProject();
  const commit = useCommit();
  const profile = useEngineQuery(['profile', table.id], (engine) => engine.profile(table.id));
  const select = (tableId: string, name?: string) =>
    navigate({
      at: 'project',
      folder,
      screen: 'profile',
      rest: name === undefined ? [tableId] : [tableId, name],
    });
  const quality = profile.data?.quality;
  const kept = table.baseline !== null && quality !== undefined && table.baseline.overall === quality.overall;
  const keep = async () => {
    if (!quality) return;
    const done = await commit([draft('baseline.kept', table.name, { tableId: table.id, quality })]);
    if (done) notifyDone(`${formatScore(quality.overall)} is the baseline of ${table.name}.`);
  };
  return (
    <Screen
      title="How good is the old data?"
      subtitle={
        profile.data
          ? `${table.name} · ${plural(profile.data.rows, 'row')} · ${plural(profile.data.columns.length, 'column')}`
          : table.name
      }
      actions={
        <Button
          kind="primary"
          hotkey="B"
          onClick={() => void keep()}
          disabled={!quality || kept}
          title="The score of today is shown beside the score after cleansing, here and on the final report"
          testId="keep-baseline"
        >
          {kept ? 'Baseline kept' : table.baseline ? 'Keep as new baseline' : 'Keep as baseline'}
        </Button>
      }
      fill
      testId="screen-profile"
    >
      <TableTabs tables={tables} current={table.id} onSelect={select} />
      <QueryView query={profile}>
        {(data) => {
          const shown = data.columns.find((item) => item.name === column) ?? data.columns[0];
          return (
            <div className={classes.body}>
              <QualityCard quality={data.quality} baseline={table.baseline} />
              <Card flush fill>
                <ColumnList
                  columns={data.columns}
                  keyColumn={table.keyColumn}
                  selected={shown?.name ?? null}
                  onSelect={(name) => select(table.id, name)}
                />
              </Card>
              {shown ? <ColumnWhy table={table} column={shown} /> : null}
            </div>
          );
        }}
      </QueryView>
    </Screen>
  );
}
