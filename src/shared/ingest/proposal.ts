import { columnOf } from '../table/column';
import { closingKind, MOST_HELD } from './closing-rows';
import { guessColumns } from './column-guess';
import { withoutComments } from './comments';
import { HeldBackCells, type RowHeldBack } from './held-back';
import { layoutOf } from './layout';
import { PREVIEW_ROWS, RAW_ROWS } from './limits';
import { rowsInRange } from './range';
import type { Evidence, ReadOptions, TableProposal } from './types';

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
  const data: (readonly string[])[] = [];
  const heldBack = new HeldBackCells(options, layout.names);
  const seen = rowsInRange(looked, options.range);
  for (let row = options.firstRow; row < seen.length; row++) {
    if (row === options.headerRow || isBlank(seen[row]!)) continue;
    const held = input.held?.get(row);
    heldBack.count(seen[row]!, held);
    data.push(held ? heldBack.resolve(seen[row]!, held).slice() : seen[row]!);
  }
  if (whole && options.totals !== 'data') dropClosingRows(data, layout.names.length);
  const columns = layout.names.map((column, i) =>
    columnOf(
      column,
      data.map((row) => row[i] ?? ''),
    ),
  );
  const guessed = guessColumns(columns, options);
  const notes = layout.warnings.map((text): Evidence => ({ about: 'header', text, certainty: 'likely' }));
  return {
    name,
    options,
    evidence: [...evidence, ...notes, ...guessed.evidence, ...heldBack.evidence()],
    columns: guessed.columns,
    preview: data.slice(0, PREVIEW_ROWS).map((row) => layout.names.map((_, i) => row[i] ?? '')),
    rawRows: rows.slice(0, RAW_ROWS),
    rowCount: whole ? data.length : null,
    hidden,
  };
}

/** Takes totals and notes from the end, as reading does. */
function dropClosingRows(data: (readonly string[])[], columns: number): void {
  let end = data.length;
  while (end > 0 && data.length - end < MOST_HELD && closingKind(data[end - 1]!, columns)) end--;
  if (end > 0) data.length = end;
}

/** A row without any text; blanks alone on a line count as none. */
export function isBlank(row: readonly string[]): boolean {
  return row.length === 1 ? row[0]!.trim() === '' : row.every((cell) => cell === '');
}

/** The file name without folders and ending, as a name for its table. */
export function tableNameOf(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? fileName;
  return base.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || base || 'Table';
}
