import type { Progress } from '@shared/base/progress';
import type { Result } from '@shared/base/result';
import type { JournalEntry, ProjectState } from '@shared/journal/types';
import type { Engine } from '@shared/pipeline/types';
import type { ProxyMarked } from 'comlink';

/** How the worker reads source files: the window passes the calls on to the host. */
export interface SourceReader {
  sourceSize(sha256: string, ext: string): Promise<Result<number>>;
  readSource(sha256: string, ext: string, offset: number, length: number): Promise<Result<Uint8Array>>;
}

/** Everything screens may ask; state moves only through `advance`. */
export type EngineQueries = Omit<Engine, 'setState'>;

/** What the engine worker answers over Comlink, besides the engine itself. */
export interface EngineWorkerApi {
  start(projectId: string, reader: SourceReader, report: (progress: Progress) => void): Promise<void>;
  /** Makes `state` current; entries from `from` on are new, those before are known. */
  advance(state: ProjectState, from: number, appended: readonly JournalEntry[]): Promise<void>;
  /** SHA-256 of a file, streaming; 64 hex digits. `goOn` is told the bytes done; null when it says no. */
  hash(file: Blob, goOn: (done: number) => boolean | Promise<boolean>): Promise<string | null>;
  queries(): EngineQueries & ProxyMarked;
}
