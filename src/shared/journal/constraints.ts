import type { ClusterDecision } from './types';

/**
 * Most pairs a decision gives as cannot-links record by record. A larger decision gives, for every two groups, the pair
 * of their first records: enough for a clustering that joins must-links first and refuses a cannot-link between groups.
 */
export const MAX_CROSS_PAIRS = 4_096;

/** Decisions as pairs of record keys, smaller key first. */
export interface PairConstraints {
  readonly mustLink: [string, string][];
  readonly cannotLink: [string, string][];
}

/**
 * What people decided about duplicates of one object, as pairs that cannot contradict each other: no cannot-link stands
 * inside a group that the must-links hold together.
 *
 * Decisions are taken from the latest to the earliest; each adds what the later ones leave open. Inside a decision
 * "the same" is taken before "not the same". A must-link group of n records gives n − 1 links (a star on its first
 * record, or several stars where later decisions split it), so the size is linear in the records decided on, plus the
 * cannot-links between groups (`MAX_CROSS_PAIRS`).
 *
 * `isPresent` says whether a record still exists; give it after a new extract, so that the link between two records
 * does not hang on a third one that is gone.
 */
export function pairConstraints(
  decisions: readonly ClusterDecision[],
  object: string,
  isPresent: (key: string) => boolean = () => true,
): PairConstraints {
  const relations = new Relations();
  for (let i = decisions.length - 1; i >= 0; i--) {
    const decision = decisions[i]!;
    if (decision.object !== object) continue;
    const groups = decision.groups
      .map((group) => group.filter(isPresent))
      .filter((group) => group.length > 0);
    for (const group of groups) relations.join(group);
    relations.separate(groups);
  }
  return { mustLink: relations.mustLink, cannotLink: relations.cannotLink };
}

/** Groups of records held together, and which groups are kept apart. Union-find with the edges of the quotient graph. */
class Relations {
  readonly mustLink: [string, string][] = [];
  readonly cannotLink: [string, string][] = [];
  readonly #parent = new Map<string, string>();
  /** By root: roots kept apart from it. */
  readonly #apart = new Map<string, Set<string>>();
  readonly #given = new Set<string>();

  /** Links the records of a group as far as later decisions allow; what must stay apart starts a star of its own. */
  join(group: readonly string[]): void {
    const centres: string[] = [];
    for (const key of group) {
      const centre = centres.find((candidate) => !this.#areApart(candidate, key));
      if (centre === undefined) centres.push(key);
      else if (this.#find(centre) !== this.#find(key)) this.#link(centre, key);
    }
  }

  /** Keeps the groups apart, except for records that later decisions hold together. */
  separate(groups: readonly (readonly string[])[]): void {
    const whole = crossPairs(groups) <= MAX_CROSS_PAIRS;
    const sides = whole ? groups : groups.map((group) => group.slice(0, 1));
    for (let a = 0; a < sides.length; a++) {
      for (let b = a + 1; b < sides.length; b++) {
        for (const left of sides[a]!) for (const right of sides[b]!) this.#keepApart(left, right);
      }
    }
  }

  #link(a: string, b: string): void {
    this.mustLink.push(ordered(a, b));
    const rootA = this.#find(a);
    const rootB = this.#find(b);
    const [keep, gone] = this.#degree(rootA) >= this.#degree(rootB) ? [rootA, rootB] : [rootB, rootA];
    this.#parent.set(gone, keep);
    for (const other of this.#apart.get(gone) ?? []) {
      this.#apart.get(other)?.delete(gone);
      this.#addApart(keep, other);
    }
    this.#apart.delete(gone);
  }

  #keepApart(a: string, b: string): void {
    const rootA = this.#find(a);
    const rootB = this.#find(b);
    if (rootA === rootB) return;
    const pair = ordered(a, b);
    const id = pair.join('\n');
    if (this.#given.has(id)) return;
    this.#given.add(id);
    this.cannotLink.push(pair);
    this.#addApart(rootA, rootB);
  }

  #areApart(a: string, b: string): boolean {
    return this.#apart.get(this.#find(a))?.has(this.#find(b)) ?? false;
  }

  #addApart(a: string, b: string): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = this.#apart.get(from);
      if (set) set.add(to);
      else this.#apart.set(from, new Set([to]));
    }
  }

  #degree(root: string): number {
    return this.#apart.get(root)?.size ?? 0;
  }

  /** Root of a record's group; paths are halved on the way. */
  #find(key: string): string {
    let at = key;
    for (;;) {
      const parent = this.#parent.get(at);
      if (parent === undefined) return at;
      const grand = this.#parent.get(parent);
      if (grand === undefined) return parent;
      this.#parent.set(at, grand);
      at = grand;
    }
  }
}

function crossPairs(groups: readonly (readonly string[])[]): number {
  let before = 0;
  let pairs = 0;
  for (const group of groups) {
    pairs += before * group.length;
    before += group.length;
  }
  return pairs;
}

function ordered(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}
