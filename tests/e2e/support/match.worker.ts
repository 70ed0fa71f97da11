import { quietTask } from '@shared/base/progress';
import { matchRecords } from '@shared/match/match-records';
import { createMatchPool } from '@shared/match/parallel/pool';
import type { MatchWorker, WorkerAnswer } from '@shared/match/parallel/types';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { persons } from '../../bench/persons';
import { digest } from '../../shared/match/parallel/digest';

/** Matches generated persons in a worker of the browser, with helpers, and answers with the digest of the result. */
self.onmessage = async ({
  data,
}: MessageEvent<{ readonly records: number; readonly helpers: number; readonly helper: string }>) => {
  const pool = data.helpers === 0 ? null : createMatchPool(data.helpers, () => startHelper(data.helper), 0);
  const input = persons(data.records, 'threads');
  const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask, pool);
  pool?.close();
  self.postMessage(digest(result));
};

function startHelper(url: string): MatchWorker {
  const worker = new Worker(url, { type: 'module' });
  return {
    post: (request) => worker.postMessage(request),
    listen(onAnswer, onFailed) {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => onAnswer(data);
      worker.onerror = onFailed;
    },
    close: () => worker.terminate(),
  };
}
