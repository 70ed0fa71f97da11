import type { z } from 'zod';
import type { WinnowDatabase } from './database';

/** Work begun and not yet decided, per project, so that closing the window does not lose it. */
export async function readDraft<T>(
  database: WinnowDatabase,
  project: string,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const row = await database.drafts.get([project, key]);
  const parsed = schema.safeParse(row?.value);
  return parsed.success ? parsed.data : null;
}

export async function writeDraft(
  database: WinnowDatabase,
  project: string,
  key: string,
  value: unknown,
  savedAt: string,
): Promise<void> {
  await database.drafts.put({ project, key, value, savedAt });
}

export async function dropDraft(database: WinnowDatabase, project: string, key: string): Promise<void> {
  await database.drafts.delete([project, key]);
}
