import { semanticOf } from '../../../profile/semantic';
import { fold } from '../../normalise/fold';
import type { Comparison, MatchResult } from '../../types';
import { namedComparisons } from '../columns';

/**
 * Finds the comparison of a result that a column of a foreign model means: by the name Winnow would give it, by the
 * fields it reads, or by its meaning where only one comparison has that.
 */
export function columnFinder(result: MatchResult): (column: string) => number {
  const named = namedComparisons(result);
  const key = (text: string): string => fold(text).replace(/ /g, '');
  const meaningOf = (header: string): string =>
    semanticOf(header.replace(/_/g, ' '), { name: header, codes: new Uint32Array(0), values: [''] });
  return (column) => {
    const byName = result.comparisons.findIndex(
      ({ name, fields }, c) =>
        named[c]!.name === column || [name, ...fields].some((field) => key(field) === key(column)),
    );
    if (byName >= 0) return byName;
    const meaning = meaningOf(column);
    const same = result.comparisons.filter((comparison) => means(comparison, meaning));
    return meaning !== 'text' && same.length === 1 ? result.comparisons.indexOf(same[0]!) : -1;
  };
}

function means({ semantic }: Comparison, meaning: string): boolean {
  return semantic === meaning;
}
