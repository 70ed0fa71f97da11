import { createHash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppFailure } from '@shared/base/result';
import { type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { type EntryFacts, type EntryPlace, MAX_ENTRIES, placeEntries, refused } from './archive-rules';
import { ensureSpace, syncFolders } from './durable';
import { systemCode } from './errors';
import { checkJournalText } from './journal-text';
import {
  JOURNAL_FILE,
  PROJECT_FILE,
  type ProjectFile,
  readProjectFile,
  SOURCES_FOLDER,
} from './project-file';
import { sourcePath } from './sources';
import { HandleReader, handleSink } from './zip-io';

/**
 * Unpacks a `.winnow` file from outside into an empty folder, everything checked and synced, and answers its
 * `project.json`. Nothing is written before the table of contents has passed; no entry may grow past what it announced;
 * every source must hash to its name. Throws `ARCHIVE_REFUSED`; the caller removes the folder then.
 */
export async function unpackArchive(archive: string, folder: string): Promise<ProjectFile> {
  const handle = await open(archive, 'r');
  try {
    const { size } = await handle.stat();
    const reader = new ZipReader(new HandleReader(handle, size), { strictness: 'strict' });
    const entries = await entriesOf(reader);
    const places = placeEntries(entries.map(factsOf));
    await ensureSpace(
      folder,
      entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0),
    );
    await mkdir(join(folder, SOURCES_FOLDER), { recursive: true });
    for (const [at, entry] of entries.entries()) {
      const place = places[at];
      if (place && !entry.directory) await unpackEntry(entry, place, folder);
    }
    checkJournalText(await readFile(join(folder, JOURNAL_FILE), 'utf8'));
    const project = await readProjectFile(folder);
    await syncFolders(folder);
    return project;
  } catch (cause) {
    throw explained(cause);
  } finally {
    await handle.close();
  }
}

async function entriesOf(reader: ZipReader<unknown>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of reader.getEntriesGenerator()) {
    entries.push(entry);
    if (entries.length > MAX_ENTRIES) break;
  }
  return entries;
}

function factsOf(entry: Entry): EntryFacts {
  return {
    name: entry.filename,
    bytes: entry.uncompressedSize,
    packedBytes: entry.compressedSize,
    directory: entry.directory,
    symlink: entry.symlink,
    encrypted: entry.encrypted,
  };
}

async function unpackEntry(entry: FileEntry, place: EntryPlace, folder: string): Promise<void> {
  const path = pathOf(place, folder);
  if (path === null) return;
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    const sink = handleSink(handle, (block) => {
      bytes += block.byteLength;
      if (bytes > entry.uncompressedSize)
        throw refused('one of its files is longer than it says', entry.filename);
      hash.update(block);
    });
    await entry.getData(sink, { checkCrc32: true, checkOverlappingEntry: true });
    if (bytes !== entry.uncompressedSize) throw refused('one of its files is cut short', entry.filename);
    if (place.kind === 'source' && hash.digest('hex') !== place.source.sha256) {
      throw refused('the content of a source file is not what its name says', entry.filename);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function pathOf(place: EntryPlace, folder: string): string | null {
  switch (place.kind) {
    case 'project':
      return join(folder, PROJECT_FILE);
    case 'journal':
      return join(folder, JOURNAL_FILE);
    case 'source':
      return sourcePath(folder, place.source);
    case 'folder':
      return null;
  }
}

/** Whatever the zip reader stumbled over is a refusal with a sentence; our own and the system's errors pass. */
function explained(cause: unknown): unknown {
  if (cause instanceof AppFailure || systemCode(cause) !== null || !(cause instanceof Error)) return cause;
  return refused(`it is not a whole and unambiguous zip file (${cause.message.slice(0, 120)})`);
}
