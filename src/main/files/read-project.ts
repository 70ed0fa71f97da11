import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, type Result } from '@shared/base/result';
import { MAX_JOURNAL_BYTES } from '@shared/host/limits';
import { unpackArchive } from './archive-read';
import { during, failure } from './errors';
import { splitTail } from './journal-file';
import { JOURNAL_FILE, type ProjectFile, readProjectFile } from './project-file';
import { type SourceName, sourcePath } from './sources';

/** A project opened for reading only: no lock is taken, nothing in it is changed. */
export interface ReadOnlyProject {
  readonly project: ProjectFile;
  /** The journal up to its last whole line. */
  readonly journal: string;
  /** What follows the last whole line, when the last write was cut off; else null. */
  readonly tornTail: string | null;
  /** Path of a source file; it may be missing. */
  sourcePath(source: SourceName): string;
  /** Removes what was unpacked, if anything was. */
  close(): Promise<void>;
}

/** Opens a project folder or a `.winnow` file for reading. */
export function openReadOnly(path: string): Promise<Result<ReadOnlyProject>> {
  return capture(() =>
    during(`open ${path}`, async () => ((await stat(path)).isDirectory() ? openFolder(path) : unpack(path))),
  );
}

/** Opens a `.winnow` file for reading: it is checked as hostile input and unpacked into a temporary folder. */
export function openArchive(path: string): Promise<Result<ReadOnlyProject>> {
  return capture(() => during(`open ${path}`, () => unpack(path)));
}

async function unpack(archive: string): Promise<ReadOnlyProject> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await unpackArchive(archive, folder);
    return { ...(await openFolder(folder)), close: remove };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

async function openFolder(folder: string): Promise<ReadOnlyProject> {
  const project = await readProjectFile(folder);
  const path = join(folder, JOURNAL_FILE);
  if ((await stat(path)).size > MAX_JOURNAL_BYTES) {
    throw failure('JOURNAL_TOO_LARGE', 'The journal of this project is larger than Winnow opens.');
  }
  const { whole, tail } = splitTail(await readFile(path));
  return {
    project,
    journal: whole.toString('utf8'),
    tornTail: tail.length > 0 ? tail.toString('utf8') : null,
    sourcePath: (source) => sourcePath(folder, source),
    close: async () => undefined,
  };
}
