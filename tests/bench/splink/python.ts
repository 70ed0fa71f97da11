import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where `npx tsx tests/bench/splink/setup.ts` puts the Python environments; never committed. */
export const ENVIRONMENTS = resolve(import.meta.dirname, '../../../node_modules/.cache/splink');

/** Versions of Splink that are tested, by the name of their environment. */
export const SPLINK_VERSIONS = ['v4', 'v5'] as const;

export type SplinkVersion = (typeof SPLINK_VERSIONS)[number];

/** The Python of an environment, or null when it was not set up on this machine. */
export function pythonOf(version: SplinkVersion): string | null {
  const folder = join(ENVIRONMENTS, version);
  const found = [join(folder, 'bin/python'), join(folder, 'Scripts/python.exe')].find((path) =>
    existsSync(path),
  );
  return found ?? null;
}
