import { constants, copyFile, type FileHandle, link, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MAX_JOURNAL_BYTES } from '@shared/host/limits';
import { megabytes, randomId, renameDurably, syncFolder, writeDurably } from './durable';
import { failure, fileError } from './errors';
import { JOURNAL_FILE } from './project-file';
import { freeName } from './project-names';
import { Serial } from './serial';

/** The part of a file handle that appending needs; a test can stand in for the disk. */
export type JournalHandle = Pick<FileHandle, 'write' | 'sync' | 'truncate' | 'stat' | 'close'>;

const LINE_FEED = 0x0a;

/** Read and write, made when missing, never cut. Not append mode: Windows cannot truncate in it. */
const OPEN_FLAGS = constants.O_RDWR | constants.O_CREAT;

/** Splits the bytes of a journal after its last whole line. */
export function splitTail(bytes: Buffer): { whole: Buffer; tail: Buffer } {
  const end = bytes.lastIndexOf(LINE_FEED) + 1;
  return { whole: bytes.subarray(0, end), tail: bytes.subarray(end) };
}

/**
 * The open journal of a project. Lines are acknowledged only after they are on the disk; a failed append is taken back,
 * and if even that fails the journal takes nothing more until it is opened again.
 */
export class JournalFile {
  readonly #path: string;
  readonly #serial = new Serial();
  #handle: JournalHandle;
  #broken = false;

  constructor(path: string, handle: JournalHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /**
   * Opens `journal.jsonl` of a project folder, making it when it is missing. A last line without its line feed was never
   * acknowledged: it is saved as `journal.torn-<n>.txt`, cut off and returned as `tornTail`.
   */
  static async open(
    folder: string,
  ): Promise<{ journal: JournalFile; text: string; bytes: number; tornTail: string | null }> {
    const path = join(folder, JOURNAL_FILE);
    const handle = await open(path, OPEN_FLAGS, 0o600);
    try {
      const { size } = await handle.stat();
      if (size === 0) await syncFolder(folder); // it may have been made just now
      if (size > MAX_JOURNAL_BYTES) throw tooLarge(size);
      const { whole, tail } = splitTail(await readFile(path));
      let tornTail: string | null = null;
      if (tail.length > 0) {
        await writeDurably(join(folder, await freeName(folder, (n) => `journal.torn-${n}.txt`)), tail);
        await handle.truncate(whole.length);
        await handle.sync();
        tornTail = tail.toString('utf8');
      }
      const text = whole.toString('utf8');
      return { journal: new JournalFile(path, handle), text, bytes: whole.length, tornTail };
    } catch (cause) {
      await handle.close();
      throw cause;
    }
  }

  /**
   * Appends whole lines when the file ends at `expectedBytes`, and answers its new length once they are on the disk.
   * Throws `JOURNAL_MOVED` when it ends elsewhere, `JOURNAL_BROKEN` after a failed append that could not be taken back.
   */
  append(expectedBytes: number, lines: readonly string[]): Promise<number> {
    return this.#serial.run(async () => {
      this.#checkUsable();
      const { size } = await this.#handle.stat();
      if (size !== expectedBytes) throw moved(expectedBytes, size);
      const data = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
      if (size + data.length > MAX_JOURNAL_BYTES) throw tooLarge(size + data.length);
      try {
        for (let done = 0; done < data.length; ) {
          const { bytesWritten } = await this.#handle.write(data, done, data.length - done, size + done);
          done += bytesWritten;
        }
        await this.#handle.sync();
      } catch (cause) {
        await this.#takeBack(size);
        throw cause;
      }
      return size + data.length;
    });
  }

  /** Puts `text` in the journal's place, atomically; the old file stays beside it as `journal.replaced-<n>.jsonl`. */
  replace(text: string): Promise<number> {
    return this.#serial.run(async () => {
      const folder = dirname(this.#path);
      const data = Buffer.from(text, 'utf8');
      if (splitTail(data).tail.length > 0) {
        throw failure(
          'BAD_JOURNAL',
          'The other copy of the journal ends in the middle of a line. Nothing was changed.',
        );
      }
      const kept = join(folder, await freeName(folder, (n) => `journal.replaced-${n}.jsonl`));
      await link(this.#path, kept).catch(() => copyFile(this.#path, kept));
      const fresh = join(folder, `.${JOURNAL_FILE}.${randomId()}.part`);
      try {
        await writeDurably(fresh, data);
        await this.#handle.close();
        this.#broken = true; // until the new one is open
        await renameDurably(fresh, this.#path);
      } finally {
        await rm(fresh, { force: true });
        this.#handle = await open(this.#path, OPEN_FLAGS, 0o600);
      }
      this.#broken = false;
      return data.length;
    });
  }

  /** Waits for appends under way and closes the file. */
  close(): Promise<void> {
    return this.#serial.run(() => this.#handle.close());
  }

  #checkUsable(): void {
    if (!this.#broken) return;
    throw failure(
      'JOURNAL_BROKEN',
      'The disk failed while the journal was written. Close the project and open it again; everything shown as saved before is saved.',
    );
  }

  /** After a failed write: back to the last acknowledged line, so that the next append meets a clean end. */
  async #takeBack(size: number): Promise<void> {
    try {
      await this.#handle.truncate(size);
      await this.#handle.sync();
    } catch (cause) {
      if (fileError(cause, '') === null) throw cause;
      this.#broken = true;
    }
  }
}

function moved(expected: number, found: number) {
  return failure(
    'JOURNAL_MOVED',
    'The journal of this project was written by another window since this one read it. Close the project and open it again, then repeat the last step.',
    { expected, found },
  );
}

function tooLarge(bytes: number) {
  return failure(
    'JOURNAL_TOO_LARGE',
    `The journal of this project is ${megabytes(bytes)} long; Winnow opens up to ${megabytes(MAX_JOURNAL_BYTES)}. Start a new project for the next part of the migration.`,
    { bytes },
  );
}
