import type { StageCache } from '@shared/pipeline/types';
import Dexie from 'dexie';
import type { ChunkRow, WinnowDatabase } from './database';
import { packPart, putTogether, takeApart } from './spill';

/** Bytes per chunk record: the size both storage backends of Chromium are good at. */
const CHUNK_BYTES = 1 << 20;
/** Bytes written per transaction; millions in one have crashed browsers. */
const BATCH_BYTES = 16 << 20;
/** Arrays of one part: text has two. */
const ARRAYS_PER_PART = 2;

export interface StageCacheOptions {
  /** Results not used longest are dropped beyond this many bytes per project. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets others have the thread between two pieces of writing. */
  readonly pause: () => Promise<void>;
}

/** A stage cache that writes beside the work. */
export interface BackgroundStageCache extends StageCache {
  /** Resolves when everything put so far is written, or given up. */
  settled(): Promise<void>;
}

/**
 * Stage results of one project in IndexedDB, long arrays as chunks. A cache: `put` answers at once and writes in the
 * background, any failure of the store reads as "not there", and a result that cannot be kept is simply computed again
 * next time.
 */
export function dexieStageCache(
  database: WinnowDatabase,
  project: string,
  options: StageCacheOptions,
): BackgroundStageCache {
  let line: Promise<void> = Promise.resolve();
  const chunkName = (key: string, array: number): string => `${key}/${array}`;

  async function readArray(key: string, array: number): Promise<Uint8Array> {
    const name = chunkName(key, array);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for (let part = 0; ; part++) {
      const row = await database.chunks.get([project, name, part]);
      if (!row) break;
      pieces.push(row.bytes);
      size += row.bytes.byteLength;
      if (row.bytes.byteLength < CHUNK_BYTES) break;
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const bytes of pieces) {
      whole.set(bytes, at);
      at += bytes.byteLength;
    }
    return whole;
  }

  async function remove(key: string, parts: number): Promise<void> {
    await database.stages.delete([project, key]);
    for (let array = 0; array < parts * ARRAYS_PER_PART; array++) {
      const name = chunkName(key, array);
      await database.chunks
        .where('[project+column+part]')
        .between([project, name, Dexie.minKey], [project, name, Dexie.maxKey])
        .delete();
    }
  }

  async function makeRoom(bytes: number): Promise<void> {
    const byAge = await database.stages
      .where('[project+usedAt]')
      .between([project, Dexie.minKey], [project, Dexie.maxKey])
      .toArray();
    let used = byAge.reduce((sum, row) => sum + row.bytes, bytes);
    for (const row of byAge) {
      if (used <= options.maxBytes) return;
      await remove(row.key, row.columns);
      used -= row.bytes;
    }
  }

  async function read(key: string): Promise<unknown> {
    const row = await database.stages.get([project, key]);
    if (!row) return undefined;
    const parts: Uint8Array[][] = [];
    let found = 0;
    for (let part = 0; part < row.columns; part++) {
      const arrays: Uint8Array[] = [];
      for (let i = 0; i < ARRAYS_PER_PART; i++) arrays.push(await readArray(key, part * ARRAYS_PER_PART + i));
      found += arrays.reduce((sum, bytes) => sum + bytes.byteLength, 0);
      parts.push(arrays);
    }
    if (found !== row.bytes) {
      // Part of it was lost (a killed browser between two transactions): as good as absent.
      await remove(key, row.columns);
      return undefined;
    }
    await database.stages.update([project, key], { usedAt: options.now() });
    return putTogether(row.skeleton, parts);
  }

  async function write(key: string, value: unknown): Promise<void> {
    const { skeleton, parts } = takeApart(value);
    let bytes = 0;
    for (const [part, content] of parts.entries()) {
      await options.pause();
      const arrays = packPart(content);
      bytes += arrays.reduce((sum, array) => sum + array.byteLength, 0);
      if (bytes > options.maxBytes) {
        await remove(key, part);
        return;
      }
      for (const [i, array] of arrays.entries()) {
        const column = chunkName(key, part * ARRAYS_PER_PART + i);
        for (const batch of batches(array, { project, column })) await database.chunks.bulkPut(batch);
      }
    }
    await makeRoom(bytes);
    // Last, so that a row in `stages` means its chunks are there.
    await database.stages.put({
      project,
      key,
      skeleton,
      columns: parts.length,
      bytes,
      usedAt: options.now(),
    });
  }

  return {
    get: (key) => read(key).catch(() => undefined),
    async put(key, value) {
      // A full disk or a closed store: the result is computed again when needed.
      line = line.then(() => write(key, value)).catch(() => undefined);
    },
    settled: () => line,
  };
}

/** Chunk records in groups of about `BATCH_BYTES`. Each slice is copied: a view would store its whole buffer. */
function* batches(array: Uint8Array, place: { project: string; column: string }): Generator<ChunkRow[]> {
  for (let start = 0; start < array.byteLength; start += BATCH_BYTES) {
    const batch: ChunkRow[] = [];
    const end = Math.min(array.byteLength, start + BATCH_BYTES);
    for (let at = start; at < end; at += CHUNK_BYTES) {
      const bytes = array.slice(at, Math.min(end, at + CHUNK_BYTES));
      batch.push({ ...place, part: at / CHUNK_BYTES, bytes });
    }
    yield batch;
  }
}
