import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { quietTask } from '@shared/base/progress';
import { matchRecords } from '@shared/match/match-records';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { persons } from '../bench/persons';
import { digest } from '../shared/match/parallel/digest';
import { openWindow, type Window } from './support/browser';

const RECORDS = 8_000;
const root = resolve(import.meta.dirname, '../..');

/** A worker of the sources as one script. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(root, 'src/shared'), '@resources': resolve(root, 'resources') } },
    build: { write: false, minify: false, lib: { entry: resolve(root, entry), formats: ['es'] } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((item) => ('output' in item ? item.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} could not be bundled.`);
  return chunk.code;
}

describe('matching in the browser', () => {
  let server: Server;
  let window: Window;
  beforeAll(async () => {
    const scripts = new Map([
      ['/match.js', await bundle('tests/e2e/support/match.worker.ts')],
      ['/helper.js', await bundle('src/renderer/workers/match.worker.ts')],
    ]);
    server = createServer((request, response) => {
      const script = scripts.get(request.url ?? '');
      response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
      response.end(script ?? '<!doctype html><link rel="icon" href="data:,"><title>Match</title>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    window = await openWindow(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    await window.close();
    server.close();
  });

  test('gives the bytes that Node gives, with none, 1, 2 and 8 helpers', async () => {
    const expected = digest(
      await matchRecords(persons(RECORDS, 'threads'), DEFAULT_MATCH_SETTINGS, quietTask),
    );
    for (const helpers of [0, 1, 2, 8]) {
      const found = await window.page.evaluate(
        (task) =>
          new Promise<string>((answered, failed) => {
            const worker = new Worker('/match.js', { type: 'module' });
            worker.onmessage = ({ data }: MessageEvent<string>) => answered(data);
            worker.onerror = (event) => failed(new Error(event.message));
            worker.postMessage(task);
          }),
        { records: RECORDS, helpers, helper: '/helper.js' },
      );
      expect(found, `${helpers} helpers`).toBe(expected);
    }
    expect(window.errors).toEqual([]);
  });
});
