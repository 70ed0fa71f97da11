import { quietTask, type TaskContext } from '../../src/shared/base/progress';
import { clusterRecords } from '../../src/shared/match/cluster';
import { matchRecords } from '../../src/shared/match/match-records';
import { DEFAULT_MATCH_SETTINGS } from '../../src/shared/match/types';
import { machine } from '../accuracy/sections';
import { persons } from './persons';
import type { Bench } from './run';

const SIZES = process.env['BENCH_FULL']
  ? [10_000, 100_000, 1_000_000]
  : (process.env['BENCH_SIZES'] ?? '10000,100000').split(',').map(Number);

/** Processor milliseconds so far: other work on the machine does not change them. */
const processor = (): number => process.cpuUsage().user / 1000;

/** Processor seconds of each stage by its progress label, and the whole. */
async function timed(count: number): Promise<{ row: string[]; stages: Map<string, number> }> {
  const input = persons(count, `bench ${count}`);
  const stages = new Map<string, number>();
  let label = '';
  let since = processor();
  const task: TaskContext = {
    ...quietTask,
    report: (progress) => {
      const now = processor();
      stages.set(label, (stages.get(label) ?? 0) + (now - since) / 1000);
      label = progress.label;
      since = now;
    },
  };
  const start = processor();
  const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, task);
  task.report({ label: '', done: 0, total: 0 });
  const matched = processor();
  const none = { mustLink: [], cannotLink: [] };
  const clusters = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, none);
  const clustered = processor();
  const cluster = clusters.clusters[0]!;
  clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, {
    mustLink: [],
    cannotLink: [[cluster.members[0]!, cluster.members[1]!]],
  });
  const decided = processor();
  const scoring = stages.get('Comparing pairs') ?? 0;
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  return {
    row: [
      count.toLocaleString('en-US'),
      result.candidates.toLocaleString('en-US'),
      seconds(clustered - start),
      seconds(matched - start),
      seconds(clustered - matched),
      (decided - clustered).toFixed(0),
      (result.candidates / Math.max(scoring, 1e-9) / 1e6).toFixed(1),
      clusters.clusters.length.toLocaleString('en-US'),
      (process.memoryUsage().rss / 2 ** 20).toFixed(0),
    ],
    stages,
  };
}

export const matchingBench: Bench = {
  name: 'matching',
  run: async () => {
    const lines: string[] = [];
    for (const size of SIZES) {
      const { row, stages } = await timed(size);
      lines.push(`| ${row.join(' | ')} |`);
      for (const [stage, time] of stages)
        if (time > 0.01) console.error(`${size}: ${stage || 'start'} ${time.toFixed(2)} s`);
    }
    return [
      '## Matching speed',
      '',
      `Command: \`npm run bench\` (\`BENCH_FULL=1\` adds a million records). Machine: ${machine()}; one thread, processor time.`,
      'Generated persons with eight fields, 30 % of the records duplicates with slips and gaps; default configuration.',
      '',
      '| records | candidate pairs | seconds | matching | clustering | a decision (ms) | million pairs/s compared | clusters | memory (MB) |',
      '|---|---|---|---|---|---|---|---|---|',
      ...lines,
    ].join('\n');
  },
};
