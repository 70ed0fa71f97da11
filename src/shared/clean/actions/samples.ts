import { compareText } from '../../table/rank';
import type { ValueChange } from '../types';

/**
 * Keeps the most frequent changes of many: a list cut whenever it has doubled, so that a million changes cost no sort.
 * Ties stand in the order of their values.
 */
export class TopChanges {
  readonly #limit: number;
  #kept: ValueChange[] = [];
  #floor = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(from: string, to: string, rows: number): void {
    if (rows < this.#floor) return;
    this.#kept.push({ from, to, rows });
    if (this.#kept.length >= this.#limit * 2) this.#cut();
  }

  /** The most frequent ones, most frequent first. */
  finish(): readonly ValueChange[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.rows - a.rows || compareText(a.from, b.from) || compareText(a.to, b.to));
    this.#kept.length = Math.min(this.#kept.length, this.#limit);
    if (this.#kept.length === this.#limit) this.#floor = this.#kept[this.#limit - 1]?.rows ?? 0;
  }
}
