import type { Evidence } from './types';

type Rows = readonly (readonly string[])[];

/** Signs that begin comment lines, by how common they are. */
const SIGNS = ['#', '//', '%', ';', '--'];

/** What is known of comment lines in the first rows of a file. */
export interface CommentGuess {
  /** Null = there are none. */
  readonly comment: string | null;
  readonly evidence: readonly Evidence[];
}

/**
 * Lines that begin with `#` or the like are comments when they fall into another number of cells than the rows of the
 * table: a header `#id,name` and values such as `#12` do not. `;` counts only where it is not the delimiter.
 */
export function detectComments(rows: Rows, delimiter: string): CommentGuess {
  for (const sign of SIGNS) {
    if (sign === delimiter.trim()) continue;
    const marked = rows.filter((row) => row[0]?.startsWith(sign));
    if (marked.length === 0) continue;
    const width = commonWidth(rows.filter((row) => !row[0]?.startsWith(sign)));
    const isUnlike = marked.every((row) => row.length !== width);
    if (width < 2 || !isUnlike || !marked.every((row) => isRemark(row[0]!, sign))) continue;
    const lines =
      marked.length === 1 ? 'One line looked at begins' : `${marked.length} lines looked at begin`;
    const text = `${lines} with ${sign} and ${marked.length === 1 ? 'has' : 'have'} another number of cells than the ${width} of the table: comments, kept out of the data.`;
    return { comment: sign, evidence: [{ about: 'rows', text, certainty: 'likely' }] };
  }
  return { comment: null, evidence: [] };
}

/** The rows with comments blanked, so that row numbers stay. */
export function withoutComments(rows: Rows, comment: string | undefined): Rows {
  if (comment === undefined) return rows;
  return rows.map((row) => (row[0]?.startsWith(comment) ? [] : row));
}

/** A sentence about the comments kept out. */
export function commentWarnings(count: number, comment: string | undefined): string[] {
  if (count === 0 || comment === undefined) return [];
  return [
    `${count === 1 ? `One line begins with ${comment} and is` : `${count} lines begin with ${comment} and are`} kept out of the data as ${count === 1 ? 'a comment' : 'comments'}.`,
  ];
}

/** Words after the sign, or nothing but signs: no number, as in `-- 5` or `#12`. */
function isRemark(cell: string, sign: string): boolean {
  const rest = cell.slice(sign.length).trim();
  return rest === '' || /^[^\d]/u.test(rest) || /\p{L}{2}/u.test(rest);
}

function commonWidth(rows: Rows): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (row.length === 1 && (row[0] ?? '').trim() === '') continue;
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  let width = 0;
  for (const [count, times] of counts) if (times > (counts.get(width) ?? 0)) width = count;
  return width;
}
