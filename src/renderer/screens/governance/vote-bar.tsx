import { Textarea } from '@mantine/core';
import type { BallotDecision } from '@shared/govern/types';
import { useState } from 'react';
import { Button } from '../../components/button';
import { focusWanted } from '../../components/focus';
import classes from './governance.module.css';

export interface VoteBarProps {
  /** Why this person may not vote now, or null. */
  readonly blocked: string | null;
  /** "Signs as Ines Carvalho · key 5C1E 88A0". */
  readonly signsAs: string;
  /** Resolves when the ballot is signed and kept. */
  readonly onVote: (decision: BallotDecision, reason: string) => Promise<void>;
}

const ASKS: Readonly<Partial<Record<BallotDecision, { readonly label: string; readonly action: string }>>> = {
  approveWithCondition: { label: 'The condition', action: 'Approve with this condition' },
  reject: { label: 'The reason', action: 'Reject for this reason' },
};

/** Approve, approve with a condition, reject, abstain; what needs words asks for them. */
export function VoteBar({ blocked, signsAs, onVote }: VoteBarProps) {
  const [asking, setAsking] = useState<BallotDecision | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const vote = async (decision: BallotDecision) => {
    setBusy(true);
    await onVote(decision, reason.trim());
    setBusy(false);
    setAsking(null);
    setReason('');
  };
  const ask = asking ? ASKS[asking] : undefined;
  if (blocked) return <p className="soft">{blocked}</p>;
  if (asking && ask) {
    return (
      <div ref={focusWanted} className={classes.ask}>
        <Textarea
          label={ask.label}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
          data-testid="vote-reason"
        />
        <div className={classes.row}>
          <Button
            kind="primary"
            busy={busy}
            disabled={reason.trim() === ''}
            onClick={() => void vote(asking)}
            testId="vote-confirm"
          >
            {ask.action}
          </Button>
          <Button onClick={() => setAsking(null)}>Cancel</Button>
        </div>
      </div>
    );
  }
  return (
    <>
      <Button kind="primary" busy={busy} onClick={() => void vote('approve')} testId="vote-approve">
        Approve and sign
      </Button>
      <Button disabled={busy} onClick={() => setAsking('approveWithCondition')} testId="vote-condition">
        Approve with a condition
      </Button>
      <Button disabled={busy} onClick={() => setAsking('reject')} testId="vote-reject">
        Reject, with a reason
      </Button>
      <Button disabled={busy} onClick={() => void vote('abstain')} testId="vote-abstain">
        Abstain
      </Button>
      <span className={classes.signs}>{signsAs}</span>
    </>
  );
}
