import { MOST_USERS, type TargetUser } from '@shared/mapping/users';
import { z } from 'zod';
import type { WinnowDatabase } from './database';
import { readPreference, writePreference } from './preferences';

/**
 * Users of the target system, by project, as somebody pasted them on this machine. The list only helps to find who takes
 * over; what was decided stands in the mapping.
 */
const keyOf = (folder: string): string => `mapping.users:${folder}`;

const text = z.string().max(500);
const schema = z
  .array(
    z.strictObject({
      email: text,
      name: text,
      aliases: z.array(text).max(200),
      active: z.boolean(),
    }) satisfies z.ZodType<TargetUser>,
  )
  .max(MOST_USERS);

export async function knownUsers(database: WinnowDatabase, folder: string): Promise<readonly TargetUser[]> {
  return readPreference(database, keyOf(folder), schema, []);
}

export async function keepUsers(
  database: WinnowDatabase,
  folder: string,
  users: readonly TargetUser[],
): Promise<void> {
  await writePreference(database, keyOf(folder), users);
}
