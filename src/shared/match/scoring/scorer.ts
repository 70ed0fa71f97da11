import type { Comparison, ComparisonColumn, Dependence, Siblings } from '../types';
import { type RecordLevelOf, recordLevels } from './patterns';
import { againstBoth, oddsAmongAll } from './sibling-odds';
import { frequencyAdjustment } from './weights';

/** What a score is made of; part of every match result. */
export interface Model {
  readonly comparisons: readonly Comparison[];
  readonly columns: readonly ComparisonColumn[];
  readonly dependences: readonly Dependence[];
  readonly prior: number;
  readonly siblings: readonly Siblings[];
}

/** Scores any two records with a fitted model. Comparing the same values again is cheap. */
export class Scorer {
  readonly #levelFunctions: readonly RecordLevelOf[];
  readonly #levels: Uint8Array;

  constructor(
    readonly model: Model,
    levelFunctions?: readonly RecordLevelOf[],
  ) {
    this.#levelFunctions = levelFunctions ?? recordLevels(model.columns);
    this.#levels = new Uint8Array(model.columns.length);
  }

  /** The level of every comparison. The array is reused by the next call. */
  levels(left: number, right: number): Uint8Array {
    for (let c = 0; c < this.#levels.length; c++) this.#levels[c] = this.#levelFunctions[c]!(left, right);
    return this.#levels;
  }

  /** What one comparison adds at a level, term frequency included. */
  part(comparison: number, level: number, left: number, right: number): number {
    const { levels } = this.model.comparisons[comparison]!;
    const column = this.model.columns[comparison]!;
    return (
      levels[level]!.weight +
      frequencyAdjustment(column, levels, level, column.codes[left]!, column.codes[right]!)
    );
  }

  /** Total match weight in log2 odds, prior included. */
  weight(left: number, right: number): number {
    const levels = this.levels(left, right);
    let sum = this.model.prior;
    for (let c = 0; c < levels.length; c++) if (levels[c] !== 0) sum += this.part(c, levels[c]!, left, right);
    sum += dependenceWeight(this.model, levels, 0);
    const { siblings } = this.model;
    return siblings.length > 0 ? againstBoth(sum, oddsAmongAll(siblings, levels, 0)) : sum;
  }
}

/** The sum of the corrections that apply to these levels; levels start at `offset`. */
export function dependenceWeight(model: Model, levels: Uint8Array, offset: number): number {
  let sum = 0;
  for (const { comparison, on, bothAgree } of model.dependences) {
    const exactA = model.comparisons[comparison]!.levels.length - 1;
    const exactB = model.comparisons[on]!.levels.length - 1;
    if (levels[offset + comparison] === exactA && levels[offset + on] === exactB) sum += bothAgree;
  }
  return sum;
}

/** log2 odds of a probability; finite for 0 and 1. */
export function oddsOf(probability: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, probability));
  return Math.log2(p / (1 - p));
}

/** Probability of log2 odds. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}
