import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where this Winnow is installed and which version it is. */
export interface Installation {
  readonly root: string;
  readonly version: string;
  /** Folder of the built-in sample estate. */
  readonly samplesFolder: string;
}

/** Finds the installation above this module: its `package.json`, from the sources as well as from the bundle. */
export function findInstallation(): Installation {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const version = winnowVersion(join(folder, 'package.json'));
    if (version !== null)
      return { root: folder, version, samplesFolder: join(folder, 'resources', 'samples') };
    if (dirname(folder) === folder) throw new Error('Winnow cannot find its own package.json.');
  }
}

function winnowVersion(path: string): string | null {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof json !== 'object' || json === null || !('name' in json) || !('version' in json)) return null;
    return json.name === 'winnow' && typeof json.version === 'string' ? json.version : null;
  } catch {
    return null;
  }
}
