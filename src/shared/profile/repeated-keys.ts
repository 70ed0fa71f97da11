import type { ColumnFacts } from './column-facts';
import type { CodedCount, ProblemContext } from './problem-context';

/** Share of different values from which a column is meant to be a key. */
const NEARLY_UNIQUE = 0.9;

/** Values on several rows of a column that looks like a key and is none because of them. */
export function repeatedKeys(facts: ColumnFacts, context: ProblemContext): CodedCount[] {
  if (context.semantic !== 'identifier' || context.likelyKey || facts.distinct < facts.filled * NEARLY_UNIQUE)
    return [];
  const repeated: CodedCount[] = [];
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count > 1 && facts.placeholder[code] === 0)
      repeated.push({ code, value: facts.column.values[code]!, count });
  }
  return repeated;
}
