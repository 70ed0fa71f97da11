import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ZipWriter } from '@zip.js/zip.js';
import { ensureSpace, randomId, renameDurably } from './durable';
import { splitTail } from './journal-file';
import { JOURNAL_FILE, PROJECT_FILE } from './project-file';
import { readFileRange } from './reading';
import { listSources, sourcePath } from './sources';
import { HandleReader, handleSink } from './zip-io';

/** A file on its way into a zip. */
export interface ZipItem {
  /** Path in the zip, with forward slashes. */
  readonly name: string;
  readonly path: string;
  /** How many bytes of the file are taken; a journal may grow meanwhile. */
  readonly bytes: number;
}

/** The same date on every entry: the same content gives the same bytes, on every machine. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * Writes a zip of the items, in their order, next to its final place, and renames it there when it is whole and synced.
 * Memory does not grow with the size of the files. Answers the size of the zip in bytes.
 */
export async function writeZip(path: string, items: readonly ZipItem[]): Promise<number> {
  const folder = dirname(path);
  await ensureSpace(
    folder,
    items.reduce((sum, item) => sum + item.bytes, 0),
  );
  const temporary = join(folder, `.${randomId()}.part`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    try {
      const zip = new ZipWriter(handleSink(handle), { extendedTimestamp: false, lastModDate: NO_DATE });
      for (const item of items) {
        const file = await open(item.path, 'r');
        try {
          await zip.add(item.name, new HandleReader(file, item.bytes));
        } finally {
          await file.close();
        }
      }
      await zip.close();
      await handle.sync();
    } finally {
      await handle.close();
    }
    const { size } = await stat(temporary);
    await renameDurably(temporary, path);
    return size;
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

/** What a `.winnow` file of a project holds: `project.json`, the journal up to its last whole line, the sources. */
export async function projectItems(folder: string): Promise<ZipItem[]> {
  const sources = await listSources(folder);
  const plain = await Promise.all(
    sources.map(async (source) => {
      const path = sourcePath(folder, source);
      return { name: `sources/${source.sha256}.${source.ext}`, path, bytes: (await stat(path)).size };
    }),
  );
  const project = join(folder, PROJECT_FILE);
  const journal = join(folder, JOURNAL_FILE);
  return [
    { name: PROJECT_FILE, path: project, bytes: (await stat(project)).size },
    { name: JOURNAL_FILE, path: journal, bytes: await wholeLinesLength(journal) },
    ...plain,
  ];
}

/** Length of a journal up to and with its last line feed. */
async function wholeLinesLength(path: string): Promise<number> {
  const { size } = await stat(path);
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - (1 << 20));
    const { whole } = splitTail(Buffer.from(await readFileRange(path, start, end - start)));
    if (whole.length > 0) return start + whole.length;
    end = start;
  }
  return 0;
}

/** Every file below a folder with its path relative to it, sorted by path. */
export async function folderItems(folder: string, below = ''): Promise<ZipItem[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const items = await Promise.all(
    entries.map(async (entry): Promise<ZipItem[]> => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return folderItems(folder, name);
      if (!entry.isFile()) return [];
      const path = join(folder, name);
      return [{ name, path, bytes: (await stat(path)).size }];
    }),
  );
  return items.flat().sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
