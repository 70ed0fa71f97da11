import { MAX_JOURNAL_BYTES, MAX_SOURCE_BYTES } from '@shared/host/limits';
import { failure } from './errors';
import { JOURNAL_FILE, PROJECT_FILE, SOURCES_FOLDER } from './project-file';
import { type SourceName, sourceNameOf } from './sources';

/** What a zip says about one of its entries, before any of it is unpacked. All of it may be a lie. */
export interface EntryFacts {
  readonly name: string;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly directory: boolean;
  readonly symlink: boolean;
  readonly encrypted: boolean;
}

/** Where a checked entry goes. */
export type EntryPlace =
  | { readonly kind: 'project' }
  | { readonly kind: 'journal' }
  | { readonly kind: 'source'; readonly source: SourceName }
  | { readonly kind: 'folder' };

/** Most entries in a `.winnow` file. */
export const MAX_ENTRIES = 4096;

/** Most bytes all entries together may unpack to. */
export const MAX_UNPACKED_BYTES = 32 * 1024 ** 3;

/** Above this size an entry may not unpack to more than `MAX_RATIO` times what it takes in the zip. */
export const RATIO_FROM_BYTES = 64 << 20;
export const MAX_RATIO = 500;

const MAX_PROJECT_FILE = 64 << 10;

/**
 * Judges the table of contents of a `.winnow` file: only the known names, each once, none a link or encrypted, all within
 * the size limits. Answers the place of every entry, by its index. Throws `ARCHIVE_REFUSED` with what is wrong.
 */
export function placeEntries(entries: readonly EntryFacts[]): EntryPlace[] {
  if (entries.length > MAX_ENTRIES) throw refused(`it holds more than ${MAX_ENTRIES} files`);
  const seen = new Set<string>();
  let total = 0;
  const places = entries.map((entry) => {
    const place = placeOf(entry);
    const key = entry.name.toLowerCase();
    if (seen.has(key)) throw refused('it holds the same file twice', entry.name);
    seen.add(key);
    if (entry.symlink) throw refused('it holds a link to another file', entry.name);
    if (entry.encrypted) throw refused('it is protected with a password', entry.name);
    if (!Number.isSafeInteger(entry.bytes) || entry.bytes < 0 || entry.bytes > maxBytes(place)) {
      throw refused('one of its files is too large', entry.name);
    }
    if (entry.bytes > RATIO_FROM_BYTES && entry.bytes > entry.packedBytes * MAX_RATIO) {
      throw refused('one of its files unpacks to far more than it should', entry.name);
    }
    total += entry.bytes;
    if (total > MAX_UNPACKED_BYTES) throw refused('it unpacks to far more than it should');
    return place;
  });
  for (const kind of ['project', 'journal'] as const) {
    if (!places.some((place) => place.kind === kind)) {
      throw refused(`${kind === 'project' ? PROJECT_FILE : JOURNAL_FILE} is missing in it`);
    }
  }
  return places;
}

function placeOf(entry: EntryFacts): EntryPlace {
  if (entry.directory) {
    if (entry.name === `${SOURCES_FOLDER}/` && entry.bytes === 0) return { kind: 'folder' };
    throw refused('it holds a folder that does not belong into a project', entry.name);
  }
  if (entry.name === PROJECT_FILE) return { kind: 'project' };
  if (entry.name === JOURNAL_FILE) return { kind: 'journal' };
  const prefix = `${SOURCES_FOLDER}/`;
  const source = entry.name.startsWith(prefix) ? sourceNameOf(entry.name.slice(prefix.length)) : null;
  if (source === null) throw refused('it holds a file that does not belong into a project', entry.name);
  return { kind: 'source', source };
}

function maxBytes(place: EntryPlace): number {
  switch (place.kind) {
    case 'project':
      return MAX_PROJECT_FILE;
    case 'journal':
      return MAX_JOURNAL_BYTES;
    case 'source':
      return MAX_SOURCE_BYTES;
    case 'folder':
      return 0;
  }
}

/** The refusal of a `.winnow` file. `entry` is cut to 120 characters: it comes from outside. */
export function refused(why: string, entry?: string) {
  return failure(
    'ARCHIVE_REFUSED',
    `This file was not opened: ${why}. A .winnow file is made with "Save as file" in Winnow; ask the sender for a new one.`,
    { why, ...(entry === undefined ? {} : { entry: entry.slice(0, 120) }) },
  );
}
