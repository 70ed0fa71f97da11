import { cpus, loadavg } from 'node:os';
import { quietTask, type TaskContext } from '../../src/shared/base/progress';
import { clusterRecords } from '../../src/shared/match/cluster';
import { recordComparisons } from '../../src/shared/match/compare/record-comparison';
import { matchInputOfTables } from '../../src/shared/match/input';
import { matchRecords } from '../../src/shared/match/match-records';
import { findPatterns } from '../../src/shared/match/scoring/patterns';
import { DEFAULT_MATCH_SETTINGS, type MatchInput, type MatchResult } from '../../src/shared/match/types';
import { settingsFor } from '../accuracy/evaluate';
import { hasData, loadSet } from '../accuracy/labelled-sets';
import { machine } from '../accuracy/sections';
import { personRows, persons } from './persons';
import type { Bench } from './run';

const SIZES = process.env['BENCH_SIZES']?.split(',').map(Number) ?? [
  10_000,
  30_000,
  100_000,
  300_000,
  ...(process.env['BENCH_FULL'] ? [1_000_000] : []),
];

const NONE = { mustLink: [], cannotLink: [] };

/** The five comparisons of the throughput figure: those of a documented model of persons. */
const FIVE = ['FirstName', 'LastName', 'Email', 'Postcode', 'Birthdate'];

/** A stretch of time on the clock and on the processor; the latter does not change with other work on the machine. */
interface Time {
  readonly wall: number;
  readonly processor: number;
}

async function timed<T>(work: () => Promise<T> | T): Promise<Time & { value: T }> {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const used = process.cpuUsage(before);
  return {
    value,
    wall: (performance.now() - start) / 1000,
    processor: (used.user + used.system) / 1e6,
  };
}

const both = ({ wall, processor }: Time): string => `${processor.toFixed(2)} / ${wall.toFixed(2)}`;
const count = (value: number): string => value.toLocaleString('en-US');

/** Million pairs a second that five comparisons are made of, best of three: candidates compared anew, caches cold. */
async function throughput(input: MatchInput, result: MatchResult): Promise<number> {
  const columns = result.columns.filter((_, c) => FIVE.includes(result.comparisons[c]!.name));
  const pairs = neighbours(input.count, 10);
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const comparisons = recordComparisons(columns.map((column) => ({ ...column, partner: -1 })));
    times.push((await timed(() => findPatterns(pairs, comparisons))).processor);
  }
  return pairs.count / Math.min(...times) / 1e6;
}

/** Each record with the next few: pairs of different values, the dear case. */
function neighbours(records: number, next: number): { left: Uint32Array; right: Uint32Array; count: number } {
  const size = (records - next) * next;
  const left = Uint32Array.from({ length: size }, (_, i) => Math.floor(i / next));
  const right = Uint32Array.from(left, (l, i) => l + 1 + (i % next));
  return { left, right, count: size };
}

/** Pairwise F1 of a partition against the persons behind the rows. */
function f1Of(groupOf: Uint32Array, person: Uint32Array): number {
  const pairs = (keys: Iterable<string | number>): number => {
    const sizes = new Map<string | number, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    let sum = 0;
    for (const size of sizes.values()) sum += (size * (size - 1)) / 2;
    return sum;
  };
  const joint = Array.from(groupOf, (group, row) => `${group} ${person[row]}`);
  return (2 * pairs(joint)) / (pairs(groupOf) + pairs(person));
}

async function row(size: number): Promise<string> {
  const seed = `bench ${size}`;
  const input = persons(size, seed);
  const stages = new Map<string, number>();
  const matching = await timed(() => matchRecords(input, DEFAULT_MATCH_SETTINGS, stageTask(stages)));
  const result = matching.value;
  const clustering = await timed(() => clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, NONE));
  const { clusters, groupOf } = clustering.value;
  const [a, b] = clusters[0]?.members ?? [];
  const cannotLink: [number, number][] = a === undefined || b === undefined ? [] : [[a, b]];
  const decision = await timed(() =>
    clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, { mustLink: [], cannotLink }),
  );
  const higher = { ...DEFAULT_MATCH_SETTINGS, matchThreshold: 0.8 };
  const threshold = await timed(() => clusterRecords(result, input, higher, NONE));
  for (const [stage, time] of stages) console.error(`${count(size)}: ${stage} ${time.toFixed(2)} s`);
  return [
    count(size),
    count(result.candidates),
    both(matching),
    both(clustering),
    `${(((matching.processor + clustering.processor) / size) * 1e6).toFixed(0)}`,
    (decision.processor * 1000).toFixed(0),
    (threshold.processor * 1000).toFixed(0),
    (await throughput(input, result)).toFixed(1),
    (process.resourceUsage().maxRSS / 1024).toFixed(0),
    f1Of(groupOf, personRows(size, seed).person).toFixed(4),
  ].join(' | ');
}

/** A task that adds up the processor seconds of each stage by its label. */
function stageTask(stages: Map<string, number>): TaskContext {
  let label = 'Start';
  let since = process.cpuUsage().user;
  return {
    ...quietTask,
    report: (progress) => {
      const now = process.cpuUsage().user;
      stages.set(label, (stages.get(label) ?? 0) + (now - since) / 1e6);
      label = progress.label;
      since = now;
    },
  };
}

/** febrl3 the first time in this process and then as the best of five. */
async function febrl(): Promise<string[]> {
  if (!hasData()) return ['febrl3: not measured, the labelled data is not here.'];
  const set = loadSet('febrl3');
  const input = matchInputOfTables(set.tables);
  const once = (): Promise<Time> =>
    timed(async () => {
      const result = await matchRecords(input, settingsFor(set), quietTask);
      clusterRecords(result, input, settingsFor(set), NONE);
    });
  const cold = await once();
  const warm: Time[] = [];
  for (let round = 0; round < 5; round++) warm.push(await once());
  const best = warm.reduce((least, time) => (time.processor < least.processor ? time : least));
  return [
    `febrl3 (5,000 records), pairs to clusters, processor / wall seconds: first time ${both(cold)}, warm ${both(best)}.`,
  ];
}

export const matchingBench: Bench = {
  name: 'matching',
  run: async () => {
    const load = loadavg()[0] ?? 0;
    // First, while nothing is compiled: a cold start is what a command line sees.
    const small = await febrl();
    const lines: string[] = [];
    for (const size of SIZES) lines.push(`| ${await row(size)} |`);
    return [
      '## Matching speed',
      '',
      `Command: \`npm run bench matching\` (\`BENCH_FULL=1\` adds a million records). Machine: ${machine()}; one thread.`,
      `Seconds are processor time / time on the clock. Other work on the machine while measuring: load ${load.toFixed(1)} on ${cpus().length} cores${load > 0.5 ? ', which lengthens both' : ''}.`,
      'Generated persons with eight fields, 30 % of the records duplicates with slips and gaps; default configuration. The',
      'peak includes the generated table. Pairs a second: five comparisons (names, e-mail, postcode, date of birth) on pairs',
      'of neighbouring records, caches cold, processor time of one thread.',
      '',
      '| records | candidate pairs | matching (s) | clustering (s) | µs a record | a decision (ms) | a threshold (ms) | million pairs/s | peak (MB) | F1 |',
      '|---|---|---|---|---|---|---|---|---|---|',
      ...lines,
      '',
      ...small,
    ].join('\n');
  },
};
