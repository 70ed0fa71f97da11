import Dexie from 'dexie';
import type { WinnowDatabase } from './database';

/**
 * The browser's own copy of project journals, over a connection with strict durability. One record per append, so
 * that a long journal is never rewritten.
 */
export class DexieJournalCopy {
  constructor(private readonly database: WinnowDatabase) {}

  /** The whole text, or null when this browser never saw the project. */
  async read(projectId: string): Promise<string | null> {
    const rows = await this.rowsOf(projectId).toArray();
    return rows.length === 0 ? null : rows.map((row) => row.text).join('');
  }

  /** Replaces the copy, in one transaction. */
  async write(projectId: string, text: string): Promise<void> {
    await this.database.transaction('rw', this.database.journals, async () => {
      await this.rowsOf(projectId).delete();
      await this.database.journals.put({ project: projectId, part: 0, text });
    });
  }

  /** Adds lines (without line ends) at the end. */
  async append(projectId: string, lines: readonly string[]): Promise<void> {
    await this.database.transaction('rw', this.database.journals, async () => {
      const last = await this.rowsOf(projectId).last();
      const text = lines.map((line) => `${line}\n`).join('');
      await this.database.journals.put({ project: projectId, part: last ? last.part + 1 : 0, text });
    });
  }

  private rowsOf(projectId: string) {
    return this.database.journals
      .where('[project+part]')
      .between([projectId, Dexie.minKey], [projectId, Dexie.maxKey]);
  }
}
