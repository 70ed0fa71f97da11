import { journalText } from '../journal/codec';
import type { JournalEntry } from '../journal/types';

/** A copy of journals outside the project folder, by project id; may be lost at any time. */
export interface JournalCopy {
  read(projectId: string): Promise<string | null>;
  write(projectId: string, text: string): Promise<void>;
  /** Lines without line feeds. */
  append(projectId: string, lines: readonly string[]): Promise<void>;
}

/**
 * The copy of one project's journal. The folder is the truth and has been written before the copy is, so a copy that
 * cannot be read or kept (a full, blocked or lost IndexedDB) never fails anything; after a failure it is written anew
 * as a whole, so that it never has a gap.
 */
export class LocalCopy {
  #whole = true;

  constructor(
    private readonly store: JournalCopy,
    private readonly projectId: string,
  ) {}

  /** The text of the copy; null when there is none or it cannot be read. */
  async read(): Promise<string | null> {
    try {
      return await this.store.read(this.projectId);
    } catch {
      return null;
    }
  }

  async replace(text: string): Promise<void> {
    this.#whole = await succeeds(this.store.write(this.projectId, text));
  }

  /** Adds lines; `entries` gives the whole journal with them, for a copy that missed something before. */
  async append(lines: readonly string[], entries: () => readonly JournalEntry[]): Promise<void> {
    if (this.#whole) this.#whole = await succeeds(this.store.append(this.projectId, lines));
    else await this.replace(journalText(entries()));
  }
}

async function succeeds(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}
