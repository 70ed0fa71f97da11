import { compareText } from '../table/rank';
import type { ColumnFacts } from './column-facts';
import type { CodedCount } from './problem-context';
import { foldText } from './text';
import type { Semantic } from './types';

/** Distinct values up to which spellings of one value are compared; above that a column is not a list of words. */
const MOST_SPELLINGS = 50_000;
const LONGEST = 200;

const SPELLED: ReadonlySet<Semantic> = new Set(['category', 'city', 'region', 'country', 'company', 'text']);

/** Values that differ only in case, accents, blanks or punctuation: `GMBH`, `GmbH`. All but the usual spelling. */
export function unusualSpellings(facts: ColumnFacts, semantic: Semantic): CodedCount[] {
  if (!SPELLED.has(semantic) || facts.distinct > MOST_SPELLINGS || facts.maxLength > LONGEST) return [];
  const groups = new Map<string, CodedCount[]>();
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count === 0 || facts.placeholder[code] === 1) continue;
    const value = facts.column.values[code]!;
    const key = foldText(value).replace(/[\s.,'’-]+/g, '');
    const group = groups.get(key);
    if (group) group.push({ code, value, count });
    else groups.set(key, [{ code, value, count }]);
  }
  const unusual: CodedCount[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    group.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
    unusual.push(...group.slice(1));
  }
  return unusual;
}
