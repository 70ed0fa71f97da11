import { Select } from '@mantine/core';
import { BUILT_IN_SYSTEMS, builtInTarget } from '@shared/target/catalogue';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { cx } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useCommit, useProject, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import classes from './map.module.css';
import { TableEditor } from './table-editor';

/** Map: how each table fills an object of the target, with the reason for every suggestion. */
export default function MapScreen({ rest }: ScreenComponentProps) {
  const project = useProject();
  const { target, tables, mappings, sources } = useProjectState();
  const migrating = tables.filter((table) => table.role === 'records');
  const firstOpen = migrating.find((table) => !mappings.some((mapping) => mapping.tableId === table.id));
  const current = migrating.find((table) => table.id === rest[0]) ?? firstOpen ?? migrating[0];
  const go = (tableId: string) =>
    navigate({ at: 'project', folder: project.folder, screen: 'map', rest: [tableId] });
  if (migrating.length === 0) {
    return (
      <Screen title="Where does each column go?" testId="screen-map">
        <EmptyState
          title="No table to map yet"
          icon={<IconArrowsShuffle size={28} stroke={1.4} />}
          action={
            <Button
              kind="primary"
              onClick={() => navigate({ at: 'project', folder: project.folder, screen: 'sources', rest: [] })}
            >
              Load a source
            </Button>
          }
        >
          Load the legacy spreadsheets first. Winnow then proposes which column fills which field of the new
          CRM, and says why.
        </EmptyState>
      </Screen>
    );
  }
  if (!target || !current) return <ChooseTarget />;
  const list = (
    <Card flush className={classes.tables} title="Tables">
      <ul>
        {migrating.map((table) => {
          const mapping = mappings.find((item) => item.tableId === table.id);
          return (
            <li key={table.id}>
              <button
                type="button"
                className={cx(classes.table, table.id === current.id && classes.current)}
                aria-current={table.id === current.id}
                onClick={() => go(table.id)}
                data-testid={`map-table-${table.id}`}
              >
                <span className={classes.tableName}>
                  {table.name}
                  <span className="soft">{sources.find((source) => source.id === table.sourceId)?.name}</span>
                </span>
                {mapping ? <Tag tone="exported">{mapping.object}</Tag> : <Tag>open</Tag>}
              </button>
            </li>
          );
        })}
      </ul>
      <div className={classes.target}>
        <TargetSelect />
        <LoaderSelect />
      </div>
    </Card>
  );
  return <TableEditor key={`${target.system}:${current.id}`} table={current} list={list} />;
}

function ChooseTarget() {
  const commit = useCommit();
  return (
    <Screen title="Which CRM do you migrate to?" testId="screen-map">
      <EmptyState title="Choose the target" icon={<IconArrowsShuffle size={28} stroke={1.4} />}>
        <p>
          Its objects, field lengths, picklists and loader rules are built in. It can be changed later;
          mappings to another target stay in the history.
        </p>
        <div className={classes.targets}>
          {BUILT_IN_SYSTEMS.map(({ system, label }) => (
            <Button
              key={system}
              onClick={() =>
                void commit([
                  draft('target.set', label, {
                    system,
                    loader: builtInTarget(system)?.loaders[0]?.id ?? '',
                  }),
                ])
              }
              testId={`target-${system}`}
            >
              {label}
            </Button>
          ))}
        </div>
      </EmptyState>
    </Screen>
  );
}

function TargetSelect() {
  const commit = useCommit();
  const { target } = useProjectState();
  return (
    <Select
      label="Target"
      data={BUILT_IN_SYSTEMS.map(({ system, label }) => ({ value: system, label }))}
      value={target?.system ?? null}
      allowDeselect={false}
      onChange={(system) => {
        const next = system ? builtInTarget(system) : null;
        if (next && next.system !== target?.system) {
          void commit([
            draft('target.set', next.label, { system: next.system, loader: next.loaders[0]?.id ?? '' }),
          ]);
        }
      }}
      data-testid="target-select"
    />
  );
}

/** The way files are loaded, which sets how they are split. */
function LoaderSelect() {
  const commit = useCommit();
  const { target } = useProjectState();
  const system = target ? builtInTarget(target.system) : null;
  if (!system || system.loaders.length < 2) return null;
  return (
    <Select
      label="Loaded by"
      data={system.loaders.map(({ id, label }) => ({ value: id, label }))}
      value={target?.loader ?? null}
      allowDeselect={false}
      onChange={(loader) => {
        if (loader && loader !== target?.loader) {
          void commit([draft('target.set', system.label, { system: system.system, loader })]);
        }
      }}
    />
  );
}
