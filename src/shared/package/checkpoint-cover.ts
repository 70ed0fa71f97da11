import { GENESIS } from '../journal/chain';
import type { Checkpoint, JournalEntry } from '../journal/types';

/**
 * True when a checkpoint stands at the end of the journal: its head is the last entry, or the last but one where the
 * last is the entry that records a checkpoint. Signatures are not looked at.
 */
export function coversJournal(entries: readonly JournalEntry[], checkpoint: Checkpoint): boolean {
  const head = checkpoint.count === 0 ? GENESIS : entries[checkpoint.count - 1]?.hash;
  const behind = entries.slice(checkpoint.count);
  return (
    head === checkpoint.head &&
    (behind.length === 0 || (behind.length === 1 && behind[0]!.kind === 'checkpoint.signed'))
  );
}
