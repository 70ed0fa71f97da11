import 'fake-indexeddb/auto';
import { sha256Hex } from '@shared/base/canonical';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase, type WinnowDatabase } from '../../../src/renderer/store/database';
import { dexieStageCache } from '../../../src/renderer/store/stage-cache';

const watcher = { onSuperseded: () => undefined, onBlocked: () => undefined };
let database: WinnowDatabase;
let clock = 0;
let names = 0;

/** A cache whose `put` waits until it is written. */
function cacheOf(project: string, maxBytes = 1 << 30) {
  const cache = dexieStageCache(database, project, {
    maxBytes,
    now: () => ++clock,
    pause: async () => undefined,
  });
  return {
    get: cache.get,
    put: async (key: string, value: unknown) => {
      await cache.put(key, value);
      await cache.settled();
    },
  };
}

function open(): void {
  database = openDatabase('relaxed', watcher, `stage-cache-${++names}`);
}

afterEach(async () => {
  await database.delete();
});

/** About 2.4 MB of codes: three chunks. */
const column = () => ({
  name: 'City',
  codes: Uint32Array.from({ length: 600_000 }, (_, row) => row % 3),
  values: ['', 'Ulm', 'Bonn'],
});

describe('dexieStageCache', () => {
  it('gives back what was put, and nothing for other keys or projects', async () => {
    open();
    await cacheOf('a').put('ingest:1', { rowCount: 600_000, columns: [column()] });
    const back = await cacheOf('a').get('ingest:1');
    expect(back).toMatchObject({
      rowCount: 600_000,
      columns: [{ name: 'City', values: ['', 'Ulm', 'Bonn'] }],
    });
    expect(Reflect.get(Object(back), 'columns')[0].codes.join()).toBe(column().codes.join());
    expect(await cacheOf('a').get('ingest:2')).toBeUndefined();
    expect(await cacheOf('b').get('ingest:1')).toBeUndefined();
  });

  it('keeps no record above one MiB', async () => {
    open();
    await cacheOf('a').put('k', column());
    const sizes = (await database.chunks.toArray()).map((row) => row.bytes.byteLength);
    expect(sizes).toEqual([1 << 20, 1 << 20, 2_400_000 - 2 * (1 << 20)]);
  });

  it('reads an array whose length is a whole number of chunks', async () => {
    open();
    const exact = new Uint8Array(2 << 20).fill(9);
    await cacheOf('a').put('k', exact);
    const back = await cacheOf('a').get('k');
    expect(back instanceof Uint8Array && sha256Hex(back)).toBe(sha256Hex(exact));
  });

  it('takes a result with a lost chunk for absent', async () => {
    open();
    await cacheOf('a').put('k', column());
    await database.chunks.delete(['a', 'k/0', 1]);
    expect(await cacheOf('a').get('k')).toBeUndefined();
    expect(await database.stages.count()).toBe(0);
  });

  it('drops what was not used longest when the room is used up', async () => {
    open();
    const cache = cacheOf('a', 5_000_000);
    await cache.put('old', column());
    await cache.put('used', column());
    await cache.get('old');
    await cache.put('new', column());
    expect(await cache.get('used')).toBeUndefined();
    expect(await cache.get('old')).toBeDefined();
    expect(await cache.get('new')).toBeDefined();
  });

  it('does not keep what is larger than all the room', async () => {
    open();
    const cache = cacheOf('a', 1_000_000);
    await cache.put('k', column());
    expect(await database.chunks.count()).toBe(0);
  });

  it('answers before it has written', async () => {
    open();
    let go: () => void = () => undefined;
    const pause = () => new Promise<void>((resolve) => (go = resolve));
    const cache = dexieStageCache(database, 'a', { maxBytes: 1 << 30, now: () => ++clock, pause });
    await cache.put('k', column());
    expect(await database.stages.count()).toBe(0);
    go();
    await cache.settled();
    expect(await database.stages.count()).toBe(1);
  });

  it('reads a closed store as empty instead of failing', async () => {
    open();
    const cache = cacheOf('a');
    await cache.put('k', column());
    database.close();
    expect(await cache.get('k')).toBeUndefined();
    await expect(cache.put('k2', 1)).resolves.toBeUndefined();
  });
});
