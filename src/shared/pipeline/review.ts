import { AppFailure } from '../base/result';
import type { RecordSet } from '../mapping/types';
import { explainPair } from '../match/explain';
import type { Cluster, PairExplanation } from '../match/types';
import type { GoldenSet } from '../survive/types';
import { decidedClusters, undecidedClusters } from './dispositions';
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
  return explainPair(
    await model.matchInput(object),
    await model.matches(object),
    model.matchSettings(object),
    await model.constraints(object),
    left,
    right,
  );
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
  const golden = await model.golden(object);
  const decision = (await decidedClusters(model, object)).get(id);
  const groupOf = new Map<number, number>();
  cluster.groups.forEach((group, index) => {
    for (const member of group) groupOf.set(member, index);
  });
  const fields = records.columns.flatMap((column, index) => {
    const field = target.fields.find((item) => item.api === column.name);
    const filled = cluster.members.some((member) => column.codes[member] !== 0);
    return field && filled ? [{ api: field.api, label: field.label, column, index }] : [];
  });
  const linked = await linkedCounts(model, object);
  const activity = await activityOf(model, object, records);
  const view: ReviewRecord[] = [];
  for (const member of cluster.members) {
    const table = model.tableState(records.tables[records.table[member]!]!);
    const lines = (await model.ingested(table.id)).lines;
    view.push({
      index: member,
      key: records.keys[member]!,
      sourceName: model.state.sources.find((source) => source.id === table.sourceId)?.name ?? table.name,
      line: lines[records.row[member]!]!,
      group: groupOf.get(member) ?? -1,
      activity: activity(member),
      cells: fields.map(({ column, index }) => {
        const value = column.values[column.codes[member]!]!;
        return { value, marks: differenceMarks(value, goldenText(golden, index, golden.goldenOf[member]!)) };
      }),
      linked: linked(member),
    });
  }
  const sourceOf = new Map(view.map((record) => [record.index, record.sourceName]));
  const joined = cluster.groups.flatMap((group, index) => (group.length > 1 ? [{ group, index }] : []));
  return {
    cluster,
    object,
    title: titlesOf(records, target)(cluster.members[0]!),
    fields: fields.map(({ api, label }) => ({ api, label })),
    records: view,
    golden: joined.map(({ group, index }) => ({
      group: index,
      values: fields.map(({ index: column }) =>
        goldenValue(golden, column, golden.goldenOf[group[0]!]!, records, sourceOf),
      ),
    })),
    why: await explainJoin(model, object, cluster, true),
    whyNot: await explainJoin(model, object, cluster, false),
    decided: decision ? { verdict: decision.verdict, actor: decision.actor, at: decision.at } : null,
    lost: lostValues(fields, joined, golden, records),
  };
}

function goldenText(golden: GoldenSet, column: number, index: number): string {
  const found = golden.records.columns[column]!;
  return found.values[found.codes[index]!]!;
}

function goldenValue(
  golden: GoldenSet,
  column: number,
  index: number,
  records: RecordSet,
  sourceOf: ReadonlyMap<number, string>,
): GoldenValue {
  const from = golden.origin[column]![index]!;
  return {
    value: goldenText(golden, column, index),
    origin: `${sourceOf.get(from) ?? ''} ${keyPart(records.keys[from]!)}`.trim(),
    reason: golden.reasons[golden.reason[column]![index]!]!,
    from: records.keys[from]!,
  };
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

/** Filled values that no golden record keeps, as sentences. */
function lostValues(
  fields: readonly { label: string; column: RecordSet['columns'][number]; index: number }[],
  joined: readonly { group: readonly number[] }[],
  golden: GoldenSet,
  records: RecordSet,
): string[] {
  const lost: string[] = [];
  for (const { group } of joined) {
    for (const { label, column, index } of fields) {
      const kept = goldenText(golden, index, golden.goldenOf[group[0]!]!);
      const other = new Set(
        group
          .map((member) => column.values[column.codes[member]!]!)
          .filter((value) => value !== '' && value !== kept),
      );
      if (other.size === 0) continue;
      const keys = group.filter((member) => other.has(column.values[column.codes[member]!]!));
      lost.push(
        `${label}: ${[...other].map((value) => `“${value}”`).join(', ')} (${keys.map((k) => keyPart(records.keys[k]!)).join(', ')})`,
      );
    }
  }
  return lost;
}

/** How many records of other objects point at a record: "3 contacts, 2 opportunities". */
async function linkedCounts(model: Model, object: string): Promise<(record: number) => string> {
  const counts = await model.stage('linked', 1, model.linkedKey(object), async () => {
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
  return (record) => (column && column.codes[record] !== 0 ? column.values[column.codes[record]!]! : null);
}
