import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { AppError, Result } from '@shared/base/result';
import type { Facet, View } from '@shared/table/types';
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Chip } from '../chip';
import { ErrorPanel, Skeleton } from '../states';
import classes from './column-menu.module.css';
import { tickedValues, toggleValue, withFilter } from './grid-view';

const LIMIT = 200;

export type FetchFacet = (view: View, column: string, limit: number) => Promise<Result<Facet>>;

export interface ColumnMenuProps {
  readonly column: string;
  readonly view: View;
  readonly onViewChange: (view: View) => void;
  readonly facet: FetchFacet;
}

/** Sorting and filters of one column, with its values and how often each occurs. */
export function ColumnMenu({ column, view, onViewChange, facet }: ColumnMenuProps) {
  const [answer, setAnswer] = useState<Facet | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const contains = view.filters.find((item) => item.kind === 'contains' && item.column === column);
  const [text, setText] = useState(contains?.kind === 'contains' ? contains.text : '');
  const blank = view.filters.find((item) => item.kind === 'blank' && item.column === column);
  const ticked = tickedValues(view, column) ?? [];

  useEffect(() => {
    let left = false;
    void facet(view, column, LIMIT).then((result) => {
      if (left) return;
      if (result.ok) setAnswer(result.value);
      setError(result.ok ? null : result.error);
    });
    return () => {
      left = true;
    };
  }, [facet, view, column]);

  const search = useDebouncedCallback((wanted: string) => {
    onViewChange(
      withFilter(view, column, 'contains', wanted === '' ? null : { kind: 'contains', column, text: wanted }),
    );
  }, 220);
  const sortBy = (descending: boolean) => {
    const on = view.sort?.column === column && view.sort.descending === descending;
    onViewChange({ ...view, sort: on ? null : { column, descending } });
  };
  const setBlank = (wanted: boolean) => {
    const on = blank?.kind === 'blank' && blank.blank === wanted;
    onViewChange(withFilter(view, column, 'blank', on ? null : { kind: 'blank', column, blank: wanted }));
  };
  const sorted = view.sort?.column === column ? view.sort : null;

  return (
    <div className={classes.menu} data-testid="column-menu">
      <div className={classes.row}>
        <Chip
          on={sorted !== null && !sorted.descending}
          onClick={() => sortBy(false)}
          testId="sort-ascending"
        >
          <IconArrowUp size={13} /> A to Z
        </Chip>
        <Chip on={sorted?.descending === true} onClick={() => sortBy(true)} testId="sort-descending">
          <IconArrowDown size={13} /> Z to A
        </Chip>
        <Chip on={blank?.kind === 'blank' && !blank.blank} onClick={() => setBlank(false)}>
          Filled
        </Chip>
        <Chip
          on={blank?.kind === 'blank' && blank.blank}
          onClick={() => setBlank(true)}
          testId="filter-blank"
        >
          Empty
        </Chip>
      </div>
      <TextInput
        aria-label={`Rows where ${column} contains`}
        placeholder="Contains"
        leftSection={<IconSearch size={14} />}
        value={text}
        data-autofocus
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        data-testid="filter-contains"
      />
      {error ? <ErrorPanel error={error} compact /> : null}
      {answer === null && !error ? <Skeleton lines={4} /> : null}
      {answer ? (
        <>
          <p className={classes.facts}>
            {plural(answer.distinct, 'value')} · {formatCount(answer.blank)} empty
            {answer.distinct > LIMIT ? ` · the ${LIMIT} most frequent` : ''}
          </p>
          <ul className={classes.values}>
            {answer.values.map(({ value, count }) => (
              <li key={value}>
                <Checkbox
                  label={
                    <span className={classes.value}>
                      <span className="clip" title={value}>
                        {value === '' ? <i>empty</i> : value}
                      </span>
                      <span className="num">{formatCount(count)}</span>
                    </span>
                  }
                  checked={ticked.includes(value)}
                  onChange={() => onViewChange(toggleValue(view, column, value))}
                  classNames={{ labelWrapper: classes.label ?? '', body: classes.body ?? '' }}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
