import { createMatchPool } from '@shared/match/parallel/pool';
import type { MatchPool } from '@shared/match/parallel/types';
import { webThread } from './web-thread';

const MOST_WORKERS = 8;

/** Workers that help the engine compare pairs: one less than the machine has cores, none on a single core. */
export function browserMatchPool(): MatchPool | null {
  const size = Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1);
  return size < 1
    ? null
    : createMatchPool(size, () =>
        webThread(new Worker(new URL('./match.worker.ts', import.meta.url), { type: 'module' })),
      );
}
