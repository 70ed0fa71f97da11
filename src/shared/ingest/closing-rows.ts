import { cellKind } from './cell-kind';
import type { ReadOptions } from './types';

/** Rows set aside at most until a row of data follows; more are data themselves. */
const MOST_HELD = 50;

/** A cell that announces a total, whole or followed by what is summed: `Total`, `Grand total:`, `Summe 2019`. */
const TOTAL =
  /^(?:grand[ -]?totals?|sub-?totals?|totals?|totale|totaux|sum|summe|zwischensumme|gesamt|gesamtsumme|gesamtergebnis|insgesamt|suma|somme|итого|合計|合计|总计|總計)(?:[\s:–-].{0,25})?:?$/iu;

/** What a row at the end of a table seems to be, if not data. */
export type ClosingKind = 'total' | 'note';

/** A row set aside, with what its reader needs to make it a row after all. */
export interface ClosingRow<Row> {
  readonly kind: ClosingKind;
  readonly cells: readonly string[];
  readonly row: Row;
}

/**
 * The rows that seem to close a table, as long as no data follows: totals, and notes, which are a single filled cell. On a
 * sheet, where people write below a table of three columns or more, such a cell is one in itself. In a line of text, or
 * where there are two columns, it may as well be a row with gaps: it has to stand below a total, and there behind a blank
 * row or as a remark; in three columns of text it may be a remark behind a blank row.
 */
export class ClosingRows<Row> {
  readonly #areNotesSure: boolean;
  readonly #held: ClosingRow<Row>[] = [];
  #totals = 0;

  constructor({ kind }: Pick<ReadOptions, 'kind'>) {
    this.#areNotesSure = kind === 'workbook';
  }

  get rows(): readonly ClosingRow<Row>[] {
    return this.#held;
  }

  /** Sets a row of a table of so many columns aside, if it seems to close it; says whether it does. */
  hold(row: Row, cells: readonly string[], columns: number, isBelowGap: boolean): boolean {
    const kind = this.#held.length < MOST_HELD ? this.#kindOf(cells, columns, isBelowGap) : null;
    if (kind === null) return false;
    if (kind === 'total') this.#totals++;
    this.#held.push({ kind, cells, row });
    return true;
  }

  /** Gives back the rows, which are data: others follow them, or there are none. */
  release(): readonly ClosingRow<Row>[] {
    this.#totals = 0;
    return this.#held.splice(0);
  }

  #kindOf(cells: readonly string[], columns: number, isBelowGap: boolean): ClosingKind | null {
    if (isTotal(cells, columns)) return 'total';
    const only = onlyCell(cells);
    const kind = only === null ? 'integer' : cellKind(only);
    if (only === null || kind === 'integer') return null;
    // A line of one cell where there should be three is never read as a row.
    if (columns >= 3 && (this.#areNotesSure || cells.length === 1)) return 'note';
    if (columns < 2 || kind === 'number') return null;
    const isApart = isBelowGap || this.#held.at(-1)?.kind === 'note';
    const isRemark = REMARK.test(only);
    if (this.#totals > 0) return isApart || isRemark ? 'note' : null;
    return columns >= 3 && isApart && isRemark ? 'note' : null;
  }
}

/** Begins with a sign of notes, or has a colon or three words. */
const REMARK = /^[*(†¹²³]|:|\S\s+\S+\s+\S/u;

/** Is this a word such as "Grand total" and otherwise only numbers? */
export function isTotal(cells: readonly string[], columns: number): boolean {
  const first = cells.find((cell) => cell !== '')?.trim() ?? '';
  if (columns < 2 || !isTotalWord(first)) return false;
  return cells.every((cell) => cell === '' || cell.trim() === first || isQuantity(cell));
}

/** The text of the only filled cell; null where there are more or none. */
function onlyCell(cells: readonly string[]): string | null {
  const at = cells.findIndex((cell) => cell !== '');
  return at < 0 || cells.some((cell, i) => i > at && cell !== '') ? null : cells[at]!.trim();
}

/** Can a cell whose first byte of UTF-8 (blanks aside) is this one be the word for a total? Told fast, for every row. */
export function mayBeginTotal(byte: number): boolean {
  return byte >= 0x80 || 'gstzi'.includes(String.fromCharCode(byte | 0x20));
}

/** Is this what the first filled cell of a total says, blanks around it taken off? */
export function isTotalWord(text: string): boolean {
  return text.length <= 40 && TOTAL.test(text);
}

function isQuantity(cell: string): boolean {
  const kind = cellKind(cell);
  return kind === 'integer' || kind === 'number' || kind === 'missing' || isTotalWord(cell.trim());
}

/** The reason kept with such a row; `sums` says what its numbers are the sum of, '' when that is not known. */
export function closingReason(
  kind: ClosingKind,
  cells: readonly string[],
  columns: number,
  sums: string,
): string {
  const first = (cells.find((cell) => cell !== '') ?? '').trim();
  if (kind === 'total') {
    return sums === ''
      ? `The row at the end is a total: "${first}" and numbers that sum up rows above.`
      : `The row at the end is a total: "${first}". ${sums}`;
  }
  return `The row at the end has one filled cell; the table has ${columns} columns. It is a note, not data.`;
}

/** Sentences about the rows set aside at the end. */
export function closingWarnings(rows: readonly { readonly kind: ClosingKind }[]): string[] {
  const totals = rows.filter(({ kind }) => kind === 'total').length;
  const notes = rows.length - totals;
  const warnings: string[] = [];
  if (totals > 0) {
    warnings.push(
      `${totals === 1 ? 'One row at the end is a total and is' : `${totals} rows at the end are totals and are`} kept out of the data.`,
    );
  }
  if (notes > 0) {
    warnings.push(
      `${notes === 1 ? 'One row at the end is a note and is' : `${notes} rows at the end are notes and are`} kept out of the data.`,
    );
  }
  return warnings;
}
