import { grown } from '../base/grown';
import { filledRows } from '../table/column';
import type { Column } from '../table/types';
import type { CellSink } from './cell-sink';
import { ClosingRows, closingReason, closingWarnings, isTotalWord, mayBeginTotal } from './closing-rows';
import { guessColumns } from './column-guess';
import { commentWarnings } from './comments';
import { emptyFile, tooManyRows } from './errors';
import { headerSpan } from './header-rows';
import type { Layout } from './layout';
import { MAX_ROWS } from './limits';
import { type RaggedCheck, raggedCheck } from './ragged';
import { cellsInRange, rowInRange, rowsInRange } from './range';
import { RowBatch } from './row-batch';
import type { ScannedRow } from './scanned-row';
import { damageWarnings, outsideWarnings, quoteWarnings, rowWarnings } from './table-warnings';
import { isBlankLine } from './text-head';
import { sumSentence } from './total-sums';
import type { ColumnGuess, DelimitedOptions, IngestedTable, RejectedRow, RejectKind } from './types';
import { settleColumns } from './unnamed-columns';

const encoder = new TextEncoder();
const COMMENT = { reason: 'The line is a comment by the sign it begins with.', kind: 'note' } as const;
const REPEATED = { reason: 'The line repeats the header.', kind: 'header' } as const;

/** Why a row is not one of the table. */
interface Fault {
  readonly reason: string;
  readonly kind: RejectKind;
}

/** A row that waits for the end of the file, with what becomes of it when data follow. */
interface HeldLine extends Pick<ScannedRow, 'line' | 'count' | 'flaw'> {
  readonly raw: string;
  readonly fault: Fault | null;
}

/**
 * Puts rows into columns. Every row of the file ends in one of these: the header, a row above the data, blank, rejected
 * (kept with its line and text), or a row of the table. Rejected are: a quote that stays open; filled cells beyond the
 * last column; wrongly written quotes together with a wrong number of cells; a single cell where there should be three
 * or more (a note, or part of a broken line); the header once more. Cells missing at the end are read as empty.
 */
export class RowCollector {
  readonly #layout: Layout;
  readonly #options: DelimitedOptions;
  readonly #fileName: string;
  readonly #width: number;
  readonly #sink: CellSink;
  readonly #batch: RowBatch;
  readonly #rejected: RejectedRow[] = [];
  #lines = new Uint32Array(1024);
  #count = 0;
  #index = 0;
  #above = 0;
  #blank = 0;
  #short = 0;
  #firstShort = 0;
  #stray = 0;
  #firstStray = 0;
  #outside = 0;
  #comments = 0;
  /** Rows of the header. */
  readonly #span: number;
  readonly #headerBytes: readonly Uint8Array[];
  readonly #ragged: RaggedCheck | null;
  /** The table is some of the columns only: the cells of the others are none of its faults. */
  readonly #cut: boolean;
  readonly #closing: ClosingRows<HeldLine>;
  /** The row comes behind a blank one. */
  #isBelowGap = false;

  constructor(
    layout: Layout,
    sample: readonly (readonly string[])[],
    options: DelimitedOptions,
    fileName: string,
    sink: CellSink,
  ) {
    this.#span = headerSpan(options);
    const { range } = options;
    this.#cut = range !== undefined && (range.firstColumn > 0 || range.endColumn !== null);
    const rows = rowsInRange(sample, range).slice(options.firstRow);
    this.#ragged = this.#cut ? null : raggedCheck(rows, layout.names);
    this.#headerBytes = (layout.header ?? []).map((cell) => encoder.encode(cell));
    this.#layout = layout;
    this.#options = options;
    this.#closing = new ClosingRows(options);
    this.#fileName = fileName;
    this.#width = layout.names.length;
    this.#sink = sink;
    this.#batch = new RowBatch(sink, this.#width);
  }

  /** Files one row; always asks for more. */
  take(row: ScannedRow): boolean {
    const index = this.#index++;
    if (!rowInRange(index, this.#options.range)) {
      if (!isBlankRow(row)) this.#outside++;
      return true;
    }
    if (this.#isHeader(index)) return true;
    if (index >= this.#options.firstRow && this.#isComment(row)) {
      this.#comments++;
      this.#rejected.push({ line: row.line, raw: row.raw(), ...COMMENT });
      return true;
    }
    if (index < this.#options.firstRow) {
      if (!isBlankRow(row)) this.#above++;
      return true;
    }
    if (row.flaw !== 'openQuote' && isBlankRow(row)) {
      this.#blank++;
      this.#isBelowGap = true;
      return true;
    }
    const fault = this.#faultOf(row);
    if (!this.#hold(row, fault)) {
      if (!fault) {
        this.#release();
        this.#add(row);
      } else this.#rejected.push({ line: row.line, raw: row.raw(), ...fault });
    }
    this.#isBelowGap = false;
    return true;
  }

  #isHeader(index: number): boolean {
    const { headerRow } = this.#options;
    return headerRow !== null && index >= headerRow && index < headerRow + this.#span;
  }

  #isComment(row: ScannedRow): boolean {
    const { comment } = this.#options;
    return comment !== undefined && row.cell(0).startsWith(comment) && row.raw().startsWith(comment);
  }

  /** Rows that look like totals, and notes below them, wait: they are data when other rows follow. */
  #hold(row: ScannedRow, fault: Fault | null): boolean {
    if (this.#options.totals === 'data' || !this.#mayClose(row, fault)) return false;
    const { line, count, flaw } = row;
    const held = { line, count, flaw, raw: row.raw(), fault };
    return this.#closing.hold(held, this.#cellsOf(row), this.#width, this.#isBelowGap);
  }

  /** A quick look: a total begins with a word for it; a note is a single cell below one or behind a blank row. */
  #mayClose(row: ScannedRow, fault: Fault | null): boolean {
    const mayBeNote = this.#isBelowGap || this.#closing.rows.length > 0;
    if (fault) return mayBeNote && row.count === 1 && row.flaw === null && fault.kind === 'malformed';
    const { range } = this.#options;
    const end = Math.min(row.count, range?.endColumn ?? row.count);
    const cell = row.nextFilled(range?.firstColumn ?? 0, end);
    if (cell >= end) return false;
    if (mayBeginTotal(row.firstByte(cell)) && isTotalWord(row.cell(cell).trim())) return true;
    return mayBeNote && row.nextFilled(cell + 1, end) >= end;
  }

  #release(): void {
    if (this.#closing.rows.length === 0) return;
    for (const { cells, row: held } of this.#closing.release()) {
      const { line, raw, fault } = held;
      if (fault) this.#rejected.push({ line, raw, ...fault });
      else {
        this.#batch.addTexts(cells);
        this.#countRow(held);
      }
    }
  }

  #cellsOf(row: ScannedRow): readonly string[] {
    return cellsInRange(row.cells(), this.#options.range);
  }

  /** Must be called before the scanner gets more text. */
  flush(): void {
    this.#batch.flush();
  }

  /** The table; rests after each column, so that a request to stop is heard. */
  async finish(
    textNotes: readonly string[],
    rest: (values: number) => Promise<void>,
  ): Promise<IngestedTable> {
    this.#releaseWhenAlone();
    if (this.#count === 0 && this.#rejected.length === 0 && this.#layout.header === null) {
      throw emptyFile(this.#fileName, 1);
    }
    const { columns, notes } = await this.#columns(rest);
    const guesses = guessColumns(columns, this.#options).columns;
    const closing = this.#closeRows(columns, guesses);
    const warnings = [
      ...notes,
      ...rowWarnings({
        above: this.#above,
        blank: this.#blank,
        short: this.#short,
        firstShort: this.#firstShort,
        stray: this.#stray,
        firstStray: this.#firstStray,
      }),
      ...closing,
      ...commentWarnings(this.#comments, this.#options.comment),
      ...outsideWarnings(this.#outside),
      ...textNotes,
      ...damageWarnings(columns),
      ...quoteWarnings(columns, guesses, this.#options.quote, this.#lines),
    ];
    return {
      table: { rowCount: this.#count, columns },
      lines: this.#lines.slice(0, this.#count),
      rejected: this.#rejected,
      columns: guesses,
      warnings,
    };
  }

  /** Rows that look like totals are the data where there are no other rows. */
  #releaseWhenAlone(): void {
    if (this.#count > 0 || this.#rejected.length > 0) return;
    this.#release();
    this.#batch.flush();
  }

  /** What still waits at the end of the file is no data. */
  #closeRows(columns: readonly Column[], guesses: readonly ColumnGuess[]): string[] {
    const byName = new Map(columns.map((column) => [column.name, column]));
    const aligned = this.#layout.names.map((name) => byName.get(name) ?? null);
    const known = new Map(guesses.map((guess) => [guess.name, guess]));
    for (const { kind, cells, row: held } of this.#closing.rows) {
      const sums = kind === 'total' ? sumSentence(cells, aligned, known, this.#count) : '';
      const reason = closingReason(kind, cells, this.#width, sums);
      this.#rejected.push({ line: held.line, raw: held.raw, reason, kind });
    }
    return closingWarnings(this.#closing.rows);
  }

  #add(row: ScannedRow): void {
    if (this.#cut) this.#batch.addTexts(this.#cellsOf(row));
    else this.#batch.add(row);
    this.#countRow(row);
  }

  /** Counts a row of data, and what has to be said of it. */
  #countRow({ line, count, flaw }: Pick<ScannedRow, 'line' | 'count' | 'flaw'>): void {
    if (count < this.#width) {
      if (this.#short === 0) this.#firstShort = line;
      this.#short++;
    }
    if (flaw) {
      if (this.#stray === 0) this.#firstStray = line;
      this.#stray++;
    }
    if (this.#count === MAX_ROWS) throw tooManyRows(this.#fileName);
    if (this.#count === this.#lines.length) this.#lines = grown(this.#lines);
    this.#lines[this.#count++] = line;
  }

  /** Why a row cannot be read as the others, or null. */
  #faultOf(row: ScannedRow): Fault | null {
    const width = this.#width;
    if (row.flaw === 'openQuote') return malformed('A quote is opened in this line and never closed.');
    if (this.#cut) return this.#repeatsHeader(row) ? REPEATED : null;
    for (let i = width; i < row.count; i++) {
      // A quoted line end behind the last cell is what some programs write; it holds nothing.
      if (row.filled(i) && row.cell(i).trim() !== '') {
        if (this.#beginsWithHeader(row)) return REPEATED;
        return malformed(`The line has ${row.count} cells; the table has ${width} columns.`);
      }
    }
    if (row.flaw && row.count !== width) {
      return malformed(
        `Quotes inside quotes are not written twice, so the line falls into ${row.count} cells instead of ${width}.`,
      );
    }
    if (row.count === 1 && width >= 3) {
      const reason = `The line has one cell only; the table has ${width} columns. It may be a note or part of a broken line.`;
      return { reason, kind: 'note' };
    }
    if ((row.count !== width || row.flaw) && this.#ragged) {
      const reason = this.#ragged(row.cells());
      if (reason !== null) return malformed(reason);
    }
    return this.#repeatsHeader(row) ? REPEATED : null;
  }

  #repeatsHeader(row: ScannedRow): boolean {
    const { header } = this.#layout;
    if (!header || header.length < 2) return false;
    if (this.#cut) {
      const cells = this.#cellsOf(row);
      return cells.length === header.length && header.every((cell, i) => cells[i] === cell);
    }
    return row.count === header.length && this.#beginsWithHeader(row);
  }

  #beginsWithHeader(row: ScannedRow): boolean {
    return this.#headerBytes.length > 1 && this.#headerBytes.every((cell, i) => row.is(i, cell));
  }

  /** The columns, without those that have neither a header nor a value. */
  async #columns(
    rest: (values: number) => Promise<void>,
  ): Promise<{ columns: Column[]; notes: readonly string[] }> {
    const { header, names } = this.#layout;
    const all: Column[] = [];
    for (const [i, name] of names.entries()) {
      all.push(await this.#sink.finish(i, name));
      await rest(this.#count);
    }
    const { blank, warnings } = settleColumns(header, names.length, this.#count, false, (i) =>
      filledRows(all[i]!),
    );
    return { columns: all.filter((_, i) => !blank.has(i)), notes: warnings };
  }
}

function malformed(reason: string): Fault {
  return { reason, kind: 'malformed' };
}

function isBlankRow(row: ScannedRow): boolean {
  if (row.count === 1) return isBlankLine(row.cell(0));
  for (let i = 0; i < row.count; i++) if (row.filled(i)) return false;
  return true;
}
