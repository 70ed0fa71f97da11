import { plural } from '../../profile/text';
import { Problem } from './types';

/** Counts why an expression had no value: rows by reason. */
export class ProblemCount {
  readonly #rows = new Map<string, number>();

  /** Runs `work` for so many rows; `otherwise` where it has no value. */
  attempt<T>(work: () => T, otherwise: T, rows: number): T {
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      this.#rows.set(cause.message, (this.#rows.get(cause.message) ?? 0) + rows);
      return otherwise;
    }
  }

  /** One sentence a reason, the commonest first: "17 rows: not a number." */
  sentences(): readonly string[] {
    return [...this.#rows]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([reason, rows]) => `${plural(rows, 'row')}: ${reason}.`);
  }
}
