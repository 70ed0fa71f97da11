import type { AppError } from '../base/result';
import { isErased } from './chain';
import { journalText, parseJournal } from './codec';
import type { JournalEntry } from './types';
import { type JournalVerdict, verdictError } from './verdict';

/**
 * A journal stands in two places: in the project folder, the durable truth, and as a copy on this computer. When a
 * project is opened the shorter must be the beginning of the longer, and the longer wins. Anything else stops: choosing
 * would silently drop somebody's decisions.
 */
export type Reconciliation =
  | {
      /** Which copy wins: both the same, the folder's, or the one on this computer. */
      readonly kind: 'equal' | 'folder' | 'local';
      readonly entries: readonly JournalEntry[];
      /** The winning journal, byte for byte as both places should hold it. */
      readonly text: string;
      /** False when that place does not hold `text` yet. */
      readonly folderCurrent: boolean;
      readonly localCurrent: boolean;
    }
  | {
      readonly kind: 'diverged';
      /** For the recovery screen: what happened and what can be done. */
      readonly error: AppError;
      readonly folder: CopyFacts;
      readonly local: CopyFacts | null;
      /** Entries both copies share from the start. */
      readonly common: number;
    };

/** What the recovery screen says about one copy. */
export interface CopyFacts {
  /** Good entries, from the start. */
  readonly entries: number;
  /** Time of the last good entry. */
  readonly lastAt: string | null;
  readonly verdict: JournalVerdict;
}

interface Copy {
  readonly text: string;
  readonly entries: readonly JournalEntry[];
  readonly verdict: JournalVerdict;
}

/** Compares the folder's journal with the local copy (null = there is none). Linear in their length. */
export function reconcileCopies(folderText: string, localText: string | null): Reconciliation {
  const folder = read(folderText);
  if (localText === null) return isGood(folder) ? win('folder', folder, null) : stop(folder, null);
  const local = localText === folderText ? folder : read(localText);
  const common = commonPrefix(folder.entries, local.entries);
  const folderContained = common === folder.entries.length;
  const localContained = common === local.entries.length;
  if (!isGood(folder)) return stop(folder, local);
  // A damaged local copy is only a copy: what is good of it stands in the folder, so nothing is lost.
  if (!isGood(local)) return localContained ? win('folder', folder, local) : stop(folder, local);
  if (folderContained && localContained) return win('equal', folder, local);
  if (localContained) return win('folder', folder, local);
  if (folderContained) return win('local', folder, local);
  return stop(folder, local);
}

function read(text: string): Copy {
  return { text, ...parseJournal(text) };
}

/** Good to its end, or up to a line that was never finished and so never acknowledged. */
function isGood(copy: Copy): boolean {
  return copy.verdict.kind === 'valid' || copy.verdict.kind === 'torn';
}

function commonPrefix(a: readonly JournalEntry[], b: readonly JournalEntry[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count]!.hash === b[count]!.hash) count++;
  return count;
}

function win(kind: 'equal' | 'folder' | 'local', folder: Copy, local: Copy | null): Reconciliation {
  const winner = kind === 'local' && local ? local : folder;
  const other = kind === 'local' ? folder : local;
  const entries = withErasures(winner.entries, other?.entries ?? []);
  const text = journalText(entries);
  return {
    kind,
    entries,
    text,
    folderCurrent: folder.text === text,
    localCurrent: local?.text === text,
  };
}

/** What was erased in one copy stays erased, whichever wins. */
function withErasures(
  entries: readonly JournalEntry[],
  other: readonly JournalEntry[],
): readonly JournalEntry[] {
  if (!other.some((entry, i) => isErased(entry) && entries[i] && !isErased(entries[i]))) return entries;
  return entries.map((entry, i) => {
    const twin = other[i];
    return twin && isErased(twin) ? twin : entry;
  });
}

function stop(folder: Copy, local: Copy | null): Reconciliation {
  const common = local ? commonPrefix(folder.entries, local.entries) : folder.entries.length;
  return {
    kind: 'diverged',
    error: verdictError(folder.verdict) ?? divergedError(folder, local, common),
    folder: factsOf(folder),
    local: local && factsOf(local),
    common,
  };
}

function divergedError(folder: Copy, local: Copy | null, common: number): AppError {
  const inFolder = folder.entries.length - common;
  const here = (local?.entries.length ?? 0) - common;
  return {
    code: 'JOURNAL_DIVERGED',
    message: `The project folder and the copy on this computer agree on the first ${common} entries and then differ: ${inFolder} further in the folder, ${here} further here. Probably the project was worked on in two places. Choose which one to continue; the other is kept beside it.`,
    details: { common, folder: folder.entries.length, local: local?.entries.length ?? 0 },
  };
}

function factsOf(copy: Copy): CopyFacts {
  return {
    entries: copy.entries.length,
    lastAt: copy.entries.at(-1)?.at ?? null,
    verdict: copy.verdict,
  };
}
