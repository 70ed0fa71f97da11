import { dateOfDay } from './calendar';
import type { ColumnFacts } from './column-facts';

/** Smallest and largest value and ten equal bins between them, for numbers and dates. */
export interface Range {
  readonly min: string | null;
  readonly max: string | null;
  readonly histogram: readonly number[];
}

const BINS = 10;
const NOTHING: Range = { min: null, max: null, histogram: [] };

/** The range of a numeric or date column; nothing for text. */
export function rangeOf(facts: ColumnFacts): Range {
  const isDate = facts.type === 'date' || facts.type === 'datetime';
  if (!isDate && facts.type !== 'integer' && facts.type !== 'number') return NOTHING;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of facts.numeric) {
    if (Number.isNaN(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return NOTHING;
  const histogram = new Array<number>(BINS).fill(0);
  for (let code = 1; code < facts.numeric.length; code++) {
    const value = facts.numeric[code]!;
    if (Number.isNaN(value)) continue;
    const bin = max === min ? 0 : Math.min(BINS - 1, Math.floor(((value - min) / (max - min)) * BINS));
    histogram[bin]! += facts.counts[code]!;
  }
  const text = (value: number): string => (isDate ? dateOfDay(value) : String(value));
  return { min: text(min), max: text(max), histogram };
}

/** Beyond this share, far values are the shape of the column, not slips. */
const MOST_OUTLIERS = 0.02;

/**
 * Bounds beyond which a number counts as an outlier: three times the interquartile range outside the quartiles (Tukey's
 * outer fences). Null when there are too few numbers, no spread, or so many far values that they are no exception.
 */
export function outlierBounds(facts: ColumnFacts): { readonly low: number; readonly high: number } | null {
  const pairs: { value: number; count: number }[] = [];
  let total = 0;
  for (let code = 1; code < facts.numeric.length; code++) {
    const value = facts.numeric[code]!;
    if (Number.isNaN(value)) continue;
    pairs.push({ value, count: facts.counts[code]! });
    total += facts.counts[code]!;
  }
  if (total < 20) return null;
  pairs.sort((a, b) => a.value - b.value);
  const quantile = (share: number): number => {
    let passed = 0;
    for (const pair of pairs) {
      passed += pair.count;
      if (passed >= share * total) return pair.value;
    }
    return pairs.at(-1)!.value;
  };
  const q1 = quantile(0.25);
  const q3 = quantile(0.75);
  const spread = q3 - q1;
  const bounds = { low: q1 - 3 * spread, high: q3 + 3 * spread };
  const far = pairs.reduce(
    (sum, { value, count }) => sum + (value < bounds.low || value > bounds.high ? count : 0),
    0,
  );
  return spread === 0 || far > total * MOST_OUTLIERS ? null : bounds;
}
