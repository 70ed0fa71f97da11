import type { StageCache } from '@shared/pipeline/types';
import Dexie from 'dexie';
import type { ChunkRow, WinnowDatabase } from './database';
import { gather, spill } from './spill';

/** Bytes per chunk record: the size both storage backends of Chromium are good at. */
const CHUNK_BYTES = 1 << 20;
/** Bytes written per transaction; millions in one have crashed browsers. */
const BATCH_BYTES = 16 << 20;

export interface StageCacheOptions {
  /** Results not used longest are dropped beyond this many bytes per project. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Stage results of one project in IndexedDB, long arrays as chunks. A cache: any failure of the store reads as
 * "not there", and a result that cannot be kept is simply computed again next time.
 */
export function dexieStageCache(
  database: WinnowDatabase,
  project: string,
  options: StageCacheOptions,
): StageCache {
  const chunkName = (key: string, column: number): string => `${key}/${column}`;

  async function readArray(key: string, column: number): Promise<Uint8Array> {
    const name = chunkName(key, column);
    const parts: Uint8Array[] = [];
    let size = 0;
    for (let part = 0; ; part++) {
      const row = await database.chunks.get([project, name, part]);
      if (!row) break;
      parts.push(row.bytes);
      size += row.bytes.byteLength;
      if (row.bytes.byteLength < CHUNK_BYTES) break;
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const bytes of parts) {
      whole.set(bytes, at);
      at += bytes.byteLength;
    }
    return whole;
  }

  async function remove(key: string, columns: number): Promise<void> {
    await database.stages.delete([project, key]);
    for (let column = 0; column < columns; column++) {
      const name = chunkName(key, column);
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

  return {
    async get(key) {
      try {
        const row = await database.stages.get([project, key]);
        if (!row) return undefined;
        const arrays: Uint8Array[] = [];
        for (let column = 0; column < row.columns; column++) arrays.push(await readArray(key, column));
        const found = arrays.reduce((sum, bytes) => sum + bytes.byteLength, 0);
        if (found !== row.bytes) {
          // Part of it was lost (a killed browser between two transactions): as good as absent.
          await remove(key, row.columns);
          return undefined;
        }
        await database.stages.update([project, key], { usedAt: options.now() });
        return gather({ skeleton: row.skeleton, arrays });
      } catch {
        return undefined;
      }
    },

    async put(key, value) {
      try {
        const { skeleton, arrays } = spill(value);
        const bytes = arrays.reduce((sum, array) => sum + array.byteLength, 0);
        if (bytes > options.maxBytes) return;
        await makeRoom(bytes);
        for (const batch of batches(arrays, (column) => ({ project, column: chunkName(key, column) })))
          await database.chunks.bulkPut(batch);
        // Last, so that a row in `stages` means its chunks are there.
        await database.stages.put({
          project,
          key,
          skeleton,
          columns: arrays.length,
          bytes,
          usedAt: options.now(),
        });
      } catch {
        // A full disk or a closed store: the result is computed again when needed.
      }
    },
  };
}

/** Chunk records in groups of about `BATCH_BYTES`. Each slice is copied: a view would store its whole buffer. */
function* batches(
  arrays: readonly Uint8Array[],
  place: (column: number) => { project: string; column: string },
): Generator<ChunkRow[]> {
  let batch: ChunkRow[] = [];
  let size = 0;
  for (const [column, array] of arrays.entries()) {
    const at = place(column);
    for (let start = 0, part = 0; start < array.byteLength; start += CHUNK_BYTES, part++) {
      const bytes = array.slice(start, start + CHUNK_BYTES);
      batch.push({ ...at, part, bytes });
      size += bytes.byteLength;
      if (size < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
