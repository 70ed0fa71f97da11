import { oddsOf, probabilityOf } from '../scoring/scorer';
import type { SourceRules } from '../sources';
import type { Cluster, DendrogramStep, MatchInput, MatchResult } from '../types';
import type { DecisionIndex } from './decisions';
import {
  averageLinkage,
  CANNOT_LINK,
  clipped,
  groupsAfter,
  LinkageSpace,
  stepsFrom,
  UNKNOWN,
} from './linkage';
import { scorerOf } from './scorers';

/** Clusters components of one result, one after the other, reusing its working memory. */
export class ComponentClusterer {
  readonly #space = new LinkageSpace();
  #matrix = new Float64Array(0);
  /** Position in the component being worked on, per record; -1 elsewhere. */
  readonly #local: Int32Array;
  /** Pairs of the result by their left record: `starts[row] .. starts[row + 1]`. */
  readonly starts: Uint32Array;
  readonly #cut: number;

  constructor(
    readonly result: MatchResult,
    readonly input: MatchInput,
    readonly sources: SourceRules,
    readonly decisions: DecisionIndex,
    matchThreshold: number,
  ) {
    this.#local = new Int32Array(input.count).fill(-1);
    this.starts = startsOf(result.left, input.count);
    this.#cut = oddsOf(matchThreshold);
  }

  /** The cluster of the records of one component, ascending. */
  cluster(rows: Uint32Array): Cluster {
    if (rows.length === 2) {
      const weight = this.#pairWeight(rows[0]!, rows[1]!);
      if (weight !== null) return twoRecords(rows[0]!, rows[1]!, weight, this.#cut);
    }
    const n = rows.length;
    this.#fillMatrix(rows);
    const { groups, steps } = averageLinkage(n, this.#matrix, this.#cut, rows, this.#space);
    const ordered = [...groups].sort((a, b) => a[0]! - b[0]!);
    return clusterOf(Array.from(rows), ordered, steps);
  }

  /** The weight of two records where the result has it, they are compared and nobody decided on them; else null. */
  #pairWeight(left: number, right: number): number | null {
    if (this.decisions.has(left) || this.decisions.has(right)) return null;
    const { size, compared, single } = this.sources;
    const a = this.input.source[left]!;
    const b = this.input.source[right]!;
    if (compared[a * size + b] === 0 || (a === b && single[a] === 1)) return null;
    for (let k = this.starts[left]!; k < this.starts[left + 1]!; k++)
      if (this.result.right[k] === right) return this.result.weight[k]!;
    return null;
  }

  /** Weights between all records, from the result where it has them, else scored now; decisions written over. */
  #fillMatrix(rows: Uint32Array): void {
    const n = rows.length;
    if (this.#matrix.length < n * n) this.#matrix = new Float64Array(n * n * 2);
    const matrix = this.#matrix.fill(UNKNOWN, 0, n * n);
    const local = this.#local;
    for (let i = 0; i < n; i++) local[rows[i]!] = i;
    this.#knownWeights(rows, matrix);
    this.#missingWeights(rows, matrix);
    this.#decisions(rows, matrix);
    for (let i = 0; i < n; i++) local[rows[i]!] = -1;
  }

  #knownWeights(rows: Uint32Array, matrix: Float64Array): void {
    const n = rows.length;
    const { right, weight } = this.result;
    for (let i = 0; i < n; i++) {
      const end = this.starts[rows[i]! + 1]!;
      for (let k = this.starts[rows[i]!]!; k < end; k++) {
        const j = this.#local[right[k]!]!;
        if (j < 0) continue;
        matrix[i * n + j] = weight[k]!;
        matrix[j * n + i] = weight[k]!;
      }
    }
  }

  #missingWeights(rows: Uint32Array, matrix: Float64Array): void {
    const n = rows.length;
    const { source } = this.input;
    const { size, compared, single } = this.sources;
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        const known = matrix[i * n + j]!;
        const a = source[rows[i]!]!;
        const b = source[rows[j]!]!;
        let weight = known;
        if (a === b && single[a] === 1) weight = CANNOT_LINK;
        else if (compared[a * size + b] === 0) weight = UNKNOWN;
        else if (Number.isNaN(known)) weight = Math.fround(scorerOf(this.result).weight(rows[i]!, rows[j]!));
        if (weight === known) continue;
        matrix[i * n + j] = weight;
        matrix[j * n + i] = weight;
      }
  }

  #decisions(rows: Uint32Array, matrix: Float64Array): void {
    if (this.decisions.size === 0) return;
    const n = rows.length;
    for (let i = 0; i < n; i++) {
      for (const { other, mark } of this.decisions.get(rows[i]!) ?? []) {
        const j = this.#local[other]!;
        if (j < 0) continue;
        matrix[i * n + j] = mark;
        matrix[j * n + i] = mark;
      }
    }
  }
}

function clusterOf(
  members: readonly number[],
  groups: readonly (readonly number[])[],
  steps: readonly DendrogramStep[],
): Cluster {
  let weakest = Number.POSITIVE_INFINITY;
  let strongest = -99;
  for (const { weight, joined } of steps) {
    if (joined) weakest = Math.min(weakest, weight);
    else strongest = Math.max(strongest, weight);
  }
  const isMatch = weakest !== Number.POSITIVE_INFINITY;
  return {
    id: members[0]!,
    members,
    groups,
    outcome: isMatch ? 'match' : 'possible',
    probability: probabilityOf(isMatch ? weakest : strongest),
    steps,
  };
}

/**
 * The cluster of the same weights under another threshold: its hierarchy cut elsewhere. The same object where that
 * changes nothing. For clusters nobody decided about.
 */
export function cutAnew(cluster: Cluster, matchThreshold: number): Cluster {
  const { members, steps } = cluster;
  const taken = stepsFrom(steps, oddsOf(matchThreshold));
  if (steps.every(({ joined }, k) => joined === k < taken)) return cluster;
  const renewed = steps.map((step, k) => ({ ...step, joined: k < taken }));
  return clusterOf(members, groupsAfter(cluster, taken), renewed);
}

/** Most components are two records and one weight: nothing to link. */
function twoRecords(left: number, right: number, weight: number, cut: number): Cluster {
  const shown = clipped(weight);
  const joined = shown >= cut;
  return {
    id: left,
    members: [left, right],
    groups: joined ? [[left, right]] : [[left], [right]],
    outcome: joined ? 'match' : 'possible',
    probability: probabilityOf(shown),
    steps: [{ a: [left], b: [right], weight: shown, joined }],
  };
}

function startsOf(left: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < left.length; i++) starts[left[i]! + 1] = starts[left[i]! + 1]! + 1;
  for (let row = 0; row < count; row++) starts[row + 1] = starts[row + 1]! + starts[row]!;
  return starts;
}
