import type { EventKind, EventPayloads, JournalEntry } from './types';

/**
 * Undo and redo as entries. `entry.undone` takes an entry out of the fold, `entry.redone` brings it back; the journal
 * keeps all three. What other people saw, signed or received cannot be undone.
 */

const LASTING: ReadonlySet<EventKind> = new Set([
  'project.created',
  'person.registered',
  'ballot.cast',
  'checkpoint.signed',
  'package.written',
  'entry.undone',
  'entry.redone',
]);

/** True for kinds an undo may take back. */
export function isUndoable(kind: EventKind): boolean {
  return !LASTING.has(kind);
}

/** The entry an undo or redo speaks of, or null for every other entry. */
export function toggledSeq(entry: JournalEntry): number | null {
  if (entry.kind !== 'entry.undone' && entry.kind !== 'entry.redone') return null;
  return (entry.payload as EventPayloads['entry.undone']).seq;
}

/** Which entries are undone at the end: by seq, the seq of the entry that undid them. Linear. */
export function undoneBy(entries: readonly JournalEntry[]): ReadonlyMap<number, number> {
  const undone = new Map<number, number>();
  for (const entry of entries) {
    const seq = toggledSeq(entry);
    if (seq === null || seq >= entry.seq) continue;
    const target = entries[seq - 1];
    if (!target || !isUndoable(target.kind)) continue;
    if (entry.kind === 'entry.undone') undone.set(seq, entry.seq);
    else undone.delete(seq);
  }
  return undone;
}

/** The entry this person's next undo takes back: their last one still in effect. */
export function undoTarget(entries: readonly JournalEntry[], actorId: string): JournalEntry | null {
  const undone = undoneBy(entries);
  return (
    entries.findLast(
      (entry) => entry.actor === actorId && isUndoable(entry.kind) && !undone.has(entry.seq),
    ) ?? null
  );
}

/**
 * The entry this person's next redo brings back: the last one they undid, unless they have done something new since,
 * which ends redo as everywhere.
 */
export function redoTarget(entries: readonly JournalEntry[], actorId: string): JournalEntry | null {
  const undone = undoneBy(entries);
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]!;
    if (entry.actor !== actorId) continue;
    if (isUndoable(entry.kind)) return null;
    const seq = toggledSeq(entry);
    if (entry.kind === 'entry.undone' && seq !== null && undone.get(seq) === entry.seq) {
      return entries[seq - 1] ?? null;
    }
  }
  return null;
}

/**
 * Everything one undo takes back, latest first: the target and what was saved in the same step. Entries of one step
 * stand side by side with the same actor and time.
 */
export function undoBatch(entries: readonly JournalEntry[], actorId: string): readonly JournalEntry[] {
  const target = undoTarget(entries, actorId);
  if (!target) return [];
  const undone = undoneBy(entries);
  return stepAround(entries, target)
    .filter((entry) => isUndoable(entry.kind) && !undone.has(entry.seq))
    .reverse();
}

/** Everything one redo brings back, in the order it was first done: what the same undo took away. */
export function redoBatch(entries: readonly JournalEntry[], actorId: string): readonly JournalEntry[] {
  const target = redoTarget(entries, actorId);
  if (!target) return [];
  const undone = undoneBy(entries);
  const undoing = entries[(undone.get(target.seq) ?? 0) - 1];
  if (!undoing) return [];
  return stepAround(entries, undoing)
    .flatMap((entry) => {
      const seq = toggledSeq(entry);
      if (seq === null || undone.get(seq) !== entry.seq) return [];
      return entries[seq - 1] ?? [];
    })
    .sort((a, b) => a.seq - b.seq);
}

function stepAround(entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] {
  const same = (other: JournalEntry | undefined) => other?.at === entry.at && other.actor === entry.actor;
  let first = entry.seq - 1;
  let end = entry.seq;
  while (same(entries[first - 1])) first--;
  while (same(entries[end])) end++;
  return entries.slice(first, end);
}
