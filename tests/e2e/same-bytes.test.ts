import type { Server } from 'node:http';
import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import { matchRecords } from '@shared/match/match-records';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { persons } from '../bench/persons';
import { digest as tableDigest } from '../shared/ingest/parallel/digest';
import { mixedText } from '../shared/ingest/parallel/mixed-text';
import { mixedWorkbook } from '../shared/ingest/parallel/mixed-workbook';
import { digest } from '../shared/match/parallel/digest';
import { openWindow, type Window } from './support/browser';
import { bundle, serve } from './support/scripts';

const RECORDS = 8_000;

let server: Server;
let window: Window;
let files: ReadonlyMap<string, Blob>;
beforeAll(async () => {
  files = new Map([
    ['mixed.csv', mixedText()],
    ['mixed.xlsx', await mixedWorkbook(12_000)],
  ]);
  const served = new Map<string, string | Uint8Array>([
    ['/match.js', await bundle('tests/e2e/support/match.worker.ts')],
    ['/match-helper.js', await bundle('src/renderer/workers/match.worker.ts')],
    ['/read.js', await bundle('tests/e2e/support/read.worker.ts')],
    ['/read-helper.js', await bundle('src/renderer/workers/read.worker.ts')],
  ]);
  for (const [name, file] of files) served.set(`/${name}`, new Uint8Array(await file.arrayBuffer()));
  const { server: started, url } = await serve(served);
  server = started;
  window = await openWindow(url);
});
afterAll(async () => {
  await window.close();
  server.close();
});

/** What a worker of the browser answers to its only message. */
function answerOf(script: string, message: unknown): Promise<unknown> {
  return window.page.evaluate(
    ([url, task]) =>
      new Promise<unknown>((answered, failed) => {
        const worker = new Worker(url, { type: 'module' });
        worker.onmessage = ({ data }: MessageEvent<unknown>) => answered(data);
        worker.onerror = (event) => failed(new Error(event.message));
        worker.postMessage(task);
      }),
    [script, message] as const,
  );
}

describe('matching in the browser', () => {
  test('gives the bytes that Node gives, with none, 1, 2 and 8 helpers', async () => {
    const expected = digest(
      await matchRecords(persons(RECORDS, 'threads'), DEFAULT_MATCH_SETTINGS, quietTask),
    );
    for (const helpers of [0, 1, 2, 8]) {
      const task = { records: RECORDS, helpers, helper: '/match-helper.js' };
      expect(await answerOf('/match.js', task), `${helpers} helpers`).toBe(expected);
    }
    expect(window.errors).toEqual([]);
  });
});

describe('reading in the browser', () => {
  for (const name of ['mixed.csv', 'mixed.xlsx']) {
    test(`gives the table that Node gives of ${name}, with and without a second thread`, async () => {
      const file = files.get(name)!;
      const { options } = unwrap(await inspectFile(file, name, quietTask)).tables[0]!;
      const table = tableDigest(unwrap(await readTable(file, name, options, quietTask)));
      expect(await answerOf('/read.js', { name, helper: null })).toEqual({ table, helped: 'alone' });
      const helper = '/read-helper.js';
      expect(await answerOf('/read.js', { name, helper })).toEqual({ table, helped: 'helped' });
      expect(window.errors).toEqual([]);
    });
  }
});
