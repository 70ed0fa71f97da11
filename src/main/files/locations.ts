import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the projects are kept: `WINNOW_HOME` when it is set, else `Winnow projects` in the person's home folder. */
export function projectsFolderFrom(env: Readonly<Record<string, string | undefined>>): string {
  const own = env['WINNOW_HOME'];
  return own ? resolve(own) : join(homedir(), 'Winnow projects');
}
