import { AppFailure } from '../../base/result';
import { bytesOf } from '../source';
import type { ByteSource } from '../types';
import type { MergedVisitor } from '../workbook';
import { RawRow } from '../xlsx-raw-row';
import type { RawRowVisitor } from '../xlsx-sheet';
import { SharedTexts } from '../xlsx-strings';
import { ThreadFailed } from './thread-failed';
import type { ReadAnswer, ReadThread, SheetAnswer } from './types';

/** The parts of a workbook that a sheet is made of, and who wants to know of them. All may throw to stop. */
export interface SheetWanted {
  readonly fileName: string;
  /** Path of the shared strings; null where there are none. */
  readonly strings: string | null;
  /** Path of the sheet. */
  readonly sheet: string;
  /** Gets the shared strings, before all rows. */
  readonly shared: (texts: SharedTexts) => void;
  readonly visit: RawRowVisitor;
  readonly merged: MergedVisitor | null;
  /** Told the unpacked bytes of the strings and of the sheet passed so far, also where there are no rows. */
  readonly passed: (strings: number, sheet: number) => void;
}

/**
 * Reads a sheet whose bytes another thread unpacks and scans. The rows are those of `streamSheet`. As the thread asks here for
 * each further piece of the file, and what it sent before is worked off first, it is never far ahead.
 */
export function readSheetByThread(thread: ReadThread, file: ByteSource, wanted: SheetWanted): Promise<void> {
  return new Promise((resolve, reject) => {
    const { fileName, strings, sheet } = wanted;
    let open = true;
    const settle = (done: () => void): void => {
      if (open) done();
      open = false;
      thread.close();
    };
    const fail = (cause: unknown): void => settle(() => reject(cause));
    const give = async (id: number, from: number, to: number): Promise<void> => {
      const { buffer } = await bytesOf(file, from, to);
      if (open) thread.post({ ask: 'bytes', id, bytes: buffer }, [buffer]);
    };
    const reader = new AnswerReader(wanted);
    thread.listen(
      (answer) => {
        if (!open) return;
        try {
          if (answer.tell === 'read') give(answer.id, answer.from, answer.to).catch(fail);
          else if (!reader.take(answer)) settle(resolve);
        } catch (cause) {
          fail(cause);
        }
      },
      () => fail(new ThreadFailed('The thread that scans sheets ended.')),
    );
    thread.post({ ask: 'sheet', size: file.size, fileName, strings, sheet });
  });
}

/** Hands what the thread tells to who wants it. */
class AnswerReader {
  readonly #wanted: SheetWanted;
  readonly #row = new RawRow();

  constructor(wanted: SheetWanted) {
    this.#wanted = wanted;
  }

  /** Says whether more is wanted. */
  take(answer: ReadAnswer): boolean {
    switch (answer.tell) {
      case 'passed':
        this.#wanted.passed(answer.strings, answer.sheet);
        return true;
      case 'strings':
        this.#wanted.shared(SharedTexts.of(answer));
        return true;
      case 'rows':
        return this.#takeRows(answer);
      case 'merged':
        for (const cells of answer.cells) this.#wanted.merged?.(cells);
        return true;
      case 'failed':
        throw typeof answer.failure === 'string' ? new Error(answer.failure) : new AppFailure(answer.failure);
      default:
        return false;
    }
  }

  #takeRows({ block }: Extract<SheetAnswer, { tell: 'rows' }>): boolean {
    for (let row = 0; row < block.rows.length; row++) {
      this.#row.show(block, row);
      if (!this.#wanted.visit(this.#row)) return false;
    }
    return true;
  }
}
