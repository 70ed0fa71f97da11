import { detectHeader } from './header';
import type { CellRange } from './types';

type Rows = readonly (readonly string[])[];

/** A table among others: where it is, and the title that stands above it, if any. */
export interface FoundTable {
  readonly range: CellRange;
  readonly title: string;
}

/** Lines of a title at most. */
const TITLE_ROWS = 3;
/** More tables than this on one sheet are a form or a report; it is then read as one. */
const MOST_TABLES = 50;

/**
 * The tables of a sheet that holds several: below each other, parted by a blank row and each with a header of its own, or
 * beside each other, parted by a blank column and of different height or with the same header. Empty where the sheet is
 * one table. A header that comes again without a title above it goes on with the same table.
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
    const header = headerOf(rows.slice(body, to));
    const last = tables.at(-1);
    if (!last) tables.push({ first: 0, header: header ?? '', title: named?.text ?? '' });
    else if (header !== null && last.header !== '' && (header !== last.header || named)) {
      tables.push({ first: named?.row ?? from, header, title: named?.text ?? '' });
    }
    pendingTitle = null;
  }
  if (tables.length > MOST_TABLES) return [];
  const found = tables.flatMap(({ first, title }, i) => {
    const end = tables[i + 1]?.first ?? null;
    return sideBySide(rows, first, end ?? rows.length).map(([left, right]) => ({
      range: { firstRow: first, endRow: end, firstColumn: left, endColumn: right },
      title,
    }));
  });
  return found.length > 1 ? found : [];
}

/** Runs of rows that hold something: `[from, to)`. */
function segments(rows: Rows): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = -1;
  for (let row = 0; row <= rows.length; row++) {
    const filled = row < rows.length && rows[row]!.some((cell) => cell.trim() !== '');
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
  while (at < to && rows[at]!.filter((cell) => cell.trim() !== '').length === 1) at++;
  if (at === from || at - from > TITLE_ROWS) return null;
  const text = rows[from]!.find((cell) => cell.trim() !== '') ?? '';
  return { rows: at - from, text: text.trim() };
}

/** The header of a segment as one text; null when its first row is no header beyond doubt. */
function headerOf(rows: Rows): string | null {
  if (rows.length < 2) return null;
  const { headerRow, evidence, contrast } = detectHeader(rows);
  const header = headerRow === 0 ? rows[0]!.filter((cell) => cell.trim() !== '') : [];
  if (header.length < 2 || contrast === 0 || evidence.certainty !== 'sure') return null;
  return header.map((cell) => cell.trim().toLowerCase()).join('\u0000');
}

/** The columns of the tables that stand beside each other in these rows: `[left, right)`; one entry when there is one. */
function sideBySide(rows: Rows, from: number, to: number): (readonly [number, number | null])[] {
  const part = rows.slice(from, to);
  const width = Math.max(0, ...part.map((row) => row.length));
  const used = Array.from({ length: width }, (_, column) =>
    part.some((row) => (row[column] ?? '').trim() !== ''),
  );
  const blocks: [number, number][] = [];
  for (const [column, filled] of used.entries()) {
    const last = blocks.at(-1);
    if (!filled) continue;
    if (last && last[1] === column) last[1] = column + 1;
    else blocks.push([column, column + 1]);
  }
  const whole = [[0, null]] as const;
  if (blocks.length < 2 || blocks.some(([left, right]) => right - left < 2)) return [...whole];
  const seen = blocks.map(([left, right]) => describe(part, left, right));
  const first = seen[0]!;
  const apart =
    seen.every(({ header }) => header !== null) &&
    seen
      .slice(1)
      .every(
        ({ header, end, start }) => header === first.header || end !== first.end || start !== first.start,
      );
  if (!apart) return [...whole];
  return blocks.map(([left], i) => [left, blocks[i + 1]?.[0] ?? null]);
}

function describe(part: Rows, left: number, right: number) {
  const own = part.map((row) => row.slice(left, right));
  const start = own.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const end = own.findLastIndex((row) => row.some((cell) => cell.trim() !== '')) + 1;
  return { start, end, header: headerOf(own.slice(start, end)) };
}
