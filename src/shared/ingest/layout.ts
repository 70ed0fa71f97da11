import { columnNames } from './column-names';
import { headerSpan, joinHeader } from './header-rows';
import { rowsInRange } from './range';
import type { ReadOptions } from './types';

/** Share of the sample's rows that must reach beyond the header, or beyond the others without one, to widen the table. */
const WIDER_THAN_HEADER = 0.5;
const WIDER_WITHOUT_HEADER = 0.05;
/** Fewer rows than this cannot outvote a header. */
const ROWS_TO_WIDEN = 3;

/** The columns of a table before its rows are read. */
export interface Layout {
  readonly names: readonly string[];
  /** The header cells as they stand; null without a header row. */
  readonly header: readonly string[] | null;
}

/**
 * The columns that rows read under these options have: as many as the header has cells. When at least half of the
 * sample's rows, and three, have filled cells beyond the header, the table is as wide as those; without a header it is as wide as one
 * row in twenty. A sheet is as wide as its widest row: its rows cannot be malformed.
 */
export function layoutOf(sample: readonly (readonly string[])[], options: ReadOptions): Layout {
  const rows = rowsInRange(sample, options.range);
  const header = headerOf(rows, options);
  const ends: number[] = [];
  for (let row = options.firstRow; row < rows.length; row++) {
    const end = rows[row]!.findLastIndex((cell) => cell !== '') + 1;
    if (row !== options.headerRow && end > 0) ends.push(end);
  }
  ends.sort((a, b) => b - a);
  const share = header ? WIDER_THAN_HEADER : WIDER_WITHOUT_HEADER;
  const place = options.kind === 'workbook' ? 0 : Math.max(0, Math.ceil(ends.length * share) - 1);
  const outvoted = options.kind === 'workbook' || !header || ends.length >= ROWS_TO_WIDEN;
  const reached = outvoted ? (ends[place] ?? 0) : 0;
  const width = Math.max(header?.length ?? 0, reached, 1);
  return { header, names: columnNames(header, width).names };
}

function headerOf(rows: readonly (readonly string[])[], options: ReadOptions): readonly string[] | null {
  if (options.headerRow === null) return null;
  const span = headerSpan(options);
  if (span === 1) return rows[options.headerRow] ?? [];
  const headerRows = rows.slice(options.headerRow, options.headerRow + span);
  return joinHeader(headerRows, options.headerRow, options.headings);
}
