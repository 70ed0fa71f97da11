import { Textarea, TextInput } from '@mantine/core';
import type { IssueRow } from '@shared/pipeline/types';
import { useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { WhyPanel, WhySection } from '../../components/why';
import { useCommit, useEngineQuery } from '../../state/context';
import { draft } from '../../state/drafting';
import type { IssueItem } from './issue-item';
import classes from './validate.module.css';

const PAGE = 200;
const LISTED_VALUES = 40;

const COLUMNS: readonly TableColumn<IssueRow>[] = [
  { id: 'title', head: 'Record', width: 'minmax(140px, 1.2fr)', cell: (row) => row.title },
  { id: 'source', head: 'Source', width: 'minmax(100px, 0.8fr)', cell: (row) => row.sourceName },
  { id: 'line', head: 'Line', width: '70px', align: 'end', cell: (row) => formatCount(row.line) },
  {
    id: 'value',
    head: 'Value',
    width: 'minmax(140px, 1.5fr)',
    cell: (row) =>
      row.value === '' ? <i className="soft">empty</i> : <span title={row.value}>{row.value}</span>,
  },
];

/** The rows behind one group of issues, and what can be done about them. */
export function IssueDetail({ item }: { readonly item: IssueItem }) {
  const { object, group } = item;
  const [count, setCount] = useState(PAGE);
  const rows = useEngineQuery(
    ['issueRows', object, group.id, count],
    (engine) => engine.issueRows(object, group.id, 0, count),
    { keepPrevious: true },
  );
  return (
    <>
      <Card flush fill title={plural(group.count, 'row')} className={classes.rows}>
        <QueryView query={rows}>
          {(page) => (
            <DataTable
              label="Rows with this issue"
              columns={COLUMNS}
              rows={page.rows}
              rowId={(row) => row.key}
              onEnd={() => {
                if (page.rows.length < page.total) setCount(page.rows.length + PAGE);
              }}
              testId="issue-rows"
            />
          )}
        </QueryView>
      </Card>
      <WhyPanel>
        <WhySection lead title={group.code} subtitle={`${item.objectLabel} · ${group.field}`}>
          <p>{group.sentence}</p>
        </WhySection>
        {group.values.length > 0 ? <Values item={item} /> : null}
        <Accept item={item} />
      </WhyPanel>
    </>
  );
}

/** Distinct values with a field beside each: one change fixes every equal value, now and on the next extract. */
function Values({ item }: { readonly item: IssueItem }) {
  const { group } = item;
  return (
    <WhySection
      title="Fix all equal values"
      subtitle="A fix is a rule: it is applied again on the next extract."
    >
      <ul className={classes.values}>
        {group.values.slice(0, LISTED_VALUES).map(({ value, count }) => (
          <li key={value}>
            <Fix item={item} value={value} count={count} />
          </li>
        ))}
      </ul>
      {group.values.length > LISTED_VALUES ? (
        <p className="soft">
          and {plural(group.values.length - LISTED_VALUES, 'more value')}, listed once these are fixed.
        </p>
      ) : null}
    </WhySection>
  );
}

function Fix({
  item,
  value,
  count,
}: {
  readonly item: IssueItem;
  readonly value: string;
  readonly count: number;
}) {
  const commit = useCommit();
  const [to, setTo] = useState(value);
  const fix = () =>
    void commit([
      draft('value.fixed', `${item.group.field}: ${value || 'empty'}`, {
        object: item.object,
        field: item.group.field,
        from: value,
        to: to.trim(),
      }),
    ]);
  return (
    <form
      className={classes.fix}
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() !== value) fix();
      }}
    >
      <TextInput
        aria-label={`New value for ${value || 'empty'}, ${plural(count, 'row')}`}
        value={to}
        placeholder={value === '' ? 'empty' : 'leave empty'}
        onChange={(event) => setTo(event.currentTarget.value)}
        rightSection={<span className="num soft">{formatCount(count)}</span>}
        rightSectionWidth={46}
        data-testid="fix-value"
      />
      <Button
        type="submit"
        onClick={() => undefined}
        disabled={to.trim() === value}
        ariaLabel={`Fix ${value || 'empty'}`}
        testId="fix-save"
      >
        Fix
      </Button>
    </form>
  );
}

function Accept({ item }: { readonly item: IssueItem }) {
  const commit = useCommit();
  const [reason, setReason] = useState('');
  const { accepted } = item.group;
  if (accepted) {
    return (
      <WhySection title={`Accepted by ${accepted.actor}`}>
        <p>{accepted.reason}</p>
        <p className="soft">Undo it on the History screen.</p>
      </WhySection>
    );
  }
  const accept = async () => {
    const done = await commit([
      draft('issue.accepted', item.group.id, {
        object: item.object,
        issueId: item.group.id,
        reason: reason.trim(),
      }),
    ]);
    if (done) setReason('');
  };
  return (
    <WhySection
      title="Accept with a reason"
      subtitle="The rows are loaded as they are, and the reason is printed on the report."
    >
      <Textarea
        aria-label="Reason"
        placeholder="e.g. the administrator adds these values before loading"
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="accept-reason"
      />
      <div className={classes.accept}>
        <Button disabled={reason.trim() === ''} onClick={() => void accept()} testId="accept-issue">
          Accept {plural(item.group.count, 'row')}
        </Button>
      </div>
    </WhySection>
  );
}
