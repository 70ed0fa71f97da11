import type { PreparedComparison } from '../prepare/prepare';
import type { ComparedSources } from '../sources';
import { combineCodes } from './blocks';

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
 * one whose records are compared with each other.
 */
export function findTwins(
  comparisons: readonly PreparedComparison[],
  count: number,
  sources: ComparedSources | null,
): Twins {
  let group: Uint32Array = sources ? withinSources(sources) : new Uint32Array(count).fill(1);
  const filled = new Uint8Array(count);
  for (const { column } of comparisons) {
    const shifted = column.codes.map((code) => code + 1);
    for (let row = 0; row < count; row++) if (column.codes[row] !== 0) filled[row] = 1;
    group = combineCodes(group, shifted).codes;
  }
  const seen = new Uint32Array(count + 1).fill(0xffffffff);
  const first = Uint32Array.from({ length: count }, (_, row) => row);
  const left: number[] = [];
  const right: number[] = [];
  for (let row = 0; row < count; row++) {
    if (filled[row] === 0) continue;
    const at = group[row]!;
    if (at === 0) continue;
    if (seen[at] === 0xffffffff) seen[at] = row;
    else {
      first[row] = seen[at]!;
      left.push(seen[at]!);
      right.push(row);
    }
  }
  return { first, left: Uint32Array.from(left), right: Uint32Array.from(right) };
}

/** A number per record that says its source, 0 where records of the source are not compared with each other. */
function withinSources({ rules, of }: ComparedSources): Uint32Array {
  return Uint32Array.from(of, (source) =>
    rules.compared[source * rules.size + source] === 1 ? source + 1 : 0,
  );
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
