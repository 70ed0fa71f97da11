import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure, systemCode } from './errors';

/** Writing so that what was reported as written is there after a crash or a power cut. */

/** Errors that virus scanners and indexers cause for a moment on Windows. */
const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** Errors by which a file system says that it does not sync folders. */
const NO_FOLDER_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES', 'EBADF']);

/** 32 hex digits nobody can guess: upload ids, temporary names. */
export function randomId(): string {
  return randomBytes(16).toString('hex');
}

/** Runs `work` again while the system says busy or not permitted: `tries` times, `pauseMs` apart. */
export async function patiently<T>(
  work: () => Promise<T>,
  tries = process.platform === 'win32' ? 20 : 3,
  pauseMs = 100,
): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await work();
    } catch (cause) {
      if (left <= 1 || !PASSING.has(systemCode(cause) ?? '')) throw cause;
      await sleep(pauseMs);
    }
  }
}

/** Makes the names in a folder durable. Does nothing where the system has no such call (Windows). */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (cause) {
    if (!NO_FOLDER_SYNC.has(systemCode(cause) ?? '')) throw cause;
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder and all folders below it durable. The files in it must be synced already. */
export async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name));
  }
  await syncFolder(folder);
}

/** Renames within one disk and makes it durable on both ends. Replaces an existing file. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await patiently(() => rename(from, to));
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
}

/** Writes a whole file so that afterwards either the old or the new content stands there, never a mixture. */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomId()}.part`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameDurably(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

/** Makes a folder with its parents; the names of the new ones are durable afterwards. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Throws `DISK_FULL` when `bytes` more would leave less than 16 MiB free in `folder`. */
export async function ensureSpace(folder: string, bytes: number): Promise<void> {
  const disk = await statfs(folder).catch(() => null); // some network drives cannot tell; writing will
  if (disk === null) return;
  const free = disk.bavail * disk.bsize;
  if (free >= bytes + (16 << 20)) return;
  throw failure(
    'DISK_FULL',
    `There is not enough room on the disk: ${megabytes(bytes)} are needed, ${megabytes(free)} are free. Free some space and try again.`,
    { needed: bytes, free },
  );
}

/** A size for people, in whole megabytes, at least 1. */
export function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
}
