import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCE_EXTENSIONS } from '@shared/host/names';
import type { Upload } from '@shared/host/types';
import { makeFolder, randomId, renameDurably } from './durable';
import { failure, systemCode } from './errors';
import { SOURCES_FOLDER } from './project-file';
import { hashFile, readFileRange } from './reading';
import type { Uploads } from './uploads';

/** A source file's name: what it holds, and the ending it came with. */
export interface SourceName {
  readonly sha256: string;
  readonly ext: string;
}

const STORED = new RegExp(`^([0-9a-f]{64})\\.(${SOURCE_EXTENSIONS.join('|')})$`);

/** The name behind a file name in `sources/`, or null when it is none of ours. */
export function sourceNameOf(fileName: string): SourceName | null {
  const match = STORED.exec(fileName);
  return match?.[1] && match[2] ? { sha256: match[1], ext: match[2] } : null;
}

/** Where a source stands in a project folder. */
export function sourcePath(projectFolder: string, source: SourceName): string {
  return join(projectFolder, SOURCES_FOLDER, `${source.sha256}.${source.ext}`);
}

/** Starts storing a source; `present` when the same content is there already and still hashes to its name. */
export async function beginSource(
  uploads: Uploads,
  projectFolder: string,
  owner: string,
  source: SourceName & { readonly bytes: number },
): Promise<Upload> {
  const final = sourcePath(projectFolder, source);
  if (await holds(final, source)) return { uploadId: uploads.beginPresent(owner), present: true };
  await makeFolder(join(projectFolder, SOURCES_FOLDER));
  const uploadId = await uploads.begin({
    temporary: join(projectFolder, SOURCES_FOLDER, `.${randomId()}.part`),
    bytes: source.bytes,
    sha256: source.sha256,
    place: (temporary) => renameDurably(temporary, final),
    owner,
  });
  return { uploadId, present: false };
}

async function holds(path: string, source: SourceName & { readonly bytes: number }): Promise<boolean> {
  try {
    if ((await stat(path)).size !== source.bytes) return false;
    return (await hashFile(path)) === source.sha256;
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return false;
    throw cause;
  }
}

/** Size of a stored source in bytes. Throws `SOURCE_MISSING`. */
export function sourceSize(projectFolder: string, source: SourceName): Promise<number> {
  return present(async () => (await stat(sourcePath(projectFolder, source))).size);
}

/** A piece of a stored source. Throws `SOURCE_MISSING`. */
export function readSource(
  projectFolder: string,
  source: SourceName,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  return present(() => readFileRange(sourcePath(projectFolder, source), offset, length));
}

async function present<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw cause;
    throw failure(
      'SOURCE_MISSING',
      'A source file of this project is gone from its folder "sources". Put it back from a backup, or add the same file again.',
    );
  }
}

/** Every source stored in a project folder, sorted by name; other files are left out. */
export async function listSources(projectFolder: string): Promise<SourceName[]> {
  try {
    const entries = await readdir(join(projectFolder, SOURCES_FOLDER), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort()
      .flatMap((name) => sourceNameOf(name) ?? []);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    throw cause;
  }
}
