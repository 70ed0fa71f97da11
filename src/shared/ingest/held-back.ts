import type { HeldBack, ShownCell } from './number-format';
import type { Evidence, ReadOptions } from './types';

/** The cells of one row that hold more than they show, by column from A on. The lists are used again for the next row. */
export interface RowHeldBack {
  readonly columns: number[];
  readonly cells: HeldBack[];
}

/** Is the column read as its cells are stored, rather than as they are shown? */
export function readsStored(options: ReadOptions, column: string): boolean {
  const { cells } = options;
  if (!cells) return true;
  return (cells.as === 'stored') !== cells.except.includes(column);
}

interface Counts {
  decimals: number;
  time: number;
  currency: number;
  readonly signs: Set<string>;
  /** The first cell with more decimals, the first with a time of day: as shown, as stored. */
  decimalExample: string;
  timeExample: string;
}

/** Signs of currencies named in a sentence. */
const NAMED_SIGNS = 5;

/** Cells as they are read the other way, by row of the table. */
type OtherCells = Map<number, string>;

/**
 * Decides cell by cell between what is shown and what is stored, as the options say, and counts per column what differs.
 * `names` are those of the columns of the table by position, as far as they are known while rows are read: a column without
 * a header gets its name at the end, and until then its cells are kept both ways.
 */
export class HeldBackCells {
  readonly #options: ReadOptions;
  readonly #names: readonly (string | null)[];
  /** Sheet column of the first of the table. */
  readonly #offset: number;
  /** How cells are read unless their column is an exception. */
  readonly #asStored: boolean;
  readonly #counts = new Map<number, Counts>();
  readonly #others = new Map<number, OtherCells>();
  readonly #row: string[] = [];

  constructor(options: ReadOptions, names: readonly (string | null)[]) {
    this.#options = options;
    this.#names = names;
    this.#offset = options.range?.firstColumn ?? 0;
    this.#asStored = options.cells?.as !== 'shown';
  }

  /** The cells of row `row` of the table, given as shown, as they are to be read; a list that is used again where any differs. */
  take(row: number, shown: readonly string[], held: RowHeldBack | undefined): readonly string[] {
    if (!held || held.columns.length === 0) return shown;
    let read: string[] | null = null;
    for (const [i, sheetColumn] of held.columns.entries()) {
      const column = sheetColumn - this.#offset;
      if (column < 0 || column >= shown.length) continue;
      const cell = held.cells[i]!;
      this.#countCell(column, shown[column]!, cell);
      const name = this.#names[column] ?? null;
      const asStored = name === null ? this.#asStored : readsStored(this.#options, name);
      if (name === null) this.#keepOther(column, row, asStored ? shown[column]! : cell.stored);
      if (!asStored) continue;
      if (!read) {
        read = this.#row;
        read.length = 0;
        for (const text of shown) read.push(text);
      }
      read[column] = cell.stored;
    }
    return read ?? shown;
  }

  /** What to put into a column whose name was not known, now that it is one that is read the other way; else null. */
  othersOf(column: number, name: string): ReadonlyMap<number, string> | null {
    return readsStored(this.#options, name) === this.#asStored ? null : (this.#others.get(column) ?? null);
  }

  /** One sentence per column and kind of difference. */
  evidence(names: readonly string[]): Evidence[] {
    const found: Evidence[] = [];
    for (const [at, counts] of [...this.#counts].sort(([a], [b]) => a - b)) {
      const column = names[at];
      if (column === undefined) continue;
      const read = readsStored(this.#options, column) ? 'Read as stored.' : 'Read as shown.';
      for (const text of sentences(counts)) {
        found.push({ about: 'shown', column, text: `${text} ${read}`, certainty: 'sure' });
      }
    }
    return found;
  }

  #keepOther(column: number, row: number, text: string): void {
    if (!this.#options.cells?.except.length) return;
    const others = this.#others.get(column) ?? new Map<number, string>();
    this.#others.set(column, others.set(row, text));
  }

  #countCell(column: number, shown: string, held: HeldBack): void {
    let counts = this.#counts.get(column);
    if (!counts) {
      counts = { decimals: 0, time: 0, currency: 0, signs: new Set(), decimalExample: '', timeExample: '' };
      this.#counts.set(column, counts);
    }
    if (held.decimals) {
      if (counts.decimals++ === 0) counts.decimalExample = `${held.stored} shows as ${shown}`;
    }
    if (held.time) {
      if (counts.time++ === 0) counts.timeExample = `${held.stored} shows as ${shown}`;
    }
    if (held.currency !== '') {
      counts.currency++;
      if (counts.signs.size <= NAMED_SIGNS) counts.signs.add(held.currency);
    }
  }
}

function sentences({
  decimals,
  time,
  currency,
  signs,
  decimalExample,
  timeExample,
}: Counts): readonly string[] {
  const cells = (count: number): string => (count === 1 ? 'One cell holds' : `${count} cells hold`);
  const found: string[] = [];
  if (currency > 0) {
    const named = [...signs].slice(0, NAMED_SIGNS).join(', ') + (signs.size > NAMED_SIGNS ? ' …' : '');
    found.push(
      `${currency === 1 ? 'One amount shows' : `${currency} amounts show`} a currency sign (${named}) that the stored number lacks.`,
    );
  }
  if (decimals > 0) found.push(`${cells(decimals)} more decimals than are shown (${decimalExample}).`);
  if (time > 0) found.push(`${cells(time)} a time of day that is not shown (${timeExample}).`);
  return found;
}

/** A copy that outlives the row; undefined where the row has no such cell. */
export function keptHeldBack(held: RowHeldBack | undefined): RowHeldBack | undefined {
  return held && held.columns.length > 0
    ? { columns: held.columns.slice(), cells: held.cells.slice() }
    : undefined;
}

/** Notes the cells of a row that hold more than they show, for readers that go from cell to cell. */
export class HeldBackRow implements RowHeldBack {
  readonly columns: number[] = [];
  readonly cells: HeldBack[] = [];

  /** Starts the next row. */
  clear(): void {
    if (this.columns.length === 0) return;
    this.columns.length = 0;
    this.cells.length = 0;
  }

  /** The text shown; what the cell holds beyond it is noted. */
  take(column: number, { text, held }: ShownCell): string {
    if (held) {
      this.columns.push(column);
      this.cells.push(held);
    }
    return text;
  }
}
