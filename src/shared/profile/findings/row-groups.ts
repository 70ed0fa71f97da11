import type { Column } from '../../table/types';

/** The rows of a column, ordered by code: those of a code stand from `starts[code]` up to `starts[code + 1]`. */
export interface RowGroups {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

/** A counting sort of the rows by their code: linear, stable. */
export function groupRows(column: Column): RowGroups {
  const { codes } = column;
  const starts = new Uint32Array(column.values.length + 1);
  for (let row = 0; row < codes.length; row++) starts[codes[row]! + 1]!++;
  for (let code = 1; code < starts.length; code++) starts[code]! += starts[code - 1]!;
  const next = starts.slice();
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[next[codes[row]!]!++] = row;
  return { rows, starts };
}

/** Counts of codes that are cleared by touching only what was counted. */
export class CodeTally {
  readonly #counts: Uint32Array;
  readonly #touched: number[] = [];

  constructor(codes: number) {
    this.#counts = new Uint32Array(codes);
  }

  add(code: number): void {
    if (this.#counts[code]!++ === 0) this.#touched.push(code);
  }

  count(code: number): number {
    return this.#counts[code]!;
  }

  /** Codes counted, in order of first appearance. */
  get codes(): readonly number[] {
    return this.#touched;
  }

  /** The code counted most often, the earlier one among equals; 0 when nothing was counted. */
  most(): number {
    let best = 0;
    for (const code of this.#touched)
      if (best === 0 || this.#counts[code]! > this.#counts[best]!) best = code;
    return best;
  }

  clear(): void {
    for (const code of this.#touched) this.#counts[code] = 0;
    this.#touched.length = 0;
  }
}
