import { patternMask } from '../table/pattern';
import { compareText } from '../table/rank';
import type { Column } from '../table/types';
import type { ValueCount } from './types';
import { MASK_LENGTH, type ValueScan } from './value-scan';

/** Different masks counted; beyond that a column is free text and masks say nothing. */
export const MOST_MASKS = 20_000;
const SLOTS = 32_768;

/** In place of a mask that came after `MOST_MASKS` others. */
export const NO_MASK = 0xffff;

/** A mask with its rows and its number in this column. */
export interface CountedMask extends ValueCount {
  readonly mask: number;
}

/**
 * Rows per pattern mask of one column. Masks are told apart by 64 bits of hash, so that no string is made for them: among 20,000 masks
 * two are taken for one once in a hundred billion columns.
 */
export class MaskCounter {
  readonly #low = new Int32Array(SLOTS);
  readonly #high = new Int32Array(SLOTS);
  readonly #rows = new Uint32Array(SLOTS);
  /** First code with this mask; 0 = free slot. */
  readonly #code = new Uint32Array(SLOTS);
  readonly #used: number[] = [];

  /** Counts the value scanned last; answers which mask it has. */
  add(scan: ValueScan, code: number, rows: number): number {
    let slot = scan.maskLow & (SLOTS - 1);
    while (this.#code[slot] !== 0) {
      if (this.#low[slot] === scan.maskLow && this.#high[slot] === scan.maskHigh) {
        this.#rows[slot]! += rows;
        return slot;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.#used.length >= MOST_MASKS) return NO_MASK;
    this.#used.push(slot);
    this.#low[slot] = scan.maskLow;
    this.#high[slot] = scan.maskHigh;
    this.#rows[slot] = rows;
    this.#code[slot] = code;
    return slot;
  }

  /** The most frequent masks, and how many there are. */
  patterns(column: Column, limit: number): { readonly masks: number; readonly top: readonly CountedMask[] } {
    const used = this.#used;
    const order = [...used].sort((a, b) => this.#rows[b]! - this.#rows[a]!);
    // Ties at the edge are decided by the mask, so all of them must be looked at.
    const edge = this.#rows[order[limit - 1] ?? 0]!;
    const candidates = order.filter((slot, at) => at < limit || this.#rows[slot] === edge);
    const top = candidates
      .slice(0, MOST_TIES)
      .map((slot) => ({
        value: patternMask(column.values[this.#code[slot]!]!.slice(0, MASK_LENGTH)),
        count: this.#rows[slot]!,
        mask: slot,
      }))
      .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
      .slice(0, limit);
    return { masks: used.length, top };
  }
}

/** Ties looked at; a column with more different masks of equal weight has no usual shape anyway. */
const MOST_TIES = 2_000;
