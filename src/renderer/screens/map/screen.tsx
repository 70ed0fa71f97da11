import { IconArrowsShuffle } from '@tabler/icons-react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { cx } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useProject, useProjectState } from '../../state/context';
import { ChooseTarget } from '../target/choose-target';
import { LoaderSelect, TargetSelect } from '../target/target-select';
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
  if (!target || !current) return <ChooseTarget testId="screen-map" />;
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
        <Button
          onClick={() => navigate({ at: 'project', folder: project.folder, screen: 'target', rest: [] })}
          testId="open-target"
        >
          What the target accepts
        </Button>
      </div>
    </Card>
  );
  return <TableEditor key={`${target.system}:${current.id}`} table={current} list={list} />;
}
