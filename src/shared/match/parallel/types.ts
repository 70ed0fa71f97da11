import type { Thread } from '../../base/thread';
import type { PackedColumn } from '../../table/pack';
import type { Patterns } from '../scoring/patterns';

/** A column of a comparison as typed arrays: crosses to another thread at the speed of memory. */
export interface PackedComparison {
  readonly kind: string;
  readonly partner: number;
  readonly column: PackedColumn;
}

/** What a worker is asked: first it is given the columns of a job, then parts of its pairs. Plain data. */
export type WorkerRequest =
  | { readonly ask: 'columns'; readonly job: number; readonly columns: readonly PackedComparison[] }
  | {
      readonly ask: 'compare';
      readonly job: number;
      /** Comes back with the answer. */
      readonly id: number;
      readonly left: Uint32Array;
      readonly right: Uint32Array;
    }
  | { readonly ask: 'end'; readonly job: number };

/** What a worker answers to `compare`; null when it knows nothing of the job. */
export interface WorkerAnswer {
  readonly id: number;
  readonly patterns: Patterns | null;
}

/** A thread that compares pairs: a web worker or a thread of Node. */
export type MatchWorker = Thread<WorkerRequest, WorkerAnswer>;

/** Parts of a list of pairs, each taken once by whoever is free. */
export interface PartQueue {
  /** The next part nobody has taken, or null at the end. */
  take(): { readonly part: number; readonly left: Uint32Array; readonly right: Uint32Array } | null;
  done(part: number, patterns: Patterns): void;
}

/** Threads that help comparing. They change how long it takes and nothing else. */
export interface MatchPool {
  readonly size: number;
  /** Pairs of records in a table from which help pays. */
  readonly worthFrom: number;
  /** Starts the threads, for those who know that they will soon be needed. */
  start(): void;
  /** Hands the values to the threads, which ready them while the caller goes on. */
  open(columns: readonly PackedComparison[]): PoolJob;
  /** Ends the threads. */
  close(): void;
}

/** The values of one table in the hands of the threads. */
export interface PoolJob {
  /**
   * Takes parts from the queue until it is empty and all taken ones are answered. Parts of a thread that fails are not
   * done; never rejects. Several queues may be at work at once.
   */
  help(queue: PartQueue): Promise<void>;
  /** Lets the threads forget the values. */
  end(): void;
}
