import { createMatchPool } from '@shared/match/parallel/pool';
import type { MatchPool, MatchWorker, WorkerAnswer } from '@shared/match/parallel/types';

const MOST_WORKERS = 8;

/** Workers that help the engine compare pairs: one less than the machine has cores, none on a single core. */
export function browserMatchPool(): MatchPool | null {
  const size = Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1);
  return size < 1 ? null : createMatchPool(size, startWorker);
}

function startWorker(): MatchWorker {
  const worker = new Worker(new URL('./match.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (request) => worker.postMessage(request),
    listen(onAnswer, onFailed) {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => onAnswer(data);
      worker.onerror = onFailed;
      worker.onmessageerror = onFailed;
    },
    close: () => worker.terminate(),
  };
}
