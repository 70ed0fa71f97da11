import { z } from 'zod';
import type { WinnowDatabase } from './database';
import { readPreference, writePreference } from './preferences';

/** Which target a project had when it was last open here, for the list of projects. A memory aid, not a truth. */
const KEY = 'projects.targets';
const schema = z.record(z.string(), z.string());

/** Target system by project id. */
export async function knownTargets(database: WinnowDatabase): Promise<ReadonlyMap<string, string>> {
  return new Map(Object.entries(await readPreference(database, KEY, schema, {})));
}

export async function rememberTarget(
  database: WinnowDatabase,
  projectId: string,
  system: string,
): Promise<void> {
  const known = new Map(await knownTargets(database));
  if (known.get(projectId) === system) return;
  known.set(projectId, system);
  await writePreference(database, KEY, Object.fromEntries(known));
}
