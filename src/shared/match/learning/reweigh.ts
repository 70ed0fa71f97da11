import { kindOf } from '../compare/kinds';
import { dependenceWeight, type Model } from '../scoring/scorer';
import { againstBoth, oddsAmongAll } from '../scoring/sibling-odds';
import { adjustedFrom, valueAdjustment } from '../scoring/weights';
import type { MatchResult } from '../types';

/** What the levels of a pattern weigh against strangers, term frequencies aside. */
function patternWeight(model: Model, levels: Uint8Array, offset: number): number {
  let sum = model.prior;
  for (let c = 0; c < model.comparisons.length; c++) {
    const level = levels[offset + c]!;
    if (level > 0) sum += model.comparisons[c]!.levels[level]!.weight;
  }
  return sum;
}

/** Per comparison, the lowest level at which values add to the weight. */
function adjustedLevels(model: Model): number[] {
  return model.columns.map((column) => adjustedFrom(kindOf(column.kind)));
}

/** What the values of one pair add: their frequencies, their words, and what repeats itself taken off. */
function valueWeight(
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

/** log2 odds of a pair against strangers, prior included, from its levels. */
export function oddsAgainstStrangers(
  model: Model,
  levels: Uint8Array,
  offset: number,
  left: number,
  right: number,
): number {
  const values = valueWeight(model, adjustedLevels(model), levels, offset, left, right);
  return patternWeight(model, levels, offset) + values;
}

/** The weights of all kept pairs under another model, from their patterns: no value is compared again. Linear. */
export function reweigh(result: MatchResult, model: Model): Float32Array {
  const { levels, of, candidates } = result.patterns;
  const width = model.comparisons.length;
  const from = adjustedLevels(model);
  const count = candidates.length;
  const strangers = new Float64Array(count);
  const among = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    strangers[p] = patternWeight(model, levels, p * width);
    among[p] = oddsAmongAll(model.siblings, levels, p * width);
  }
  const weight = new Float32Array(of.length);
  for (let i = 0; i < of.length; i++) {
    const pattern = of[i]!;
    const sum =
      strangers[pattern]! +
      valueWeight(model, from, levels, pattern * width, result.left[i]!, result.right[i]!);
    weight[i] = againstBoth(sum, among[pattern]!);
  }
  return weight;
}
