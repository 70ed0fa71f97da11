import { exp2 } from '../../base/exp2';
import type { Pairs } from '../blocking/pairs';
import { type RecordComparison, recordComparisons } from '../compare/record-comparison';
import type { Comparison, ComparisonColumn, Dependence, Rivals, Siblings } from '../types';
import type { Patterns } from './patterns';
import { rivalWeight } from './rivals';
import { againstBoth, oddsAmongAll } from './sibling-odds';
import { ValueAdjuster } from './weights';

/** What a score is made of; part of every match result. */
export interface Model {
  readonly comparisons: readonly Comparison[];
  readonly columns: readonly ComparisonColumn[];
  readonly dependences: readonly Dependence[];
  readonly prior: number;
  readonly siblings: readonly Siblings[];
  readonly rivals: Rivals | null;
}

/** Scores any two records with a fitted model. Comparing the same values again is cheap. */
export class Scorer {
  readonly #ready: () => readonly RecordComparison[];
  #comparisons: readonly RecordComparison[] | null = null;
  readonly #levels: Uint8Array;
  readonly #adjusters: readonly ValueAdjuster[];

  /** `ready` gives the comparisons of the model's columns; it is asked when records are first compared. */
  constructor(
    readonly model: Model,
    ready: () => readonly RecordComparison[] = () => recordComparisons(model.columns),
  ) {
    this.#ready = ready;
    this.#levels = new Uint8Array(model.columns.length);
    this.#adjusters = model.columns.map((column, c) => new ValueAdjuster(column, model.comparisons[c]!));
  }

  /** The level of every comparison. The array is reused by the next call. */
  levels(left: number, right: number): Uint8Array {
    this.#comparisons ??= this.#ready();
    const comparisons = this.#comparisons;
    for (let c = 0; c < this.#levels.length; c++) this.#levels[c] = comparisons[c]!.level(left, right);
    return this.#levels;
  }

  /** What one comparison adds at a level, term frequency included. */
  part(comparison: number, level: number, left: number, right: number): number {
    const { codes } = this.model.columns[comparison]!;
    return (
      this.model.comparisons[comparison]!.levels[level]!.weight +
      this.#adjusters[comparison]!.of(level, codes[left]!, codes[right]!)
    );
  }

  /** Total match weight in log2 odds, prior included. */
  weight(left: number, right: number): number {
    return this.weightAt(this.levels(left, right), 0, left, right);
  }

  /** The total weight of each pair, its levels known: one comparison after the other, to the bit what `weightAt` gives. */
  weights({ left, right, count }: Pairs, { of, levels }: Pick<Patterns, 'of' | 'levels'>): Float32Array {
    const width = this.#levels.length;
    const sums = new Float64Array(count).fill(this.model.prior);
    for (let c = 0; c < width; c++) {
      for (let i = 0; i < count; i++) {
        const level = levels[of[i]! * width + c]!;
        if (level !== 0) sums[i] = sums[i]! + this.part(c, level, left[i]!, right[i]!);
      }
    }
    return Float32Array.from(sums, (sum, i) => this.#whole(sum, levels, of[i]! * width, left[i]!, right[i]!));
  }

  /** The total weight of a pair whose levels start at `offset`. */
  weightAt(levels: Uint8Array, offset: number, left: number, right: number): number {
    let sum = this.model.prior;
    for (let c = 0; c < this.#levels.length; c++) {
      const level = levels[offset + c]!;
      if (level !== 0) sum += this.part(c, level, left, right);
    }
    return this.#whole(sum, levels, offset, left, right);
  }

  /** The weight from the sum of its parts: what repeats itself taken off, siblings and rivals taken into account. */
  #whole(sum: number, levels: Uint8Array, offset: number, left: number, right: number): number {
    let whole = sum;
    for (const dependence of this.model.dependences)
      whole += dependenceWeight(this.model, dependence, levels, offset, left, right);
    const { siblings, rivals } = this.model;
    if (siblings.length > 0) whole = againstBoth(whole, oddsAmongAll(siblings, levels, offset));
    return rivals ? whole + rivalWeight(rivals, left, right, whole) : whole;
  }
}

/**
 * What is taken off (log2, at most 0) because two comparisons repeat each other: where both agree exactly, the chance of
 * the joint value takes the place of the product of the two chances. Levels start at `offset`.
 */
export function dependenceWeight(
  model: Model,
  { comparison, on, codes, frequency }: Dependence,
  levels: Uint8Array,
  offset: number,
  left: number,
  right: number,
): number {
  const exactA = model.comparisons[comparison]!.levels.length - 1;
  const exactB = model.comparisons[on]!.levels.length - 1;
  if (levels[offset + comparison] !== exactA || levels[offset + on] !== exactB) return 0;
  const joint = codes[left]!;
  if (joint === 0 || joint !== codes[right]) return 0;
  const a = model.columns[comparison]!;
  const b = model.columns[on]!;
  const apart = a.frequency[a.codes[left]!]! * b.frequency[b.codes[left]!]!;
  return Math.min(0, Math.log2(apart / frequency[joint]!));
}

/** log2 odds of a probability; finite for 0 and 1. */
export function oddsOf(probability: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, probability));
  return Math.log2(p / (1 - p));
}

/** Probability of log2 odds. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + exp2(-weight));
}
