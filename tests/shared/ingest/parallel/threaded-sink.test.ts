import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { type ReadHelp, readHelp } from '@shared/ingest/parallel/types';
import { readTable } from '@shared/ingest/read';
import { describe, expect, it } from 'vitest';
import { digest } from './digest';
import { pretended } from './pretended-thread';
import { sourceThread } from './source-thread';

const idle = { report: () => undefined, signal: new AbortController().signal };

/** Quotes in quotes, signs of several bytes, short rows, a note, a repeated header and totals, over several pieces. */
function mixedFile(): Blob {
  const header = 'Id,Name,City,Note';
  const lines = [header];
  for (let row = 0; row < 30_000; row++) {
    const note =
      row % 7 === 0 ? `"said ""${row % 911}"", twice\nand more"` : 'a plain remark to fill the line';
    const name = `Müller ${row % 13_000}`;
    if (row % 5_000 === 17) lines.push(`${row},${name}`);
    else if (row % 9_000 === 4_500) lines.push(header, 'checked by hand');
    else lines.push(`${row},${name},"Åre ${row % 300} 東京",${note}`);
  }
  lines.push('Total,,,');
  return new Blob([lines.join('\r\n')]);
}

const file = mixedFile();
const optionsOf = async (): Promise<Parameters<typeof readTable>[2]> =>
  unwrap(await inspectFile(file, 'mixed.csv', idle)).tables[0]!.options;

async function read(help: ReadHelp | null): Promise<string> {
  const found = unwrap(await readTable(file, 'mixed.csv', await optionsOf(), idle, help));
  return digest(found);
}

describe('reading with another thread', () => {
  it('makes the table that one thread makes', async () => {
    const alone = unwrap(await readTable(file, 'mixed.csv', await optionsOf(), idle));
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

  it('lets the thread go when the person stops', async () => {
    const stop = new AbortController();
    const thread = pretended();
    const task = { report: () => stop.abort(), signal: stop.signal };
    const found = await readTable(file, 'mixed.csv', await optionsOf(), task, thread.help);
    expect(found.ok ? null : found.error.code).toBe('CANCELLED');
    expect(thread.closed).toBe(1);
  });
});
