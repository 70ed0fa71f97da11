import type { TableState } from '@shared/journal/types';
import type { ColumnProfile } from '@shared/profile/types';
import { isWorthCarrying, LEAST_WORTH } from '@shared/profile/worth';
import { formatScore, plural } from '../../base/format';
import { FillBar } from '../../components/bars';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { useCommit, useProjectState } from '../../state/context';
import { columnDecision } from '../../state/drafting';
import { notifyDone } from '../../state/notify';
import classes from './worth-view.module.css';

export interface WorthViewProps {
  readonly table: TableState;
  readonly columns: readonly ColumnProfile[];
  readonly selected: string | null;
  readonly onSelect: (name: string) => void;
}

/** Which columns are worth carrying over: the numbers, what they suggest, and what people decided. */
export function WorthView({ table, columns, selected, onSelect }: WorthViewProps) {
  const commit = useCommit();
  const choices = useProjectState().columnChoices.filter((choice) => choice.tableId === table.id);
  const choiceOf = (name: string) => choices.find((choice) => choice.column === name);
  const open = columns.filter((column) => !isWorthCarrying(column.worth) && !choiceOf(column.name));
  const left = choices.filter((choice) => choice.verdict === 'leave').length;
  const leaveAll = async () => {
    const done = await commit(
      open.map((column) => columnDecision(table, column.name, 'leave', column.worth.reason)),
    );
    if (done) notifyDone(`${plural(open.length, 'column')} of ${table.name} will be left behind.`);
  };
  const heads: readonly TableColumn<ColumnProfile>[] = [
    {
      id: 'name',
      head: 'Column',
      width: 'minmax(120px, 1.4fr)',
      cell: (column) => (
        <span className="clip" title={column.name}>
          {column.name}
        </span>
      ),
    },
    {
      id: 'fill',
      head: 'Fill',
      width: 'minmax(96px, 1fr)',
      cell: (column) => <FillBar share={column.worth.fill} label="Rows with a real value" />,
    },
    {
      id: 'distinctness',
      head: 'Distinctness',
      width: 'minmax(96px, 1fr)',
      cell: (column) => <FillBar share={column.worth.distinctness} label="How much its values tell apart" />,
    },
    {
      id: 'recency',
      head: 'Recency',
      width: 'minmax(96px, 1fr)',
      cell: (column) =>
        column.worth.recency === null ? (
          <span className="soft">no dates</span>
        ) : (
          <FillBar share={column.worth.recency} label="How recent its rows are, against all rows" />
        ),
    },
    {
      id: 'worth',
      head: 'Worth',
      width: '58px',
      align: 'end',
      cell: (column) => <b className="num">{formatScore(column.worth.score)}</b>,
    },
    {
      id: 'choice',
      head: 'Decision',
      width: '132px',
      cell: (column) => <ChoiceTag choice={choiceOf(column.name)} worth={column.worth} />,
    },
  ];
  return (
    <Card
      flush
      fill
      title="Worth = fill × distinctness × recency"
      aside={
        <>
          {left > 0 ? <span>{plural(left, 'column')} left behind</span> : null}
          {open.length > 0 ? (
            <Button onClick={() => void leaveAll()} testId="leave-suggested">
              Leave the {plural(open.length, 'suggested column')} behind
            </Button>
          ) : null}
        </>
      }
      testId="worth"
    >
      <div className={classes.table}>
        <DataTable
          label="Worth of columns"
          columns={heads}
          rows={columns}
          rowId={(column) => column.name}
          rowHeight={32}
          selected={selected}
          onSelect={onSelect}
          testId="worth-columns"
        />
      </div>
      <p className={classes.note}>
        Fill: share of rows with a real value. Distinctness: entropy of the values over three bits, at most 1;
        one value everywhere is worth nothing. Recency: share of its rows from the last three years against
        that of all rows. Below {formatScore(LEAST_WORTH)} Winnow suggests to leave a column behind; you
        decide, and the journal keeps it with the reason.
      </p>
    </Card>
  );
}

function ChoiceTag({
  choice,
  worth,
}: {
  readonly choice: { readonly verdict: 'carry' | 'leave'; readonly reason: string } | undefined;
  readonly worth: ColumnProfile['worth'];
}) {
  if (choice?.verdict === 'leave')
    return (
      <Tag tone="excluded" title={choice.reason}>
        left behind
      </Tag>
    );
  if (choice)
    return (
      <Tag tone="exported" title={choice.reason}>
        carried over
      </Tag>
    );
  return <span className="soft">{isWorthCarrying(worth) ? 'carry over?' : 'leave behind?'}</span>;
}
