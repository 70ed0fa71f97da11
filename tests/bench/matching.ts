import { cpus, loadavg } from 'node:os';
import { quietTask, type TaskContext } from '../../src/shared/base/progress';
import { clusterRecords } from '../../src/shared/match/cluster';
import { recordComparisons } from '../../src/shared/match/compare/record-comparison';
import { matchInputOfTables } from '../../src/shared/match/input';
import type { Label } from '../../src/shared/match/learning/labels';
import { learnFromLabels } from '../../src/shared/match/learning/learn';
import { matchRecords } from '../../src/shared/match/match-records';
import { comparePairs } from '../../src/shared/match/parallel/compare-pairs';
import { packComparison } from '../../src/shared/match/parallel/packed';
import type { MatchPool } from '../../src/shared/match/parallel/types';
import { findPatterns } from '../../src/shared/match/scoring/patterns';
import {
  type Constraints,
  DEFAULT_MATCH_SETTINGS,
  type MatchInput,
  type MatchResult,
} from '../../src/shared/match/types';
import { settingsFor } from '../accuracy/evaluate';
import { hasData, loadSet } from '../accuracy/labelled-sets';
import { machine } from '../accuracy/sections';
import { sourceThreads } from '../shared/match/parallel/source-threads';
import { personRows, persons } from './persons';
import type { Bench } from './run';

const SIZES = process.env['BENCH_SIZES']?.split(',').map(Number) ?? [
  10_000,
  30_000,
  100_000,
  300_000,
  ...(process.env['BENCH_FULL'] ? [1_000_000] : []),
];

const NONE: Constraints = { mustLink: [], cannotLink: [] };

/** Clusters a steward decides about one after the other, and thresholds tried one after the other. */
const DECISIONS = 10;
const THRESHOLDS = [0.8, 0.75, 0.9, 0.6, 0.8];

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

/**
 * Million pairs a second that five comparisons are made of, best of five: candidates compared anew, caches cold. By one thread
 * in processor time, and by this one and the pool's on the clock.
 */
async function throughput(input: MatchInput, result: MatchResult, pool: MatchPool): Promise<string> {
  const columns = result.columns
    .filter((_, c) => FIVE.includes(result.comparisons[c]!.name))
    .map((column) => ({ ...column, partner: -1 }));
  const pairs = neighbours(input.count, 10);
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < 5; round++) {
    const comparisons = recordComparisons(columns);
    alone.push((await timed(() => findPatterns(pairs, comparisons))).processor);
    const job = pool.open(columns.map(packComparison));
    const fresh = recordComparisons(columns);
    together.push((await timed(() => comparePairs(pairs, fresh, job, quietTask))).wall);
    job.end();
  }
  return [alone, together].map((times) => (pairs.count / Math.min(...times) / 1e6).toFixed(1)).join(' / ');
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

/** The first and the middle one of several times, in milliseconds of processor and clock. */
function firstAndUsual(times: readonly Time[]): string {
  const shown = ({ wall, processor }: Time): string =>
    `${(processor * 1000).toFixed(0)} / ${(wall * 1000).toFixed(0)}`;
  const later = times.slice(1).sort((a, b) => a.processor - b.processor);
  return `${shown(times[0]!)}; ${shown(later[later.length >> 1]!)}`;
}

/** An honest steward decides the head of the queue again and again: weights learned, clusters made anew. */
async function decide(input: MatchInput, result: MatchResult, person: Uint32Array): Promise<Time[]> {
  const labels: Label[] = [];
  const mustLink: [number, number][] = [];
  const cannotLink: [number, number][] = [];
  const decided = new Set<number>();
  const times: Time[] = [];
  let { clusters } = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, NONE);
  for (let decision = 0; decision < DECISIONS; decision++) {
    const members = clusters.find((cluster) => !cluster.members.some((row) => decided.has(row)))?.members;
    for (const left of members ?? []) {
      decided.add(left);
      for (const right of members ?? []) {
        if (right <= left) continue;
        const match = person[left] === person[right];
        labels.push({ left, right, match, decision });
        (match ? mustLink : cannotLink).push([left, right]);
      }
    }
    const time = await timed(() => {
      const learned = learnFromLabels(result, labels);
      return clusterRecords(learned, input, DEFAULT_MATCH_SETTINGS, { mustLink, cannotLink });
    });
    times.push(time);
    clusters = time.value.clusters;
  }
  return times;
}

async function thresholds(input: MatchInput, result: MatchResult): Promise<Time[]> {
  clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, NONE);
  const times: Time[] = [];
  for (const matchThreshold of THRESHOLDS) {
    const settings = { ...DEFAULT_MATCH_SETTINGS, matchThreshold };
    times.push(await timed(() => clusterRecords(result, input, settings, NONE)));
  }
  return times;
}

async function row(size: number, pool: MatchPool): Promise<string> {
  const seed = `bench ${size}`;
  const input = persons(size, seed);
  const { person } = personRows(size, seed);
  const stages = new Map<string, number>();
  const matching = await timed(() => matchRecords(input, DEFAULT_MATCH_SETTINGS, stageTask(stages)));
  const result = matching.value;
  const clustering = await timed(() => clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, NONE));
  const { groupOf } = clustering.value;
  const two = await timed(() => matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask, pool));
  const peak = process.resourceUsage().maxRSS / 1024;
  for (const [stage, time] of stages) console.error(`${count(size)}: ${stage} ${time.toFixed(2)} s`);
  return [
    count(size),
    count(result.candidates),
    both(matching),
    both(two),
    both(clustering),
    `${(((matching.processor + clustering.processor) / size) * 1e6).toFixed(0)}`,
    firstAndUsual(await thresholds(input, result)),
    firstAndUsual(await decide(input, result, person)),
    await throughput(input, result, pool),
    peak.toFixed(0),
    f1Of(groupOf, person).toFixed(4),
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

/** febrl3 the first time in this process, then as the best of several by one thread and by two. */
async function febrl(pool: () => Promise<MatchPool>): Promise<string[]> {
  if (!hasData()) return ['febrl3: not measured, the labelled data is not here.'];
  const set = loadSet('febrl3');
  const input = matchInputOfTables(set.tables);
  const once = (threads: MatchPool | null): Promise<Time> =>
    timed(async () => {
      const result = await matchRecords(input, settingsFor(set), quietTask, threads);
      clusterRecords(result, input, settingsFor(set), NONE);
    });
  const cold = await once(null);
  const alone = await bestOf(8, () => once(null));
  const two = await pool();
  const together = await bestOf(8, () => once(two));
  return [
    `febrl3 (5,000 records), pairs to clusters, processor / wall seconds: first time ${both(cold)}, warm ${both(alone)}, warm with two threads ${both(together)}.`,
  ];
}

async function bestOf(rounds: number, once: () => Promise<Time>): Promise<Time> {
  let best = await once();
  for (let round = 1; round < rounds; round++) {
    const time = await once();
    if (time.wall < best.wall) best = time;
  }
  return best;
}

export const matchingBench: Bench = {
  name: 'matching',
  run: async () => {
    const load = loadavg()[0] ?? 0;
    // First, while nothing is compiled: a cold start is what a command line sees.
    let pool: MatchPool | null = null;
    const threads = async (): Promise<MatchPool> => (pool ??= await sourceThreads(1));
    const small = await febrl(threads);
    const lines: string[] = [];
    for (const size of SIZES) lines.push(`| ${await row(size, await threads())} |`);
    (await threads()).close();
    return [
      '## Matching speed',
      '',
      `Command: \`npm run bench matching\` (\`BENCH_FULL=1\` adds a million records). Machine: ${machine()}.`,
      `Seconds are processor time / time on the clock. Other work on the machine while measuring: load ${load.toFixed(1)} on ${cpus().length} cores${load > 0.5 ? ', which lengthens both' : ''}.`,
      'Generated persons with eight fields, 30 % of the records duplicates with slips and gaps; default configuration. First',
      'with one thread, then once more with a second one that is up and warm, as it is in the app. A threshold and a decision in',
      'milliseconds, the first; the middle one of those that follow: a threshold is new clusters, a decision on the head of the',
      'queue is weights learned from all labels so far and new clusters. The peak includes the generated table and the second',
      'thread. Pairs a second: five comparisons (names, e-mail, postcode, date of birth) on pairs of neighbouring records,',
      'caches cold; processor time of one thread / two threads on the clock.',
      '',
      '| records | candidate pairs | matching (s) | with two threads (s) | clustering (s) | µs a record | a threshold (ms) | a decision (ms) | million pairs/s | peak (MB) | F1 |',
      '|---|---|---|---|---|---|---|---|---|---|---|',
      ...lines,
      '',
      ...small,
    ].join('\n');
  },
};
