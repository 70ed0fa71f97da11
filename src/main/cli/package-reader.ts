import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppFailure } from '@shared/base/result';
import type { PackageReader } from '@shared/package/types';
import { type FileEntry, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { folderItems } from '../files/archive-write';
import { failure, systemCode } from '../files/errors';
import { HandleReader } from '../files/zip-io';

/** Limits on a zip from outside; a package of ten million rows stays far below them. */
const MAX_ENTRIES = 20_000;
const MAX_ENTRY_BYTES = 2 ** 31 - 1;

/** Files only a package has; where none of them is, there is nothing to verify. */
const MARKS = ['manifest.json', 'manifest.sha256', 'audit.jsonl'];

/** A package in a folder. Links are not followed. */
export function folderReader(folder: string): PackageReader {
  return {
    list: async () =>
      checkedList(
        (await folderItems(folder)).map((item) => item.name),
        folder,
      ),
    bytes: (path) => readFile(join(folder, ...path.split('/'))),
  };
}

/** A package in a zip file, read entry by entry; it stays open until `close`. */
export async function openZipReader(
  path: string,
): Promise<{ readonly reader: PackageReader; close(): Promise<void> }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const entries = withoutTopFolder(await fileEntries(new ZipReader(new HandleReader(handle, size))));
    const reader: PackageReader = {
      list: async () => checkedList([...entries.keys()], path),
      bytes: async (name) => {
        const entry = entries.get(name);
        if (entry === undefined) throw new Error(`no entry ${name}`);
        if (entry.uncompressedSize > MAX_ENTRY_BYTES) throw new Error(`${name} is too large`);
        return entry.getData(new Uint8ArrayWriter(), { checkCrc32: true });
      },
    };
    return { reader, close: () => handle.close() };
  } catch (cause) {
    await handle.close();
    if (cause instanceof AppFailure || systemCode(cause) !== null || !(cause instanceof Error)) throw cause;
    throw failure(
      'NOT_A_PACKAGE',
      `${path} is not a folder and not a zip file that can be read (${cause.message.slice(0, 120)}).`,
    );
  }
}

async function fileEntries(zip: ZipReader<unknown>): Promise<Map<string, FileEntry>> {
  const entries = new Map<string, FileEntry>();
  let seen = 0;
  for await (const entry of zip.getEntriesGenerator()) {
    if (++seen > MAX_ENTRIES) throw new Error('it has too many entries');
    if (entry.directory) continue;
    if (entry.encrypted) throw new Error('it is protected by a password');
    if (entries.has(entry.filename)) throw new Error(`it holds "${entry.filename}" twice`);
    entries.set(entry.filename, entry);
  }
  return entries;
}

/** Entries without the one folder they all lie in, as zipping a folder by hand puts them. */
function withoutTopFolder(entries: Map<string, FileEntry>): Map<string, FileEntry> {
  const [first = ''] = entries.keys();
  const top = first.slice(0, first.indexOf('/') + 1);
  if (top === '' || entries.has('manifest.json')) return entries;
  if (![...entries.keys()].every((name) => name.startsWith(top))) return entries;
  return new Map([...entries].map(([name, entry]) => [name.slice(top.length), entry]));
}

function checkedList(paths: readonly string[], where: string): readonly string[] {
  if (paths.some((path) => MARKS.includes(path))) return paths;
  throw failure(
    'NOT_A_PACKAGE',
    `${where} holds no migration package: none of ${MARKS.join(', ')} is in it. Name the folder or zip that has manifest.json in it.`,
  );
}
