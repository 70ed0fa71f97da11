import type { Pairs } from '../blocking/pairs';
import { kindOf } from '../compare/kinds';
import type { Patterns } from './patterns';
import { dependenceWeight, type Model } from './scorer';
import { adjustedFrom, ValueAdjuster, valueAdjustment } from './weights';

/** Pairs this far below (log2) cannot be lifted to a match by rare values: their frequencies are not looked up. */
const HOPELESS = -12;

/** What the levels of a pattern weigh against strangers, term frequencies aside. */
export function patternWeight(model: Model, levels: Uint8Array, offset: number): number {
  let sum = model.prior;
  for (let c = 0; c < model.comparisons.length; c++) {
    const level = levels[offset + c]!;
    if (level > 0) sum += model.comparisons[c]!.levels[level]!.weight;
  }
  return sum;
}

/** Per comparison, the lowest level at which values add to the weight. */
export function adjustedLevels(model: Model): number[] {
  return model.columns.map((column) => adjustedFrom(kindOf(column.kind)));
}

/** What the values of one pair add: their frequencies, their words, and what repeats itself taken off. */
export function valueWeight(
  model: Model,
  from: readonly number[],
  levels: Uint8Array,
  offset: number,
  left: number,
  right: number,
): number {
  let sum = 0;
  for (let c = 0; c < from.length; c++) {
    const level = levels[offset + c]!;
    if (level < from[c]!) continue;
    const column = model.columns[c]!;
    sum += valueAdjustment(column, model.comparisons[c]!, level, column.codes[left]!, column.codes[right]!);
  }
  for (let k = 0; k < model.dependences.length; k++)
    sum += dependenceWeight(model, model.dependences[k]!, levels, offset, left, right);
  return sum;
}

/**
 * What the values of many pairs add (`valueWeight`), to the bit: one comparison after the other, so that one dictionary
 * is looked at at a time. Pairs of patterns with a 0 in `looked` get 0, and cost one look.
 */
export function valueWeights(
  model: Model,
  { left, right, count }: Pairs,
  { of, levels }: Pick<Patterns, 'of' | 'levels'>,
  looked: Uint8Array,
): Float64Array {
  const width = model.comparisons.length;
  const sums = new Float64Array(count);
  const open = pairsLookedAt(of, looked);
  adjustedLevels(model).forEach((from, c) => {
    const { codes } = model.columns[c]!;
    const adjuster = new ValueAdjuster(model.columns[c]!, model.comparisons[c]!);
    // The level of each pattern where values add to it, else 0.
    const adding = looked.map((isLooked, p) => {
      const level = levels[p * width + c]!;
      return isLooked === 1 && level >= from ? level : 0;
    });
    for (let k = 0; k < open.length; k++) {
      const i = open[k]!;
      const level = adding[of[i]!]!;
      if (level === 0) continue;
      sums[i] = sums[i]! + adjuster.of(level, codes[left[i]!]!, codes[right[i]!]!);
    }
  });
  for (const dependence of model.dependences) {
    for (let k = 0; k < open.length; k++) {
      const i = open[k]!;
      sums[i] = sums[i]! + dependenceWeight(model, dependence, levels, of[i]! * width, left[i]!, right[i]!);
    }
  }
  return sums;
}

/** The pairs of patterns with a 1 in `looked`, in order. */
function pairsLookedAt(of: Uint32Array, looked: Uint8Array): Uint32Array {
  const pairs = new Uint32Array(of.length);
  let count = 0;
  for (let i = 0; i < of.length; i++) {
    pairs[count] = i;
    count += looked[of[i]!]!;
  }
  return pairs.subarray(0, count);
}

/** Weights of all pairs: by pattern, values only where they can matter. */
export function weigh(model: Model, pairs: Pairs, patterns: Patterns): Float32Array {
  const width = model.columns.length;
  const byPattern = Float64Array.from({ length: patterns.count }, (_, p) =>
    patternWeight(model, patterns.levels, p * width),
  );
  const looked = Uint8Array.from(byPattern, (sum) => (sum > HOPELESS ? 1 : 0));
  const values = valueWeights(model, pairs, patterns, looked);
  const weight = new Float32Array(pairs.count);
  for (let i = 0; i < pairs.count; i++) weight[i] = byPattern[patterns.of[i]!]! + values[i]!;
  return weight;
}
