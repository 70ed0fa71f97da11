import { dateOfDay } from './calendar';
import type { ColumnFacts } from './column-facts';
import { isDateColumn, quantile, rowsOutside, type SortedNumbers, sortedNumbers } from './sorted-numbers';

/** Smallest and largest value and ten equal bins between them, for numbers and dates. */
export interface Range {
  readonly min: string | null;
  readonly max: string | null;
  readonly histogram: readonly number[];
}

const BINS = 10;
const NOTHING: Range = { min: null, max: null, histogram: [] };
const NO_NUMBERS: SortedNumbers = { values: new Float64Array(), upTo: new Float64Array(), rows: 0 };

const known = new WeakMap<ColumnFacts, SortedNumbers>();

/** The numbers of a column whose type is numeric or a date, sorted once; none of others. */
export function numbersOf(facts: ColumnFacts): SortedNumbers {
  if (!isDateColumn(facts) && facts.type !== 'integer' && facts.type !== 'number') return NO_NUMBERS;
  const cached = known.get(facts);
  if (cached) return cached;
  const sorted = sortedNumbers(facts.numeric, facts.counts);
  known.set(facts, sorted);
  return sorted;
}

/** The range of a numeric or date column; nothing for text. */
export function rangeOf(facts: ColumnFacts, sorted: SortedNumbers): Range {
  const { values, upTo } = sorted;
  const min = values[0];
  const max = values.at(-1);
  if (min === undefined || max === undefined) return NOTHING;
  const histogram = new Array<number>(BINS).fill(0);
  let before = 0;
  for (let i = 0; i < values.length; i++) {
    histogram[binOf(values[i]!, min, max)]! += upTo[i]! - before;
    before = upTo[i]!;
  }
  const text = (value: number): string => (isDateColumn(facts) ? dateOfDay(value) : String(value));
  return { min: text(min), max: text(max), histogram };
}

/** The bin of a number between the smallest and the largest of its column. */
export function binOf(value: number, min: number, max: number): number {
  return max === min ? 0 : Math.min(BINS - 1, Math.floor(((value - min) / (max - min)) * BINS));
}

/** The bounds of a bin as text, for numbers with at most two decimals. */
export function binBounds(bin: number, min: number, max: number, isDate: boolean): [string, string] {
  const step = (max - min) / BINS;
  const text = (value: number): string =>
    isDate ? dateOfDay(Math.round(value)) : String(Math.round(value * 100) / 100);
  return [text(min + bin * step), text(bin === BINS - 1 ? max : min + (bin + 1) * step)];
}

/** Fewest numbers from which any of them can be called far from the others. */
const FEWEST = 20;
/** Beyond this share, far values are the shape of the column, not slips. */
const MOST_OUTLIERS = 0.02;

/** Between which bounds the usual numbers lie, and the quartiles they come from. */
export interface Fences {
  readonly low: number;
  readonly high: number;
  readonly q1: number;
  readonly q3: number;
}

/**
 * Bounds beyond which a number counts as an outlier: three times the interquartile range outside the quartiles (Tukey's
 * outer fences). Null when there are too few numbers, no spread, or so many far values that they are no exception.
 */
export function outlierBounds(sorted: SortedNumbers): Fences | null {
  if (sorted.rows < FEWEST) return null;
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  const spread = q3 - q1;
  const low = q1 - 3 * spread;
  const high = q3 + 3 * spread;
  if (spread === 0 || rowsOutside(sorted, low, high) > sorted.rows * MOST_OUTLIERS) return null;
  return { low, high, q1, q3 };
}
