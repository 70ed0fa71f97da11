import type { ClusterResult, MatchResult } from '@shared/match/types';
import { dataRows, type OpenedTable } from './opened-table';
import { csvCell } from './output-file';

/** Cluster number, size and probability of every record that was matched. */
export interface ClusterNumbers {
  /** 1-based, in order of each cluster's first record; per record. */
  readonly numberOf: Uint32Array;
  /** Records per cluster number. */
  readonly size: Uint32Array;
  /** Probability of the weakest join that holds the cluster together, per cluster number; 1 for a record alone. */
  readonly probability: Float64Array;
  readonly clusters: number;
}

/** Numbers the clusters of a result. Linear in records and joins. */
export function numberClusters(result: ClusterResult, records: number): ClusterNumbers {
  const weakest = new Map<number, number>();
  for (const cluster of result.clusters) {
    for (const step of cluster.steps) {
      if (!step.joined) continue;
      const group = result.groupOf[step.a[0]!]!;
      const chance = 1 / (1 + 2 ** -step.weight);
      weakest.set(group, Math.min(weakest.get(group) ?? 1, chance));
    }
    for (const group of cluster.groups) {
      const root = result.groupOf[group[0]!]!;
      if (group.length > 1 && !weakest.has(root)) weakest.set(root, cluster.probability);
    }
  }
  const numberOf = new Uint32Array(records);
  const size = new Uint32Array(records + 1);
  const probability = new Float64Array(records + 1).fill(1);
  let clusters = 0;
  for (let record = 0; record < records; record++) {
    const root = result.groupOf[record]!;
    if (root === record) {
      numberOf[record] = ++clusters;
      probability[clusters] = weakest.get(root) ?? 1;
    } else {
      numberOf[record] = numberOf[root]!;
    }
    size[numberOf[record]!]!++;
  }
  return { numberOf, size, probability, clusters };
}

/** The sources of a run: tables one after another, as the matcher saw them. */
export interface NamedTables {
  readonly tables: readonly OpenedTable[];
  readonly names: readonly string[];
}

/**
 * Lines of `clusters.csv` without header: every data row of every source in file order. Rows that could not be read
 * stand alone, numbered after all others.
 */
export function* clusterLines({ tables, names }: NamedTables, clusters: ClusterNumbers): Generator<string> {
  let record = 0;
  let alone = clusters.clusters;
  for (const [index, { ingested }] of tables.entries()) {
    const source = csvCell(names[index]!);
    const { rows, rejected } = dataRows(ingested);
    const spoiled = [...rejected].sort((a, b) => a - b);
    let next = 0;
    for (const row of rows) {
      for (; next < spoiled.length && spoiled[next]! < row; next++)
        yield `${source},${spoiled[next]!},${++alone},1,1`;
      const number = clusters.numberOf[record++]!;
      yield `${source},${row},${number},${clusters.size[number]!},${short(clusters.probability[number]!)}`;
    }
    for (; next < spoiled.length; next++) yield `${source},${spoiled[next]!},${++alone},1,1`;
  }
}

/** Lines of `pairs.csv` without header: every scored pair, sorted by its rows. */
export function* pairLines({ tables, names }: NamedTables, result: MatchResult): Generator<string> {
  const count = tables.reduce((sum, { ingested }) => sum + ingested.table.rowCount, 0);
  const rowOf = new Uint32Array(count);
  const sourceOf = new Uint16Array(count);
  let at = 0;
  tables.forEach(({ ingested }, index) => {
    const { rows } = dataRows(ingested);
    rowOf.set(rows, at);
    sourceOf.fill(index, at, at + rows.length);
    at += rows.length;
  });
  const sources = names.map(csvCell);
  for (let pair = 0; pair < result.left.length; pair++) {
    const left = result.left[pair]!;
    const right = result.right[pair]!;
    const weight = result.weight[pair]!;
    const probability = 1 / (1 + 2 ** -weight);
    yield `${sources[sourceOf[left]!]!},${rowOf[left]!},${sources[sourceOf[right]!]!},${rowOf[right]!},${short(weight)},${short(probability)}`;
  }
}

/** A number with at most six decimals. */
function short(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
