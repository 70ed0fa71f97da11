import type { Pairs } from '../blocking/pairs';
import { kindOf } from '../compare/kinds';
import type { Patterns } from './patterns';
import { dependenceWeight, type Model } from './scorer';
import { adjustedFrom, valueAdjustment } from './weights';

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

/** Weights of all pairs: by pattern, values only where they can matter. */
export function weigh(model: Model, pairs: Pairs, patterns: Patterns): Float32Array {
  const width = model.columns.length;
  const from = adjustedLevels(model);
  const byPattern = Float64Array.from({ length: patterns.count }, (_, p) =>
    patternWeight(model, patterns.levels, p * width),
  );
  const weight = new Float32Array(pairs.count);
  for (let i = 0; i < pairs.count; i++) {
    const pattern = patterns.of[i]!;
    const sum = byPattern[pattern]!;
    weight[i] =
      sum > HOPELESS
        ? sum + valueWeight(model, from, patterns.levels, pattern * width, pairs.left[i]!, pairs.right[i]!)
        : sum;
  }
  return weight;
}
