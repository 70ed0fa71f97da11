import { TextInput } from '@mantine/core';
import type { TableState } from '@shared/journal/types';
import type { ColumnProfile } from '@shared/profile/types';
import { useState } from 'react';
import { formatScore, formatShare } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { WhySection } from '../../components/why';
import { useCommit, useProjectState } from '../../state/context';
import { columnDecision } from '../../state/drafting';
import classes from './column-why.module.css';

/** The worth of one column with its numbers, and the person's word on it. */
export function WorthChoice({
  table,
  column,
}: {
  readonly table: TableState;
  readonly column: ColumnProfile;
}) {
  const commit = useCommit();
  const { columnChoices, people } = useProjectState();
  const choice = columnChoices.find((item) => item.tableId === table.id && item.column === column.name);
  const [reason, setReason] = useState('');
  const { worth } = column;
  const decide = async (verdict: 'carry' | 'leave') => {
    const said = reason.trim() === '' ? worth.reason : reason.trim();
    if (await commit([columnDecision(table, column.name, verdict, said)])) setReason('');
  };
  return (
    <WhySection title={`Worth carrying over: ${formatScore(worth.score)} of 100`}>
      <p>
        {formatShare(worth.fill)} filled × {formatShare(worth.distinctness)} distinctness
        {worth.recency === null ? '' : ` × ${formatShare(worth.recency)} recency`}. {worth.reason}
      </p>
      {choice ? (
        <p data-testid="column-choice">
          <Tag tone={choice.verdict === 'leave' ? 'excluded' : 'exported'}>
            {choice.verdict === 'leave' ? 'Left behind' : 'Carried over'}
          </Tag>{' '}
          by {people.find((person) => person.id === choice.actor)?.name ?? choice.actor}: {choice.reason}
        </p>
      ) : null}
      <TextInput
        aria-label="Reason"
        placeholder="Reason; the numbers above if left empty"
        value={reason}
        maxLength={1_000}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="choice-reason"
      />
      <div className={classes.choices}>
        <Button
          disabled={choice?.verdict === 'carry'}
          onClick={() => void decide('carry')}
          testId="carry-column"
        >
          Carry over
        </Button>
        <Button
          disabled={choice?.verdict === 'leave'}
          onClick={() => void decide('leave')}
          testId="leave-column"
        >
          Leave behind
        </Button>
      </div>
    </WhySection>
  );
}
