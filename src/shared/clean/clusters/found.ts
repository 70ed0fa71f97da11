import type { Column } from '../../table/types';

/**
 * Clusters as they are found: numbers only, so that tens of thousands of them cost little until a person looks at them.
 * Members of cluster c are `members[starts[c]]` to `members[starts[c + 1] - 1]`, the surviving spelling first.
 */
export interface FoundClusters {
  readonly column: Column;
  /** Rows per code of the column. */
  readonly counts: Uint32Array;
  /** Filled distinct values that occur. */
  readonly distinct: number;
  /** Codes of the column. */
  readonly members: Uint32Array;
  readonly starts: Uint32Array;
  /** Key of each cluster; null where the method has no keys. */
  readonly keys: readonly (string | null)[];
  /** What was not compared, '' when all was. */
  readonly limits: string;
}

/** Where a long search is; yielded so that whoever drives it can report, wait for others, or stop. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

/** A search that can be stopped between any two steps. */
export type Search<T> = Generator<SearchProgress, T, undefined>;

/** Values looked at between two yields: a few hundredths of a second. */
export const YIELD_EVERY = 16_384;

/** Codes of the filled values that occur, in their order. */
export function filledCodes(counts: Uint32Array): Uint32Array {
  let filled = 0;
  for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) filled++;
  const codes = new Uint32Array(filled);
  let at = 0;
  for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) codes[at++] = code;
  return codes;
}

/**
 * Which of two spellings should survive: the more frequent one. At a tie the one without stray blanks, then the one in
 * mixed case rather than all capitals or all small letters, then the longer one (accents and punctuation count, they
 * were typed on purpose), then the first by value.
 */
export function bySpelling(column: Column, counts: Uint32Array): (a: number, b: number) => number {
  return (a, b) => {
    const frequency = counts[b]! - counts[a]!;
    if (frequency !== 0) return frequency;
    const left = column.values[a]!;
    const right = column.values[b]!;
    return (
      untidiness(left) - untidiness(right) ||
      right.normalize('NFD').length - left.normalize('NFD').length ||
      (left < right ? -1 : left > right ? 1 : 0)
    );
  };
}

const STRAY = /^\s|\s$|\s\s/u;

/** 0 for a value as people write it; 1 for one case throughout, 2 for stray blanks. */
function untidiness(value: string): number {
  if (STRAY.test(value)) return 2;
  const lower = value.toLowerCase();
  const upper = value.toUpperCase();
  return lower !== upper && (value === lower || value === upper) ? 1 : 0;
}
