import type { Pairs } from '../blocking/pairs';
import { kindOf } from '../compare/kinds';
import type { Patterns } from './patterns';
import { dependenceWeight, type Model } from './scorer';
import { adjustedFrom, valueAdjustment } from './weights';

/** Pairs this far below (log2) cannot be lifted to a match by rare values: their frequencies are not looked up. */
const HOPELESS = -12;

/** Weights of all pairs without the prior: by pattern, term frequencies only where they can matter. */
export function weigh(model: Model, pairs: Pairs, patterns: Patterns): Float32Array {
  const width = model.columns.length;
  const from = model.columns.map((column) => adjustedFrom(kindOf(column.kind)));
  const byPattern = new Float64Array(patterns.count);
  for (let p = 0; p < patterns.count; p++) {
    let sum = 0;
    for (let c = 0; c < width; c++) {
      const level = patterns.levels[p * width + c]!;
      if (level > 0) sum += model.comparisons[c]!.levels[level]!.weight;
    }
    byPattern[p] = sum;
  }
  const weight = new Float32Array(pairs.count);
  for (let i = 0; i < pairs.count; i++) {
    const pattern = patterns.of[i]!;
    let sum = byPattern[pattern]!;
    if (sum > HOPELESS) {
      const l = pairs.left[i]!;
      const r = pairs.right[i]!;
      for (let c = 0; c < width; c++) {
        const level = patterns.levels[pattern * width + c]!;
        if (level < from[c]!) continue;
        const column = model.columns[c]!;
        sum += valueAdjustment(column, model.comparisons[c]!, level, column.codes[l]!, column.codes[r]!);
      }
      for (const dependence of model.dependences)
        sum += dependenceWeight(model, dependence, patterns.levels, pattern * width, l, r);
    }
    weight[i] = sum;
  }
  return weight;
}
