import { AppFailure } from '../base/result';
import type { RecordSet } from '../mapping/types';
import { explainPair } from '../match/explain';
import type { Cluster, PairExplanation } from '../match/types';
import { type Column, EMPTY } from '../table/types';
import { decidedClusters, undecidedClusters } from './dispositions';
import { type GoldenPreview, previewGolden } from './golden-preview';
import { differenceMarks } from './marks';
import type { Model } from './model';
import { keyPart, titlesOf } from './titles';
import type {
  ClusterDetail,
  ClusterListItem,
  ClusterPage,
  GoldenValue,
  MatchReport,
  ReviewRecord,
} from './types';

/** One page of clusters of an object. `open` = waits for a person; `all` also shows what was joined automatically. */
export async function clusterPage(
  model: Model,
  object: string,
  show: 'open' | 'decided' | 'all',
  start: number,
  count: number,
): Promise<ClusterPage> {
  const result = await model.clusters(object);
  const records = await model.records(object);
  const decided = await decidedClusters(model, object);
  const undecided = await undecidedClusters(model, object);
  const title = titlesOf(records, model.mapped(object).object);
  const shown = result.clusters.filter((cluster) =>
    show === 'open' ? undecided.has(cluster.id) : show === 'decided' ? decided.has(cluster.id) : true,
  );
  const stateOf = (cluster: Cluster): ClusterListItem['state'] => {
    const decision = decided.get(cluster.id);
    if (decision)
      return decision.verdict === 'merge' ? 'merged' : decision.verdict === 'split' ? 'split' : 'separated';
    return undecided.has(cluster.id) ? 'open' : 'automatic';
  };
  return {
    object,
    total: shown.length,
    open: undecided.size,
    decided: decided.size,
    items: shown.slice(start, start + count).map((cluster) => ({
      id: cluster.id,
      title: title(cluster.members[0]!),
      size: cluster.members.length,
      sources: new Set(cluster.members.map((member) => records.table[member]!)).size,
      probability: cluster.probability,
      outcome: cluster.outcome,
      state: stateOf(cluster),
    })),
    expected: result.expected,
  };
}

export async function matchReport(model: Model, object: string): Promise<MatchReport> {
  const result = await model.matches(object);
  return {
    object,
    records: (await model.records(object)).count,
    candidates: result.candidates,
    totalPairs: result.totalPairs,
    blocking: result.blocking,
    comparisons: result.comparisons,
  };
}

/** Explains any two records of an object. */
export async function explain(
  model: Model,
  object: string,
  left: number,
  right: number,
): Promise<PairExplanation> {
  const pair = explainPair(
    await model.matchInput(object),
    await model.matches(object),
    model.matchSettings(object),
    await model.constraints(object),
    left,
    right,
  );
  const labels = new Map(model.mapped(object).object.fields.map((field) => [field.api, field.label]));
  const parts = pair.parts.map((part) => ({
    ...part,
    comparison: labels.get(part.comparison) ?? part.comparison,
  }));
  return { ...pair, parts };
}

/** Everything the review screen shows about one cluster. */
export async function clusterDetail(model: Model, object: string, id: number): Promise<ClusterDetail> {
  const { clusters } = await model.clusters(object);
  const cluster = clusters.find((item) => item.id === id);
  if (!cluster) {
    throw new AppFailure({
      code: 'CLUSTER_GONE',
      message:
        'This cluster no longer exists: a decision or a new extract changed it. Go on with the next one.',
      details: { object, id },
    });
  }
  const target = model.mapped(object).object;
  const records = await model.records(object);
  const decision = (await decidedClusters(model, object)).get(id);
  const groups = await goldenGroups(model, object, cluster, records);
  const groupOf = new Map(cluster.groups.flatMap((group, index) => group.map((member) => [member, index])));
  const fields = records.columns.flatMap((column, index) => {
    const field = target.fields.find((item) => item.api === column.name);
    const filled = cluster.members.some((member) => column.codes[member] !== EMPTY);
    return field && filled ? [{ api: field.api, label: field.label, column, index }] : [];
  });
  const linked = await linkedCounts(model, object);
  const activity = await activityOf(model, object, records);
  const view: ReviewRecord[] = [];
  for (const member of cluster.members) {
    const table = model.tableState(records.tables[records.table[member]!]!);
    const lines = (await model.ingested(table.id)).lines;
    const own = groups.find(({ group }) => group.includes(member)) ?? groups[0];
    view.push({
      index: member,
      key: records.keys[member]!,
      sourceName: model.state.sources.find((source) => source.id === table.sourceId)?.name ?? table.name,
      line: lines[records.row[member]!]!,
      group: groupOf.get(member) ?? -1,
      activity: activity(member),
      cells: fields.map(({ column, index }) => {
        const value = column.values[column.codes[member]!]!;
        return { value, marks: differenceMarks(value, own?.preview.values[index] ?? value) };
      }),
      linked: linked(member),
    });
  }
  const sourceOf = new Map(view.map((record) => [record.index, record.sourceName]));
  return {
    cluster,
    object,
    title: titlesOf(records, target)(cluster.members[0]!),
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
  fields: readonly { label: string; column: Column; index: number }[],
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

/** How many records of other objects point at a record: "3 contacts, 2 opportunities". */
async function linkedCounts(model: Model, object: string): Promise<(record: number) => string> {
  const counts = await model.stage('linked', 2, { object, all: model.allLinkedKeys() }, async () => {
    const out: { label: string; plural: string; counts: Uint32Array }[] = [];
    const { count } = await model.records(object);
    for (const other of model.objects) {
      if (other.object.name === object) continue;
      const records = await model.records(other.object.name);
      const total = new Uint32Array(count);
      for (const reference of records.references) {
        if (reference.object !== object) continue;
        for (const target of reference.target) if (target >= 0) total[target] = total[target]! + 1;
      }
      out.push({
        label: other.object.label.toLowerCase(),
        plural: other.object.labelPlural.toLowerCase(),
        counts: total,
      });
    }
    return out;
  });
  return (record) =>
    counts
      .filter((item) => item.counts[record]! > 0)
      .map((item) => `${item.counts[record]!} ${item.counts[record] === 1 ? item.label : item.plural}`)
      .join(', ');
}

async function activityOf(
  model: Model,
  object: string,
  records: RecordSet,
): Promise<(record: number) => string | null> {
  const { recencyField } = await model.survivorship(object);
  const column = records.columns.find((item) => item.name === recencyField);
  return (record) =>
    column && column.codes[record] !== 0 ? column.values[column.codes[record]!]!.slice(0, 10) : null;
}
