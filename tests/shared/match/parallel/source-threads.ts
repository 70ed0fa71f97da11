import { nodeThread } from '../../../../src/main/cli/node-thread';
import { createMatchPool } from '../../../../src/shared/match/parallel/pool';
import type { MatchPool, MatchWorker } from '../../../../src/shared/match/parallel/types';
import { sourceWorker } from '../../../support/source-worker';

const SOURCE = new URL('./thread.ts', import.meta.url);

const NO_PAIRS = new Uint32Array(0);

/**
 * Real threads of Node that run the sources, all of them up: so that they take their share from the first part on.
 * `worthFrom` as in `createMatchPool`.
 */
export async function sourceThreads(size: number, worthFrom?: number): Promise<MatchPool> {
  const start = (): MatchWorker => {
    const thread = sourceWorker(SOURCE);
    thread.unref();
    return nodeThread(thread);
  };
  const pool = createMatchPool(size, start, worthFrom);
  const job = pool.open([]);
  let left = 2 * size;
  await job.help({
    take: () => (left-- > 0 ? { part: left, left: NO_PAIRS, right: NO_PAIRS } : null),
    done: () => undefined,
  });
  job.end();
  return pool;
}
