import { type ColumnFacts, LONGEST_COUNTED } from './column-facts';
import type { LengthBin } from './types';

const BINS = 10;

/** At most ten bins over the lengths of the filled values; one bin a length where there are few. */
export function lengthBins(facts: ColumnFacts): readonly LengthBin[] {
  if (facts.filled === 0) return [];
  const last = Math.min(facts.maxLength, LONGEST_COUNTED);
  const width = Math.max(1, Math.ceil((last - facts.minLength + 1) / BINS));
  const bins: LengthBin[] = [];
  for (let from = facts.minLength; from <= last; from += width) {
    const to = Math.min(last, from + width - 1);
    let count = 0;
    for (let length = from; length <= to; length++) count += facts.lengths[length]!;
    bins.push({ from, to: to === last ? facts.maxLength : to, count });
  }
  return bins;
}

/** The length that at least this share of the filled values does not exceed. */
export function lengthQuantile(facts: ColumnFacts, share: number): number {
  let passed = 0;
  for (let length = facts.minLength; length <= LONGEST_COUNTED; length++) {
    passed += facts.lengths[length]!;
    if (passed >= share * facts.filled) return length;
  }
  return facts.maxLength;
}
