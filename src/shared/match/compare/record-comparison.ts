import type { ComparisonColumn } from '../types';
import { type Comparer, createComparer } from './comparer';
import { kindOf } from './kinds';
import { ValuePairs } from './value-pairs';

/** From this level on two name parts are the same apart from a slip, in both kinds of name part. */
const NEAR = 3;

/** Pairs of values still to be compared: one list for all, emptied by each call. */
const open = new ValuePairs(1 << 13);

/**
 * One comparison on records: 0 when a value is missing on one side, the highest level when both are equal, else what
 * the column's level function says; name parts that stand in each other's place are seen. Caches inside change no result.
 */
export class RecordComparison {
  readonly #codes: Uint32Array;
  readonly #exact: number;
  /** Null: different values are at the lowest level. */
  readonly #comparer: Comparer | null;
  /** Values of the other name part; null where there is none. */
  readonly #crossed: Uint32Array | null;

  constructor(column: ComparisonColumn, columns: readonly ComparisonColumn[]) {
    this.#codes = column.codes;
    this.#exact = kindOf(column.kind).levels.length;
    this.#comparer = createComparer(column);
    this.#crossed = columns[column.partner]?.codes ?? null;
  }

  /** The level of two records. Symmetric. */
  level(left: number, right: number): number {
    const level = this.#levelOfCodes(this.#codes[left]!, this.#codes[right]!);
    return this.#crossed === null || level === 0 || level >= NEAR
      ? level
      : this.#orCrossed(this.#crossed, level, left, right);
  }

  /** The levels of the pairs from `start` to before `end`, written to the front of `out`. */
  levels(left: Uint32Array, right: Uint32Array, start: number, end: number, out: Uint8Array): void {
    for (let from = start; from < end; from += open.capacity) {
      const to = Math.min(end, from + open.capacity);
      this.#gather(left, right, from, to, out, from - start);
      if (this.#comparer === null) continue;
      this.#comparer.sieve?.sift(open, out);
      const { levelOf } = this.#comparer;
      for (let i = 0; i < open.count; i++) out[open.at[i]!] = levelOf(open.a[i]!, open.b[i]!);
    }
    const crossed = this.#crossed;
    if (crossed === null) return;
    for (let i = start; i < end; i++) {
      const level = out[i - start]!;
      if (level !== 0 && level < NEAR) out[i - start] = this.#orCrossed(crossed, level, left[i]!, right[i]!);
    }
  }

  /** Writes the levels that need no comparing, the lowest for different values; those are left in `open`. */
  #gather(
    left: Uint32Array,
    right: Uint32Array,
    from: number,
    to: number,
    out: Uint8Array,
    place: number,
  ): void {
    const codes = this.#codes;
    const exact = this.#exact;
    const { a, b, at } = open;
    let count = 0;
    // Without branches: no guess of the processor goes wrong where gaps and equal values come in no order.
    for (let i = from, k = place; i < to; i++, k++) {
      const x = codes[left[i]!]!;
      const y = codes[right[i]!]!;
      const difference = x ^ y;
      const isOpen = (difference | -difference) >>> 31;
      const isFilled = ((x | -x) & (y | -y)) >>> 31;
      out[k] = isFilled * (exact - isOpen * (exact - 1));
      a[count] = x;
      b[count] = y;
      at[count] = k;
      count += isFilled & isOpen;
    }
    open.count = count;
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
    if (a === b) return this.#exact;
    const comparer = this.#comparer;
    if (comparer === null) return 1;
    return comparer.sieve?.told(a, b) || comparer.levelOf(a, b);
  }
}

/** The comparisons of all columns on records. */
export function recordComparisons(columns: readonly ComparisonColumn[]): RecordComparison[] {
  return columns.map((column) => new RecordComparison(column, columns));
}
