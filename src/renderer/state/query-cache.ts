import type { AppError, Result } from '@shared/base/result';
import { fromException } from './failure';

/** What a screen knows about one question to the engine. A new object whenever any of it changes. */
export interface QueryState<T> {
  /** The last good answer; stays while a newer one is computed. */
  readonly data: T | undefined;
  readonly error: AppError | null;
  readonly loading: boolean;
  /** `data` belongs to an older state of the project; the newer answer is on its way. */
  readonly stale: boolean;
}

interface Entry {
  state: QueryState<unknown>;
  /** Version of the project the answer (or the running computation) belongs to. */
  version: number;
  run: number;
  readonly listeners: Set<() => void>;
}

const UNASKED: QueryState<never> = { data: undefined, error: null, loading: true, stale: false };

/** Answers nobody looks at any more are forgotten beyond this many. */
const KEEP = 200;

/**
 * Answers of the engine by question, each tied to the version of the project it was asked at. An answer that comes
 * back after the project moved on is kept as stale data, never shown as current.
 */
export class QueryCache {
  private readonly entries = new Map<string, Entry>();
  private runs = 0;

  /** The state of a question; stable until it changes. */
  peek(key: string): QueryState<unknown> {
    return this.entries.get(key)?.state ?? UNASKED;
  }

  subscribe(key: string, listener: () => void): () => void {
    const entry = this.entry(key);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
      this.prune();
    };
  }

  /** Asks unless this version was already asked. */
  ensure(key: string, version: number, ask: () => Promise<Result<unknown>>): void {
    const entry = this.entry(key);
    if (entry.version === version) return;
    void this.ask(key, version, ask);
  }

  /** Asks again whatever is known. */
  async ask(key: string, version: number, ask: () => Promise<Result<unknown>>): Promise<void> {
    const entry = this.entry(key);
    const run = ++this.runs;
    entry.version = version;
    entry.run = run;
    this.set(entry, { ...entry.state, loading: true, stale: entry.state.data !== undefined });
    const result = await ask().catch(fromException);
    if (entry.run !== run) return;
    if (result.ok) this.set(entry, { data: result.value, error: null, loading: false, stale: false });
    else this.set(entry, { ...entry.state, error: result.error, loading: false });
  }

  private set(entry: Entry, state: QueryState<unknown>): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }

  private entry(key: string): Entry {
    const found = this.entries.get(key);
    if (found) {
      // Touched last, forgotten last.
      this.entries.delete(key);
      this.entries.set(key, found);
      return found;
    }
    const made: Entry = { state: UNASKED, version: -1, run: 0, listeners: new Set() };
    this.entries.set(key, made);
    return made;
  }

  private prune(): void {
    for (const [key, entry] of this.entries) {
      if (this.entries.size <= KEEP) return;
      if (entry.listeners.size === 0) this.entries.delete(key);
    }
  }
}
