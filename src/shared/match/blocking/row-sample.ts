import type { ComparedSources } from '../sources';
import type { KeyColumn } from './keys';

/** Tables of up to twice this size are looked at whole. */
const ROWS = 100_000;

/**
 * The records on which rules are judged before they are made: all of them, or about a hundred thousand of a large table,
 * so that planning costs the same for any size. Which ones depends on their number alone.
 */
export class RowSample {
  readonly #rows: Uint32Array | null;
  readonly #codes = new Map<KeyColumn, Uint32Array>();
  /** Records looked at. */
  readonly size: number;
  /** Pairs of all records for each pair of the sample. */
  readonly pairsPerPair: number;

  constructor(readonly records: number) {
    const step = Math.floor(records / ROWS);
    this.#rows = step < 2 ? null : everyStep(records, step);
    this.size = this.#rows?.length ?? records;
    this.pairsPerPair = this.#rows ? (records / this.size) ** 2 : 1;
  }

  /** Whether all records are looked at. */
  get isWhole(): boolean {
    return this.#rows === null;
  }

  /** The keys of the sample. */
  codes(key: KeyColumn): Uint32Array {
    if (this.#rows === null) return key.codes;
    let codes = this.#codes.get(key);
    if (!codes) {
      codes = this.#rows.map((row) => key.codes[row]!);
      this.#codes.set(key, codes);
    }
    return codes;
  }

  /** The sources of the sample. */
  sources(sources: ComparedSources | null): ComparedSources | null {
    if (sources === null || this.#rows === null) return sources;
    return { rules: sources.rules, of: Uint16Array.from(this.#rows, (row) => sources.of[row]!) };
  }

  /** Rows of the sample as rows of all records. */
  inAll(rows: Uint32Array): Uint32Array {
    const all = this.#rows;
    return all === null ? rows : rows.map((row) => all[row]!);
  }
}

/** One row of every `step`, scattered, so that no order of the table (two sources in turn) hides pairs. */
function everyStep(records: number, step: number): Uint32Array {
  const rows: number[] = [];
  for (let from = 0; from + step <= records; from += step)
    rows.push(from + ((Math.imul(from + 1, 0x9e3779b1) >>> 16) % step));
  return Uint32Array.from(rows);
}
