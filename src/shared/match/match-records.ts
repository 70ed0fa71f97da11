import { breathe, type TaskContext } from '../base/progress';
import { comparedPairsIn } from './blocking/blocks';
import { type Accept, foundByRules, generatePairs, PairBuffer, type Pairs } from './blocking/pairs';
import { planBlocking } from './blocking/plan';
import { findTwins, type Twins } from './blocking/twins';
import { componentsOf, membersOf } from './cluster/components';
import { keepComparisons } from './cluster/scorers';
import { recordComparisons } from './compare/record-comparison';
import { comparePairs, startComparing } from './parallel/compare-pairs';
import { packComparison } from './parallel/packed';
import type { MatchPool, PoolJob } from './parallel/types';
import { type PreparedComparison, prepareInput } from './prepare/prepare';
import { chancePairs } from './scoring/chance';
import { keptPatterns } from './scoring/kept-patterns';
import type { Patterns } from './scoring/patterns';
import { oddsOf, Scorer } from './scoring/scorer';
import { train } from './scoring/train';
import { areCompared, type ComparedSources, comparedSources } from './sources';
import type { BlockingRule, ComparisonColumn, MatchInput, MatchResult, MatchSettings } from './types';

/** Pairs weaker than this (log2 odds) are not kept, unless they lie inside a component. */
const KEEP = -8;

/**
 * Finds and scores the pairs that may be one thing. Zero configuration: what is compared, blocked and weighted comes
 * from the meanings and values of the fields. The result also holds every pair inside the components under review, so
 * that clustering needs nothing else. Equal input and settings give equal bytes. Threads of a `pool` help where
 * that is faster and change no byte. Fails with `CANCELLED` on request.
 */
export async function matchRecords(
  input: MatchInput,
  settings: MatchSettings,
  task: TaskContext,
  pool?: MatchPool | null,
): Promise<MatchResult> {
  task.report({ label: 'Reading the values', done: 0, total: 0 });
  const prepared = prepareInput(input, settings);
  await breathe(task);
  const sources = comparedSources(input, settings);
  const totalPairs = comparedPairsIn(new Uint32Array(input.count).fill(1), 2, sources);
  if (prepared.length === 0 || totalPairs === 0) return nothingFound(totalPairs);
  const columns = prepared.map(({ column }) => column);
  const job = pool && totalPairs >= pool.worthFrom ? pool.open(columns.map(packComparison)) : null;
  try {
    return await matchPrepared({ input, settings, prepared, columns, sources, totalPairs, job }, task);
  } finally {
    job?.end();
  }
}

/** A table whose values are read. */
interface Table {
  readonly input: MatchInput;
  readonly settings: MatchSettings;
  readonly prepared: readonly PreparedComparison[];
  readonly columns: readonly ComparisonColumn[];
  readonly sources: ComparedSources | null;
  readonly totalPairs: number;
  readonly job: PoolJob | null;
}

async function matchPrepared(table: Table, task: TaskContext): Promise<MatchResult> {
  const { input, settings, prepared, columns, sources, totalPairs, job } = table;
  // The pool compares these while rules are chosen here.
  const byChance = startComparing(chancePairs(everyRow(input.count)), job, task);
  const twins = findTwins(prepared, input.count, sources);
  await breathe(task);
  const blocking = planBlocking(prepared, input, settings, twins);
  const { rules } = blocking;
  const accept = sources && ((l: number, r: number) => areCompared(sources, l, r));
  const pairs = await generatePairs(rules, twins, accept, task);
  const comparisons = recordComparisons(columns);
  const patterns = await comparePairs(pairs, comparisons, job, task);
  // What follows compares a few more, which is part of learning and completing to who looks on.
  const silent: TaskContext = { ...task, report: () => undefined };
  const compare = (some: Pairs): Promise<Patterns> => comparePairs(some, comparisons, job, silent);
  const { model, weight } = await train(
    {
      prepared,
      siblingsBy: siblingsOf(input, prepared),
      compare,
      byChance: await byChance.finish(comparisons),
      pairs,
      patterns,
      records: input.count,
      totalPairs: standingPairs(totalPairs, input.count, twins),
      complete: rules[0]?.keys.length === 0,
      oneToOne: settings.oneToOne,
    },
    task,
  );
  await breathe(task);
  task.report({ label: 'Completing the clusters', done: 0, total: 0 });
  keepComparisons(model.columns, comparisons);
  const scorer = new Scorer(model, () => comparisons);
  const sorted = pairsToKeep(input.count, pairs, weight, oddsOf(settings.reviewThreshold), accept);
  const own = await compare(sorted);
  return {
    ...model,
    left: sorted.left,
    right: sorted.right,
    // From one place, so that later scores agree to the bit.
    weight: scorer.weights(sorted, own),
    patterns: keptPatterns(own, patterns, weight, comparisons.length),
    foundBy: foundByRules(rules, sorted),
    keys: blocking.keys,
    blocking: [...twinsRule(twins), ...blocking.report],
    candidates: pairs.count,
    totalPairs,
  };
}

/** Candidates that are not hopeless, and every pair inside the components from `review` (log2 odds) on; ordered. */
function pairsToKeep(
  records: number,
  pairs: Pairs,
  weight: Float32Array,
  review: number,
  accept: Accept,
): Pairs {
  const sets = componentsOf(records, pairs.left, pairs.right, weight, review);
  const kept = new PairBuffer();
  for (let i = 0; i < pairs.count; i++) {
    const l = pairs.left[i]!;
    const r = pairs.right[i]!;
    if (weight[i]! >= KEEP && sets.find(l) !== sets.find(r)) kept.push(l, r);
  }
  for (const members of membersOf(sets.roots())) {
    for (let i = 0; i < members.length; i++)
      for (let j = i + 1; j < members.length; j++) {
        const l = members[i]!;
        const r = members[j]!;
        if (accept === null || accept(l, r)) kept.push(l, r);
      }
  }
  return sortedPairs(kept.finish());
}

function everyRow(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

function twinsRule(twins: Twins): BlockingRule[] {
  const pairs = twins.left.length;
  const label = 'the same in every field';
  return pairs > 0 ? [{ label, keys: [], pairs, dropped: 0, droppedNote: null, origin: 'generated' }] : [];
}

/** Pairs between first twins, plus one for each later twin: what the share of matches is a share of. */
function standingPairs(totalPairs: number, count: number, twins: Twins): number {
  const later = twins.left.length;
  if (later === 0) return totalPairs;
  const standing = count - later;
  return (standing * (standing - 1)) / 2 + later;
}

/** The sets of comparisons that make siblings, each once; sets with a field that is not compared are left out. */
function siblingsOf(input: MatchInput, prepared: readonly PreparedComparison[]): number[][] {
  const groups = (input.siblingsBy ?? [])
    .map((names) => names.map((name) => prepared.findIndex(({ fields }) => fields.includes(name))))
    .filter((group) => group.length > 0 && !group.includes(-1));
  // Fields of several sets may have become one comparison.
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

function nothingFound(totalPairs: number): MatchResult {
  return {
    comparisons: [],
    blocking: [],
    prior: oddsOf(0),
    left: new Uint32Array(0),
    right: new Uint32Array(0),
    weight: new Float32Array(0),
    candidates: 0,
    totalPairs,
    columns: [],
    dependences: [],
    siblings: [],
    rivals: null,
    patterns: {
      of: new Uint32Array(0),
      levels: new Uint8Array(0),
      candidates: new Float64Array(0),
      matched: new Float64Array(0),
    },
    foundBy: new Uint8Array(0),
    keys: [],
  };
}

/** Pairs ordered by (left, right). */
function sortedPairs({ left, right, count }: Pairs): Pairs {
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = left[i]! * 4294967296 + right[i]!;
  keys.sort();
  const sorted = { left: new Uint32Array(count), right: new Uint32Array(count), count };
  for (let i = 0; i < count; i++) {
    const l = Math.floor(keys[i]! / 4294967296);
    sorted.left[i] = l;
    sorted.right[i] = keys[i]! - l * 4294967296;
  }
  return sorted;
}
