import type { TargetUser } from '@shared/mapping/users';
import { useEffect, useState } from 'react';
import { useProject, useSurroundings } from '../../state/context';
import { keepUsers, knownUsers } from '../../store/known-users';

/** The users of the target as they were given on this machine, and how to give others. */
export function useUsers(): readonly [readonly TargetUser[], (users: readonly TargetUser[]) => void] {
  const { database } = useSurroundings();
  const { folder } = useProject();
  const [users, setUsers] = useState<readonly TargetUser[]>([]);
  useEffect(() => {
    let left = false;
    // A machine that cannot keep the list asks for it again.
    knownUsers(database, folder)
      .catch(() => [])
      .then((found) => {
        if (!left) setUsers(found);
      });
    return () => {
      left = true;
    };
  }, [database, folder]);
  const set = (next: readonly TargetUser[]) => {
    setUsers(next);
    void keepUsers(database, folder, next).catch(() => undefined);
  };
  return [users, set];
}
