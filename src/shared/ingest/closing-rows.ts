import { cellKind } from './cell-kind';
import type { RejectKind } from './types';

/** Rows set aside at most until a row of data follows; more are data themselves. */
export const MOST_HELD = 50;

/** A cell that announces a total, whole or followed by what is summed: `Total`, `Grand total:`, `Summe 2019`. */
const TOTAL =
  /^(?:grand[ -]?totals?|sub-?totals?|totals?|totale|totaux|sum|summe|zwischensumme|gesamt|gesamtsumme|gesamtergebnis|insgesamt|suma|somme|итого|合計|合计|总计|總計)(?:[\s:–-].{0,25})?:?$/iu;

/**
 * What a row at the end of a table seems to be, if not data: a total (a word such as "Grand total" and otherwise only
 * numbers), or a note (a single filled cell where there are three columns or more). Judged only for rows no data follows.
 */
export function closingKind(
  cells: readonly string[],
  columns: number,
): Extract<RejectKind, 'total' | 'note'> | null {
  let filled = 0;
  let first = '';
  for (const cell of cells) {
    if (cell === '') continue;
    if (filled++ === 0) first = cell.trim();
    // Data has words in other places too: no need to look at the rest of a full row.
    else if (filled > 1 && !isTotalWord(first)) return null;
  }
  if (filled === 1 && !isTotalWord(first))
    return columns >= 3 && cellKind(first) !== 'integer' ? 'note' : null;
  if (!isTotalWord(first) || columns < 2) return null;
  const numbers = cells.filter((cell) => cell !== '' && cell.trim() !== first);
  return numbers.every(isQuantity) ? 'total' : null;
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
  kind: 'total' | 'note',
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
export function closingWarnings(totals: number, notes: number): string[] {
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
