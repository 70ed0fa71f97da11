import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PackageFile } from '@shared/package/types';
import { patiently, randomId, syncFolder, syncFolders } from '../files/durable';
import { failure, systemCode } from '../files/errors';

/** Throws `OUT_NOT_EMPTY` when something stands where an output folder is to be made. An empty folder is fine. */
export async function requireFree(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length === 0) return;
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return;
    throw cause;
  }
  throw failure(
    'OUT_NOT_EMPTY',
    `${folder} is not empty. Name a new folder, so that nothing is overwritten.`,
  );
}

/**
 * Writes a package into a folder that appears whole or not at all: a temporary folder beside it, every file synced,
 * then one rename.
 */
export async function writePackageFolder(folder: string, files: readonly PackageFile[]): Promise<void> {
  const final = resolve(folder);
  await requireFree(final);
  const temporary = join(dirname(final), `.${randomId()}.part`);
  try {
    await mkdir(temporary, { recursive: true });
    for (const file of files) {
      const path = join(temporary, ...file.path.split('/'));
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(path, 'wx');
      try {
        await handle.writeFile(file.bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    await syncFolders(temporary);
    await rmdir(final).catch((cause: unknown) => {
      if (systemCode(cause) !== 'ENOENT') throw cause;
    });
    await patiently(() => rename(temporary, final));
    await syncFolder(dirname(final));
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true });
    throw cause;
  }
}
