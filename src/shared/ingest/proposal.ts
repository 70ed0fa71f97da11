import { columnOf } from '../table/column';
import { ClosingRows, closingWarnings } from './closing-rows';
import { guessColumns } from './column-guess';
import { withoutComments } from './comments';
import { isSameRow } from './header';
import { HeldBackCells, type RowHeldBack } from './held-back';
import { layoutOf } from './layout';
import { PREVIEW_ROWS, RAW_ROWS } from './limits';
import { rowsInRange } from './range';
import { isBlankLine } from './text-head';
import type { Evidence, ReadOptions, TableProposal } from './types';
import { settleColumns } from './unnamed-columns';

/** What is known of a table when its proposal is made. */
export interface ProposalInput {
  readonly name: string;
  readonly options: ReadOptions;
  /** The first rows as they stand, blank ones included. */
  readonly rows: readonly (readonly string[])[];
  /** By row: the cells that hold more than they show; absent where a file holds text only. */
  readonly held?: ReadonlyMap<number, RowHeldBack>;
  readonly evidence: readonly Evidence[];
  /** Whether `rows` is all there is. */
  readonly whole: boolean;
  readonly hidden: boolean;
}

/** What reading a table under these options would give, judged by its first rows. */
export function proposalOf(input: ProposalInput): TableProposal {
  const { name, options, rows, evidence, whole, hidden } = input;
  const looked = withoutComments(rows, options.kind === 'delimited' ? options.comment : undefined);
  const layout = layoutOf(looked, options);
  const width = layout.names.length;
  const data: (readonly string[])[] = [];
  const heldOf: (RowHeldBack | undefined)[] = [];
  const closing = new ClosingRows<null>(options);
  let isBelowGap = false;
  const seen = rowsInRange(looked, options.range);
  for (let row = options.firstRow; row < seen.length; row++) {
    const cells = seen[row]!;
    if (row === options.headerRow || repeatsHeader(cells, layout.header)) continue;
    if (isBlank(cells)) {
      isBelowGap = true;
      continue;
    }
    data.push(cells);
    heldOf.push(input.held?.get(row));
    if (!closing.hold(null, cells, width, isBelowGap)) closing.release();
    isBelowGap = false;
  }
  const isClosed = whole && options.totals !== 'data';
  const closed = isClosed ? dropClosingRows(data, closing) : [];
  const areNotesNamed = options.kind === 'workbook' && options.notes === 'named';
  const { names, blank, warnings } = settleColumns(layout.header, width, data.length, areNotesNamed, (i) =>
    filledIn(data, i),
  );
  const heldBack = new HeldBackCells(options, names);
  for (const [row, cells] of data.entries()) {
    const read = heldBack.take(row, cells, heldOf[row]);
    if (read !== cells) data[row] = read.slice();
  }
  const places = [...names.keys()].filter((i) => !blank.has(i));
  const columns = places.map((i) =>
    columnOf(
      names[i]!,
      data.map((row) => row[i] ?? ''),
    ),
  );
  const guessed = guessColumns(columns, options);
  return {
    name,
    options,
    evidence: [
      ...evidence,
      ...warnings.map(likely('header')),
      ...closed.map(likely('rows')),
      ...guessed.evidence,
      ...heldBack.evidence(names),
    ],
    columns: guessed.columns,
    preview: data.slice(0, PREVIEW_ROWS).map((row) => places.map((i) => row[i] ?? '')),
    rawRows: rows.slice(0, RAW_ROWS),
    rowCount: whole ? data.length : null,
    hidden,
  };
}

/** The header once more, which reading rejects. */
function repeatsHeader(row: readonly string[], header: readonly string[] | null): boolean {
  return header !== null && header.length >= 2 && isSameRow(row, header);
}

function likely(about: Evidence['about']): (text: string) => Evidence {
  return (text) => ({ about, text, certainty: 'likely' });
}

/** Rows with a value in a column. */
function filledIn(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((sum, row) => sum + ((row[column] ?? '') === '' ? 0 : 1), 0);
}

/** Takes totals and notes from the end, as reading does, and says so. Where there is nothing else, they are the data. */
function dropClosingRows(data: (readonly string[])[], { rows }: ClosingRows<null>): string[] {
  if (rows.length === data.length) return [];
  data.length -= rows.length;
  return closingWarnings(rows);
}

/** A row without any text; blanks alone on a line count as none. */
export function isBlank(row: readonly string[]): boolean {
  return row.length === 1 ? isBlankLine(row[0]!) : row.every((cell) => cell === '');
}

/** The file name without folders and ending, as a name for its table. */
export function tableNameOf(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? fileName;
  return base.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || base || 'Table';
}
