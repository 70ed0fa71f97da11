import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { isSafeSegment } from '@shared/host/names';
import { systemCode } from './errors';

/** Folder beside the projects where exported files are put. */
export const EXPORTS_FOLDER = 'exports';

/** A folder name for a project: its name in safe characters, at most 60 of them; `project` when nothing is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+/u, '')
    .slice(0, 60)
    .replace(/[-\ud800-\udbff]+$/, '');
  return isSafeSegment(slug) && slug !== EXPORTS_FOLDER ? slug : 'project';
}

/** True when something of this name is there. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return false;
    throw cause;
  }
}

/** The first of `nameOf(1)`, `nameOf(2)` … that is not taken in `folder`. */
export async function freeName(folder: string, nameOf: (n: number) => string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = nameOf(n);
    if (!(await exists(join(folder, name)))) return name;
  }
}

/** `base`, `base-2`, `base-3` …, each followed by `ending`: the names to try when `base` is wanted. */
export function suffixed(base: string, ending = ''): (n: number) => string {
  return (n) => `${base}${n === 1 ? '' : `-${n}`}${ending}`;
}
