import { TextInput } from '@mantine/core';
import type { IssueRow } from '@shared/pipeline/types';
import { useState } from 'react';
import { Button } from '../../components/button';
import { WhySection } from '../../components/why';
import { useCommit } from '../../state/context';
import { draft } from '../../state/drafting';
import type { IssueItem } from './issue-item';
import classes from './validate.module.css';

/** The chosen record: its value corrected here and nowhere else, or the record set aside. */
export function RecordPart({ item, row }: { readonly item: IssueItem; readonly row: IssueRow }) {
  const { object, group } = item;
  const commit = useCommit();
  const [to, setTo] = useState(row.value);
  const [reason, setReason] = useState('');
  const fix = () =>
    commit([
      draft('record.fixed', `${row.title}: ${group.field}`, {
        object,
        field: group.field,
        key: row.key,
        from: row.value,
        to: to.trim(),
      }),
    ]);
  const hold = () =>
    commit([
      draft('issue.held', group.id, { object, issueId: group.id, keys: [row.key], reason: reason.trim() }),
    ]);
  return (
    <WhySection
      title={row.title}
      subtitle={`${row.sourceName}, line ${row.line}. Corrected as long as the source says the same.`}
    >
      <form
        className={classes.fix}
        onSubmit={(event) => {
          event.preventDefault();
          if (to.trim() !== row.value) void fix();
        }}
      >
        <TextInput
          aria-label={`New value for ${row.title} only`}
          value={to}
          placeholder="leave empty"
          onChange={(event) => setTo(event.currentTarget.value)}
          data-testid="fix-record-value"
        />
        <Button
          type="submit"
          onClick={() => undefined}
          disabled={to.trim() === row.value}
          testId="fix-record"
          ariaLabel={`Fix ${row.title} only`}
        >
          Fix
        </Button>
      </form>
      <form
        className={classes.fix}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') void hold();
        }}
      >
        <TextInput
          aria-label={`Why ${row.title} waits`}
          value={reason}
          placeholder="or why it has to wait"
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="hold-record-reason"
        />
        <Button type="submit" onClick={() => undefined} disabled={reason.trim() === ''} testId="hold-record">
          Hold
        </Button>
      </form>
    </WhySection>
  );
}
