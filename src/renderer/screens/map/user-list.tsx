import { FileButton, Textarea } from '@mantine/core';
import { readUsers, type TargetUser } from '@shared/mapping/users';
import { useState } from 'react';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import classes from './map.module.css';

export interface UserListProps {
  readonly users: readonly TargetUser[];
  readonly onUsers: (users: readonly TargetUser[]) => void;
}

/** Largest list of users that is read, in bytes. */
const MOST_BYTES = 20_000_000;

/** The users of the new CRM, pasted or from a CSV file: only they can own records. */
export function UserList({ users, onUsers }: UserListProps) {
  const [open, setOpen] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string) => {
    const found = readUsers(text);
    if (!found.ok) {
      setProblem(found.error.message);
      return;
    }
    setProblem(null);
    setOpen(false);
    setPasted('');
    onUsers(found.value);
  };
  const active = users.filter((user) => user.active).length;
  return (
    <div className={classes.userList}>
      <p role="status" className="soft" data-testid="users-known">
        {users.length === 0
          ? 'A list of the users of the new CRM finds who is who, and who is no longer active. It is kept with the project.'
          : `${plural(active, 'active user')} known${users.length > active ? `, ${users.length - active} no longer active` : ''}.`}
      </p>
      <div className={classes.buttons}>
        <Button kind="quiet" onClick={() => setOpen(!open)} testId="users-paste">
          {users.length === 0 ? 'Paste users' : 'Paste others'}
        </Button>
        <FileButton
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(file) => {
            if (!file) return;
            if (file.size > MOST_BYTES) setProblem('This file is too large for a list of users.');
            else
              file
                .text()
                .then(take, () =>
                  setProblem('This file could not be read. Save it again and try once more.'),
                );
          }}
        >
          {(props) => (
            <Button kind="quiet" onClick={props.onClick} testId="users-file">
              From a CSV file
            </Button>
          )}
        </FileButton>
        {users.length > 0 ? (
          <Button kind="quiet" onClick={() => onUsers([])}>
            Forget them
          </Button>
        ) : null}
      </div>
      {open ? (
        <>
          <Textarea
            label="Users, one a line or with headers"
            placeholder={'Name, Email, Active'}
            autosize
            minRows={3}
            maxRows={8}
            data-autofocus
            value={pasted}
            onChange={(event) => {
              setPasted(event.currentTarget.value);
              setProblem(null);
            }}
            data-testid="users-text"
          />
          <Button
            kind="primary"
            disabled={pasted.trim() === ''}
            onClick={() => take(pasted)}
            testId="users-take"
          >
            Use this list
          </Button>
        </>
      ) : null}
      {problem ? <p role="alert">{problem}</p> : null}
    </div>
  );
}
