import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { readHelp } from '@shared/ingest/parallel/types';
import { readTable } from '@shared/ingest/read';
import type { ByteSource } from '@shared/ingest/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest } from './digest';
import { mixedWorkbook } from './mixed-workbook';
import { pretended } from './pretended-thread';
import { sourceThread } from './source-thread';

let file: ByteSource;
let options: Parameters<typeof readTable>[2];
let alone: string;

beforeAll(async () => {
  file = await mixedWorkbook(12_000);
  options = unwrap(await inspectFile(file, 'mixed.xlsx', quietTask)).tables[0]!.options;
  alone = digest(unwrap(await readTable(file, 'mixed.xlsx', options, quietTask)));
});

describe('reading a sheet that another thread unpacks', () => {
  it('makes the table that one thread makes', async () => {
    const table = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask)).table;
    expect(table.rowCount).toBe(12_000);
    expect(table.columns.map(({ name }) => name)).toEqual(['Id', 'Name', 'Since', 'Amount', 'Note']);
    const thread = pretended();
    const found = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, thread.help));
    expect(digest(found)).toBe(alone);
    expect(thread.closed).toBe(1);
    const real = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, await sourceThread(0)));
    expect(digest(real)).toBe(alone);
  });

  it('reads alone when the thread cannot be started or fails on the way', async () => {
    for (const requests of [0, 1, 3]) {
      const thread = pretended(requests);
      const found = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, thread.help));
      expect(digest(found)).toBe(alone);
      expect(thread.closed).toBe(1);
    }
    const none = readHelp(() => {
      throw new Error('no threads here');
    }, 0);
    expect(digest(unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, none)))).toBe(alone);
  });

  it('lets the thread go when the person stops', async () => {
    const stop = new AbortController();
    const thread = pretended();
    let reports = 0;
    const task = { report: () => void (++reports === 3 && stop.abort()), signal: stop.signal };
    const found = await readTable(file, 'mixed.xlsx', options, task, thread.help);
    expect(found.ok ? null : found.error.code).toBe('CANCELLED');
    expect(thread.closed).toBe(1);
  });

  it('says what is wrong with a damaged file as one thread does', async () => {
    const bytes = new Uint8Array(await file.slice(0, file.size).arrayBuffer());
    // In the packed bytes of the sheet, the largest part.
    const middle = bytes.length >> 1;
    bytes.fill(0xff, middle, middle + 400);
    const damaged = new Blob([bytes]);
    const here = await readTable(damaged, 'mixed.xlsx', options, quietTask);
    const there = await readTable(damaged, 'mixed.xlsx', options, quietTask, pretended().help);
    expect(here.ok ? null : here.error.code).toBe('CORRUPT_WORKBOOK');
    expect(there).toEqual(here);
  });
});
