import { suggestedThreshold } from '../match/honesty/threshold';
import type { ClusterResult, MatchResult, MatchSettings } from '../match/types';
import type { FieldName } from './field-words';
import type { Model } from './model';
import { decidedClusters, undecidedClusters } from './queue';
import type { MatchReport, WeightHistogram } from './review-types';

/** Weights of the histogram, in bits: what lies outside stands in the first or last bin. */
const HISTOGRAM_FROM = -8;
const HISTOGRAM_STEP = 0.5;
const HISTOGRAM_BINS = 56;

/**
 * How duplicates of an object are found and what comes of it. Under other settings than the agreed ones nothing is kept
 * but the scored pairs, so that trying thresholds costs one clustering and applying what was tried costs no comparison.
 */
export async function matchReport(
  model: Model,
  object: string,
  draft: MatchSettings | null,
): Promise<MatchReport> {
  const settings = draft ?? model.matchSettings(object);
  const result = await model.learned(object, settings);
  const clusters = await (draft ? model.clustersUnder(object, draft) : model.clusters(object));
  const waiting = draft
    ? await waitingUnder(model, object, clusters)
    : (await undecidedClusters(model, object)).size;
  const labels = await model.labels(object);
  const { expected } = clusters;
  return {
    object,
    records: (await model.records(object)).count,
    totalPairs: result.totalPairs,
    settings,
    summary: {
      merges: expected.merges,
      wrong: { expected: expected.wrong, low: expected.low, high: expected.high },
      refused: clusters.refused,
      missed: clusters.missed,
      waiting,
      candidates: result.candidates,
      notCompared: notCompared(result),
    },
    blocking: result.blocking,
    keys: result.keys,
    comparisons: withLabels(model, object, result),
    fieldNames: fieldNames(model, object, result),
    histogram: weightHistogram(result),
    suggestedThreshold: suggestedThreshold(result),
    sources: await sourcesOf(model, object),
    labels: { pairs: labels.length, decisions: new Set(labels.map(({ decision }) => decision)).size },
    capped: clusters.capped,
  };
}

/** Pairs left out of blocks that were too large, over all rules. */
export function notCompared({ blocking }: MatchResult): number {
  return blocking.reduce((sum, { dropped, origin }) => (origin === 'off' ? sum : sum + dropped), 0);
}

async function waitingUnder(model: Model, object: string, { clusters }: ClusterResult): Promise<number> {
  const decided = await decidedClusters(model, object, clusters);
  return clusters.filter(({ id, outcome }) => outcome === 'possible' && !decided.has(id)).length;
}

/** The fields that are compared, as people call them. */
export function fieldNames(model: Model, object: string, { comparisons }: MatchResult): readonly FieldName[] {
  const used = new Set(comparisons.flatMap(({ name, fields }) => [name, ...fields]));
  return model
    .mapped(object)
    .object.fields.filter(({ api }) => used.has(api))
    .map(({ api, label }) => ({ api, label }));
}

/** Comparisons under the labels people know instead of the names of fields. */
function withLabels(model: Model, object: string, { comparisons }: MatchResult): MatchResult['comparisons'] {
  const labels = new Map(model.mapped(object).object.fields.map(({ api, label }) => [api, label]));
  return comparisons.map((comparison) => ({
    ...comparison,
    name: labels.get(comparison.name) ?? comparison.name,
    fields: comparison.fields.map((field) => labels.get(field) ?? field),
  }));
}

/** Kept pairs that rules brought together, by weight. */
export function weightHistogram({ weight, foundBy }: MatchResult): WeightHistogram {
  const counts = new Array<number>(HISTOGRAM_BINS).fill(0);
  for (let i = 0; i < weight.length; i++) {
    if (foundBy[i] === 0) continue;
    const bin = Math.floor((weight[i]! - HISTOGRAM_FROM) / HISTOGRAM_STEP);
    const inside = Math.max(0, Math.min(HISTOGRAM_BINS - 1, bin));
    counts[inside] = counts[inside]! + 1;
  }
  return { from: HISTOGRAM_FROM, step: HISTOGRAM_STEP, counts };
}

async function sourcesOf(model: Model, object: string): Promise<MatchReport['sources']> {
  const { sourceIds, source } = await model.matchInput(object);
  const records = new Uint32Array(sourceIds.length);
  for (const at of source) records[at] = records[at]! + 1;
  const tables = sourceIds.map((id) => model.tableState(id));
  return tables.map((table, at) => {
    const own = model.state.sources.find((item) => item.id === table.sourceId)?.name ?? table.name;
    const severalTables = tables.filter(({ sourceId }) => sourceId === table.sourceId).length > 1;
    return {
      id: table.id,
      name: severalTables ? `${own} · ${table.name}` : own,
      records: records[at]!,
    };
  });
}
