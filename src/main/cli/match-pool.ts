import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createMatchPool } from '@shared/match/parallel/pool';
import type { MatchPool, MatchWorker } from '@shared/match/parallel/types';
import { nodeThread } from './node-thread';

const MOST_THREADS = 8;

/** The built thread, beside the built command line. */
const THREAD = new URL('./match-worker.js', import.meta.url);

/** Threads that help to compare pairs: one less than the machine has cores; null with one core and from sources. */
export function threadPool(): MatchPool | null {
  const size = Math.min(MOST_THREADS, availableParallelism() - 1);
  return size < 1 || !existsSync(THREAD) ? null : createMatchPool(size, startThread);
}

/** It does not keep the process alive. */
function startThread(): MatchWorker {
  const thread = new Worker(THREAD);
  thread.unref();
  return nodeThread(thread);
}
