/** Disjoint sets over 0..n-1; the smallest member is the representative. */
export class DisjointSets {
  readonly #parent: Uint32Array;
  readonly #size: Uint32Array;
  #largest: number;

  constructor(n: number) {
    this.#parent = new Uint32Array(n);
    for (let i = 0; i < n; i++) this.#parent[i] = i;
    this.#size = new Uint32Array(n).fill(1);
    this.#largest = Math.min(1, n);
  }

  /** Members of the largest set. */
  get largest(): number {
    return this.#largest;
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
    const low = rootA < rootB ? rootA : rootB;
    this.#parent[rootA < rootB ? rootB : rootA] = low;
    this.#size[low] = size;
    if (size > this.#largest) this.#largest = size;
    return true;
  }

  /** Representative (smallest member) of every element. */
  roots(): Uint32Array {
    const roots = new Uint32Array(this.#parent.length);
    for (let i = 0; i < roots.length; i++) roots[i] = this.find(i);
    return roots;
  }

  sizeOf(x: number): number {
    return this.#size[this.find(x)]!;
  }
}

/** A component with more members than this is built from its strongest pairs only: cost and screen stay bounded. */
export const MAX_COMPONENT = 800;

/** A component that would have had more than `MAX_COMPONENT` members. */
export interface CappedComponent {
  /** Smallest record of it. */
  readonly id: number;
  /** Records it would have had. */
  readonly members: number;
}

export interface GrownComponents {
  readonly sets: DisjointSets;
  /** Components that were not let grow, ascending. */
  readonly capped: readonly CappedComponent[];
}

/**
 * Connected components over the pairs at or above a weight, never larger than `MAX_COMPONENT`: when a component would
 * outgrow it, its pairs join strongest first and those that would make it too large do not. `first` are pairs joined
 * whatever their weight and whatever the size. Near-linear in the pairs; only those of capped components are sorted.
 */
export function growComponents(
  count: number,
  left: Uint32Array,
  right: Uint32Array,
  weight: Float32Array,
  threshold: number,
  first: readonly (readonly [number, number])[] = [],
): GrownComponents {
  const plain = new DisjointSets(count);
  for (const [a, b] of first) plain.unite(a, b);
  for (let i = 0; i < left.length; i++) if (weight[i]! >= threshold) plain.unite(left[i]!, right[i]!);
  if (plain.largest <= MAX_COMPONENT) return { sets: plain, capped: [] };
  const sets = new DisjointSets(count);
  for (const [a, b] of first) sets.unite(a, b);
  const contested: number[] = [];
  for (let i = 0; i < left.length; i++) {
    if (weight[i]! < threshold) continue;
    if (plain.sizeOf(left[i]!) <= MAX_COMPONENT) sets.unite(left[i]!, right[i]!);
    else contested.push(i);
  }
  contested.sort((a, b) => weight[b]! - weight[a]! || a - b);
  for (const i of contested) sets.unite(left[i]!, right[i]!, MAX_COMPONENT);
  const capped: CappedComponent[] = [];
  for (let row = 0; row < count; row++)
    if (plain.find(row) === row && plain.sizeOf(row) > MAX_COMPONENT)
      capped.push({ id: row, members: plain.sizeOf(row) });
  return { sets, capped };
}

/** The components of `growComponents` alone. */
export function componentsOf(
  count: number,
  left: Uint32Array,
  right: Uint32Array,
  weight: Float32Array,
  threshold: number,
  first: readonly (readonly [number, number])[] = [],
): DisjointSets {
  return growComponents(count, left, right, weight, threshold, first).sets;
}

/** Components of two or more records: `rows[starts[k] .. starts[k+1])` are those of component k, ascending. */
export interface ComponentList {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** Lists the components of two or more records in order of their smallest. Linear. */
export function listComponents(roots: Uint32Array): ComponentList {
  const size = new Uint32Array(roots.length);
  for (const root of roots) size[root] = size[root]! + 1;
  const numberOf = new Uint32Array(roots.length);
  let count = 0;
  let total = 0;
  for (let row = 0; row < roots.length; row++) {
    if (size[row]! < 2) continue;
    numberOf[row] = count++;
    total += size[row]!;
  }
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < roots.length; row++) if (size[row]! >= 2) starts[numberOf[row]! + 1] = size[row]!;
  for (let k = 0; k < count; k++) starts[k + 1] = starts[k + 1]! + starts[k]!;
  const next = starts.slice(0, count);
  const rows = new Uint32Array(total);
  for (let row = 0; row < roots.length; row++) {
    const root = roots[row]!;
    if (size[root]! < 2) continue;
    const k = numberOf[root]!;
    rows[next[k]!] = row;
    next[k] = next[k]! + 1;
  }
  return { count, starts, rows };
}

/** Members of each component of two or more records, ascending, in order of the smallest. */
export function membersOf(roots: Uint32Array): number[][] {
  const { count, starts, rows } = listComponents(roots);
  return Array.from({ length: count }, (_, k) => Array.from(rows.subarray(starts[k], starts[k + 1])));
}
