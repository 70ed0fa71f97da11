import {
  LONGEST_REMEMBERED,
  MOST_REMEMBERED,
  type RememberedChoice,
  rememberMapping,
} from '@shared/mapping/remember';
import type { TableMapping } from '@shared/mapping/types';
import { z } from 'zod';
import type { WinnowDatabase } from './database';
import { readPreference, writePreference } from './preferences';

/** Which columns people mapped to which fields on this machine. It only helps to suggest; projects never depend on it. */
const KEY = 'mapping.remembered';

const name = z.string().min(1).max(200);
const schema = z
  .array(
    z.strictObject({
      system: name,
      object: name,
      header: z.string().max(LONGEST_REMEMBERED),
      field: name,
    }) satisfies z.ZodType<RememberedChoice>,
  )
  .max(MOST_REMEMBERED);

export async function rememberedMappings(database: WinnowDatabase): Promise<readonly RememberedChoice[]> {
  return readPreference(database, KEY, schema, []);
}

/** Adds what agreed mappings say. */
export async function rememberMappings(
  database: WinnowDatabase,
  system: string,
  mappings: readonly TableMapping[],
): Promise<void> {
  await database.transaction('rw', database.preferences, async () => {
    let choices = await rememberedMappings(database);
    for (const mapping of mappings) choices = rememberMapping(choices, system, mapping);
    await writePreference(database, KEY, choices);
  });
}

export async function forgetMappings(database: WinnowDatabase): Promise<void> {
  await database.preferences.delete(KEY);
}
