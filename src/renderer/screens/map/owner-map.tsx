import { Autocomplete, TextInput } from '@mantine/core';
import { fallbackUser, MOST_OWNERS, type OwnerValue } from '@shared/mapping/owners';
import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import { type TargetUser, userFinder } from '@shared/mapping/users';
import { useMemo, useState } from 'react';
import { atLeast, formatCount, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { WhySection } from '../../components/why';
import { setValue, setValues } from './draft-mapping';
import classes from './map.module.css';
import { useUsers } from './use-users';
import { UserList } from './user-list';

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
  const [users, setUsers] = useUsers();
  const active = useMemo(() => users.filter((user) => user.active), [users]);
  const find = useMemo(() => userFinder(users), [users]);
  const known = new Set(active.map(({ email }) => email.toLowerCase()));
  // Without a list any e-mail address will do; with one it must be that of an active user.
  const clear = (owner: OwnerValue) =>
    owner.clear && (users.length === 0 || known.has(owner.user.toLowerCase()));
  const open = owners.filter((owner) => !clear(owner));
  const send = (owner: string, user: string) =>
    onChange(setValue(mapping, field.field, owner, user.trim() === '' ? null : user.trim()));
  const leaver = fallback.trim();
  const found = open.flatMap(({ owner }) => {
    const match = find(owner);
    return match?.user.active ? [{ owner, user: match.user }] : [];
  });
  const rest = open.filter(({ owner }) => !found.some((item) => item.owner === owner));
  const sendAll = (pairs: readonly { readonly owner: string; readonly user: string }[]) =>
    onChange(
      setValues(
        mapping,
        field.field,
        pairs.map(({ owner, user }) => ({ from: owner, to: user })),
      ),
    );
  return (
    <WhySection
      title="Who takes over"
      subtitle={
        open.length === 0
          ? users.length === 0
            ? 'Every owner has the e-mail address of a user.'
            : 'Every owner is an active user.'
          : `${open.length >= MOST_OWNERS ? `${atLeast(open.length, MOST_OWNERS)} owners` : plural(open.length, 'owner')} without the e-mail address of an active user.`
      }
    >
      <UserList users={users} onUsers={setUsers} />
      {found.length > 0 ? (
        <Button
          onClick={() => sendAll(found.map(({ owner, user }) => ({ owner, user: user.email })))}
          testId="owners-found"
        >
          Send {plural(found.length, 'owner')} to the users found
        </Button>
      ) : null}
      <TextInput
        label="Fallback user for people who left"
        placeholder="name@company.com"
        value={fallback}
        onChange={(event) => setFallback(event.currentTarget.value)}
        error={
          leaver !== '' && users.length > 0 && !known.has(leaver.toLowerCase())
            ? 'This is not an active user of the list.'
            : undefined
        }
        data-testid="owner-fallback"
      />
      {rest.length > 0 && leaver !== '' ? (
        <Button
          kind="quiet"
          onClick={() => sendAll(rest.map(({ owner }) => ({ owner, user: leaver })))}
          testId="owners-left"
        >
          All without a user left
        </Button>
      ) : null}
      <ul className={classes.valueMap} data-testid="owner-map">
        {[...open, ...owners.filter(clear)].slice(0, SHOWN).map((item) => (
          <OwnerLine
            key={item.owner}
            item={item}
            hint={hintOf(clear(item) ? null : find(item.owner))}
            leaver={leaver}
            choices={active.slice(0, SHOWN).map(({ email }) => email)}
            onSend={(user) => send(item.owner, user)}
          />
        ))}
      </ul>
    </WhySection>
  );
}

function hintOf(match: { readonly user: TargetUser; readonly reason: string } | null): string {
  if (!match) return '';
  return match.user.active
    ? `${match.user.email}, ${match.reason}`
    : `${match.user.email} is no longer active`;
}

interface OwnerLineProps {
  readonly item: OwnerValue;
  /** Who it is by the list of users; '' where nobody was found. */
  readonly hint: string;
  readonly leaver: string;
  readonly choices: readonly string[];
  readonly onSend: (user: string) => void;
}

function OwnerLine({ item, hint, leaver, choices, onSend }: OwnerLineProps) {
  const { owner, user, count } = item;
  const shown = user === owner ? '' : user;
  return (
    <li>
      <span title={owner}>
        {owner} <span className="num soft">{formatCount(count)}</span>{' '}
        {leaver !== '' && user === leaver && owner !== leaver ? (
          <Tag tone="excluded">left</Tag>
        ) : leaver !== '' ? (
          <Button kind="quiet" onClick={() => onSend(leaver)}>
            Left
          </Button>
        ) : null}
        {hint !== '' ? <span className={classes.hint}>{hint}</span> : null}
      </span>
      <Autocomplete
        key={user}
        aria-label={`User who takes over from ${owner}`}
        placeholder="e-mail address"
        data={[...choices]}
        defaultValue={shown}
        onOptionSubmit={(email) => onSend(email)}
        onBlur={(event) => {
          const typed = event.currentTarget.value.trim();
          if (typed !== shown) onSend(typed);
        }}
      />
    </li>
  );
}
