import type { Semantic } from '../../profile/types';
import type { KindId } from '../compare/kinds';
import { isNothing } from '../normalise/fold';
import type { ComparisonColumn, MatchField } from '../types';
import type { FieldShape } from './usable-fields';

/** One comparison before anything is learned: which fields it reads and the values it compares. */
export interface PreparedComparison {
  readonly name: string;
  readonly fields: readonly string[];
  readonly semantic: Semantic;
  readonly column: ComparisonColumn;
}

/** A field with what its values look like. */
export interface Usable {
  readonly field: MatchField;
  readonly shape: FieldShape;
}

/** Comparisons made of several fields, and the fields they use up. */
export interface Grouped {
  readonly comparisons: readonly PreparedComparison[];
  readonly used: ReadonlySet<MatchField>;
}

/** A normalising function that takes words for "nothing" for nothing. */
export function guarded(normalise: (value: string) => string): (value: string) => string {
  return (value) => (isNothing(value) ? '' : normalise(value));
}

/** The column with the frequency of each value among rows. */
export function finish(kind: KindId, codes: Uint32Array, values: readonly string[]): ComparisonColumn {
  const counts = new Float64Array(values.length);
  let filled = 0;
  for (const code of codes) {
    if (code === 0) continue;
    counts[code] = counts[code]! + 1;
    filled++;
  }
  const frequency = new Float32Array(values.length);
  for (let code = 1; code < frequency.length; code++) frequency[code] = counts[code]! / Math.max(1, filled);
  return { kind, codes, values, frequency, partner: -1 };
}

/** Of several fields the best filled one first; equal ones in input order. */
export function byFill(items: readonly Usable[]): Usable[] {
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => b.item.shape.filled - a.item.shape.filled || a.index - b.index)
    .map(({ item }) => item);
}
