import { Select, Textarea } from '@mantine/core';
import type { Gate } from '@shared/govern/types';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { useCommit } from '../../state/context';
import { draft } from '../../state/drafting';
import classes from './export.module.css';

/** Opening the gate in spite of something: with a reason, in the journal, on the report. */
export function Waivers({ gate }: { readonly gate: Gate }) {
  const commit = useCommit();
  const [subject, setSubject] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const options = gate.waitsFor.flatMap((item) =>
    item.itemId
      ? [{ value: `item:${item.itemId}`, label: item.sentence }]
      : item.code === 'RECORDS_HELD'
        ? [{ value: 'held', label: item.sentence }]
        : [],
  );
  if (options.length === 0 && gate.waivers.length === 0) return null;
  const grant = async () => {
    if (!subject) return;
    const done = await commit([draft('waiver.granted', subject, { subject, reason: reason.trim() })]);
    if (done) {
      setSubject(null);
      setReason('');
    }
  };
  return (
    <Card title="Waivers" testId="waivers">
      {gate.waivers.length > 0 ? (
        <ul className={classes.waits}>
          {gate.waivers.map((waiver) => (
            <li key={waiver.subject}>
              <span>
                <strong>
                  {waiver.subject === 'held' ? 'Held rows' : waiver.subject.replace(/^item:/, '')}
                </strong>
                : {waiver.reason}
                <span className="soft"> by {waiver.actor}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {options.length > 0 ? (
        <div className={classes.waiver}>
          <Select
            label="Go on in spite of"
            placeholder="Choose what to waive"
            data={options}
            value={subject}
            onChange={setSubject}
            data-testid="waiver-subject"
          />
          <Textarea
            label="Reason"
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-testid="waiver-reason"
          />
          <div>
            <Button
              disabled={!subject || reason.trim().length < 10}
              title="Say why in at least ten letters"
              onClick={() => void grant()}
              testId="waiver-grant"
            >
              Grant this waiver
            </Button>
          </div>
        </div>
      ) : null}
    </Card>
  );
}
