import { quietTask } from '@shared/base/progress';
import { matchRecords } from '@shared/match/match-records';
import { createMatchPool } from '@shared/match/parallel/pool';
import type { MatchWorker } from '@shared/match/parallel/types';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { webThread } from '../../../src/renderer/workers/web-thread';
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
  return webThread(new Worker(url, { type: 'module' }));
}
