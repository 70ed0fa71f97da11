import { probabilityOf } from '../scoring/scorer';
import type { Cluster } from '../types';
import { CLIP } from './linkage';

/**
 * How much a person's answer about a cluster is expected to change, in pairs of records. Over its steps, with p the
 * probability that the step joins one thing and n the pairs of records it would join:
 *
 *     expected change = n · (1 − p) where the step is taken, n · p where it is refused
 *     learning        = −p·log2 p − (1 − p)·log2(1 − p), the bits the answer is worth to the model
 *
 * The first is the share of answers that would overturn the suggestion times what they move; the second keeps an even
 * bet between two records ahead of a settled one between many. Steps that people decided are settled: they count nothing.
 */
export function expectedChange(cluster: Cluster): number {
  let sum = 0;
  for (const { a, b, weight, joined } of cluster.steps) {
    // As sure as linkage can be, like most steps of most clusters: worth a 30,000th of a pair, and not the powers.
    if (joined && weight >= CLIP) continue;
    const p = probabilityOf(weight);
    sum += a.length * b.length * (joined ? 1 - p : p) + entropy(p);
  }
  return sum;
}

function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

/** The clusters whose answer changes most first; ties by id. Most change nothing: only the others are sorted by value. */
export function inReviewOrder(clusters: readonly Cluster[]): Cluster[] {
  const value = Float64Array.from(clusters, expectedChange);
  const open: number[] = [];
  const settled: number[] = [];
  for (let i = 0; i < value.length; i++) (value[i] === 0 ? settled : open).push(i);
  const byId = (a: number, b: number): number => clusters[a]!.id - clusters[b]!.id;
  open.sort((a, b) => value[b]! - value[a]! || byId(a, b));
  // They come ascending as a rule, which costs a sort nothing.
  settled.sort(byId);
  return [...open, ...settled].map((i) => clusters[i]!);
}
