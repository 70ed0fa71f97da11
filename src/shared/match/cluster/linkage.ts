import type { DendrogramStep } from '../types';

/** The groups at the cut and every step of the hierarchy. */
export interface Linkage {
  readonly groups: readonly (readonly number[])[];
  readonly steps: readonly DendrogramStep[];
}

/** Weights beyond this say the same: one very rare value must not outvote everything else. */
export const CLIP = 15;

/** Marks in the weight matrix. */
export const MUST_LINK = Number.POSITIVE_INFINITY;
export const CANNOT_LINK = Number.NEGATIVE_INFINITY;
/** No evidence either way (records of sources that are not compared). */
export const UNKNOWN = Number.NaN;

/** A weight as linkage counts it. */
export function clipped(weight: number): number {
  return weight > CLIP ? CLIP : weight < -CLIP ? -CLIP : weight;
}

/** Working memory for many small linkages, one after the other; grows to the largest. */
export class LinkageSpace {
  /** Sum of the weights between two groups, number of known ones, and whether a cannot-link stands between. */
  sum = new Float64Array(0);
  known = new Uint32Array(0);
  barred = new Uint8Array(0);
  /** Best partner of each group, and the mean weight to it. */
  partner = new Int32Array(0);
  best = new Float64Array(0);
  alive = new Uint8Array(0);

  /** Makes room for n groups and empties it. */
  reset(n: number): void {
    if (this.alive.length < n) {
      const size = Math.max(16, n * 2);
      this.sum = new Float64Array(size * size);
      this.known = new Uint32Array(size * size);
      this.barred = new Uint8Array(size * size);
      this.partner = new Int32Array(size);
      this.best = new Float64Array(size);
      this.alive = new Uint8Array(size);
    }
    this.sum.fill(0, 0, n * n);
    this.known.fill(0, 0, n * n);
    this.barred.fill(0, 0, n * n);
    this.alive.fill(1, 0, n);
  }
}

/**
 * Average linkage on match weights: the two groups with the highest mean weight are joined while it is at least `cut`.
 * Must-link pairs are joined first and never parted; groups with a cannot-link pair between them are never joined
 * (a must-link against a cannot-link: the must-link wins, as two orders of one person cannot both hold). Steps below
 * the cut are recorded for the dendrogram and not taken. `weights` is symmetric, n × n. `names` are what the members
 * are called in the outcome, ascending; without them their indices. O(n²) memory, about O(n²) time; ties go to the
 * smaller indices.
 */
export function averageLinkage(
  n: number,
  weights: Float64Array,
  cut: number,
  names?: ArrayLike<number>,
  space = new LinkageSpace(),
): Linkage {
  space.reset(n);
  const members: number[][] = [];
  for (let i = 0; i < n; i++) members.push([names ? names[i]! : i]);
  const mustLinks = readWeights(n, weights, space);
  const steps: DendrogramStep[] = [];
  const join = (a: number, b: number, weight: number, joined: boolean): void => {
    steps.push({ a: members[a]!, b: members[b]!, weight, joined });
    members[a] = merged(members[a]!, members[b]!);
    absorb(n, a, b, space);
  };
  if (mustLinks > 0) joinMustLinks(n, weights, join);
  let groups: (readonly number[])[] | null = null;
  for (let i = 0; i < n; i++) if (space.alive[i] === 1) lookAround(n, i, space);
  for (;;) {
    const a = strongest(n, space);
    if (a < 0) return { groups: groups ?? standing(n, members, space), steps };
    const b = space.partner[a]!;
    const weight = space.best[a]!;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    if (groups === null && weight < cut) groups = standing(n, members, space);
    join(low, high, weight, groups === null);
    renewPartners(n, low, high, space);
  }
}

/** Sums, counts and bars of single members; gives the number of must-links. */
function readWeights(n: number, weights: Float64Array, { sum, known, barred }: LinkageSpace): number {
  let mustLinks = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const at = i * n + j;
      const w = weights[at]!;
      if (w === CANNOT_LINK) barred[at] = 1;
      else if (w === MUST_LINK) mustLinks++;
      else if (Number.isNaN(w)) continue;
      sum[at] = clipped(w);
      known[at] = 1;
    }
  return mustLinks;
}

function joinMustLinks(
  n: number,
  weights: Float64Array,
  join: (a: number, b: number, weight: number, joined: boolean) => void,
): void {
  const groupOf = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      if (weights[i * n + j] !== MUST_LINK) continue;
      const a = groupOf[i]!;
      const b = groupOf[j]!;
      if (a === b) continue;
      const low = Math.min(a, b);
      const high = Math.max(a, b);
      join(low, high, CLIP, true);
      for (let k = 0; k < n; k++) if (groupOf[k] === high) groupOf[k] = low;
    }
}

/** Group b becomes part of group a. */
function absorb(n: number, a: number, b: number, { sum, known, barred, alive, partner }: LinkageSpace): void {
  alive[b] = 0;
  partner[b] = -1;
  for (let k = 0; k < n; k++) {
    if (alive[k] === 0 || k === a) continue;
    const ak = a * n + k;
    const bk = b * n + k;
    const ka = k * n + a;
    sum[ak] = sum[ak]! + sum[bk]!;
    known[ak] = known[ak]! + known[bk]!;
    barred[ak] = barred[ak]! | barred[bk]!;
    sum[ka] = sum[ak]!;
    known[ka] = known[ak]!;
    barred[ka] = barred[ak]!;
  }
}

function mean(at: number, { sum, known, barred }: LinkageSpace): number {
  if (barred[at] === 1) return Number.NEGATIVE_INFINITY;
  return known[at] === 0 ? -CLIP : sum[at]! / known[at]!;
}

/** Finds the best partner of a group. */
function lookAround(n: number, i: number, space: LinkageSpace): void {
  let partner = -1;
  let best = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < n; j++) {
    if (j === i || space.alive[j] === 0) continue;
    const w = mean(i * n + j, space);
    if (w > best) {
      best = w;
      partner = j;
    }
  }
  space.partner[i] = partner;
  space.best[i] = best;
}

/** The group with the best partner, or -1 when no two may be joined. */
function strongest(n: number, { alive, partner, best }: LinkageSpace): number {
  let a = -1;
  for (let i = 0; i < n; i++) {
    if (alive[i] === 0 || partner[i]! < 0) continue;
    if (a < 0 || best[i]! > best[a]!) a = i;
  }
  return a;
}

/**
 * Every group remembers its best partner, so a round costs about O(n): a group looks around again only when its partner
 * was one of the two that were joined and the new group is worse than that partner was.
 */
function renewPartners(n: number, low: number, high: number, space: LinkageSpace): void {
  const { alive, partner, best } = space;
  lookAround(n, low, space);
  for (let i = 0; i < n; i++) {
    if (alive[i] === 0 || i === low) continue;
    const w = mean(i * n + low, space);
    const lost = partner[i] === low || partner[i] === high;
    if (lost ? w >= best[i]! && w > Number.NEGATIVE_INFINITY : isBetter(w, low, best[i]!, partner[i]!)) {
      best[i] = w;
      partner[i] = low;
    } else if (lost) lookAround(n, i, space);
  }
}

function isBetter(weight: number, index: number, best: number, partner: number): boolean {
  return weight > best || (weight === best && index < partner);
}

function standing(n: number, members: readonly (readonly number[])[], { alive }: LinkageSpace): number[][] {
  const groups: number[][] = [];
  for (let i = 0; i < n; i++) if (alive[i] === 1) groups.push([...members[i]!]);
  return groups;
}

/** Two ascending lists as one. */
function merged(a: readonly number[], b: readonly number[]): number[] {
  const out: number[] = new Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < out.length; k++)
    out[k] = j >= b.length || (i < a.length && a[i]! < b[j]!) ? a[i++]! : b[j++]!;
  return out;
}

/** Members and steps of a hierarchy. */
interface Hierarchy {
  readonly members: readonly number[];
  readonly steps: readonly DendrogramStep[];
}

/**
 * The groups of one cluster cut at another weight (log2 odds), for a person who moves the cut: its steps in order as
 * long as they are at or above it. Weights of steps only fall, and steps people decided stand first at the highest, so
 * no cut parts what they joined or joins what they keep apart. O(members · depth).
 */
export function cutAt(cluster: Hierarchy, weight: number): readonly (readonly number[])[] {
  return groupsAfter(cluster, stepsFrom(cluster.steps, clipped(weight)));
}

/** How many of the steps come before the first below a cut. */
export function stepsFrom(steps: readonly DendrogramStep[], cut: number): number {
  let taken = 0;
  while (taken < steps.length && steps[taken]!.weight >= cut) taken++;
  return taken;
}

/** The groups after the first `taken` steps, in order of their smallest members. */
export function groupsAfter({ members, steps }: Hierarchy, taken: number): readonly (readonly number[])[] {
  const groupOf = new Map<number, readonly number[]>(members.map((row) => [row, [row]]));
  for (let k = 0; k < taken; k++) {
    const group = merged(steps[k]!.a, steps[k]!.b);
    for (const row of group) groupOf.set(row, group);
  }
  return members.flatMap((row) => {
    const group = groupOf.get(row)!;
    return group[0] === row ? [group] : [];
  });
}
