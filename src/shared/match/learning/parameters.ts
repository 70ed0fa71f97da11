import { kindOf } from '../compare/kinds';
import type { Comparison, MatchResult, Siblings } from '../types';

/**
 * The numbers of a model that labels may move, one after the other: the prior odds and the weight of every level
 * against strangers, then the same for every sort of siblings. All in bits.
 */
export class Parameters {
  readonly size: number;
  /** First parameter of each comparison (that of its level 1 stands there) within one block. */
  readonly #starts: readonly number[];
  readonly #block: number;

  constructor(readonly result: MatchResult) {
    let next = 1;
    this.#starts = result.comparisons.map(({ levels }) => {
      const start = next;
      next += levels.length - 1;
      return start;
    });
    this.#block = next;
    this.size = next * (1 + result.siblings.length);
  }

  /** The parameters in play for a pair's levels: `block` 0 against strangers, k + 1 against the siblings of sort k. */
  active(levels: Uint8Array, offset: number, block: number): number[] {
    const base = block * this.#block;
    const own = block > 0 ? this.result.siblings[block - 1]!.comparisons : [];
    const active = [base];
    for (let c = 0; c < this.#starts.length; c++) {
      const level = levels[offset + c]!;
      if (level > 0 && !own.includes(c)) active.push(base + this.#starts[c]! + level - 1);
    }
    return active;
  }

  /** The model with the parameters moved. Levels stay in order, weights within the limits of their kind. */
  moved(by: Float64Array): Pick<MatchResult, 'comparisons' | 'prior' | 'siblings'> {
    const { comparisons, columns, patterns, siblings, prior } = this.result;
    const seen = levelCounts(comparisons, patterns);
    const weightsOf = (c: number, block: number, weights: readonly number[]): number[] => {
      const start = block * this.#block + this.#starts[c]!;
      const moved = weights.map((weight, level) => (level === 0 ? 0 : weight + by[start + level - 1]!));
      return withinLimits(monotone(moved, seen[c]!), kindOf(columns[c]!.kind).limit);
    };
    return {
      prior: prior + by[0]!,
      comparisons: comparisons.map((comparison, c) => {
        const weights = weightsOf(
          c,
          0,
          comparison.levels.map(({ weight }) => weight),
        );
        return {
          ...comparison,
          levels: comparison.levels.map((level, at) => ({ ...level, weight: weights[at]! })),
        };
      }),
      siblings: siblings.map(
        (sort, k): Siblings => ({
          ...sort,
          prior: sort.prior + by[(k + 1) * this.#block]!,
          weights: sort.weights.map((weights, c) =>
            sort.comparisons.includes(c) ? weights : weightsOf(c, k + 1, weights),
          ),
        }),
      ),
    };
  }
}

/** Expected matches at each level, one added: what a level's weight rests on. */
function levelCounts(
  comparisons: readonly Comparison[],
  { levels, matched }: MatchResult['patterns'],
): Float64Array[] {
  const width = comparisons.length;
  return comparisons.map((comparison, c) => {
    const counts = new Float64Array(comparison.levels.length).fill(1);
    for (let p = 0; p < matched.length; p++) {
      const level = levels[p * width + c]!;
      counts[level] = counts[level]! + matched[p]!;
    }
    return counts;
  });
}

/** More similar never weighs less: neighbours that contradict this are averaged (pool adjacent violators). */
function monotone(weights: readonly number[], importance: Float64Array): number[] {
  const pools: { sum: number; mass: number; levels: number }[] = [];
  for (let level = 1; level < weights.length; level++) {
    pools.push({ sum: weights[level]! * importance[level]!, mass: importance[level]!, levels: 1 });
    while (pools.length > 1) {
      const top = pools[pools.length - 1]!;
      const below = pools[pools.length - 2]!;
      if (top.sum / top.mass >= below.sum / below.mass) break;
      pools.splice(-2, 2, {
        sum: top.sum + below.sum,
        mass: top.mass + below.mass,
        levels: top.levels + below.levels,
      });
    }
  }
  return [0, ...pools.flatMap(({ sum, mass, levels }) => new Array<number>(levels).fill(sum / mass))];
}

function withinLimits(weights: readonly number[], limit: number): number[] {
  const exact = weights.length - 1;
  return weights.map((weight, level) =>
    level === 0 ? 0 : Math.max(level === exact ? 0 : -limit, Math.min(limit, weight)),
  );
}
