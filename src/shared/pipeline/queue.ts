import type { ClusterDecision } from '../journal/types';
import { ComponentClusterer } from '../match/cluster/component';
import { indexDecisions } from '../match/cluster/decisions';
import { expectedChange } from '../match/cluster/queue';
import { probabilityOf } from '../match/scoring/scorer';
import { sourceRules } from '../match/sources';
import type { Cluster, ClusterResult } from '../match/types';
import type { Model } from './model';
import type { ClusterQuestion, ClusterView } from './review-types';

/** The clusters of an object as a person works through them. */
export interface ReviewQueue {
  readonly views: Readonly<Record<ClusterView, readonly Cluster[]>>;
  /** Ids of the clusters that wait for a person. */
  readonly open: ReadonlySet<number>;
  /** The decision behind each decided cluster, by its id. */
  readonly decided: ReadonlyMap<number, ClusterDecision>;
  /** Share of the doubt before any decision that is still open. */
  readonly doubtLeft: number;
}

/** The queue of an object, kept until a decision or a setting changes. */
export function reviewQueue(model: Model, object: string): Promise<ReviewQueue> {
  const inputs = {
    clusters: model.clusterKey(object),
    decisions: model.decisions(object).map(({ seq }) => seq),
  };
  return model.stage('queue', 1, inputs, async () => {
    const { clusters } = await model.clusters(object);
    const decided = new Map(await decidedClusters(model, object, clusters));
    const open = clusters.filter((cluster) => cluster.outcome === 'possible' && !decided.has(cluster.id));
    const alone = await decisionsAlone(model, object, clusters, decided);
    const shownAlone = new Set(alone.map(({ decision }) => decision));
    const whole = clusters.filter(({ id }) => {
      const decision = decided.get(id);
      return decision !== undefined && !shownAlone.has(decision);
    });
    for (const { cluster, decision } of alone) decided.set(cluster.id, decision);
    const latestFirst = [...whole, ...alone.map(({ cluster }) => cluster)].sort(
      (a, b) => decided.get(b.id)!.seq - decided.get(a.id)!.seq || a.id - b.id,
    );
    return {
      views: {
        open,
        decided: latestFirst,
        doubtful: doubtfulFirst(clusters.filter((c) => c.outcome === 'match' && !decided.has(c.id))),
        all: clusters,
      },
      open: new Set(open.map(({ id }) => id)),
      decided,
      doubtLeft: await doubtLeft(model, object, open),
    };
  });
}

/** Ids of clusters that are uncertain and that nobody has decided on. */
export async function undecidedClusters(model: Model, object: string): Promise<ReadonlySet<number>> {
  return (await reviewQueue(model, object)).open;
}

/** Decision behind each cluster whose members were all judged in one and the same decision, the latest one. */
export async function decidedClusters(
  model: Model,
  object: string,
  clusters: ClusterResult['clusters'],
): Promise<ReadonlyMap<number, ClusterDecision>> {
  const { keys } = await model.records(object);
  const latest = latestDecisions(model.decisions(object));
  const decided = new Map<number, ClusterDecision>();
  if (latest.size === 0) return decided;
  for (const cluster of clusters) {
    const first = latest.get(keys[cluster.members[0]!]!);
    if (first && cluster.members.every((member) => latest.get(keys[member]!) === first)) {
      decided.set(cluster.id, first);
    }
  }
  return decided;
}

function latestDecisions(decisions: readonly ClusterDecision[]): ReadonlyMap<string, ClusterDecision> {
  const latest = new Map<string, ClusterDecision>();
  for (const decision of decisions)
    for (const group of decision.groups) for (const key of group) latest.set(key, decision);
  return latest;
}

/**
 * Decisions in force whose records make no cluster of their own: what was kept apart and has since been found less
 * alike, two records of a larger cluster, records of different clusters. Each gets a cluster with the id `-seq`, so that
 * it can still be looked at and taken back.
 */
async function decisionsAlone(
  model: Model,
  object: string,
  clusters: readonly Cluster[],
  decided: ReadonlyMap<number, ClusterDecision>,
): Promise<{ cluster: Cluster; decision: ClusterDecision }[]> {
  const decisions = model.decisions(object);
  if (decisions.length === 0) return [];
  const index = await model.keyIndex(object);
  const latest = latestDecisions(decisions);
  const size = new Map<ClusterDecision, number>();
  for (const cluster of clusters) {
    const decision = decided.get(cluster.id);
    if (decision) size.set(decision, Math.max(size.get(decision) ?? 0, cluster.members.length));
  }
  const missing = decisions.flatMap((decision) => {
    const rows = decision.groups
      .flat()
      .filter((key) => latest.get(key) === decision)
      .flatMap((key) => index.get(key) ?? []);
    return rows.length > 1 && size.get(decision) !== rows.length ? [{ decision, rows }] : [];
  });
  if (missing.length === 0) return [];
  const input = await model.matchInput(object);
  const settings = model.matchSettings(object);
  const clusterer = new ComponentClusterer(
    await model.learned(object),
    input,
    sourceRules(input, settings),
    indexDecisions(await model.constraints(object)),
    settings.matchThreshold,
  );
  return missing.map(({ decision, rows }) => ({
    decision,
    cluster: { ...clusterer.cluster(Uint32Array.from(rows).sort()), id: -decision.seq },
  }));
}

function doubtfulFirst(clusters: readonly Cluster[]): Cluster[] {
  const wrong = new Map(clusters.map((cluster) => [cluster, expectedWrong(cluster)]));
  return [...clusters].sort((a, b) => wrong.get(b)! - wrong.get(a)! || a.id - b.id);
}

/** Joins of a cluster that are expected to be wrong. */
function expectedWrong({ steps }: Cluster): number {
  return steps.reduce((sum, step) => (step.joined ? sum + 1 - probabilityOf(step.weight) : sum), 0);
}

/** Doubt of the open clusters against that of the queue before any decision. */
async function doubtLeft(model: Model, object: string, open: readonly Cluster[]): Promise<number> {
  // Asked for while nobody has decided anything, it is at hand when somebody does.
  const isFresh = model.decisions(object).length === 0;
  const before = isFresh || open.length > 0 ? await model.doubtBefore(object) : 0;
  if (open.length === 0) return 0;
  return before === 0 ? 1 : Math.min(1, doubtOf(open) / before);
}

/** What the answers about these clusters are expected to change. */
export function doubtOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, cluster) => sum + expectedChange(cluster), 0);
}

/** The step of a cluster that an answer changes most. */
export function questionOf(cluster: Cluster): ClusterQuestion | null {
  let best: ClusterQuestion | null = null;
  let most = 0;
  for (const { a, b, weight, joined } of cluster.steps) {
    const probability = probabilityOf(weight);
    const change = a.length * b.length * (joined ? 1 - probability : probability);
    if (change <= most) continue;
    most = change;
    best = { moves: a.length + b.length, probability };
  }
  return best;
}
