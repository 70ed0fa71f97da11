import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { WhySection } from '../../components/why';
import { useCommit } from '../../state/context';
import { draft } from '../../state/drafting';
import type { IssueItem } from './issue-item';
import classes from './validate.module.css';

/** What a person may say about a whole group: load it as it is, or let it wait; both with a reason. */
export function DecidePart({ item }: { readonly item: IssueItem }) {
  const { object, group } = item;
  const commit = useCommit();
  const [reason, setReason] = useState('');
  if (group.accepted) {
    return (
      <WhySection title={`Accepted by ${group.accepted.actor}`}>
        <p>{group.accepted.reason}</p>
        <p className="soft">Undo it on the History screen.</p>
      </WhySection>
    );
  }
  const about = { object, issueId: group.id };
  const accept = async () => {
    if (await commit([draft('issue.accepted', group.id, { ...about, reason: reason.trim() })])) setReason('');
  };
  const hold = async () => {
    if (await commit([draft('issue.held', group.id, { ...about, keys: null, reason: reason.trim() })]))
      setReason('');
  };
  return (
    <WhySection
      title="Accept or hold with a reason"
      subtitle="Accepted rows are loaded as they are; held rows wait. The reason is printed on the report."
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
      <div className={classes.decide}>
        <Button disabled={reason.trim() === ''} onClick={() => void accept()} testId="accept-issue">
          Accept {plural(group.count, 'row')}
        </Button>
        <Button disabled={reason.trim() === ''} onClick={() => void hold()} testId="hold-issue">
          Hold {plural(group.count, 'row')}
        </Button>
      </div>
    </WhySection>
  );
}
