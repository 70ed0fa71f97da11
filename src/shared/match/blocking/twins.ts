import type { PreparedComparison } from '../prepare/prepare';
import type { ComparedSources } from '../sources';
import { blockSizes } from './blocks';

/** Records that say the same in every compared field, folded onto the first of them. */
export interface Twins {
  /** The first twin of every record: itself when it has no earlier one. */
  readonly first: Uint32Array;
  /** First record and later twin, in order of the twin. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
}

/**
 * Finds twins, so that a row repeated a thousand times costs a thousand comparisons and not half a million. Records
 * without any value have no twins: they say nothing. Where not all sources are compared, twins are of one source, and of
 * one whose records are compared with each other. Linear.
 */
export function findTwins(
  comparisons: readonly PreparedComparison[],
  count: number,
  sources: ComparedSources | null,
): Twins {
  const columns = comparisons.map(({ column }) => column.codes);
  const telling = [...comparisons]
    .sort((x, y) => y.column.values.length - x.column.values.length)
    .map(({ column: { codes, values } }) => ({ codes, sizes: blockSizes(codes, values.length) }));
  if (sources) columns.push(sourceNumbers(sources));
  const capacity = 1 << Math.max(4, 32 - Math.clz32(count * 2));
  const slots = new Uint32Array(capacity);
  const first = Uint32Array.from({ length: count }, (_, row) => row);
  const left: number[] = [];
  const right: number[] = [];
  for (let row = 0; row < count; row++) {
    if (isAloneInOne(telling, row)) continue;
    if (sources && !isComparedWithin(sources, row)) continue;
    let filled = 0;
    let hash = 0;
    for (let c = 0; c < columns.length; c++) {
      const code = columns[c]![row]!;
      if (c < comparisons.length) filled |= code;
      hash = Math.imul(hash ^ code, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    if (filled === 0) continue;
    let slot = hash & (capacity - 1);
    while (slots[slot] !== 0 && !areTwins(columns, slots[slot]! - 1, row)) slot = (slot + 1) & (capacity - 1);
    if (slots[slot] === 0) slots[slot] = row + 1;
    else {
      const twin = slots[slot]! - 1;
      first[row] = twin;
      left.push(twin);
      right.push(row);
    }
  }
  return { first, left: Uint32Array.from(left), right: Uint32Array.from(right) };
}

/** Whether no other record has one of its values: such a record has no twin. */
function isAloneInOne(
  columns: readonly { readonly codes: Uint32Array; readonly sizes: Uint32Array }[],
  row: number,
): boolean {
  for (const { codes, sizes } of columns) {
    const code = codes[row]!;
    if (code !== 0 && sizes[code] === 1) return true;
  }
  return false;
}

function areTwins(columns: readonly Uint32Array[], a: number, b: number): boolean {
  for (const codes of columns) if (codes[a] !== codes[b]) return false;
  return true;
}

function isComparedWithin({ rules, of }: ComparedSources, row: number): boolean {
  return rules.compared[of[row]! * rules.size + of[row]!] === 1;
}

function sourceNumbers({ of }: ComparedSources): Uint32Array {
  return Uint32Array.from(of);
}

/** No record is another's twin: for linking, where records of one source are never compared. */
export function noTwins(count: number): Twins {
  return {
    first: Uint32Array.from({ length: count }, (_, row) => row),
    left: new Uint32Array(0),
    right: new Uint32Array(0),
  };
}

/** The comparisons with later twins emptied, for making block keys. */
export function withoutTwins(comparisons: readonly PreparedComparison[], twins: Twins): PreparedComparison[] {
  if (twins.left.length === 0) return [...comparisons];
  return comparisons.map((comparison) => ({
    ...comparison,
    column: {
      ...comparison.column,
      codes: comparison.column.codes.map((code, row) => (twins.first[row] === row ? code : 0)),
    },
  }));
}
