import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { ThreadFailed } from '@shared/ingest/parallel/thread-failed';
import { ThreadedSink } from '@shared/ingest/parallel/threaded-sink';
import { type ReadHelp, readHelp } from '@shared/ingest/parallel/types';
import { readTable } from '@shared/ingest/read';
import { describe, expect, it } from 'vitest';
import { digest } from './digest';
import { mixedText } from './mixed-text';
import { pretended } from './pretended-thread';
import { sourceThread } from './source-thread';

const file = mixedText();
const optionsOf = async (): Promise<Parameters<typeof readTable>[2]> =>
  unwrap(await inspectFile(file, 'mixed.csv', quietTask)).tables[0]!.options;

async function read(help: ReadHelp | null): Promise<string> {
  const found = unwrap(await readTable(file, 'mixed.csv', await optionsOf(), quietTask, help));
  return digest(found);
}

describe('reading with another thread', () => {
  it('makes the table that one thread makes', async () => {
    const alone = unwrap(await readTable(file, 'mixed.csv', await optionsOf(), quietTask));
    expect(alone.table.rowCount).toBe(29_997);
    expect(alone.rejected.map(({ kind }) => kind)).toEqual([
      ...Array(3).fill(['header', 'note']).flat(),
      'total',
    ]);
    const thread = pretended();
    expect(await read(thread.help)).toBe(digest(alone));
    expect(thread.closed).toBe(1);
    expect(await read(await sourceThread(0))).toBe(digest(alone));
  });

  it('reads alone when the thread cannot be started or fails on the way', async () => {
    const alone = await read(null);
    for (const requests of [0, 1, 20]) {
      const thread = pretended(requests);
      expect(await read(thread.help)).toBe(alone);
      expect(thread.closed).toBe(1);
    }
    const none = readHelp(() => {
      throw new Error('no threads here');
    }, 0);
    expect(await read(none)).toBe(alone);
  });

  it('takes no more cells for a thread that has failed', async () => {
    const sink = new ThreadedSink(pretended(0).help.start(), 1);
    await Promise.resolve();
    const [place, bytes] = [new Int32Array(1), new Uint8Array(1)];
    const block = { rows: 1, stride: 1, from: place, to: place, bytes, rewritten: bytes };
    expect(() => sink.take(block)).toThrow(ThreadFailed);
  });

  it('lets the thread go when the person stops', async () => {
    const stop = new AbortController();
    const thread = pretended();
    const task = { report: () => stop.abort(), signal: stop.signal };
    const found = await readTable(file, 'mixed.csv', await optionsOf(), task, thread.help);
    expect(found.ok ? null : found.error.code).toBe('CANCELLED');
    expect(thread.closed).toBe(1);
  });
});
