import type { Cluster, DendrogramStep } from '@shared/match/types';

/** A place where the dendrogram of a cluster can be cut; pure, so that it can be tested without a window. */
export interface CutStop {
  /** The weakest average weight that is still joined; null where nothing is. */
  readonly weight: number | null;
  /** The groups it leaves, each ascending, in order of their smallest record. */
  readonly groups: readonly (readonly number[])[];
}

/**
 * All cuts that give different groups, from all apart to as much together as the steps allow. Steps of one weight are
 * taken together: a cut cannot pass between them.
 */
export function cutStops(cluster: Pick<Cluster, 'members' | 'steps'>): readonly CutStop[] {
  const groupOf = new Map<number, readonly number[]>(cluster.members.map((row) => [row, [row]]));
  const groups = (): readonly (readonly number[])[] =>
    cluster.members.flatMap((row) => (groupOf.get(row)![0] === row ? [groupOf.get(row)!] : []));
  const stops: CutStop[] = [{ weight: null, groups: groups() }];
  cluster.steps.forEach((step, at) => {
    const group = [...step.a, ...step.b].sort((a, b) => a - b);
    for (const row of group) groupOf.set(row, group);
    if (cluster.steps[at + 1]?.weight !== step.weight) stops.push({ weight: step.weight, groups: groups() });
  });
  return stops;
}

/** The stop that leaves the groups suggested, or the nearest that joins less. */
export function suggestedStop(cluster: Pick<Cluster, 'steps'>, stops: readonly CutStop[]): number {
  const weakest = cluster.steps.reduce<number | null>(
    (low, step) => (step.joined && (low === null || step.weight < low) ? step.weight : low),
    null,
  );
  if (weakest === null) return 0;
  return Math.max(
    0,
    stops.findLastIndex(({ weight }) => weight !== null && weight >= weakest),
  );
}

/** "2 and 1" of the sizes of groups, largest first; single records are counted together. */
export function cutWords({ groups }: CutStop): string {
  const joined = groups.filter((group) => group.length > 1).map((group) => group.length);
  const alone = groups.length - joined.length;
  const parts = joined.sort((a, b) => b - a).map((size) => `${size} together`);
  if (alone > 0) parts.push(`${alone} alone`);
  return parts.join(', ');
}

export interface TreeLine {
  readonly key: string;
  readonly d: string;
  readonly step: DendrogramStep;
}

export interface TreeLayout {
  readonly lines: readonly TreeLine[];
  /** Where the cut of each stop stands. */
  readonly cuts: readonly number[];
  readonly height: number;
}

export const ROW = 18;
export const TREE_WIDTH = 250;
const START = 4;
const FIRST = 26;

/** Draws the steps: a leaf a row, the further right a join stands the weaker it is. */
export function treeLayout(
  cluster: Pick<Cluster, 'members' | 'steps'>,
  stops: readonly CutStop[],
): TreeLayout {
  const weights = cluster.steps.map((step) => step.weight);
  const top = Math.max(1, ...weights);
  const low = Math.min(0, ...weights);
  const scale = (weight: number): number =>
    FIRST + ((top - weight) / (top - low || 1)) * (TREE_WIDTH - FIRST - 34);
  const nodes = new Map<string, { x: number; y: number }>(
    leafOrder(cluster).map((member, row) => [String(member), { x: START, y: row * ROW + ROW / 2 }]),
  );
  const lines: TreeLine[] = [];
  const xOf = new Map<number, number>();
  cluster.steps.forEach((step, index) => {
    const a = nodes.get(step.a.join());
    const b = nodes.get(step.b.join());
    if (!a || !b) return;
    const at = Math.max(scale(step.weight), a.x + 6, b.x + 6);
    lines.push({ key: String(index), d: `M${a.x} ${a.y}H${at}V${b.y}H${b.x}`, step });
    xOf.set(step.weight, Math.max(xOf.get(step.weight) ?? 0, at));
    const members = [...step.a, ...step.b].sort((p, q) => p - q);
    nodes.set(members.join(), { x: at, y: (a.y + b.y) / 2 });
  });
  const places = stops.map(({ weight }) => (weight === null ? START + 4 : (xOf.get(weight) ?? START)));
  const cuts = places.map((x, at) => {
    const next = places[at + 1];
    return next === undefined ? x + 14 : (x + next) / 2;
  });
  return { lines, cuts, height: cluster.members.length * ROW };
}

/** Members so that what is joined stands together: no lines cross. */
export function leafOrder(cluster: Pick<Cluster, 'members' | 'steps'>): readonly number[] {
  const runs = new Map<number, readonly number[]>(cluster.members.map((row) => [row, [row]]));
  for (const { a, b } of cluster.steps) {
    const run = [...(runs.get(a[0]!) ?? a), ...(runs.get(b[0]!) ?? b)];
    for (const row of run) runs.set(row, run);
  }
  const order: number[] = [];
  const seen = new Set<number>();
  for (const member of cluster.members) {
    for (const row of runs.get(member) ?? [member]) {
      if (seen.has(row)) continue;
      seen.add(row);
      order.push(row);
    }
  }
  return order;
}
