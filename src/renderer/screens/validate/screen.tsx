import type { IssueReport } from '@shared/pipeline/types';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { formatCount, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Chip, Tag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useEngineQuery, useProject, useProjectState } from '../../state/context';
import { useMappedObjects } from '../../state/mapped-objects';
import { ChecksDrawer } from './checks/checks-drawer';
import { IssueDetail } from './issue-detail';
import type { IssueItem } from './issue-item';
import classes from './validate.module.css';

type Show = 'open' | 'accepted' | 'all';

/** What is refused comes first; within that, the order of objects and fields. */
const SEVERITIES: readonly IssueItem['group']['severity'][] = ['error', 'warning'];

const COLUMNS: readonly TableColumn<IssueItem>[] = [
  {
    id: 'severity',
    head: 'Loader says',
    width: '92px',
    cell: ({ group }) =>
      group.accepted ? (
        <Tag tone="exported">accepted</Tag>
      ) : isSettled(group) ? (
        <Tag tone="held">settled</Tag>
      ) : (
        <Tag tone={group.severity === 'error' ? 'rejected' : 'excluded'}>
          {group.severity === 'error' ? 'refused' : 'warning'}
        </Tag>
      ),
  },
  {
    id: 'sentence',
    head: 'What is wrong',
    width: 'minmax(240px, 3fr)',
    cell: ({ group }) => <span title={group.sentence}>{group.sentence}</span>,
  },
  { id: 'object', head: 'Object', width: '110px', cell: (item) => item.objectLabel },
  { id: 'field', head: 'Field', width: 'minmax(90px, 1fr)', cell: ({ group }) => group.field },
  { id: 'count', head: 'Rows', width: '72px', align: 'end', cell: ({ group }) => formatCount(group.count) },
];

/** Validate: everything the target's loader would refuse, found on all rows before it does. */
export default function ValidateScreen({ rest }: ScreenComponentProps) {
  const project = useProject();
  const objects = useMappedObjects();
  const { target } = useProjectState();
  const query = useEngineQuery(objects.length > 0 ? ['issues'] : null, (engine) => engine.issues());
  if (objects.length === 0) {
    return (
      <Screen title="What would the loader refuse?" testId="screen-validate">
        <EmptyState
          title="Nothing to check yet"
          icon={<IconShieldCheck size={28} stroke={1.4} />}
          action={
            <Button
              kind="primary"
              onClick={() => navigate({ at: 'project', folder: project.folder, screen: 'map', rest: [] })}
            >
              Map a table
            </Button>
          }
        >
          Once a table is mapped, Winnow checks every row against the rules of{' '}
          {target ? 'your target' : 'the target you choose'}: required fields, lengths, types, picklists,
          references and unique keys.
        </EmptyState>
      </Screen>
    );
  }
  return (
    <QueryView query={query}>
      {(reports) => <Issues key={rest[0] ?? ''} reports={reports} wanted={rest[0] ?? null} />}
    </QueryView>
  );
}

function Issues({
  reports,
  wanted,
}: {
  readonly reports: readonly IssueReport[];
  readonly wanted: string | null;
}) {
  const [show, setShow] = useState<Show>('open');
  const [writing, setWriting] = useState(false);
  const [object, setObject] = useState<string | null>(null);
  const items: IssueItem[] = reports
    .flatMap((report) =>
      report.groups.map((group) => ({ object: report.object, objectLabel: report.label, group })),
    )
    .sort((a, b) => SEVERITIES.indexOf(a.group.severity) - SEVERITIES.indexOf(b.group.severity));
  const [selected, setSelected] = useState<string | null>(wanted);
  const shown = items.filter(
    (item) =>
      (object === null || item.object === object) &&
      (show === 'all' || isDone(item.group) === (show === 'accepted')),
  );
  const current = shown.find((item) => idOf(item) === selected) ?? shown[0] ?? null;
  const checked = reports.reduce((sum, report) => sum + report.checked, 0);
  const errors = count(items, 'error');
  const warnings = count(items, 'warning');
  return (
    <Screen
      fill
      title="What would the loader refuse?"
      subtitle={
        errors === 0 && warnings === 0
          ? `No errors found in ${plural(checked, 'record')}.`
          : `${plural(checked, 'record')} checked: ${plural(errors, 'error')} and ${plural(warnings, 'warning')} open. Records with an open error are rejected, not loaded.`
      }
      testId="screen-validate"
      actions={
        <>
          <Button onClick={() => setWriting(true)} testId="own-checks">
            Rules of your own
          </Button>
          <span className={classes.bar} />
          {reports.length > 1 ? (
            <>
              <Chip on={object === null} onClick={() => setObject(null)}>
                All objects
              </Chip>
              {reports.map((report) => (
                <Chip
                  key={report.object}
                  on={object === report.object}
                  onClick={() => setObject(report.object)}
                >
                  {report.label}
                </Chip>
              ))}
            </>
          ) : null}
          <span className={classes.bar} />
          {(['open', 'accepted', 'all'] as const).map((name) => (
            <Chip key={name} on={show === name} onClick={() => setShow(name)} testId={`issues-${name}`}>
              {name === 'open' ? 'Open' : name === 'accepted' ? 'Settled' : 'All'}
            </Chip>
          ))}
        </>
      }
    >
      <Card flush fill className={classes.list}>
        <DataTable
          label="Issues"
          columns={COLUMNS}
          rows={shown}
          rowId={idOf}
          selected={current ? idOf(current) : null}
          onSelect={setSelected}
          empty={
            show === 'open'
              ? 'No errors found. Every record passes what can be checked before loading.'
              : 'No issue here.'
          }
          testId="issues"
        />
      </Card>
      {current ? <IssueDetail key={idOf(current)} item={current} /> : null}
      <ChecksDrawer opened={writing} onClose={() => setWriting(false)} />
    </Screen>
  );
}

/** Held as a whole, or its records without a parent settled: nobody has to look again. */
function isSettled(group: IssueItem['group']): boolean {
  return (group.held !== null && group.held.count === null) || group.orphans !== null;
}

/** Accepted, held or settled. */
function isDone(group: IssueItem['group']): boolean {
  return group.accepted !== null || isSettled(group);
}

function count(items: readonly IssueItem[], severity: 'error' | 'warning'): number {
  return items
    .filter((item) => item.group.severity === severity && !isDone(item.group))
    .reduce((sum, item) => sum + item.group.count, 0);
}

function idOf(item: IssueItem): string {
  return `${item.object}/${item.group.id}`;
}
