import type { AppError } from '../base/result';

/**
 * What checking a journal found. Seven answers that must not be mixed up: each asks something else of the person, and
 * "no evidence against it" is never reported where the check could not be made.
 */
export type JournalVerdict =
  /** Every entry is as it was written. `erased` lists entries whose payload was removed on request. */
  | {
      readonly kind: 'valid';
      readonly count: number;
      readonly head: string;
      readonly erased: readonly number[];
    }
  /** Good up to `count`; behind it stands the beginning of a line that was never finished (crash, power cut). */
  | { readonly kind: 'torn'; readonly count: number; readonly tail: string }
  /** Entry `seq` is not what its hash says, or does not follow the one before. */
  | { readonly kind: 'altered'; readonly seq: number; readonly what: string }
  /** Entries are gone: cut off at the end (a checkpoint knows of more) or taken out of the middle. */
  | { readonly kind: 'missing'; readonly count: number; readonly expected: number }
  /** The chain is sound in itself and is not the one that was signed: re-stamped at or before entry `seq`. */
  | { readonly kind: 'rewritten'; readonly seq: number }
  /** Made by a newer Winnow, or signed with something unknown: no verdict is possible. */
  | { readonly kind: 'unverifiable'; readonly seq: number; readonly why: string }
  /** Rightly chained, and with a content that no Winnow writes. */
  | { readonly kind: 'refused'; readonly seq: number; readonly why: string };

/** The verdict as an error with what to do; null for a valid journal and for a torn tail, which is repaired. */
export function verdictError(verdict: JournalVerdict): AppError | null {
  switch (verdict.kind) {
    case 'valid':
    case 'torn':
      return null;
    case 'altered':
      return {
        code: 'JOURNAL_ALTERED',
        message: `The journal was changed outside Winnow: entry ${verdict.seq} ${verdict.what}. Restore the project folder from a backup, or open the copy kept on this computer.`,
        details: { seq: verdict.seq, what: verdict.what },
      };
    case 'missing':
      return {
        code: 'JOURNAL_ENTRIES_MISSING',
        message: `The journal should hold ${verdict.expected} entries and ends after ${verdict.count}: some were removed or lost. Restore the project folder from a backup, or open the copy kept on this computer.`,
        details: { count: verdict.count, expected: verdict.expected },
      };
    case 'rewritten':
      return {
        code: 'JOURNAL_REWRITTEN',
        message: `The journal is not the one that was signed: it was written anew at or before entry ${verdict.seq}. Restore the project folder from a backup and ask who had access to it.`,
        details: { seq: verdict.seq },
      };
    case 'unverifiable':
      return {
        code: 'JOURNAL_CANNOT_VERIFY',
        message: `Winnow cannot verify the journal at entry ${verdict.seq}: ${verdict.why}. Open the project with the newest version of Winnow.`,
        details: { seq: verdict.seq, why: verdict.why },
      };
    case 'refused':
      return {
        code: 'JOURNAL_REFUSED',
        message: `Entry ${verdict.seq} of the journal holds something Winnow never writes (${verdict.why}), so the project was not opened. Ask whoever sent it for an unchanged copy.`,
        details: { seq: verdict.seq, why: verdict.why },
      };
  }
}
