import type { TableState } from '@shared/journal/types';
import { cx, formatScore } from '../../base/format';
import { useEngineQuery } from '../../state/context';
import classes from './table-tabs.module.css';

export interface TableTabsProps {
  readonly tables: readonly TableState[];
  readonly current: string;
  readonly onSelect: (tableId: string) => void;
}

/** Every table with its score; the current one is shown below. */
export function TableTabs({ tables, current, onSelect }: TableTabsProps) {
  return (
    <nav className={classes.tabs} aria-label="Tables">
      {tables.map((table) => (
        <TableTab
          key={table.id}
          table={table}
          on={table.id === current}
          onSelect={() => onSelect(table.id)}
        />
      ))}
    </nav>
  );
}

interface TableTabProps {
  readonly table: TableState;
  readonly on: boolean;
  readonly onSelect: () => void;
}

function TableTab({ table, on, onSelect }: TableTabProps) {
  const profile = useEngineQuery(['profile', table.id], (engine) => engine.profile(table.id));
  return (
    <button
      type="button"
      className={cx(classes.tab, on && classes.on)}
      aria-current={on ? 'true' : undefined}
      onClick={onSelect}
      data-testid="profile-table"
    >
      <span>{table.name}</span>
      <b className="num">
        {profile.data ? formatScore(profile.data.quality.overall) : profile.error ? '!' : '…'}
      </b>
    </button>
  );
}
