import { AppFailure } from '../base/result';
import type { RecordSet } from '../mapping/types';
import { explainPair } from '../match/explain';
import type { Cluster, PairExplanation } from '../match/types';
import { EMPTY } from '../table/types';
import { withFieldLabels } from './field-words';
import { type GoldenPreview, previewGolden } from './golden-preview';
import { fieldNames, notCompared } from './match-report';
import type { Model } from './model';
import { questionOf, type ReviewQueue, reviewQueue } from './queue';
import { recordViewer, type ShownField } from './review-records';
import type {
  ClusterDetail,
  ClusterListItem,
  ClusterPage,
  ClusterView,
  GoldenValue,
  ReviewRecord,
} from './review-types';
import { keyPart, titlesOf } from './titles';

/** One page of clusters of an object. */
export async function clusterPage(
  model: Model,
  object: string,
  show: ClusterView,
  start: number,
  count: number,
): Promise<ClusterPage> {
  const { expected, refused, missed, capped, clusters } = await model.clusters(object);
  const records = await model.records(object);
  const queue = await reviewQueue(model, object);
  const shown = queue.views[show];
  const title = titlesOf(records, model.mapped(object).object);
  return {
    object,
    total: shown.length,
    open: queue.open.size,
    decided: queue.views.decided.length,
    automatic: queue.views.doubtful.length,
    related: clusters.filter(({ outcome }) => outcome === 'related').length,
    items: shown.slice(start, start + count).map((cluster): ClusterListItem => {
      const state = stateOf(cluster, queue);
      return {
        id: cluster.id,
        title: title(cluster.members[0]!),
        size: cluster.members.length,
        sources: new Set(cluster.members.map((member) => records.table[member]!)).size,
        probability: cluster.probability,
        outcome: cluster.outcome,
        state,
        question: state === 'open' || state === 'automatic' ? questionOf(cluster) : null,
      };
    }),
    doubtLeft: queue.doubtLeft,
    expected,
    refused,
    missed,
    capped: capped.length,
    notCompared: notCompared(await model.matches(object)),
  };
}

function stateOf(cluster: Cluster, { decided, open }: ReviewQueue): ClusterListItem['state'] {
  const decision = decided.get(cluster.id);
  if (decision)
    return decision.verdict === 'merge' ? 'merged' : decision.verdict === 'split' ? 'split' : 'separated';
  if (open.has(cluster.id)) return 'open';
  return cluster.outcome === 'related' ? 'related' : 'automatic';
}

/** Explains any two records of an object. */
export async function explain(
  model: Model,
  object: string,
  left: number,
  right: number,
): Promise<PairExplanation> {
  const context = {
    input: await model.matchInput(object),
    result: await model.learned(object),
    settings: model.matchSettings(object),
    constraints: await model.constraints(object),
    clusters: await model.clusters(object),
  };
  const pair = explainPair(context, left, right);
  const names = fieldNames(model, object, await model.learned(object));
  const readable = (text: string | null): string | null => text && withFieldLabels(text, names);
  return {
    ...pair,
    parts: pair.parts.map((part) => ({
      ...part,
      comparison: withFieldLabels(part.comparison, names),
      level: withFieldLabels(part.level, names),
      note: readable(part.note),
    })),
    counterfactual: readable(pair.counterfactual),
    whyNot: readable(pair.whyNot),
  };
}

/** Everything the review screen shows about one cluster. */
export async function clusterDetail(model: Model, object: string, id: number): Promise<ClusterDetail> {
  const queue = await reviewQueue(model, object);
  const cluster = (id < 0 ? queue.views.decided : queue.views.all).find((item) => item.id === id);
  if (!cluster) {
    throw new AppFailure({
      code: 'CLUSTER_GONE',
      message:
        'This cluster no longer exists: a decision or a new extract changed it. Go on with the next one.',
      details: { object, id },
    });
  }
  const records = await model.records(object);
  const decision = queue.decided.get(id);
  const groups = await goldenGroups(model, object, cluster, records);
  const groupOf = new Map(cluster.groups.flatMap((group, index) => group.map((member) => [member, index])));
  const viewer = await recordViewer(model, object, cluster.members);
  const { fields } = viewer;
  const view: ReviewRecord[] = [];
  for (const member of cluster.members) {
    const own = groups.find(({ group }) => group.includes(member)) ?? groups[0];
    view.push(
      await viewer.view(member, groupOf.get(member) ?? -1, ({ index }) => own?.preview.values[index]),
    );
  }
  const sourceOf = new Map(view.map((record) => [record.index, record.sourceName]));
  return {
    cluster,
    object,
    title: titlesOf(records, model.mapped(object).object)(cluster.members[0]!),
    fields: fields.map(({ api, label }) => ({ api, label })),
    records: view,
    golden: groups.map(({ index: group, preview }) => ({
      group,
      values: fields.map(({ index }): GoldenValue => {
        const from = preview.from[index]!;
        return {
          value: preview.values[index]!,
          origin: `${sourceOf.get(from) ?? ''} ${keyPart(records.keys[from]!)}`.trim(),
          reason: preview.reasons[index]!,
          from: records.keys[from]!,
        };
      }),
    })),
    why: await explainJoin(model, object, cluster, true),
    whyNot: await explainJoin(model, object, cluster, false),
    decided: decision ? { verdict: decision.verdict, actor: decision.actor, at: decision.at } : null,
    lost: groups.flatMap(({ group, preview }) => lostValues(fields, group, preview, records)),
  };
}

interface GoldenGroup {
  /** Number of the suggested group; -1 = all members together, shown where nothing is suggested. */
  readonly index: number;
  readonly group: readonly number[];
  readonly preview: GoldenPreview;
}

/** The golden record of each suggested group; of all together where the suggestion joins none. */
async function goldenGroups(
  model: Model,
  object: string,
  cluster: Cluster,
  records: RecordSet,
): Promise<readonly GoldenGroup[]> {
  const rules = await model.survivorship(object);
  const choices = model.state.choices.filter((choice) => choice.object === object);
  const joined = cluster.groups.flatMap((group, index) => (group.length > 1 ? [{ group, index }] : []));
  const shown = joined.length > 0 ? joined : [{ group: cluster.members, index: -1 }];
  return shown.map(({ group, index }) => ({
    index,
    group,
    preview: previewGolden(records, group, rules, choices),
  }));
}

/** The pair that explains the weakest join taken, or the strongest one refused. */
async function explainJoin(
  model: Model,
  object: string,
  cluster: Cluster,
  joined: boolean,
): Promise<PairExplanation | null> {
  const steps = cluster.steps.filter((step) => step.joined === joined);
  const step = joined
    ? steps.reduce<(typeof steps)[number] | null>(
        (worst, s) => (worst && worst.weight <= s.weight ? worst : s),
        null,
      )
    : steps.reduce<(typeof steps)[number] | null>(
        (best, s) => (best && best.weight >= s.weight ? best : s),
        null,
      );
  if (!step) return null;
  return explain(model, object, step.a[0]!, step.b[0]!);
}

/** Filled values that a golden record does not keep, as sentences. */
function lostValues(
  fields: readonly ShownField[],
  group: readonly number[],
  preview: GoldenPreview,
  records: RecordSet,
): string[] {
  return fields.flatMap(({ label, column, index }) => {
    const differs = group.filter((member) => {
      const code = column.codes[member]!;
      return code !== EMPTY && column.values[code] !== preview.values[index];
    });
    if (differs.length === 0) return [];
    const values = [...new Set(differs.map((member) => `“${column.values[column.codes[member]!]!}”`))];
    return [`${label}: ${values.join(', ')} (${differs.map((m) => keyPart(records.keys[m]!)).join(', ')})`];
  });
}
