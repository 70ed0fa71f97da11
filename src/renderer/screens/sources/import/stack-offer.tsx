import { Checkbox } from '@mantine/core';
import type { ColumnRename } from '@shared/ingest/types';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import classes from './stack-offer.module.css';
import type { StackOffer } from './stacking';

export interface StackOfferCardProps {
  readonly offer: StackOffer;
  readonly onStack: (renames: readonly ColumnRename[]) => void;
  readonly onDecline: () => void;
}

/** Tables that look like one: why, how their columns differ, and both ways to go on. */
export function StackOfferCard({ offer, onStack, onDecline }: StackOfferCardProps) {
  const { renamed, sentences } = offer.drift;
  const [refused, setRefused] = useState<readonly string[]>([]);
  const id = (rename: ColumnRename): string => `${rename.part}:${rename.to}`;
  const shown = sentences.filter((text) => !renamed.some(({ reason }) => text.endsWith(reason)));
  return (
    <Card testId="stack-offer" className={classes.card}>
      <div className={classes.offer}>
        <IconStack2 size={22} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <div className={classes.text}>
          <h2>
            {plural(offer.members.length, 'table')} look like one: stack them as {offer.name}?
          </h2>
          <p>{offer.reason}</p>
          <ul data-testid="stack-drift">
            {shown.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {renamed.map((rename) => (
              <li key={id(rename)}>
                <Checkbox
                  checked={!refused.includes(id(rename))}
                  onChange={(event) => {
                    const taken = event.currentTarget.checked;
                    setRefused(
                      taken ? refused.filter((item) => item !== id(rename)) : [...refused, id(rename)],
                    );
                  }}
                  label={`"${rename.to}" of ${rename.part} is "${rename.from}"`}
                  description={rename.reason}
                />
              </li>
            ))}
          </ul>
        </div>
        <div className={classes.actions}>
          <Button
            kind="primary"
            onClick={() => onStack(renamed.filter((rename) => !refused.includes(id(rename))))}
            testId="stack-accept"
          >
            Stack
          </Button>
          <Button onClick={onDecline} testId="stack-decline">
            Keep apart
          </Button>
        </div>
      </div>
    </Card>
  );
}
