import type { TableState } from '@shared/journal/types';
import { cx, formatCount } from '../../base/format';
import { useProjectState } from '../../state/context';
import classes from './clean.module.css';

export interface TableChoiceProps {
  readonly tables: readonly TableState[];
  readonly current: string;
  readonly onSelect: (tableId: string) => void;
}

/** Every table with the number of its steps. */
export function TableChoice({ tables, current, onSelect }: TableChoiceProps) {
  const { recipes } = useProjectState();
  if (tables.length < 2) return null;
  return (
    <nav className={classes.tabs} aria-label="Tables">
      {tables.map((table) => (
        <button
          key={table.id}
          type="button"
          className={cx(classes.tab, table.id === current && classes.tabOn)}
          aria-current={table.id === current ? 'true' : undefined}
          onClick={() => onSelect(table.id)}
          data-testid="clean-table"
        >
          {table.name}
          <span className="num soft">{formatCount(recipes[table.id]?.length ?? 0)}</span>
        </button>
      ))}
    </nav>
  );
}
