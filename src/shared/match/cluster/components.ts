/** Disjoint sets over 0..n-1 with the smallest member as representative once `find` is read through `roots`. */
export class DisjointSets {
  readonly #parent: Uint32Array;
  readonly #size: Uint32Array;

  constructor(n: number) {
    this.#parent = Uint32Array.from({ length: n }, (_, i) => i);
    this.#size = new Uint32Array(n).fill(1);
  }

  find(start: number): number {
    const parent = this.#parent;
    let x = start;
    while (parent[x] !== x) {
      parent[x] = parent[parent[x]!]!;
      x = parent[x]!;
    }
    return x;
  }

  /** Unites two sets unless the result would have more than `limit` members; the smaller number is the root. */
  unite(a: number, b: number, limit = Number.POSITIVE_INFINITY): boolean {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) return false;
    const size = this.#size[rootA]! + this.#size[rootB]!;
    if (size > limit) return false;
    const low = Math.min(rootA, rootB);
    const high = Math.max(rootA, rootB);
    this.#parent[high] = low;
    this.#size[low] = size;
    return true;
  }

  /** Representative (smallest member) of every element. */
  roots(): Uint32Array {
    return Uint32Array.from(this.#parent, (_, i) => this.find(i));
  }

  sizeOf(x: number): number {
    return this.#size[this.find(x)]!;
  }
}

/** A component with more members than this is built from its strongest pairs only: cost and screen stay bounded. */
export const MAX_COMPONENT = 800;

/**
 * Connected components over the pairs at or above a weight, never larger than `MAX_COMPONENT`: when a component would
 * outgrow it, weaker pairs do not join it. `first` are pairs joined whatever their weight.
 */
export function componentsOf(
  count: number,
  left: Uint32Array,
  right: Uint32Array,
  weight: Float32Array,
  threshold: number,
  first: readonly (readonly [number, number])[] = [],
): DisjointSets {
  const plain = new DisjointSets(count);
  for (const [a, b] of first) plain.unite(a, b);
  for (let i = 0; i < left.length; i++) if (weight[i]! >= threshold) plain.unite(left[i]!, right[i]!);
  let oversized = false;
  for (let row = 0; row < count && !oversized; row++) oversized = plain.sizeOf(row) > MAX_COMPONENT;
  if (!oversized) return plain;
  const sets = new DisjointSets(count);
  for (const [a, b] of first) sets.unite(a, b);
  const order: number[] = [];
  for (let i = 0; i < left.length; i++) {
    if (weight[i]! < threshold) continue;
    if (plain.sizeOf(left[i]!) <= MAX_COMPONENT) sets.unite(left[i]!, right[i]!);
    else order.push(i);
  }
  order.sort((a, b) => weight[b]! - weight[a]! || a - b);
  for (const i of order) sets.unite(left[i]!, right[i]!, MAX_COMPONENT);
  return sets;
}

/** Members of each component of two or more records, ascending, in order of the smallest. */
export function membersOf(roots: Uint32Array): number[][] {
  const size = new Uint32Array(roots.length);
  for (const root of roots) size[root] = size[root]! + 1;
  const lists = new Map<number, number[]>();
  for (let row = 0; row < roots.length; row++) {
    const root = roots[row]!;
    if (size[root]! < 2) continue;
    const list = lists.get(root);
    if (list) list.push(row);
    else lists.set(root, [row]);
  }
  return [...lists.values()];
}
