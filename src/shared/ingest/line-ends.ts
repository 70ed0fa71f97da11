import { commonest } from './commonest';
import { SAMPLE_ROWS } from './limits';
import { type RaggedCheck, raggedCheck } from './ragged';
import {
  type Dialect,
  LINE_FEEDS,
  type LineEnds,
  type RowEnds,
  RowScanner,
  type UsualRow,
} from './scan-rows';
import type { ScannedRow } from './scanned-row';
import type { Evidence } from './types';

const LF = 10;
const CR = 13;
/** Rows that must agree before a file where carriage returns outnumber line feeds is one of line feeds. */
const LEAST_AGREEING = 3;

const RETURNS: LineEnds = { byReturn: true, usual: null };

/**
 * How the rows of a text end, by its first `limit` rows. Where carriage returns alone are found, the text is read both
 * ways, as if none of them ended a row and as if each did; the way in which more of the rows have the usual number of
 * cells is right. Returns that outnumber line feeds end rows wherever they stand, as in the files of old Macs; fewer of
 * them must be proved one by one, by rows of the usual kind on both sides.
 */
export function lineEndsOf(
  bytes: Uint8Array,
  whole: boolean,
  dialect: Dialect,
  limit = SAMPLE_ROWS,
): LineEnds {
  const byFeeds = surveyed(LINE_FEEDS, { bytes, whole, dialect, limit });
  if (!hasLoneReturn(bytes)) return { byReturn: false, usual: usualRow(byFeeds.width, byFeeds) };
  const byAll = surveyed(RETURNS, { bytes, whole, dialect, limit });
  const areFeedsBetter = byFeeds.agreeing >= LEAST_AGREEING && byFeeds.share > byAll.share;
  if (byAll.returns > byAll.feeds && !areFeedsBetter) return RETURNS;
  const { width } = byAll.share >= byFeeds.share ? byAll : byFeeds;
  return { byReturn: false, usual: usualRow(width, byFeeds) };
}

/** Is there a carriage return that no line feed follows? */
export function hasLoneReturn(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) return true;
  }
  return false;
}

/** Says of the first rows how they end where they do not all end alike. */
export function lineEndEvidence({ returns, feeds }: RowEnds, { usual }: LineEnds): Evidence[] {
  if (returns === 0 || feeds === 0) return [];
  const rows = `${returns} of the ${returns + feeds} rows looked at`;
  const ends = `${rows} ${returns === 1 ? 'ends' : 'end'} with a carriage return alone, the others with a line feed`;
  const cells = usual?.width === 1 ? 'one cell' : `${usual?.width} cells`;
  const text = usual ? `${ends}: on both sides of it stand rows of ${cells}.` : `${ends}.`;
  return [{ about: 'rows', text, certainty: 'likely' }];
}

/** The same of all rows of a file. */
export function lineEndWarnings({ returns, firstReturn, feeds }: RowEnds): string[] {
  if (returns === 0 || feeds === 0) return [];
  const rows =
    returns === 1
      ? `One row (line ${firstReturn}) ends with a carriage return alone`
      : `${returns} rows (first: line ${firstReturn}) end with a carriage return alone`;
  return [`${rows}, ${feeds === 1 ? 'one' : feeds} with a line feed.`];
}

/** The text that is looked at. */
interface Sample {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
  readonly dialect: Dialect;
  readonly limit: number;
}

/** The rows that one way of ending them gives. */
interface Survey extends RowEnds {
  /** The commonest number of cells, the rows that have it, and their share of those that are not blank. */
  readonly width: number;
  readonly agreeing: number;
  readonly share: number;
  /** The cells of the rows that have so many, those aside in which there is a carriage return. */
  rowsOf(width: number): string[][];
}

function surveyed(ends: LineEnds, { bytes, whole, dialect, limit }: Sample): Survey {
  const widths = new Map<number, number>();
  const scan = (take: (row: ScannedRow) => void): RowEnds => {
    const scanner = new RowScanner(dialect, ends);
    let seen = 0;
    scanner.feed(bytes, whole, (row) => {
      if (row.count > 1 || row.cell(0).trim() !== '') take(row);
      return ++seen < limit;
    });
    return scanner.ended;
  };
  let filled = 0;
  const ended = scan(({ count }) => {
    widths.set(count, (widths.get(count) ?? 0) + 1);
    filled++;
  });
  const width = commonest(widths);
  const agreeing = widths.get(width) ?? 0;
  const rowsOf = (wanted: number): string[][] => {
    const rows: string[][] = [];
    scan((row) => {
      if (row.count === wanted && !row.raw().includes('\r')) rows.push(row.cells());
    });
    return rows;
  };
  return { ...ended, width, agreeing, share: agreeing / Math.max(1, filled), rowsOf };
}

/**
 * A row of so many cells, with values like those of the rows that line feeds end, learned when it is first asked. Where
 * nothing is known of them, the number of cells has to do; one cell alone is then like any text.
 */
function usualRow(width: number, { rowsOf }: Survey): UsualRow {
  let check: RaggedCheck | null | undefined;
  return {
    width,
    fits: (row) => {
      // The first row is the header, or one row less to learn from.
      if (check === undefined) check = raggedCheck(rowsOf(width).slice(1), new Array<string>(width).fill(''));
      return check ? check(row.cells()) === null : width > 1;
    },
  };
}
