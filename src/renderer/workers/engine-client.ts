import type { Progress } from '@shared/base/progress';
import type { HostApi } from '@shared/host/types';
import type { JournalEntry, ProjectState } from '@shared/journal/types';
import * as Comlink from 'comlink';
import type { EngineQueries, EngineWorkerApi, SourceReader } from './engine-api';

/** The engine of one open project, seen from the window. */
export interface EngineClient {
  readonly queries: EngineQueries;
  advance(state: ProjectState, entries: readonly JournalEntry[]): Promise<void>;
  hash(file: Blob, goOn: (done: number) => boolean): Promise<string | null>;
  /** Ends the worker; running questions never answer. */
  dispose(): void;
}

/** Progress reaches the screen at most this often. */
const PROGRESS_EVERY_MS = 100;

/** Starts a worker for one project. Its reads of source files go through `host`. */
export async function startEngine(
  host: HostApi,
  folder: string,
  projectId: string,
  onProgress: (progress: Progress) => void,
): Promise<EngineClient> {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  const api = Comlink.wrap<EngineWorkerApi>(worker);
  const reader: SourceReader = {
    sourceSize: (sha256, ext) => host.sourceSize({ folder, sha256, ext }),
    readSource: async (sha256, ext, offset, length) => {
      const read = await host.readSource({ folder, sha256, ext, offset, length });
      return read.ok ? Comlink.transfer(read, [read.value.buffer]) : read;
    },
  };
  await api.start(projectId, Comlink.proxy(reader), Comlink.proxy(throttled(onProgress)));
  const queries = await api.queries();
  let known: readonly JournalEntry[] = [];
  return {
    queries,
    async advance(state, entries) {
      const from = commonPrefix(known, entries);
      known = entries;
      await api.advance(state, from, entries.slice(from));
    },
    hash: (file, goOn) => api.hash(file, Comlink.proxy(goOn)),
    dispose() {
      api[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}

/** How many leading entries both lists share; journals only grow, so the last shared hash decides. */
function commonPrefix(known: readonly JournalEntry[], next: readonly JournalEntry[]): number {
  let at = Math.min(known.length, next.length);
  while (at > 0 && known[at - 1]?.hash !== next[at - 1]?.hash) at--;
  return at;
}

function throttled(tell: (progress: Progress) => void): (progress: Progress) => void {
  let last = 0;
  let label = '';
  return (progress) => {
    const now = performance.now();
    const finished = progress.total > 0 && progress.done >= progress.total;
    if (progress.label === label && !finished && now - last < PROGRESS_EVERY_MS) return;
    last = now;
    label = progress.label;
    tell(progress);
  };
}
