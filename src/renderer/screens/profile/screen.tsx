import type { TableState } from '@shared/journal/types';
import type { TableProfile } from '@shared/profile/types';
import { IconChartBar, IconFileExport } from '@tabler/icons-react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { formatScore, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Chip } from '../../components/chip';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useCommit, useEngineQuery, useProject, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import { notifyDone } from '../../state/notify';
import { BeforeAfter } from './before-after';
import { ColumnCharts } from './column-charts';
import { ColumnList } from './column-list';
import { ColumnWhy } from './column-why';
import { FindingsView } from './findings-view';
import { QualityCard } from './quality-card';
import { useSaveReport } from './save-report';
import classes from './screen.module.css';
import { TableTabs } from './table-tabs';
import { useShowRows } from './use-show-rows';
import { type ProfileView, VIEWS, viewNamed } from './views';
import { WorthView } from './worth-view';

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
  return (
    <TableProfileScreen table={table} tables={tables} view={viewNamed(rest[1])} column={rest[2] ?? null} />
  );
}

interface TableProfileScreenProps {
  readonly table: TableState;
  readonly tables: readonly TableState[];
  readonly view: ProfileView;
  readonly column: string | null;
}

function TableProfileScreen({ table, tables, view, column }: TableProfileScreenProps) {
  const { folder } = useProject();
  const commit = useCommit();
  const profile = useEngineQuery(['profile', table.id], (engine) => engine.profile(table.id));
  const saveReport = useSaveReport();
  const go = (tableId: string, to: ProfileView, name: string | null) =>
    navigate({
      at: 'project',
      folder,
      screen: 'profile',
      rest: name === null ? [tableId, to] : [tableId, to, name],
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
        <>
          <Button
            icon={<IconFileExport size={15} stroke={1.6} />}
            onClick={() => void saveReport.save()}
            busy={saveReport.busy}
            disabled={!profile.data}
            title="One page with everything on this screen, for every table; opens in any browser, prints well"
            testId="export-profile"
          >
            Report
          </Button>
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
        </>
      }
      fill
      testId="screen-profile"
    >
      <TableTabs tables={tables} current={table.id} onSelect={(tableId) => go(tableId, view, null)} />
      <QueryView query={profile}>
        {(data) => (
          <div className={classes.body}>
            <QualityCard quality={data.quality} baseline={table.baseline} />
            <nav className={classes.views} aria-label="What to look at">
              {VIEWS.map(({ id, label }) => (
                <Chip
                  key={id}
                  on={id === view}
                  onClick={() => go(table.id, id, column)}
                  testId={`profile-view-${id}`}
                >
                  {label}
                </Chip>
              ))}
            </nav>
            <ViewBody
              table={table}
              view={view}
              profile={data}
              column={column}
              onColumn={(name) => go(table.id, view, name)}
            />
          </div>
        )}
      </QueryView>
    </Screen>
  );
}

interface ViewBodyProps {
  readonly table: TableState;
  readonly view: ProfileView;
  readonly profile: TableProfile;
  readonly column: string | null;
  readonly onColumn: (name: string) => void;
}

function ViewBody({ table, view, profile, column, onColumn }: ViewBodyProps) {
  const showRows = useShowRows(table);
  const shown = profile.columns.find((item) => item.name === column) ?? profile.columns[0];
  const selected = shown?.name ?? null;
  return (
    <>
      {view === 'columns' ? (
        <Card flush fill>
          <ColumnList
            columns={profile.columns}
            keyColumn={table.keyColumn}
            selected={selected}
            onSelect={onColumn}
          />
        </Card>
      ) : null}
      {view === 'charts' ? (
        <ColumnCharts columns={profile.columns} selected={selected} onSelect={onColumn} onRows={showRows} />
      ) : null}
      {view === 'findings' ? <FindingsView table={table} /> : null}
      {view === 'worth' ? (
        <WorthView table={table} columns={profile.columns} selected={selected} onSelect={onColumn} />
      ) : null}
      {view === 'before' ? <BeforeAfter table={table} now={profile.quality} /> : null}
      {shown ? <ColumnWhy table={table} column={shown} /> : null}
    </>
  );
}
