import { fail, ok, type Result } from '../base/result';
import { isErasable } from './chain';
import type { JournalEntry } from './types';

/**
 * Erasure of personal data from the history (GDPR Art. 17): the payload and its salt go, the header stays, and the
 * chain still holds. Without the salt the remaining hash says nothing about what was erased. An erased entry no longer
 * has an effect on the state, so what it decided must be decided again without the personal data.
 */

/** An entry without its payload. */
export function eraseEntry(entry: JournalEntry): Result<JournalEntry> {
  if (!isErasable(entry.kind)) {
    return fail(
      'ENTRY_NOT_ERASABLE',
      `Entry ${entry.seq} (${entry.kind}) holds no personal data and carries the structure of the history, so it cannot be erased.`,
      { seq: entry.seq, kind: entry.kind },
    );
  }
  return ok({ ...entry, payload: null, salt: '' });
}

/** A copy of the journal in which the named entries are erased; refuses when one of them is not there. */
export function erasePayloads(
  entries: readonly JournalEntry[],
  seqs: readonly number[],
): Result<readonly JournalEntry[]> {
  const copy = [...entries];
  for (const seq of seqs) {
    const entry = copy[seq - 1];
    if (!entry) {
      return fail(
        'ENTRY_UNKNOWN',
        `The journal has no entry ${seq}; it ends at ${entries.length}. Nothing was erased.`,
        {
          seq,
        },
      );
    }
    const erased = eraseEntry(entry);
    if (!erased.ok) return erased;
    copy[seq - 1] = erased.value;
  }
  return ok(copy);
}
