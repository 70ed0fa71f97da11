import type { MatchInput, MatchResult, Relation } from '../types';
import { type SharedValue, sharedValues } from './shared-values';

/**
 * Different things that belong together: people of one family name at one address or phone (a household), people or
 * firms of one company. One relation for each shared value, so their number and size grow with the records and never
 * with the pairs. A value that more groups share than belong together by it (a common name in a common street, a mail
 * provider) makes no relation; people of one household have at least two given names. Relations of the same groups
 * become one. Ordered by their first group; O(records) with the values worked out.
 */
export function findRelations(input: MatchInput, result: MatchResult, groupOf: Uint32Array): Relation[] {
  const given = result.columns.find(({ kind }) => kind === 'given')?.codes ?? null;
  const byGroups = new Map<string, Relation>();
  for (const value of sharedValues(input, result)) {
    for (let v = 0; v + 1 < value.starts.length; v++) {
      const rows = value.rows.subarray(value.starts[v], value.starts[v + 1]);
      const groups = groupsOf(rows, groupOf, value);
      if (groups === null || (value.kind === 'household' && !hasTwoNames(rows, given))) continue;
      const name = `${value.kind}:${groups.join()}`;
      const before = byGroups.get(name);
      if (!before) byGroups.set(name, { kind: value.kind, groups, because: value.because });
      else if (before.because !== value.because)
        byGroups.set(name, { ...before, because: alsoBecause(before.because, value.because) });
    }
  }
  return [...byGroups.values()].sort(byFirstGroups);
}

/** The groups of some records, ascending; null when they are one, or more than belong together by the value. */
function groupsOf(rows: Uint32Array, groupOf: Uint32Array, { mostGroups }: SharedValue): number[] | null {
  const first = groupOf[rows[0]!]!;
  let several = false;
  for (let i = 1; i < rows.length && !several; i++) several = groupOf[rows[i]!] !== first;
  if (!several) return null;
  const groups = [...new Set(Array.from(rows, (row) => groupOf[row]!))];
  return groups.length > mostGroups ? null : groups.sort((a, b) => a - b);
}

function hasTwoNames(rows: Uint32Array, given: Uint32Array | null): boolean {
  if (given === null) return false;
  let first = 0;
  for (const row of rows) {
    const code = given[row]!;
    if (first === 0) first = code;
    else if (code !== 0 && code !== first) return true;
  }
  return false;
}

/** "same family name and address" with "same family name and phone": what they begin with is said once. */
function alsoBecause(before: string, more: string): string {
  const start = 'same family name and ';
  return more.startsWith(start) ? `${before} and ${more.slice(start.length)}` : `${before}, ${more}`;
}

function byFirstGroups(a: Relation, b: Relation): number {
  const length = Math.min(a.groups.length, b.groups.length);
  for (let i = 0; i < length; i++) {
    const difference = a.groups[i]! - b.groups[i]!;
    if (difference !== 0) return difference;
  }
  return a.groups.length - b.groups.length || (a.kind < b.kind ? -1 : 1);
}
