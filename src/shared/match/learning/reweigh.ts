import { dependenceWeight, type Model } from '../scoring/scorer';
import { againstBoth, oddsAmongAll } from '../scoring/sibling-odds';
import { valueAdjustment } from '../scoring/weights';
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

/** What the frequencies of the values of one pair add. */
function valueWeight(model: Model, levels: Uint8Array, offset: number, left: number, right: number): number {
  let sum = 0;
  for (let c = 0; c < model.columns.length; c++) {
    const level = levels[offset + c]!;
    if (level === 0) continue;
    const column = model.columns[c]!;
    sum += valueAdjustment(column, model.comparisons[c]!, level, column.codes[left]!, column.codes[right]!);
  }
  for (const dependence of model.dependences)
    sum += dependenceWeight(model, dependence, levels, offset, left, right);
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
  return patternWeight(model, levels, offset) + valueWeight(model, levels, offset, left, right);
}

/** The weights of all kept pairs under another model, from their patterns: no value is compared again. Linear. */
export function reweigh(result: MatchResult, model: Model): Float32Array {
  const { levels, of, candidates } = result.patterns;
  const width = model.comparisons.length;
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
      strangers[pattern]! + valueWeight(model, levels, pattern * width, result.left[i]!, result.right[i]!);
    weight[i] = againstBoth(sum, among[pattern]!);
  }
  return weight;
}
