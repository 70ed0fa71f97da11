import type { z } from 'zod';
import type { WinnowDatabase } from './database';

/** A small setting of this machine; `fallback` where it was never set or no longer reads. */
export async function readPreference<T>(
  database: WinnowDatabase,
  key: string,
  schema: z.ZodType<T>,
  fallback: T,
): Promise<T> {
  const parsed = schema.safeParse((await database.preferences.get(key))?.value);
  return parsed.success ? parsed.data : fallback;
}

export async function writePreference(database: WinnowDatabase, key: string, value: unknown): Promise<void> {
  await database.preferences.put({ key, value });
}
