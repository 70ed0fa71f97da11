import type { TargetUser } from '@shared/mapping/users';
import { draft, useCommit, useProjectState } from '../../state/context';

/** The users of the target as the project knows them, and how to give others. */
export function useUsers(): readonly [readonly TargetUser[], (users: readonly TargetUser[]) => void] {
  const { users } = useProjectState();
  const commit = useCommit();
  return [users, (next) => void commit([draft('users.listed', 'Users of the target', { users: next })])];
}
