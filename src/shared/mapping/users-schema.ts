import { z } from 'zod';
import { LONGEST_ADDRESS, LONGEST_NAME, MOST_ALIASES, MOST_USERS, type TargetUser } from './users';

const name = z.string().max(LONGEST_NAME);

/** A list of users of the target, bounded as a whole and in each text. */
export const targetUsersSchema = z
  .array(
    z.strictObject({
      email: z.string().min(1).max(LONGEST_ADDRESS),
      name,
      aliases: z.array(name).max(MOST_ALIASES),
      active: z.boolean(),
    }) satisfies z.ZodType<TargetUser>,
  )
  .max(MOST_USERS);
