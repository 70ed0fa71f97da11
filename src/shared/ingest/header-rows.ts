import { cellKind } from './cell-kind';
import { filledCells, isFilled } from './filled-cells';
import type { HeaderGuess } from './header';
import { headingsOf, mergedDepth, mergedTop } from './merged-cells';
import type { Heading, ReadOptions } from './types';
import type { MergedCells } from './workbook';

type Rows = readonly (readonly string[])[];

/** Rows a header may span. */
const MOST_ROWS = 4;
/** Rows of values that must stand below words that qualify a name. */
const QUALIFIED_ROWS = 3;
/** Between the parts of a header that spans several rows. */
const JOINT = ' / ';

/** The header, and how many rows it spans. */
export interface SpannedHeader extends HeaderGuess {
  readonly headerRows: number;
}

/**
 * Headers that span several rows. A row below the header belongs to it when it has only words, most of them under cells
 * the header leaves blank or under a heading of several columns; a row above does when it has several words and gives
 * different names to columns that are called the same below.
 */
export function spanHeader(
  rows: Rows,
  found: HeaderGuess,
  merged: readonly MergedCells[] = [],
): SpannedHeader {
  if (found.headerRow === null) return { ...found, headerRows: 1 };
  let first = mergedTop(merged, found.headerRow);
  let last = Math.max(found.headerRow, mergedDepth(merged, first));
  if (last >= rows.length - 1) {
    first = found.headerRow;
    last = first;
  }
  for (let next = continuation(rows, last); next !== null && next - first < MOST_ROWS; ) {
    last = next;
    next = continuation(rows, last);
  }
  if (last === first) while (last - first + 1 < MOST_ROWS && heads(rows, first, merged)) first--;
  if (last === first) return { ...found, headerRows: 1 };
  const count = last - first + 1;
  return {
    headerRow: first,
    firstRow: last + 1,
    headerRows: count,
    contrast: found.contrast,
    evidence: {
      about: 'header',
      text: `Rows ${first + 1} to ${last + 1} are the header together: ${count} names above each other are joined with "${JOINT.trim()}".`,
      certainty: 'likely',
    },
  };
}

/** The row below row `at` that completes it, a blank row between them allowed; null when there is none. */
function continuation(rows: Rows, at: number): number | null {
  const next = (rows[at + 1] ?? []).some(isFilled) ? at + 1 : at + 2;
  return next < rows.length && continues(rows, at, next) ? next : null;
}

/** Does row `next` complete row `at`? */
function continues(rows: Rows, at: number, next: number): boolean {
  const upper = rows[at]!;
  const lower = rows[next]!;
  const below = rows[next + 1] ?? [];
  if (next === at + 1 && qualifies(rows, next)) return true;
  if (!isWords(lower) || below.length === 0) return false;
  let completes = 0;
  let beside = 0;
  let blankUnder = 0;
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const above = upper[column]?.trim() ?? '';
    const own = lower[column]?.trim() ?? '';
    if (above === '' && own !== '') completes++;
    else if (above !== '' && own !== '') beside++;
    else if (above !== '' && own === '') blankUnder++;
  }
  return completes > 0 && blankUnder > 0 && beside <= completes + 1;
}

/** Words under a few names only, with numbers or dates below them: "Restated" under "Total". */
function qualifies(rows: Rows, at: number): boolean {
  const row = rows[at]!;
  const filled = [...row.keys()].filter((column) => isFilled(row[column]));
  const body = rows.slice(at + 1, at + 1 + QUALIFIED_ROWS);
  if (filled.length === 0 || filled.includes(0) || filled.length > row.length / 3) return false;
  if (body.length < QUALIFIED_ROWS || !isWords(row)) return false;
  const isValue = (cell: string): boolean => /^(?:integer|number|date|datetime)$/.test(cellKind(cell));
  return (
    body.every((cells) => isFilled(cells[0])) &&
    filled.every((column) => body.every((cells) => isValue(cells[column] ?? '')))
  );
}

/** Does the row above row `at` head groups of its columns? */
function heads(rows: Rows, at: number, merged: readonly MergedCells[]): boolean {
  const upper = rows[at - 1];
  const lower = rows[at]!;
  if (!upper || !isWords(upper)) return false;
  if (headsByMerging(upper, lower, headingsOf(merged, at - 1, at))) return true;
  const filled = filledCells(upper);
  if (filled < 2 || filled >= lower.length) return false;
  const names = lower.map((cell) => cell.trim());
  const repeated = names.filter((name) => name !== '').length - new Set(names.filter((n) => n !== '')).size;
  return repeated > 0;
}

/**
 * A cell merged over several columns heads them when there is a name in each column below it, and it is not the title of
 * the whole table: others stand beside it, or the first columns are not below it.
 */
function headsByMerging(
  upper: readonly string[],
  lower: readonly string[],
  headings: readonly Heading[],
): boolean {
  if (headings.length === 0) return false;
  const firstName = lower.findIndex(isFilled);
  const starts = new Set(headings.map(({ firstColumn }) => firstColumn));
  const named = (column: number): boolean => isFilled(lower[column]);
  const others = [...upper.keys()].filter((column) => isFilled(upper[column]) && !starts.has(column));
  const areFull = headings.every(({ firstColumn, endColumn }) => {
    for (let column = firstColumn; column < endColumn; column++) if (!named(column)) return false;
    return true;
  });
  // Two names above each other without a merged cell are no heading, but a note above the table.
  if (!areFull || others.some(named)) return false;
  return headings.length > 1 || others.length > 0 || headings[0]!.firstColumn > firstName;
}

function isWords(row: readonly string[]): boolean {
  const kinds = row.map((cell) => cellKind(cell)).filter((kind) => kind !== 'empty');
  return kinds.length > 0 && kinds.every((kind) => kind === 'words' || kind === 'other');
}

/** How many rows the header spans under these options. */
export function headerSpan({ headerRow, headerRows = 1, firstRow }: ReadOptions): number {
  return headerRow === null ? 0 : Math.max(1, Math.min(headerRows, firstRow - headerRow));
}

/**
 * One name per column from the rows of a header. A blank cell of an upper row takes the heading that is merged over it;
 * in a row without merged cells, the one to its left if the row below is filled. Equal names above each other count once.
 * `firstRow` is the number of the first of the rows.
 */
export function joinHeader(rows: Rows, firstRow = 0, headings: readonly Heading[] = []): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.map((row, r) => {
    const own = headings.filter((heading) => heading.row === firstRow + r);
    return own.length > 0
      ? mergedNames(row, width, own)
      : carriedNames(
          row,
          width,
          rows.slice(r + 1).find((below) => below.some(isFilled)),
        );
  });
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (const row of filled) {
      const part = row[column]!;
      if (part !== '' && part !== parts.at(-1)) parts.push(part);
    }
    return parts.join(JOINT);
  });
}

function mergedNames(row: readonly string[], width: number, headings: readonly Heading[]): string[] {
  const names = Array.from({ length: width }, (_, column) => row[column]?.trim() ?? '');
  for (const { firstColumn, endColumn } of headings)
    names.fill(names[firstColumn] ?? '', firstColumn, Math.min(endColumn, width));
  return names;
}

function carriedNames(row: readonly string[], width: number, below: readonly string[] | undefined): string[] {
  let heading = '';
  return Array.from({ length: width }, (_, column) => {
    const own = row[column]?.trim() ?? '';
    if (own !== '') heading = own;
    else if (!below || (below[column]?.trim() ?? '') === '') return '';
    return heading;
  });
}
