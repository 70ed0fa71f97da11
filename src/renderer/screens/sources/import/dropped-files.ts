import { SOURCE_EXTENSIONS } from '@shared/host/names';

/** Files taken from dropped folders, and those left out. */
export interface DroppedFiles {
  readonly files: readonly File[];
  /** Paths of files in folders that hold no tables. */
  readonly skipped: readonly string[];
  /** The folder holds more than is taken at once. */
  readonly tooMany: boolean;
}

/** Files of one drop, and folders within folders. */
export const MAX_DROPPED = 500;
const MAX_DEPTH = 12;

/** A file or folder as browsers hand it over. */
export interface Entry {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly name: string;
  readonly fullPath: string;
}

interface FileEntry extends Entry {
  file(done: (file: File) => void, failed: (error: unknown) => void): void;
}

interface FolderEntry extends Entry {
  createReader(): {
    readEntries(done: (entries: readonly Entry[]) => void, failed: (error: unknown) => void): void;
  };
}

/**
 * The files of a drop. A file dropped by itself is taken whatever its ending, reading decides; of a folder those with the
 * ending of a table are taken, in the order of their paths, and the others named. Hidden files and folders are passed over.
 */
export async function droppedFiles(entries: readonly Entry[], loose: readonly File[]): Promise<DroppedFiles> {
  const files: File[] = [...loose];
  const skipped: string[] = [];
  let tooMany = false;
  const walk = async (entry: Entry, depth: number): Promise<void> => {
    if (tooMany || (depth > 0 && entry.name.startsWith('.'))) return;
    if (isFolder(entry)) {
      if (depth >= MAX_DEPTH) return;
      const inside = [...(await entriesOf(entry))].sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const item of inside) await walk(item, depth + 1);
    } else if (isFile(entry)) {
      if (depth > 0 && !hasTableEnding(entry.name)) skipped.push(entry.fullPath.replace(/^\//, ''));
      else if (files.length >= MAX_DROPPED) tooMany = true;
      else files.push(await fileOf(entry));
    }
  };
  for (const entry of entries) await walk(entry, 0);
  return { files, skipped, tooMany };
}

/** What was left out of a drop, as a sentence; null when nothing was. */
export function skippedSentence({ skipped, tooMany }: Omit<DroppedFiles, 'files'>): string | null {
  const parts: string[] = [];
  if (tooMany) parts.push(`Only the first ${MAX_DROPPED} files were taken: drop the rest afterwards.`);
  if (skipped.length > 0) {
    const named = skipped.slice(0, 3).join(', ');
    const more = skipped.length > 3 ? ` and ${skipped.length - 3} more` : '';
    parts.push(
      `${named}${more} ${skipped.length === 1 ? 'was' : 'were'} left out: Winnow reads CSV, TSV, text, Excel, OpenDocument, XML and HTML tables.`,
    );
  }
  return parts.length > 0 ? parts.join(' ') : null;
}

function hasTableEnding(name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return SOURCE_EXTENSIONS.some((known) => known === ending);
}

function isFolder(entry: Entry): entry is FolderEntry {
  return entry.isDirectory;
}

function isFile(entry: Entry): entry is FileEntry {
  return entry.isFile;
}

/** Browsers hand a folder over in pieces; an empty piece is the end. */
async function entriesOf(folder: FolderEntry): Promise<readonly Entry[]> {
  const reader = folder.createReader();
  const all: Entry[] = [];
  for (;;) {
    const piece = await new Promise<readonly Entry[]>((done, failed) => reader.readEntries(done, failed));
    if (piece.length === 0 || all.length > MAX_DROPPED * 20) return all;
    all.push(...piece);
  }
}

function fileOf(entry: FileEntry): Promise<File> {
  return new Promise((done, failed) => entry.file(done, failed));
}
