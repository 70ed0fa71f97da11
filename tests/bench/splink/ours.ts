import { openAsBlob, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { quietTask } from '../../../src/shared/base/progress';
import { unwrap } from '../../../src/shared/base/result';
import { inspectFile } from '../../../src/shared/ingest/inspect';
import { readTable } from '../../../src/shared/ingest/read';
import { clusterRecords } from '../../../src/shared/match/cluster';
import { matchInputOfTables } from '../../../src/shared/match/input';
import { matchRecords } from '../../../src/shared/match/match-records';
import type { MatchPool } from '../../../src/shared/match/parallel/types';
import { DEFAULT_MATCH_SETTINGS } from '../../../src/shared/match/types';
import { sourceThread } from '../../shared/ingest/parallel/source-thread';
import { sourceThreads } from '../../shared/match/parallel/source-threads';

/**
 * `tsx ours.ts RECORDS.csv CLUSTERS.csv TIMES`: Winnow from the file to the clusters, as `winnow dedupe` does it, in a process
 * of its own with as many threads as there are cores. Prints JSON like documented.py; the start of Node and of the threads
 * and loading of code are not counted.
 */
async function main(): Promise<void> {
  const [records = '', out = '', times = '1'] = process.argv.slice(2);
  const pool = await sourceThreads(availableParallelism() - 1);
  const first = await run(records, out, pool);
  let again = first;
  for (let time = 1; time < Number(times); time++) again = await run(records, out, pool);
  pool.close();
  console.log(JSON.stringify({ ...first, again: Object.values(again.seconds).reduce((a, b) => a + b, 0) }));
}

async function run(records: string, out: string, pool: MatchPool) {
  const help = await sourceThread();
  const seconds: Record<string, number> = {};
  const started = process.cpuUsage();
  let since = performance.now();
  const lap = (stage: string): void => {
    const now = performance.now();
    seconds[stage] = Math.round(now - since) / 1000;
    since = now;
  };
  const blob = await openAsBlob(records);
  const [proposal] = unwrap(await inspectFile(blob, 'records.csv', quietTask)).tables;
  const { table } = unwrap(await readTable(blob, 'records.csv', proposal!.options, quietTask, help));
  const input = matchInputOfTables([{ name: 'records.csv', table }]);
  lap('read');
  const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask, pool);
  lap('match');
  const { groupOf } = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, { mustLink: [], cannotLink: [] });
  const lines = ['unique_id,cluster_id'];
  groupOf.forEach((group, record) => {
    lines.push(`${record},${group}`);
  });
  writeFileSync(out, `${lines.join('\n')}\n`);
  lap('cluster');
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const { user, system } = process.cpuUsage(started);
  const processor = Math.round((user + system) / 1000) / 1000;
  return { seconds, processor, pairs: result.candidates, peakMb };
}

await main();
