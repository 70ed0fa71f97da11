import type { SourceRules } from '../sources';
import type { Cluster, MatchResult } from '../types';
import { cutAnew } from './component';
import { clipped } from './linkage';

/** Clusters of components no decision touched, by id, and what they were made under. */
interface Remembered {
  /** The sources that were compared. */
  readonly sources: string;
  readonly weight: Float32Array;
  readonly clusters: ReadonlyMap<number, Cluster>;
}

/** By the kept pairs, which all results that differ in weights alone share. */
const remembered = new WeakMap<MatchResult['left'], Remembered>();

/**
 * The clusters of the clustering before, so that a decision or another threshold costs only what it changes: a
 * component with the same records whose weights are the same as far as linkage looks at them (`clipped`) has the same
 * hierarchy, and is at most cut elsewhere. `starts` are the pairs of the result by their left record.
 */
export class ClusterMemory {
  readonly #before: Remembered | null;
  readonly #sources: string;
  readonly #clusters = new Map<number, Cluster>();

  constructor(
    readonly result: MatchResult,
    readonly rules: SourceRules,
    readonly starts: Uint32Array,
    readonly matchThreshold: number,
  ) {
    this.#sources = JSON.stringify([Array.from(rules.compared), Array.from(rules.single)]);
    const before = remembered.get(result.left);
    this.#before = before?.sources === this.#sources ? before : null;
  }

  /**
   * The cluster of a component of undecided records; null when it has to be made. `roots` is the smallest record of the
   * component of every record.
   */
  recall(members: Uint32Array, roots: Uint32Array): Cluster | null {
    const before = this.#before;
    const cluster = before?.clusters.get(members[0]!);
    if (!before || !cluster || !sameMembers(cluster.members, members)) return null;
    if (before.weight !== this.result.weight && !this.#isUnmoved(before.weight, members, roots)) return null;
    return cutAnew(cluster, this.matchThreshold);
  }

  /** To be recalled by the next clustering. */
  note(cluster: Cluster): void {
    this.#clusters.set(cluster.id, cluster);
  }

  /** Ends the clustering. */
  keep(): void {
    const { left, weight } = this.result;
    remembered.set(left, { sources: this.#sources, weight, clusters: this.#clusters });
  }

  /** Whether all pairs of a component are kept with the result and count what they counted. */
  #isUnmoved(before: Float32Array, members: Uint32Array, roots: Uint32Array): boolean {
    const { right, weight } = this.result;
    const root = members[0]!;
    let pairs = 0;
    for (const row of members) {
      for (let k = this.starts[row]!; k < this.starts[row + 1]!; k++) {
        if (roots[right[k]!] !== root) continue;
        if (clipped(before[k]!) !== clipped(weight[k]!)) return false;
        pairs++;
      }
    }
    return this.rules.all && pairs === (members.length * (members.length - 1)) / 2;
  }
}

function sameMembers(a: readonly number[], b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
