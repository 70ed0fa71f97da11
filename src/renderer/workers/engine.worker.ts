import '../base/strict-zod';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ok, type Result } from '@shared/base/result';
import type { JournalEntry } from '@shared/journal/types';
import { createEngine } from '@shared/pipeline/engine';
import type { Engine } from '@shared/pipeline/types';
import { builtInTarget } from '@shared/target/catalogue';
import * as Comlink from 'comlink';
import { openDatabase } from '../store/database';
import { dexieStageCache } from '../store/stage-cache';
import type { EngineWorkerApi } from './engine-api';
import { HostByteSource } from './host-byte-source';
import { browserMatchPool } from './match-pool';
import { workerHelp } from './read-thread';

/** Stage results kept per project. */
const CACHE_BYTES = 1.5 * 2 ** 30;

/** Up to this size a file is hashed at once by the platform, which is many times faster than streaming. */
const NATIVE_HASH_BYTES = 64 << 20;

let engine: Engine | null = null;
let entries: JournalEntry[] = [];

function running(): Engine {
  if (!engine) throw new Error('The engine was asked before it was started.');
  return engine;
}

const api: EngineWorkerApi = {
  async start(projectId, reader, report) {
    const database = openDatabase('relaxed', { onSuperseded: () => undefined, onBlocked: () => undefined });
    engine = createEngine({
      readSource: async (file): Promise<Result<HostByteSource>> => {
        const size = await reader.sourceSize(file.sha256, file.ext);
        if (!size.ok) return size;
        const read = (offset: number, length: number) =>
          reader.readSource(file.sha256, file.ext, offset, length);
        return ok(new HostByteSource(read, 0, size.value));
      },
      target: builtInTarget,
      cache: dexieStageCache(database, projectId, {
        maxBytes: CACHE_BYTES,
        now: () => Date.now(),
        // Questions that came meanwhile are answered first.
        pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
      }),
      report,
      clock: () => performance.now(),
      pool: browserMatchPool(),
      readHelp: workerHelp,
    });
  },

  async advance(state, from, appended) {
    entries = [...entries.slice(0, from), ...appended];
    await running().setState(state, entries);
  },

  async hash(file, goOn) {
    if (file.size <= NATIVE_HASH_BYTES) {
      return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
    }
    const hasher = sha256.create();
    const reader = file.stream().getReader();
    let done = 0;
    let told = 0;
    for (;;) {
      const { value, done: end } = await reader.read();
      if (end) return bytesToHex(hasher.digest());
      hasher.update(value);
      done += value.byteLength;
      if (done - told < 4 << 20) continue;
      told = done;
      if (!(await goOn(done))) {
        await reader.cancel();
        return null;
      }
    }
  },

  queries: () => Comlink.proxy(running()),
};

Comlink.expose(api);
