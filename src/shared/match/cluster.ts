import { componentsOf, membersOf } from './cluster/components';
import { averageLinkage, CANNOT_LINK, MUST_LINK, UNKNOWN } from './cluster/linkage';
import { oddsOf, probabilityOf, Scorer } from './scoring/scorer';
import type { Cluster, ClusterResult, Constraints, MatchInput, MatchResult, MatchSettings } from './types';

/** Clusters of components no decision touches, kept per result and settings: a decision costs only its component. */
const remembered = new WeakMap<
  MatchResult,
  { key: string; clusters: Map<string, Cluster>; scorer: Scorer }
>();

/**
 * Groups records: components over the pairs at the review threshold, completed (every pair inside scored) and cut by
 * average linkage. Decisions are obeyed: must-link pairs are together, cannot-link pairs apart. A must-link may join
 * components. Same input, same output; record order only renames.
 */
export function clusterRecords(
  result: MatchResult,
  input: MatchInput,
  settings: MatchSettings,
  constraints: Constraints,
): ClusterResult {
  const memory = memoryFor(result, settings);
  const review = oddsOf(settings.reviewThreshold);
  const must = constraints.mustLink;
  const sets = componentsOf(input.count, result.left, result.right, result.weight, review, must);
  const touched = pairIndex(constraints);
  const starts = startsOf(result.left, input.count);
  const groupOf = Uint32Array.from({ length: input.count }, (_, row) => row);
  const clusters: Cluster[] = [];
  const roots = sets.roots();
  const local = new Int32Array(input.count).fill(-1);
  for (const members of membersOf(roots)) {
    const free = members.every((row) => !touched.rows.has(row));
    const name = `${members[0]}:${members.length}:${members[members.length - 1]}`;
    let cluster = free ? memory.clusters.get(name) : undefined;
    if (!cluster || !sameMembers(cluster.members, members)) {
      cluster = clusterOne(members, {
        result,
        input,
        settings,
        starts,
        local,
        touched,
        scorer: memory.scorer,
      });
      if (free) memory.clusters.set(name, cluster);
    }
    clusters.push(cluster);
    for (const group of cluster.groups) for (const row of group) groupOf[row] = group[0]!;
  }
  const decided = touched.must;
  const expected = expectedErrors(clusters, decided);
  return { groupOf, clusters: inReviewOrder(clusters), expected, missed: null, relations: [], capped: [] };
}

function memoryFor(
  result: MatchResult,
  settings: MatchSettings,
): { clusters: Map<string, Cluster>; scorer: Scorer } {
  const key = JSON.stringify([
    settings.matchThreshold,
    settings.reviewThreshold,
    settings.oneToOne,
    settings.withinSource,
  ]);
  const known = remembered.get(result);
  if (known?.key === key) return known;
  const fresh = { key, clusters: new Map<string, Cluster>(), scorer: known?.scorer ?? new Scorer(result) };
  remembered.set(result, fresh);
  return fresh;
}

function sameMembers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}

interface Touched {
  readonly rows: ReadonlySet<number>;
  readonly must: ReadonlySet<number>;
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly mark: number }[];
  readonly byRow: ReadonlyMap<number, readonly { readonly other: number; readonly mark: number }[]>;
}

/** Decisions by record. A must-link stands above a cannot-link on the same pair. */
function pairIndex(constraints: Constraints): Touched {
  const rows = new Set<number>();
  const must = new Set<number>();
  const pairs: { a: number; b: number; mark: number }[] = [];
  const byRow = new Map<number, { other: number; mark: number }[]>();
  const add = (a: number, b: number, mark: number): void => {
    if (a === b) return;
    pairs.push({ a, b, mark });
    for (const [row, other] of [
      [a, b],
      [b, a],
    ] as const) {
      rows.add(row);
      if (mark === MUST_LINK) must.add(row);
      const list = byRow.get(row);
      if (list) list.push({ other, mark });
      else byRow.set(row, [{ other, mark }]);
    }
  };
  for (const [a, b] of constraints.cannotLink) add(a, b, CANNOT_LINK);
  for (const [a, b] of constraints.mustLink) add(a, b, MUST_LINK);
  return { rows, must, pairs, byRow };
}

function startsOf(left: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const l of left) starts[l + 1] = starts[l + 1]! + 1;
  for (let row = 0; row < count; row++) starts[row + 1] = starts[row + 1]! + starts[row]!;
  return starts;
}

interface Context {
  readonly result: MatchResult;
  readonly input: MatchInput;
  readonly settings: MatchSettings;
  readonly starts: Uint32Array;
  readonly local: Int32Array;
  readonly touched: Touched;
  readonly scorer: Scorer;
}

function clusterOne(members: readonly number[], context: Context): Cluster {
  const { settings } = context;
  const matrix = weightMatrix(members, context);
  const linkage = averageLinkage(members.length, matrix, oddsOf(settings.matchThreshold));
  const rows = (list: readonly number[]): number[] => list.map((i) => members[i]!);
  const groups = linkage.groups.map(rows).sort((a, b) => a[0]! - b[0]!);
  const steps = linkage.steps.map(({ a, b, weight, joined }) => ({ a: rows(a), b: rows(b), weight, joined }));
  const joined = steps.filter((step) => step.joined).map((step) => step.weight);
  const refused = steps.filter((step) => !step.joined).map((step) => step.weight);
  const telling = joined.length > 0 ? Math.min(...joined) : Math.max(...refused, -99);
  return {
    id: members[0]!,
    members,
    groups,
    outcome: joined.length > 0 ? 'match' : 'possible',
    probability: probabilityOf(telling),
    steps,
  };
}

/** Weights between all members, from the result where it has them, else scored now; decisions written over. */
function weightMatrix(members: readonly number[], context: Context): Float64Array {
  const { result, input, settings, starts, local, touched, scorer } = context;
  const n = members.length;
  const matrix = new Float64Array(n * n).fill(UNKNOWN);
  members.forEach((row, i) => {
    local[row] = i;
  });
  members.forEach((row, i) => {
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const j = local[result.right[k]!]!;
      if (j < 0) continue;
      matrix[i * n + j] = result.weight[k]!;
      matrix[j * n + i] = result.weight[k]!;
    }
  });
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const sameSource = input.source[members[i]!] === input.source[members[j]!];
      let weight = matrix[i * n + j]!;
      if (settings.oneToOne && sameSource) weight = CANNOT_LINK;
      else if (Number.isNaN(weight) && (settings.withinSource || !sameSource))
        weight = Math.fround(scorer.weight(members[i]!, members[j]!));
      matrix[i * n + j] = weight;
      matrix[j * n + i] = weight;
    }
  members.forEach((row, i) => {
    for (const { other, mark } of touched.byRow.get(row) ?? []) {
      const j = local[other]!;
      if (j < 0) continue;
      if (mark === CANNOT_LINK && matrix[i * n + j] === MUST_LINK) continue;
      matrix[i * n + j] = mark;
      matrix[j * n + i] = mark;
    }
  });
  for (const row of members) local[row] = -1;
  return matrix;
}

/** Most uncertain and largest effect first: each join or refusal counts its doubt times the records it moves. */
function inReviewOrder(clusters: readonly Cluster[]): Cluster[] {
  const value = new Map<Cluster, number>();
  for (const cluster of clusters) {
    let sum = 0;
    for (const { a, b, weight } of cluster.steps) {
      const p = probabilityOf(weight);
      sum += Math.min(p, 1 - p) * Math.min(a.length, b.length);
    }
    value.set(cluster, sum);
  }
  return [...clusters].sort((a, b) => value.get(b)! - value.get(a)! || a.id - b.id);
}

/**
 * Joins taken on evidence, how many of them are expected to be wrong, and the 95 % interval of that number: each join
 * is wrong with one minus its probability. Joins inside a decided component are the person's and not counted.
 */
function expectedErrors(
  clusters: readonly Cluster[],
  decided: ReadonlySet<number>,
): ClusterResult['expected'] {
  let merges = 0;
  let wrong = 0;
  let variance = 0;
  for (const { steps } of clusters) {
    for (const { a, b, weight, joined } of steps) {
      if (!joined || (a.length === 1 && b.length === 1 && decided.has(a[0]!) && decided.has(b[0]!))) continue;
      const p = probabilityOf(weight);
      merges++;
      wrong += 1 - p;
      variance += p * (1 - p);
    }
  }
  const spread = 1.96 * Math.sqrt(variance);
  return { merges, wrong, low: Math.max(0, wrong - spread), high: wrong + spread };
}
