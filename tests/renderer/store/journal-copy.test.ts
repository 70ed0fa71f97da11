import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type WinnowDatabase } from '../../../src/renderer/store/database';
import { DexieJournalCopy } from '../../../src/renderer/store/journal-copy';

let database: WinnowDatabase;
let copy: DexieJournalCopy;
let names = 0;

beforeEach(() => {
  const watcher = { onSuperseded: () => undefined, onBlocked: () => undefined };
  database = openDatabase('strict', watcher, `journal-copy-${++names}`);
  copy = new DexieJournalCopy(database);
});
afterEach(() => database.delete());

describe('DexieJournalCopy', () => {
  it('knows nothing of a project it never saw', async () => {
    expect(await copy.read('p-1')).toBeNull();
  });

  it('adds lines at the end, each with its line end', async () => {
    await copy.write('p-1', '{"seq":1}\n');
    await copy.append('p-1', ['{"seq":2}', '{"seq":3}']);
    await copy.append('p-1', ['{"seq":4}']);
    expect(await copy.read('p-1')).toBe('{"seq":1}\n{"seq":2}\n{"seq":3}\n{"seq":4}\n');
  });

  it('keeps more than ten appends in order', async () => {
    for (let seq = 1; seq <= 12; seq++) await copy.append('p-1', [`{"seq":${seq}}`]);
    expect(await copy.read('p-1')).toBe(Array.from({ length: 12 }, (_, i) => `{"seq":${i + 1}}\n`).join(''));
  });

  it('replaces the whole text of one project only', async () => {
    await copy.append('p-1', ['a']);
    await copy.append('p-2', ['b']);
    await copy.write('p-1', 'new\n');
    expect(await copy.read('p-1')).toBe('new\n');
    expect(await copy.read('p-2')).toBe('b\n');
  });
});
