import { hashOf } from '../base/canonical';
import { nextTask } from '../base/next-task';
import type { StageCache } from './types';

/** Generations of results kept after the inputs changed, so that undo and redo answer at once. */
const KEEP_GENERATIONS = 3;

/** Results of passing interest kept: tables of a recipe being edited, clusters being looked through. */
const KEEP_BRIEF = 32;

/** The key of a stage: its name, the version of its code, and everything it is computed from. */
export function stageKey(stage: string, version: number, inputs: unknown): string {
  return `${stage}@${version}:${hashOf(inputs)}`;
}

interface Kept {
  readonly result: Promise<unknown>;
  generation: number;
}

/**
 * Runs stages once per key. Results stay in memory while they are in use and, where a stage asks for it, in the
 * persistent cache. A failed computation is forgotten, so that it can be tried again.
 */
export class Stages {
  private readonly memory = new Map<string, Kept>();
  /** The one asked for last stands last. */
  private readonly brief = new Map<string, Promise<unknown>>();
  private readonly spent = new Map<string, number>();
  private generation = 0;

  constructor(
    private readonly cache: StageCache,
    private readonly clock: () => number,
  ) {}

  /** Marks a change of state: results nobody asked for during the last generations are dropped. */
  nextGeneration(): void {
    this.generation++;
    for (const [key, kept] of this.memory) {
      if (kept.generation < this.generation - KEEP_GENERATIONS) this.memory.delete(key);
    }
    this.spent.clear();
  }

  run<T>(key: string, compute: () => Promise<T> | T): Promise<T> {
    return this.remember(key, () => this.timed(key, compute));
  }

  /** Like `run`, and the result also survives in the persistent cache when it is worth keeping. */
  runPersistent<T>(
    key: string,
    isResult: (value: unknown) => value is T,
    compute: () => Promise<T> | T,
  ): Promise<T> {
    return this.remember(key, async () => {
      const cached = await this.cache.get(key);
      if (isResult(cached)) return cached;
      const result = await this.timed(key, compute);
      await this.cache.put(key, result);
      return result;
    });
  }

  /** Keeps what other stages computed; its time is theirs. */
  keep<T>(key: string, compute: () => Promise<T>): Promise<T> {
    return this.remember(key, compute);
  }

  /** Like `run`, but kept only while among the last results asked for: for drafts, of which every keystroke makes one. */
  runBrief<T>(key: string, compute: () => Promise<T> | T): Promise<T> {
    const known = this.brief.get(key);
    const result = known ?? this.timed(key, compute);
    this.brief.delete(key);
    this.brief.set(key, result);
    if (!known) result.catch(() => this.brief.delete(key));
    for (const oldest of this.brief.keys()) {
      if (this.brief.size <= KEEP_BRIEF) break;
      this.brief.delete(oldest);
    }
    return result as Promise<T>;
  }

  /** True when `runBrief` would answer without computing. */
  hasBrief(key: string): boolean {
    return this.brief.has(key);
  }

  /** Milliseconds by stage name since the last change of state. */
  timings(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.spent);
  }

  private remember<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const kept = this.memory.get(key);
    if (kept) {
      kept.generation = this.generation;
      return kept.result as Promise<T>;
    }
    const result = compute();
    this.memory.set(key, { result, generation: this.generation });
    result.catch(() => this.memory.delete(key));
    return result;
  }

  private async timed<T>(key: string, compute: () => Promise<T> | T): Promise<T> {
    const stage = key.slice(0, key.indexOf('@'));
    // What was asked meanwhile is heard between two stages, however many one question needs.
    await nextTask();
    const start = this.clock();
    const result = await compute();
    this.spent.set(stage, (this.spent.get(stage) ?? 0) + this.clock() - start);
    return result;
  }
}
