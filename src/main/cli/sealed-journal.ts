import { fail, ok, type Result } from '@shared/base/result';
import { checkpointSchema } from '@shared/journal/schemas';
import type { Checkpoint, JournalEntry } from '@shared/journal/types';
import { coversJournal } from '@shared/package/checkpoint-cover';

/** The part of a journal a package is made from, and the signed checkpoint that covers it. */
export interface SealedJournal {
  readonly entries: readonly JournalEntry[];
  readonly checkpoint: Checkpoint;
}

/**
 * The longest beginning of a journal that a signed checkpoint covers, provided that nothing was decided after it: only
 * notes that a package was written may follow. Checkpoints come from the journal itself and from `project.json`.
 */
export function sealedJournal(
  entries: readonly JournalEntry[],
  beside: Checkpoint | null,
): Result<SealedJournal> {
  const signed = entries.flatMap((entry) => {
    const payload = entry.kind === 'checkpoint.signed' ? checkpointSchema.safeParse(entry.payload) : null;
    return payload?.success ? [payload.data] : [];
  });
  const checkpoints = [...signed, ...(beside === null ? [] : [beside])];
  for (let length = entries.length; length > 0; length--) {
    const part = length === entries.length ? entries : entries.slice(0, length);
    const checkpoint = checkpoints.find(
      (candidate) => candidate.count > length - 2 && coversJournal(part, candidate),
    );
    if (checkpoint !== undefined) return ok({ entries: part, checkpoint });
    const last = entries[length - 1]!;
    if (last.kind !== 'package.written' && last.kind !== 'checkpoint.signed') break;
  }
  return fail(
    'NO_CHECKPOINT',
    'The journal does not end in a signed checkpoint, so a package made from it could not be verified. Open the project in Winnow, sign a checkpoint on the Export screen, and run this again.',
    { entries: entries.length, checkpoints: checkpoints.length },
  );
}
