import { filledCells, isFilled } from './filled-cells';
import { areColumnNames, isHeaderBeyondDoubt } from './header';
import { tablesBeside } from './side-by-side';
import type { CellRange } from './types';

type Rows = readonly (readonly string[])[];

/** A table of a sheet. */
export interface FoundTable {
  /** Where it is; absent where it is the only one. */
  readonly range?: CellRange;
  /** The title that stands above it among others; may be empty. */
  readonly title: string;
  /** What tells it from one that stands beside it, or leaves that open; may be empty. */
  readonly sentence: string;
}

/** Lines of a title at most. */
const TITLE_ROWS = 3;
/** More tables than this on one sheet are a form or a report; it is then read as one. */
const MOST_TABLES = 50;

/**
 * The tables of a sheet, usually one; several may stand below each other, parted by a blank row and each with a header of
 * its own, or beside each other (see `tablesBeside`). A header that comes again without a title above it goes on with the
 * same table. A header of words above words counts where the rows below fill other columns than those above.
 */
export function findTables(rows: Rows): readonly FoundTable[] {
  const tables: { first: number; header: string; title: string }[] = [];
  let pendingTitle: { row: number; text: string } | null = null;
  for (const [from, to] of segments(rows)) {
    const title = titleOf(rows, from, to);
    const body = title === null ? from : Math.min(to, from + title.rows);
    if (body >= to) {
      pendingTitle = { row: from, text: title?.text ?? '' };
      continue;
    }
    const named = title ? { row: from, text: title.text } : pendingTitle;
    const last = tables.at(-1);
    const own = rows.slice(body, to);
    const header =
      headerOf(own) ??
      (last ? wordsAbove(own, rows.slice(Math.max(last.first, from - 2 * ROWS_LOOKED_AT), from)) : null);
    if (!last) tables.push({ first: 0, header: header ?? '', title: named?.text ?? '' });
    else if (header !== null && last.header !== '' && (header !== last.header || named)) {
      tables.push({ first: named?.row ?? from, header, title: named?.text ?? '' });
    }
    pendingTitle = null;
  }
  const found = tables.flatMap(({ first, title }, i) => {
    const end = tables[i + 1]?.first ?? null;
    const beside = tablesBeside(rows.slice(first, end ?? rows.length));
    return beside.tables.map(({ top, left, right, title: own }) => ({
      range: { firstRow: first + top, endRow: end, firstColumn: left, endColumn: right },
      title: beside.tables.length > 1 ? own : title,
      sentence: beside.sentence,
    }));
  });
  if (found.length > 1 && tables.length <= MOST_TABLES) return found;
  return [{ title: '', sentence: found.length === 1 ? found[0]!.sentence : '' }];
}

/** Runs of rows that hold something: `[from, to)`. */
function segments(rows: Rows): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = -1;
  for (let row = 0; row <= rows.length; row++) {
    const filled = row < rows.length && rows[row]!.some(isFilled);
    if (filled && from < 0) from = row;
    if (!filled && from >= 0) {
      found.push([from, row]);
      from = -1;
    }
  }
  return found;
}

/** The lines with a single cell at the start of a segment; null when there are none, or too many. */
function titleOf(
  rows: Rows,
  from: number,
  to: number,
): { readonly rows: number; readonly text: string } | null {
  let at = from;
  while (at < to && filledCells(rows[at]!) === 1) at++;
  if (at === from || at - from > TITLE_ROWS) return null;
  const text = rows[from]!.find(isFilled) ?? '';
  return { rows: at - from, text: text.trim() };
}

/** The header of a segment as one text; null when its first row is no header beyond doubt. */
function headerOf(rows: Rows): string | null {
  return isHeaderBeyondDoubt(rows) ? headerText(rows[0]!.filter(isFilled)) : null;
}

/** Rows that tell how a table is filled, at least and at most, and the share of them in which a column is filled that always is. */
const ROWS_TO_TELL = 3;
const ROWS_LOOKED_AT = 20;
const ALWAYS = 0.9;

/**
 * A first row of words above words as one text, where the rows leave at least two columns empty that the rows `above`
 * always fill; else null.
 */
function wordsAbove(rows: Rows, above: Rows): string | null {
  // Titles and group headings fill a single cell.
  const filledAbove = above.filter((row) => filledCells(row) > 1).slice(-ROWS_LOOKED_AT);
  if (rows.length < ROWS_TO_TELL || filledAbove.length < ROWS_TO_TELL) return null;
  const shareAbove = (column: number): number =>
    filledAbove.filter((row) => isFilled(row[column])).length / filledAbove.length;
  const width = Math.max(...rows.map((row) => row.length), ...above.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const isUsed = columns.map((column) => rows.some((row) => isFilled(row[column])));
  const used = columns.filter((column) => isUsed[column]);
  const left = columns.filter((column) => !isUsed[column] && shareAbove(column) >= ALWAYS);
  if (used.length < 2 || left.length < 2) return null;
  const [header = [], ...body] = rows.map((row) => used.map((column) => row[column] ?? ''));
  return areColumnNames(header, body) ? headerText(header) : null;
}

/** The names of a header as one text, to tell it from others. */
function headerText(names: readonly string[]): string {
  return names.map((name) => name.trim().toLowerCase()).join('\u0000');
}
