import { concatColumns } from '../table/column';
import type { Column } from '../table/types';
import { guessColumns } from './column-guess';
import { tooManyRows } from './errors';
import { headerKeys } from './header-key';
import { MAX_ROWS } from './limits';
import { TYPE_WORDS } from './type-words';
import type { ColumnGuess, IngestedTable, NamedTable, RejectedRow, StackPart } from './types';

/**
 * Tables one below the other as one table. Columns are united by header without regard to case, blanks and signs, under
 * the name they have first; a table without a column has empty cells there. Lines stay the lines of each table's own
 * file; `parts` says where each begins. Linear in rows and distinct values. Throws `FILE_TOO_LARGE` beyond the most rows.
 */
export function stackTables(parts: readonly NamedTable[]): IngestedTable {
  const rowCount = parts.reduce((rows, { ingested }) => rows + ingested.table.rowCount, 0);
  if (rowCount > MAX_ROWS) throw tooManyRows(parts.map(({ name }) => name).join(', '));
  const united = uniteColumns(parts);
  const columns = united.map((column) => stackColumn(column, parts));
  const guesses = united.map((column, i) => guessOf(column, columns[i]!, parts));
  return {
    table: { rowCount, columns },
    lines: stackLines(parts, rowCount),
    rejected: stackRejected(parts),
    columns: guesses.map(({ guess }) => guess),
    warnings: [
      ...presenceWarnings(united, parts),
      ...guesses.flatMap(({ warnings }) => warnings),
      ...parts.flatMap(({ name, ingested }) => ingested.warnings.map((text) => `${name}: ${text}`)),
    ],
    parts: stackParts(parts),
  };
}

/** A column of the stack: its name, and its position in each part, or -1. */
interface United {
  readonly name: string;
  readonly positions: number[];
}

function uniteColumns(parts: readonly NamedTable[]): readonly United[] {
  const byKey = new Map<string, United>();
  for (const [p, { ingested }] of parts.entries()) {
    const names = ingested.table.columns.map(({ name }) => name);
    for (const [c, key] of headerKeys(names).entries()) {
      let column = byKey.get(key);
      if (!column) {
        column = { name: names[c]!, positions: parts.map(() => -1) };
        byKey.set(key, column);
      }
      column.positions[p] = c;
    }
  }
  return [...byKey.values()];
}

function stackColumn({ name, positions }: United, parts: readonly NamedTable[]): Column {
  return concatColumns(
    name,
    parts.map(({ ingested: { table } }, p) => table.columns[positions[p]!] ?? emptyColumn(table.rowCount)),
  );
}

function emptyColumn(rows: number): Column {
  return { name: '', codes: new Uint32Array(rows), values: [''] };
}

/** The guess all parts agree on; where they differ, one from all values, with a sentence. */
function guessOf(
  { name, positions }: United,
  column: Column,
  parts: readonly NamedTable[],
): { readonly guess: ColumnGuess; readonly warnings: readonly string[] } {
  const filled = parts.flatMap(({ name: part, ingested }, p) => {
    const guess = ingested.columns[positions[p]!];
    return guess && guess.type !== 'empty' ? [{ part, guess }] : [];
  });
  const first = filled[0];
  if (!first) return { guess: { name, type: 'empty', dateOrder: null, decimalComma: false }, warnings: [] };
  const warnings: string[] = [];
  const differing = (
    what: string,
    same: (guess: ColumnGuess) => boolean,
    say: (g: ColumnGuess) => string,
  ) => {
    const other = filled.find(({ guess }) => !same(guess));
    if (other) {
      warnings.push(
        `"${name}": ${what} ${say(first.guess)} in ${first.part} and ${say(other.guess)} in ${other.part}.`,
      );
    }
    return other !== undefined;
  };
  if (
    differing(
      'the values are',
      ({ type }) => type === first.guess.type,
      ({ type }) => TYPE_WORDS[type],
    )
  ) {
    const guess = guessColumns([column], null).columns[0]!;
    return { guess: { ...guess, name }, warnings };
  }
  const order = differing(
    'dates are written',
    ({ dateOrder }) => dateOrder === first.guess.dateOrder,
    ({ dateOrder }) => dateOrder ?? 'in an undecided order',
  );
  const sign = differing(
    'numbers have',
    ({ decimalComma }) => decimalComma === first.guess.decimalComma,
    ({ decimalComma }) => (decimalComma ? 'a decimal comma' : 'a decimal point'),
  );
  const { type, dateOrder, decimalComma } = first.guess;
  const guess = {
    name,
    type,
    dateOrder: order ? null : dateOrder,
    decimalComma: sign ? false : decimalComma,
  };
  return { guess, warnings };
}

function presenceWarnings(united: readonly United[], parts: readonly NamedTable[]): string[] {
  return parts.flatMap(({ name }, p) => {
    const lacking = united.filter(({ positions }) => positions[p] === -1).map((column) => `"${column.name}"`);
    if (lacking.length === 0) return [];
    const is = lacking.length === 1 ? 'column' : 'columns';
    return [`${name} has no ${is} ${lacking.join(', ')}; its cells are empty there.`];
  });
}

function stackLines(parts: readonly NamedTable[], rowCount: number): Uint32Array {
  const lines = new Uint32Array(rowCount);
  let at = 0;
  for (const { ingested } of parts) {
    lines.set(ingested.lines, at);
    at += ingested.table.rowCount;
  }
  return lines;
}

/** The parts, with those of tables that are stacked themselves in their place. */
function stackParts(parts: readonly NamedTable[]): StackPart[] {
  const stacked: StackPart[] = [];
  let at = 0;
  for (const { name, ingested } of parts) {
    const inner = ingested.parts ?? [{ name, firstRow: 0 }];
    stacked.push(...inner.map((part) => ({ name: part.name, firstRow: at + part.firstRow })));
    at += ingested.table.rowCount;
  }
  return stacked;
}

function stackRejected(parts: readonly NamedTable[]): RejectedRow[] {
  const rejected: RejectedRow[] = [];
  let before = 0;
  for (const { ingested } of parts) {
    for (const row of ingested.rejected) rejected.push({ ...row, part: before + (row.part ?? 0) });
    before += ingested.parts?.length ?? 1;
  }
  return rejected;
}
