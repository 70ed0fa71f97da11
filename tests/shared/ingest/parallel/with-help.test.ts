import { ThreadFailed } from '@shared/ingest/parallel/thread-failed';
import { type ReadThread, readHelp } from '@shared/ingest/parallel/types';
import { withHelp } from '@shared/ingest/parallel/with-help';
import { describe, expect, it } from 'vitest';

const thread: ReadThread = { post: () => undefined, listen: () => undefined, close: () => undefined };
const help = readHelp(() => thread, 100);

describe('withHelp', () => {
  it('starts a thread for large files only', async () => {
    expect(await withHelp(help, 100, async (start) => start())).toBe(thread);
    expect(await withHelp(help, 99, async (start) => start())).toBeNull();
    expect(await withHelp(null, 100, async (start) => start())).toBeNull();
  });

  it('goes on alone where no thread can be had', async () => {
    const none = readHelp(() => {
      throw new Error('no threads here');
    }, 0);
    expect(await withHelp(none, 100, async (start) => start())).toBeNull();
  });

  it('reads once more, alone, when the thread failed, and only then', async () => {
    const tried: (ReadThread | null)[] = [];
    const read = (failure: Error) =>
      withHelp(help, 100, async (start) => {
        tried.push(start());
        if (tried.at(-1)) throw failure;
        return 'read';
      });
    expect(await read(new ThreadFailed('ended'))).toBe('read');
    expect(tried).toEqual([thread, null]);
    await expect(read(new Error('something else'))).rejects.toThrow('something else');
    expect(tried).toEqual([thread, null, thread]);
  });
});
