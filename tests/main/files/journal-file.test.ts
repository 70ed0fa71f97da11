import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalFile, type JournalHandle, splitTail } from '../../../src/main/files/journal-file';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** A file handle that can be told to fail: `write` after so many bytes, `sync`, `truncate`. */
async function failingJournal(fail: { writeAfter?: number; sync?: boolean; truncate?: boolean }) {
  const path = join(await temporary(), 'journal.jsonl');
  await writeFile(path, '{"seq":1}\n');
  const file = await open(path, 'r+');
  let written = 0;
  const write = async (data: Uint8Array, from: number, length: number, at: number) => {
    if (fail.writeAfter !== undefined && written + length > fail.writeAfter) {
      const room = fail.writeAfter - written;
      if (room <= 0) throw systemError('ENOSPC');
      written += room;
      return file.write(data, from, room, at);
    }
    written += length;
    return file.write(data, from, length, at);
  };
  const handle = {
    write,
    sync: () => (fail.sync ? Promise.reject(systemError('EIO')) : file.sync()),
    truncate: (size: number) => (fail.truncate ? Promise.reject(systemError('EIO')) : file.truncate(size)),
    stat: () => file.stat(),
    close: () => file.close(),
  } as unknown as JournalHandle; // FileHandle.write has overloads that nothing here uses
  return { journal: new JournalFile(path, handle), path, fail };
}

describe('an append to the journal', () => {
  it('that meets a full disk half-way is taken back, and the next one that fits is kept', async () => {
    const { journal, path, fail } = await failingJournal({ writeAfter: 5 });
    await expect(journal.append(10, ['{"seq":2}'])).rejects.toThrow('ENOSPC');
    expect(await readFile(path, 'utf8')).toBe('{"seq":1}\n');
    delete fail.writeAfter;
    expect(await journal.append(10, ['{"seq":2}'])).toBe(20);
    expect(await readFile(path, 'utf8')).toBe('{"seq":1}\n{"seq":2}\n');
    await journal.close();
  });

  it('that the disk takes in small pieces is whole', async () => {
    const path = join(await temporary(), 'journal.jsonl');
    const file = await open(path, 'w+');
    const handle = {
      write: (data: Uint8Array, from: number, length: number, at: number) =>
        file.write(data, from, Math.min(3, length), at),
      sync: () => file.sync(),
      stat: () => file.stat(),
      close: () => file.close(),
    } as unknown as JournalHandle;
    const journal = new JournalFile(path, handle);
    expect(await journal.append(0, ['{"seq":1}', '{"seq":2}'])).toBe(20);
    expect(await readFile(path, 'utf8')).toBe('{"seq":1}\n{"seq":2}\n');
    await journal.close();
  });

  it('after a failure that could not be taken back is refused until the project is opened again', async () => {
    const { journal, fail } = await failingJournal({ sync: true, truncate: true });
    await expect(journal.append(10, ['{"seq":2}'])).rejects.toThrow('EIO');
    delete fail.sync;
    delete fail.truncate;
    await expect(journal.append(20, ['{"seq":3}'])).rejects.toThrow('open it again');
    await journal.close();
  });
});

describe('opening a journal', () => {
  it('gives back every whole line and keeps every other byte aside, whatever stands in the file', async () => {
    let n = 0;
    const root = await temporary();
    const piece = fc.oneof(fc.constant('\n'), fc.constant('{"seq":1}\n'), fc.string({ maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const folder = join(root, String(n++));
        await mkdir(folder);
        const content = Buffer.from(pieces.join(''));
        await writeFile(join(folder, 'journal.jsonl'), content);
        const { journal, bytes } = await JournalFile.open(folder);
        await journal.close();
        const { whole, tail } = splitTail(content);
        expect(bytes).toBe(whole.length);
        expect((await readFile(join(folder, 'journal.jsonl'))).equals(whole)).toBe(true);
        if (tail.length > 0) {
          expect((await readFile(join(folder, 'journal.torn-1.txt'))).equals(tail)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
