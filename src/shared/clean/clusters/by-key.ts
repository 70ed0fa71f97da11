import { grown } from '../../base/grown';
import type { Column } from '../../table/types';
import type { ClusterMethod } from '../types';
import { bySpelling, type FoundClusters, filledCodes, type Search, YIELD_EVERY } from './found';
import { clusterKeyer } from './key';

/**
 * Values with one key are one cluster. Linear in the distinct values. Where a method gives a value several keys
 * (Daitch-Mokotoff), the key with the most rows takes its values first, so that every value is in one cluster and all
 * of a cluster share its key: what a merge by that key will catch later is what was shown.
 */
export function* keyClusters(
  column: Column,
  counts: Uint32Array,
  method: ClusterMethod,
): Search<FoundClusters> {
  const codes = filledCodes(counts);
  const keysOf = clusterKeyer(method);
  const buckets = new Map<string, number>();
  const entries = new Entries(codes.length);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    for (const key of keysOf(column.values[code]!)) {
      const known = buckets.get(key);
      const bucket = known ?? buckets.size;
      if (known === undefined) buckets.set(key, bucket);
      entries.push(bucket, code);
    }
    if (at % YIELD_EVERY === YIELD_EVERY - 1) yield { done: at + 1, total: codes.length };
  }
  const grouped = entries.grouped(buckets.size);
  const shared: { readonly key: string; readonly codes: Uint32Array }[] = [];
  for (const [key, bucket] of buckets) {
    const first = grouped.starts[bucket]!;
    const end = grouped.starts[bucket + 1]!;
    if (end - first > 1) shared.push({ key, codes: grouped.codes.subarray(first, end) });
  }
  yield { done: codes.length, total: codes.length };
  const clusters = entries.length > codes.length ? disjoint(shared, counts) : shared;
  return packClusters(column, counts, codes.length, clusters, '');
}

interface KeyCluster {
  readonly key: string;
  readonly codes: Uint32Array;
}

/** Each value in the cluster of its key with the most rows; what is left of fewer than two values goes. */
function disjoint(clusters: readonly KeyCluster[], counts: Uint32Array): readonly KeyCluster[] {
  const ranked = clusters
    .map((cluster) => ({ cluster, rows: cluster.codes.reduce((sum, code) => sum + counts[code]!, 0) }))
    .sort((a, b) => b.rows - a.rows || (a.cluster.key < b.cluster.key ? -1 : 1));
  const taken = new Uint8Array(counts.length);
  return ranked.flatMap(({ cluster: { key, codes } }) => {
    const left = codes.filter((code) => taken[code] === 0);
    if (left.length < 2) return [];
    for (const code of left) taken[code] = 1;
    return [{ key, codes: left }];
  });
}

/** Clusters as numbers, the surviving spelling of each first. */
export function packClusters(
  column: Column,
  counts: Uint32Array,
  distinct: number,
  clusters: readonly { readonly key: string | null; readonly codes: Uint32Array }[],
  limits: string,
): FoundClusters {
  const compare = bySpelling(column, counts);
  const members = new Uint32Array(clusters.reduce((sum, { codes }) => sum + codes.length, 0));
  const starts = new Uint32Array(clusters.length + 1);
  let at = 0;
  clusters.forEach(({ codes }, cluster) => {
    members.set([...codes].sort(compare), at);
    at += codes.length;
    starts[cluster + 1] = at;
  });
  const keys = clusters.map(({ key }) => key);
  return { column, counts, distinct, members, starts, keys, limits };
}

/** Pairs of bucket and code, growing; most values have one key. */
class Entries {
  private buckets: Uint32Array<ArrayBuffer>;
  private codes: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(expected: number) {
    this.buckets = new Uint32Array(expected);
    this.codes = new Uint32Array(expected);
  }

  push(bucket: number, code: number): void {
    if (this.length === this.codes.length) {
      this.buckets = grown(this.buckets, 64);
      this.codes = grown(this.codes, 64);
    }
    this.buckets[this.length] = bucket;
    this.codes[this.length++] = code;
  }

  /** The codes bucket by bucket, in the order they came; by counting. */
  grouped(bucketCount: number): { readonly codes: Uint32Array; readonly starts: Uint32Array } {
    const starts = new Uint32Array(bucketCount + 1);
    for (let i = 0; i < this.length; i++) starts[this.buckets[i]! + 1] = starts[this.buckets[i]! + 1]! + 1;
    for (let bucket = 0; bucket < bucketCount; bucket++)
      starts[bucket + 1] = starts[bucket + 1]! + starts[bucket]!;
    const next = starts.slice();
    const codes = new Uint32Array(this.length);
    for (let i = 0; i < this.length; i++) {
      const bucket = this.buckets[i]!;
      codes[next[bucket]!] = this.codes[i]!;
      next[bucket] = next[bucket]! + 1;
    }
    return { codes, starts };
  }
}
