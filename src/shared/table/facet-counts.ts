import { compareText } from './rank';
import { type Column, EMPTY, type Facet, type FacetValue } from './types';

/** Rows per code among those kept; the index is the code. */
export function countRows(column: Column, keep: Uint8Array): Uint32Array {
  const counts = new Uint32Array(column.values.length);
  const { codes } = column;
  for (let row = 0; row < keep.length; row++) if (keep[row]) counts[codes[row]!]!++;
  return counts;
}

/** A facet from the rows per code: filled values that occur, the most frequent first. */
export function facetOfCounts(
  { name, values }: Pick<Column, 'name' | 'values'>,
  counts: Uint32Array,
  limit: number,
): Facet {
  let distinct = 0;
  for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) distinct++;
  return {
    column: name,
    distinct,
    blank: counts[EMPTY]!,
    values: mostFrequent(values, counts, limit),
  };
}

/** The `limit` most frequent filled values; keeps a short list and cuts it when it has doubled. */
function mostFrequent(values: readonly string[], counts: Uint32Array, limit: number): FacetValue[] {
  const wanted = Math.max(0, Math.trunc(limit));
  if (wanted === 0) return [];
  const order = (a: FacetValue, b: FacetValue): number => b.count - a.count || compareText(a.value, b.value);
  let best: FacetValue[] = [];
  let worst: FacetValue | undefined;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0 || (worst && count < worst.count)) continue;
    const candidate = { value: values[code]!, count };
    if (worst && order(candidate, worst) > 0) continue;
    best.push(candidate);
    if (best.length >= wanted * 2) {
      best = best.sort(order).slice(0, wanted);
      worst = best[wanted - 1];
    }
  }
  return best.sort(order).slice(0, wanted);
}
