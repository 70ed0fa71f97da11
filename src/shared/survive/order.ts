import type { RecordSet } from '../mapping/types';
import type { SurvivorshipRules } from './types';

/** Trust of each record's source: 0 is the most trusted. Tables not ranked follow in record-set order. */
export function sourceRanks(records: RecordSet, rules: SurvivorshipRules): Uint16Array {
  const rankOf = records.tables.map((table, index) => {
    const at = rules.sourceRank.indexOf(table);
    return at >= 0 ? at : rules.sourceRank.length + index;
  });
  return Uint16Array.from(records.table, (table) => rankOf[table] ?? 0);
}

/** Filled fields per record. */
export function completeness(records: RecordSet): Uint16Array {
  const filled = new Uint16Array(records.count);
  for (const { codes } of records.columns)
    for (let row = 0; row < records.count; row++) if (codes[row] !== 0) filled[row] = filled[row]! + 1;
  return filled;
}

/** Members of every group by golden index; goldens stand in order of their smallest member. */
export interface Grouping {
  readonly goldenOf: Uint32Array;
  /** Rows of golden g: `rows[starts[g] .. starts[g + 1])`, ascending. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly count: number;
}

/** Turns any group labels into golden indices in order of first appearance. */
export function grouping(groupOf: Uint32Array): Grouping {
  const golden = new Map<number, number>();
  const goldenOf = new Uint32Array(groupOf.length);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row]!;
    let index = golden.get(group);
    if (index === undefined) {
      index = golden.size;
      golden.set(group, index);
    }
    goldenOf[row] = index;
  }
  const count = golden.size;
  const starts = new Uint32Array(count + 1);
  for (const index of goldenOf) starts[index + 1] = starts[index + 1]! + 1;
  for (let g = 0; g < count; g++) starts[g + 1] = starts[g + 1]! + starts[g]!;
  const next = starts.slice(0, count);
  const rows = new Uint32Array(groupOf.length);
  goldenOf.forEach((index, row) => {
    const at = next[index]!;
    rows[at] = row;
    next[index] = at + 1;
  });
  return { goldenOf, starts, rows, count };
}

/** What records are compared by when nothing else decides. */
export interface Trust {
  readonly rank: Uint16Array;
  readonly filled: Uint16Array;
}

/** Most trusted source, then most complete, then smallest index. Negative when `a` goes first. */
export function byTrust({ rank, filled }: Trust, a: number, b: number): number {
  return rank[a]! - rank[b]! || filled[b]! - filled[a]! || a - b;
}
