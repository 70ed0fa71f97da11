import { Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { IconButton } from '../../components/button';
import { movedTo } from './draft-mapping';
import classes from './map.module.css';

export interface OrderedColumnsProps {
  /** Says what the list is for. */
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Several columns in an order that counts: added by name, moved up and down, taken away. */
export function OrderedColumns({ label, columns, value, onChange }: OrderedColumnsProps) {
  const free = columns.filter((column) => !value.includes(column));
  return (
    <div className={classes.ordered}>
      {value.length > 0 ? (
        <ol aria-label={label} data-testid="ordered-columns">
          {value.map((column, at) => (
            <li key={column}>
              <span className={classes.orderedName}>{column}</span>
              <IconButton
                label={`Move ${column} up`}
                icon={<IconArrowUp size={14} />}
                disabled={at === 0}
                onClick={() => onChange(movedTo(value, at, at - 1))}
              />
              <IconButton
                label={`Move ${column} down`}
                icon={<IconArrowDown size={14} />}
                disabled={at === value.length - 1}
                onClick={() => onChange(movedTo(value, at, at + 1))}
              />
              <IconButton
                label={`Take ${column} away`}
                icon={<IconX size={14} />}
                onClick={() => onChange(value.filter((name) => name !== column))}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <Select
        aria-label={`Add a column: ${label}`}
        placeholder={value.length === 0 ? 'Choose a column' : 'Add another column'}
        data={[...free]}
        value={null}
        searchable
        onChange={(column) => column && onChange([...value, column])}
        data-testid="add-ordered-column"
      />
    </div>
  );
}
