/** One merge of the hierarchy over local indices 0..n-1. */
export interface LinkageStep {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly weight: number;
  readonly joined: boolean;
}

export interface Linkage {
  readonly groups: readonly (readonly number[])[];
  readonly steps: readonly LinkageStep[];
}

/** Weights beyond this say the same: one very rare value must not outvote everything else. */
const CLIP = 15;

/** Marks in the weight matrix. */
export const MUST_LINK = Number.POSITIVE_INFINITY;
export const CANNOT_LINK = Number.NEGATIVE_INFINITY;
/** No evidence either way (records of one source that are not compared). */
export const UNKNOWN = Number.NaN;

/**
 * Average linkage on match weights: the two groups with the highest mean weight are joined while it is at least `cut`.
 * Must-link pairs are joined first and never parted; groups with a cannot-link pair between them are never joined
 * (a must-link against a cannot-link: the must-link wins, as two orders of one person cannot both hold).
 * `weights` is symmetric, n × n. O(n²) memory, about O(n²) time; ties go to the smaller indices.
 */
export function averageLinkage(n: number, weights: Float64Array, cut: number): Linkage {
  const sum = new Float64Array(n * n);
  const pairs = new Uint32Array(n * n);
  const barred = new Uint8Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const w = weights[i * n + j]!;
      if (w === CANNOT_LINK) barred[i * n + j] = 1;
      if (Number.isNaN(w)) continue;
      sum[i * n + j] = Math.max(-CLIP, Math.min(CLIP, w));
      pairs[i * n + j] = 1;
    }
  const members: number[][] = Array.from({ length: n }, (_, i) => [i]);
  const alive = new Uint8Array(n).fill(1);
  const steps: LinkageStep[] = [];
  const mean = (i: number, j: number): number => {
    const at = i * n + j;
    if (barred[at] === 1) return Number.NEGATIVE_INFINITY;
    return pairs[at] === 0 ? -CLIP : sum[at]! / pairs[at]!;
  };
  const absorb = (a: number, b: number): void => {
    alive[b] = 0;
    members[a] = [...members[a]!, ...members[b]!].sort((x, y) => x - y);
    for (let k = 0; k < n; k++) {
      if (alive[k] === 0 || k === a) continue;
      const s = sum[a * n + k]! + sum[b * n + k]!;
      const c = pairs[a * n + k]! + pairs[b * n + k]!;
      const x = barred[a * n + k]! | barred[b * n + k]!;
      sum[a * n + k] = s;
      sum[k * n + a] = s;
      pairs[a * n + k] = c;
      pairs[k * n + a] = c;
      barred[a * n + k] = x;
      barred[k * n + a] = x;
    }
  };
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      if (weights[i * n + j] !== MUST_LINK) continue;
      const a = members.findIndex((list, at) => alive[at] === 1 && list.includes(i));
      const b = members.findIndex((list, at) => alive[at] === 1 && list.includes(j));
      if (a === b) continue;
      const [low, high] = a < b ? [a, b] : [b, a];
      steps.push({ a: members[low]!, b: members[high]!, weight: CLIP, joined: true });
      absorb(low, high);
    }
  const groups = join(n, alive, members, mean, absorb, cut, steps);
  return { groups, steps };
}

/**
 * Joins best pair after best pair; every row remembers its best partner, so a round costs O(n). Below the cut joins are
 * recorded for the dendrogram but the groups stay as they were at the cut.
 */
function join(
  n: number,
  alive: Uint8Array,
  members: readonly (readonly number[])[],
  mean: (i: number, j: number) => number,
  absorb: (a: number, b: number) => void,
  cut: number,
  steps: LinkageStep[],
): readonly (readonly number[])[] {
  const partner = new Int32Array(n).fill(-1);
  const best = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  const look = (i: number): void => {
    partner[i] = -1;
    best[i] = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < n; j++) {
      if (j === i || alive[j] === 0) continue;
      const w = mean(i, j);
      if (w > best[i]!) {
        best[i] = w;
        partner[i] = j;
      }
    }
  };
  const current = (): readonly (readonly number[])[] => members.filter((_, i) => alive[i] === 1);
  let groups: readonly (readonly number[])[] | null = null;
  for (let i = 0; i < n; i++) if (alive[i] === 1) look(i);
  for (;;) {
    let a = -1;
    for (let i = 0; i < n; i++) {
      if (alive[i] === 0 || partner[i]! < 0) continue;
      if (a < 0 || best[i]! > best[a]!) a = i;
    }
    if (a < 0) return groups ?? current();
    const b = partner[a]!;
    const weight = best[a]!;
    const [low, high] = a < b ? [a, b] : [b, a];
    if (groups === null && weight < cut) groups = current();
    steps.push({ a: members[low]!, b: members[high]!, weight, joined: groups === null });
    absorb(low, high);
    partner[high] = -1;
    look(low);
    for (let i = 0; i < n; i++) {
      if (alive[i] === 0 || i === low) continue;
      if (partner[i] === low || partner[i] === high) look(i);
      else {
        const w = mean(i, low);
        if (w > best[i]! || (w === best[i] && low < partner[i]!)) {
          best[i] = w;
          partner[i] = low;
        }
      }
    }
  }
}
