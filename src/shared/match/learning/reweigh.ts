import type { Model } from '../scoring/scorer';
import { againstBoth, oddsAmongAll } from '../scoring/sibling-odds';
import { adjustedLevels, patternWeight, valueWeight, valueWeights } from '../scoring/weigh';
import type { MatchResult } from '../types';

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
  const count = candidates.length;
  const strangers = new Float64Array(count);
  const among = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    strangers[p] = patternWeight(model, levels, p * width);
    among[p] = oddsAmongAll(model.siblings, levels, p * width);
  }
  const { left, right } = result;
  const all = new Uint8Array(count).fill(1);
  const values = valueWeights(model, { left, right, count: of.length }, result.patterns, all);
  const weight = new Float32Array(of.length);
  for (let i = 0; i < of.length; i++) {
    const pattern = of[i]!;
    weight[i] = againstBoth(strangers[pattern]! + values[i]!, among[pattern]!);
  }
  return weight;
}
