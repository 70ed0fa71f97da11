import { cellKind } from './cell-kind';
import type { HeaderGuess } from './header';
import type { ReadOptions } from './types';

type Rows = readonly (readonly string[])[];

/** Rows a header may span. */
const MOST_ROWS = 4;
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
export function spanHeader(rows: Rows, found: HeaderGuess): SpannedHeader {
  if (found.headerRow === null) return { ...found, headerRows: 1 };
  let first = found.headerRow;
  let last = first;
  while (last - first + 1 < MOST_ROWS && continues(rows, last)) last++;
  if (last === first) while (last - first + 1 < MOST_ROWS && heads(rows, first)) first--;
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

/** Does the row below row `at` complete it? */
function continues(rows: Rows, at: number): boolean {
  const upper = rows[at]!;
  const lower = rows[at + 1] ?? [];
  const below = rows[at + 2] ?? [];
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

/** Does the row above row `at` head groups of its columns? */
function heads(rows: Rows, at: number): boolean {
  const upper = rows[at - 1];
  const lower = rows[at]!;
  if (!upper || !isWords(upper)) return false;
  const filled = upper.filter((cell) => cell.trim() !== '').length;
  if (filled < 2 || filled >= lower.length) return false;
  const names = lower.map((cell) => cell.trim());
  const repeated = names.filter((name) => name !== '').length - new Set(names.filter((n) => n !== '')).size;
  return repeated > 0;
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
 * One name per column from the rows of a header. A blank cell of an upper row takes the heading to its left where the row
 * below it is filled; equal names above each other count once.
 */
export function joinHeader(rows: Rows): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.map((row, r) => {
    const below = rows[r + 1];
    let heading = '';
    return Array.from({ length: width }, (_, column) => {
      const own = row[column]?.trim() ?? '';
      if (own !== '') heading = own;
      else if (!below || (below[column]?.trim() ?? '') === '') return '';
      return heading;
    });
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
