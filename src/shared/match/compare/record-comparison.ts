import type { ComparisonColumn } from '../types';
import { createComparer, type LevelOf } from './comparer';
import { kindOf } from './kinds';

/** From this level on two name parts are the same apart from a slip, in both kinds of name part. */
const NEAR = 3;

/**
 * One comparison on records: 0 when a value is missing on one side, the highest level when both are equal, else what
 * the column's level function says; name parts that stand in each other's place are seen. Caches inside change no result.
 */
export class RecordComparison {
  readonly #codes: Uint32Array;
  readonly #exact: number;
  readonly #levelOf: LevelOf;
  /** Values of the other name part; null where there is none. */
  readonly #crossed: Uint32Array | null;

  constructor(column: ComparisonColumn, columns: readonly ComparisonColumn[]) {
    this.#codes = column.codes;
    this.#exact = kindOf(column.kind).levels.length;
    this.#levelOf = createComparer(column);
    this.#crossed = columns[column.partner]?.codes ?? null;
  }

  /** The level of two records. Symmetric. */
  level(left: number, right: number): number {
    const a = this.#codes[left]!;
    const b = this.#codes[right]!;
    if (a === 0 || b === 0) return 0;
    const level = a === b ? this.#exact : this.#levelOf(a, b);
    return this.#crossed === null || level >= NEAR
      ? level
      : this.#orCrossed(this.#crossed, level, left, right);
  }

  /** The levels of the pairs from `start` to before `end`, written to the front of `out`. */
  levels(left: Uint32Array, right: Uint32Array, start: number, end: number, out: Uint8Array): void {
    const codes = this.#codes;
    const exact = this.#exact;
    const levelOf = this.#levelOf;
    for (let i = start; i < end; i++) {
      const a = codes[left[i]!]!;
      const b = codes[right[i]!]!;
      out[i - start] = a === 0 || b === 0 ? 0 : a === b ? exact : levelOf(a, b);
    }
    const crossed = this.#crossed;
    if (crossed === null) return;
    for (let i = start; i < end; i++) {
      const level = out[i - start]!;
      if (level !== 0 && level < NEAR) out[i - start] = this.#orCrossed(crossed, level, left[i]!, right[i]!);
    }
  }

  /** Swapped: one part stands in the other's place exactly, and so does the other part, a slip allowed. */
  #orCrossed(others: Uint32Array, level: number, left: number, right: number): number {
    const a = this.#codes[left]!;
    const b = this.#codes[right]!;
    const otherA = others[left]!;
    const otherB = others[right]!;
    const met =
      otherB === a ? this.#levelOfCodes(otherA, b) : otherA === b ? this.#levelOfCodes(a, otherB) : 0;
    return met >= NEAR ? this.#exact - 1 : level;
  }

  #levelOfCodes(a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    return a === b ? this.#exact : this.#levelOf(a, b);
  }
}

/** The comparisons of all columns on records. */
export function recordComparisons(columns: readonly ComparisonColumn[]): RecordComparison[] {
  return columns.map((column) => new RecordComparison(column, columns));
}
