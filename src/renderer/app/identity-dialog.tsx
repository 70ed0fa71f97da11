import { Checkbox, Modal, SegmentedControl, TextInput } from '@mantine/core';
import type { AppError } from '@shared/base/result';
import type { Role } from '@shared/govern/types';
import { type FormEvent, useState } from 'react';
import { Button } from '../components/button';
import { ErrorPanel } from '../components/states';
import { refreshPeople } from '../state/app-store';
import { isoNow, randomHex } from '../state/clock';
import { useAppStore, useSurroundings } from '../state/context';
import { errorOf } from '../state/failure';
import type { IdentityRow } from '../store/database';
import { createIdentity, updateIdentity } from '../store/identities';
import classes from './identity-dialog.module.css';

const ROLES: readonly { readonly value: Role; readonly label: string; readonly about: string }[] = [
  {
    value: 'steward',
    label: 'Data steward',
    about: 'Loads the spreadsheets, maps, reviews duplicates and proposes rules.',
  },
  {
    value: 'committee',
    label: 'Committee member',
    about: 'Reads proposals with their numbers, approves or rejects them, and signs.',
  },
  {
    value: 'implementer',
    label: 'Implementer',
    about: 'Takes the finished package, loads it, and reports what the loader said.',
  },
];

export interface IdentityFormProps {
  /** Whose details are changed; null makes a new person with a new key. */
  readonly editing: IdentityRow | null;
  readonly onDone: () => void;
}

/** Name, title and role of a person. A new person gets a signing key that stays on this machine. */
export function IdentityForm({ editing, onDone }: IdentityFormProps) {
  const store = useAppStore();
  const { database } = useSurroundings();
  const [name, setName] = useState(editing?.name ?? '');
  const [title, setTitle] = useState(editing?.title ?? '');
  const [role, setRole] = useState<Role>(editing?.roles[0] ?? 'steward');
  const [also, setAlso] = useState<readonly Role[]>(editing?.roles.slice(1) ?? []);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const about = ROLES.find((item) => item.value === role)?.about;

  const save = async () => {
    setBusy(true);
    setError(null);
    const draft = {
      name: name.trim(),
      title: title.trim(),
      roles: [role, ...also.filter((item) => item !== role)],
    };
    try {
      if (editing) await updateIdentity(database, editing.id, draft);
      else await createIdentity(database, draft, { now: isoNow, randomHex });
      await refreshPeople(store, database);
      // The key is the one thing no project folder holds: ask the browser never to evict it.
      void navigator.storage?.persist?.();
      onDone();
    } catch (cause) {
      setError(errorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !busy) void save();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label="Name"
        placeholder="As colleagues know you"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
        required
        withAsterisk={false}
        data-autofocus
        data-testid="identity-name"
      />
      <TextInput
        label="What you answer for (optional)"
        placeholder="For example: Head of Sales"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={120}
        data-testid="identity-title"
      />
      <div>
        <span className={classes.label} id="identity-role">
          Role
        </span>
        <SegmentedControl
          aria-labelledby="identity-role"
          fullWidth
          size="xs"
          data={ROLES.map(({ value, label }) => ({ value, label }))}
          value={role}
          onChange={(value) => setRole(ROLES.find((item) => item.value === value)?.value ?? 'steward')}
          data-testid="identity-role"
        />
        <p className={classes.about}>{about}</p>
        <div className={classes.also}>
          <span>I also act as</span>
          {ROLES.filter((item) => item.value !== role).map((item) => (
            <Checkbox
              key={item.value}
              label={item.label.toLowerCase()}
              checked={also.includes(item.value)}
              onChange={(event) =>
                setAlso(
                  event.currentTarget.checked
                    ? [...also, item.value]
                    : also.filter((other) => other !== item.value),
                )
              }
              data-testid={`identity-also-${item.value}`}
            />
          ))}
        </div>
      </div>
      {error ? <ErrorPanel error={error} compact /> : null}
      <div className={classes.foot}>
        <p>
          {editing
            ? 'Your signing key stays as it is. Projects learn of the change with your next entry.'
            : 'A signing key is made for you and kept on this machine only. It proves later that you, and nobody else, signed.'}
        </p>
        <Button
          type="submit"
          kind="primary"
          onClick={() => undefined}
          busy={busy}
          disabled={name.trim() === ''}
          testId="identity-save"
        >
          {editing ? 'Save' : 'Begin'}
        </Button>
      </div>
    </form>
  );
}

export interface IdentityDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly editing: IdentityRow | null;
}

export function IdentityDialog({ opened, onClose, editing }: IdentityDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={editing ? 'Your details' : 'Who are you?'} size={500}>
      <IdentityForm editing={editing} onDone={onClose} />
    </Modal>
  );
}
