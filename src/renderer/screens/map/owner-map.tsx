import { TextInput } from '@mantine/core';
import { fallbackUser, type OwnerValue } from '@shared/mapping/owners';
import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import { useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { WhySection } from '../../components/why';
import { setValue } from './draft-mapping';
import classes from './map.module.css';

export interface OwnerMapProps {
  readonly mapping: TableMapping;
  readonly field: FieldMapping;
  readonly owners: readonly OwnerValue[];
  readonly onChange: (mapping: TableMapping) => void;
}

/** Owners on the screen; the rest come up as these get their user. */
const SHOWN = 100;

/** Which active user takes over from each owner of the legacy system; what leavers own goes to one fallback user. */
export function OwnerMap({ mapping, field, owners, onChange }: OwnerMapProps) {
  const [fallback, setFallback] = useState(() => fallbackUser(field.valueMap));
  const open = owners.filter((owner) => !owner.clear);
  const send = (owner: string, user: string) =>
    onChange(setValue(mapping, field.field, owner, user.trim() === '' ? null : user.trim()));
  const leaver = fallback.trim();
  return (
    <WhySection
      title="Who takes over"
      subtitle={
        open.length === 0
          ? 'Every owner has the e-mail address of a user.'
          : `${plural(open.length, 'owner')} without the e-mail address of an active user.`
      }
    >
      <TextInput
        label="Fallback user for people who left"
        placeholder="name@company.com"
        value={fallback}
        onChange={(event) => setFallback(event.currentTarget.value)}
        data-testid="owner-fallback"
      />
      {open.length > 0 && leaver !== '' ? (
        <Button
          kind="quiet"
          onClick={() =>
            onChange(open.reduce((next, { owner }) => setValue(next, field.field, owner, leaver), mapping))
          }
          testId="owners-left"
        >
          All without a user left
        </Button>
      ) : null}
      <ul className={classes.valueMap} data-testid="owner-map">
        {[...open, ...owners.filter((owner) => owner.clear)].slice(0, SHOWN).map(({ owner, user, count }) => (
          <li key={owner}>
            <span title={owner}>
              {owner} <span className="num soft">{formatCount(count)}</span>{' '}
              {leaver !== '' && user === leaver && owner !== leaver ? (
                <Tag tone="excluded">left</Tag>
              ) : leaver !== '' ? (
                <Button kind="quiet" onClick={() => send(owner, leaver)}>
                  Left
                </Button>
              ) : null}
            </span>
            <TextInput
              key={user}
              aria-label={`User who takes over from ${owner}`}
              placeholder="e-mail address"
              defaultValue={user === owner ? '' : user}
              onBlur={(event) => {
                const typed = event.currentTarget.value.trim();
                if (typed !== (user === owner ? '' : user)) send(owner, typed);
              }}
            />
          </li>
        ))}
      </ul>
    </WhySection>
  );
}
