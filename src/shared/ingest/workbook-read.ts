import { grown } from '../base/grown';
import type { TaskContext } from '../base/progress';
import { columnOf, filledRows } from '../table/column';
import type { Column } from '../table/types';
import { ClosingRows, closingReason, closingWarnings, isTotalWord, mayBeginTotal } from './closing-rows';
import { guessColumns } from './column-guess';
import { columnNames } from './column-names';
import type { Content } from './content';
import { tooManyRows } from './errors';
import { headerSpan, joinHeader } from './header-rows';
import { HeldBackCells, keptHeldBack, type RowHeldBack } from './held-back';
import { MAX_COLUMNS, MAX_ROWS } from './limits';
import { MergedCount } from './merged-cells';
import { guarded, openWorkbook } from './open-workbook';
import type { ThreadStart } from './parallel/with-help';
import { rowInRange } from './range';
import { type SheetColumn, type SheetRow, textsOf } from './sheet-row';
import { damageWarnings, outsideWarnings, rowWarnings } from './table-warnings';
import { sumSentence } from './total-sums';
import type { ByteSource, ColumnGuess, IngestedTable, RejectedRow, WorkbookOptions } from './types';
import { settleColumns } from './unnamed-columns';
import type { MergedCells } from './workbook';
import { sheetIndex } from './workbook-inspect';

/** Reads one sheet of a workbook, with a thread that scans it if one can be started. Throws `AppFailure`, and `ThreadFailed`. */
export async function readWorkbook(
  file: ByteSource,
  fileName: string,
  content: Exclude<Content, 'text'>,
  options: WorkbookOptions,
  task: TaskContext,
  start: ThreadStart,
): Promise<IngestedTable> {
  const workbook = await openWorkbook(file, fileName, content, start);
  const sheet = sheetIndex(workbook, options.sheet, fileName);
  return guarded(fileName, async () => {
    const collector = new SheetCollector(options, fileName);
    await workbook.rows(
      sheet,
      (row, cells) => collector.take(row, cells),
      task,
      (cells) => collector.merge(cells),
    );
    return collector.finish();
  });
}

/**
 * Puts the rows of a sheet into columns. Unlike a line of text, a row of a sheet cannot be malformed: filled cells beyond
 * the header make further columns. Rejected is only the header once more.
 */
class SheetCollector {
  #header: readonly string[] | null = null;
  readonly #options: WorkbookOptions;
  readonly #fileName: string;
  /** Columns once there is a row to take them from; before that only their number is known. */
  readonly #columns: SheetColumn[] = [];
  #width = 0;
  /** Sheet column of the first of the table. */
  readonly #first: number;
  readonly #rejected: RejectedRow[] = [];
  #lines = new Uint32Array(1024);
  #count = 0;
  #above = 0;
  #blank = 0;
  #outside = 0;
  /** Rows of the header. */
  readonly #span: number;
  readonly #headerRows: (readonly string[])[];
  readonly #closing: ClosingRows<{
    readonly row: number;
    readonly heldBack: RowHeldBack | undefined;
    /** What new columns are taken from; by now another row. */
    readonly columnsOf: SheetRow;
  }>;
  #heldBack: HeldBackCells | null = null;
  /** The header that the next two are of. */
  #headerKnown: readonly string[] | null = null;
  #headerCells = 0;
  #headerByte = 0;
  readonly #merged: MergedCount;
  #next: number;

  constructor(options: WorkbookOptions, fileName: string) {
    this.#span = headerSpan(options);
    this.#headerRows = Array.from({ length: this.#span }, () => []);
    this.#options = options;
    this.#closing = new ClosingRows(options);
    this.#merged = new MergedCount(options);
    this.#fileName = fileName;
    this.#next = options.firstRow;
    this.#first = options.range?.firstColumn ?? 0;
    // A header row without any cell is never handed over.
    if (options.headerRow !== null) this.#header = [];
  }

  take(row: number, cells: SheetRow): boolean {
    const { range } = this.#options;
    if (!rowInRange(row, range)) {
      if (endOf(cells, 0, cells.width) > 0) this.#outside++;
      return range?.endRow === null || row < (range?.endRow ?? 0);
    }
    const last = Math.min(cells.width, range?.endColumn ?? cells.width);
    if (this.#isHeader(row)) {
      const header = textsOf(cells, this.#first, last);
      this.#headerRows[row - (this.#options.headerRow ?? 0)] = header;
      this.#header =
        this.#span === 1
          ? header
          : joinHeader(this.#headerRows, this.#options.headerRow ?? 0, this.#options.headings);
      this.#width = Math.max(this.#width, this.#header.length);
      return true;
    }
    const end = endOf(cells, this.#first, last);
    if (row < this.#options.firstRow) {
      if (end > 0) this.#above++;
      return true;
    }
    if (end === 0) return true;
    const gap = row - this.#next;
    this.#blank += gap;
    this.#next = row + 1;
    if (this.#repeatsHeader(cells, end)) {
      const raw = this.#texts(cells, end).join('\t');
      this.#rejected.push({ line: row + 1, raw, reason: 'The row repeats the header.', kind: 'header' });
    } else this.#addOrHold(row, cells, end, gap > 0);
    return true;
  }

  /** The texts of the first cells of a row of the table. */
  #texts(cells: SheetRow, end: number): string[] {
    return textsOf(cells, this.#first, this.#first + end);
  }

  merge(cells: MergedCells): void {
    this.#merged.take(cells);
  }

  #isHeader(row: number): boolean {
    const { headerRow } = this.#options;
    return headerRow !== null && row >= headerRow && row < headerRow + this.#span;
  }

  /** Rows that look like totals or notes wait: they are data when other rows follow. */
  #addOrHold(row: number, cells: SheetRow, end: number, isBelowGap: boolean): void {
    if (this.#options.totals !== 'data' && this.#mayClose(cells, end)) {
      const held = { row, heldBack: keptHeldBack(cells.held), columnsOf: cells };
      if (this.#closing.hold(held, this.#texts(cells, end), this.#width, isBelowGap)) return;
    }
    this.#release();
    this.#add(row, cells, end);
  }

  /** A quick look: a total begins with a word for it, a note is the only filled cell. */
  #mayClose(cells: SheetRow, end: number): boolean {
    let first = this.#first;
    while (!cells.filled(first)) first++;
    const last = this.#first + end - 1;
    return first === last || (mayBeginTotal(cells.firstByte(first)) && isTotalWord(cells.text(first).trim()));
  }

  #release(): void {
    if (this.#closing.rows.length === 0) return;
    for (const { cells, row: held } of this.#closing.release()) {
      this.#addTexts(held.row, this.#resolved(cells, held.heldBack), held.columnsOf);
    }
  }

  /** What still waits at the end of the sheet is no data, unless there is nothing else. */
  #closeRows(columns: readonly (Column | null)[], guesses: readonly ColumnGuess[]): string[] {
    const known = new Map(guesses.map((guess) => [guess.name, guess]));
    for (const { kind, cells, row: held } of this.#closing.rows) {
      const sums = kind === 'total' ? sumSentence(cells, columns, known, this.#count) : '';
      const reason = closingReason(kind, cells, this.#width, sums);
      this.#rejected.push({ line: held.row + 1, raw: cells.join('\t'), reason, kind });
    }
    return closingWarnings(this.#closing.rows);
  }

  finish(): IngestedTable {
    if (this.#count === 0) this.#release();
    const width = Math.max(this.#width, 1);
    const { names, all, warnings } = this.#finishColumns(width);
    const columns = all.filter((column) => column !== null);
    const guesses = guessColumns(columns, this.#options).columns;
    const closing = this.#closeRows(all, guesses);
    const counts = {
      above: this.#above,
      blank: this.#blank,
      short: 0,
      firstShort: 0,
      stray: 0,
      firstStray: 0,
    };
    return {
      table: { rowCount: this.#count, columns },
      lines: this.#lines.slice(0, this.#count),
      rejected: this.#rejected,
      columns: guesses,
      warnings: [
        ...warnings,
        ...rowWarnings(counts),
        ...closing,
        ...outsideWarnings(this.#outside),
        ...this.#merged.warnings(),
        ...damageWarnings(columns),
        ...heldBackWarnings(this.#heldBack, names),
      ],
    };
  }

  /** The columns by position, null for those with neither header nor values; their names, and what to say of them. */
  #finishColumns(width: number): {
    readonly names: readonly string[];
    readonly all: readonly (Column | null)[];
    readonly warnings: readonly string[];
  } {
    // A column nobody filled is not made before it has to be: a sheet may have thousands of them.
    const read = Array.from({ length: width }, (_, i) => {
      const column = this.#columns[i];
      return column?.filled ? column.finish('', this.#count) : null;
    });
    const { names, blank, warnings } = settleColumns(
      this.#header,
      width,
      this.#count,
      this.#options.notes === 'named',
      (i) => (read[i] ? filledRows(read[i]) : 0),
    );
    const all = names.map((name, i) => {
      if (blank.has(i)) return null;
      const column = read[i] ? { ...read[i], name } : emptyColumn(name, this.#count);
      const others = this.#heldBack?.othersOf(i, name);
      return others ? withCells(column, others) : column;
    });
    return { names, all, warnings };
  }

  #add(row: number, cells: SheetRow, end: number): void {
    if (cells.held.columns.length > 0) {
      this.#addTexts(row, this.#resolved(this.#texts(cells, end), cells.held), cells);
      return;
    }
    this.#countRow(row, end, cells);
    for (let i = 0; i < end; i++) {
      const cell = this.#first + i;
      if (cells.filled(cell)) this.#columns[i]!.put(this.#count - 1, cell);
    }
  }

  #addTexts(row: number, texts: readonly string[], columnsOf: SheetRow): void {
    this.#countRow(row, texts.length, columnsOf);
    for (const [i, text] of texts.entries()) {
      if (text !== '') this.#columns[i]!.putText(this.#count - 1, text);
    }
  }

  /** Counts a row of data of so many cells. */
  #countRow(row: number, end: number, columnsOf: SheetRow): void {
    if (this.#count === MAX_ROWS) throw tooManyRows(this.#fileName);
    this.#width = Math.max(this.#width, end);
    while (this.#columns.length < end) this.#columns.push(columnsOf.newColumn());
    if (this.#count === this.#lines.length) this.#lines = grown(this.#lines);
    this.#lines[this.#count++] = row + 1;
  }

  /** The cells of the next row as shown or as stored, and a count of those where the two differ. */
  #resolved(shown: readonly string[], heldBack: RowHeldBack | undefined): readonly string[] {
    if (!heldBack) return shown;
    this.#heldBack ??= new HeldBackCells(this.#options, knownNames(this.#header));
    return this.#heldBack.take(this.#count, shown, heldBack);
  }

  #repeatsHeader(cells: SheetRow, end: number): boolean {
    const header = this.#header;
    if (!header || end < 2 || this.#headerEnd(header) !== end) return false;
    if (cells.firstByte(this.#first + end - 1) !== this.#headerByte) return false;
    return this.#texts(cells, end).every((cell, i) => cell === header[i]);
  }

  /** The number of header cells up to the last filled one, whose first byte is noted. */
  #headerEnd(header: readonly string[]): number {
    if (this.#headerKnown !== header) {
      this.#headerKnown = header;
      this.#headerCells = header.findLastIndex((cell) => cell !== '') + 1;
      const last = (header[this.#headerCells - 1] ?? '').trimStart();
      this.#headerByte = Math.min(0x80, last.charCodeAt(0) || 0);
    }
    return this.#headerCells;
  }
}

/** Sentences about cells that hold more than they show. */
function heldBackWarnings(cells: HeldBackCells | null, names: readonly string[]): string[] {
  return (cells?.evidence(names) ?? []).map(({ column, text }) => `"${column}": ${text}`);
}

/** The number of cells from `first` up to the last filled one before `last`. */
function endOf(cells: SheetRow, first: number, last: number): number {
  let end = last;
  while (end > first && !cells.filled(end - 1)) end--;
  return Math.max(0, end - first);
}

/** The names that columns have whatever their rows are; null where they have no header among others that do. */
function knownNames(header: readonly string[] | null): readonly (string | null)[] {
  const { names, unnamed } = columnNames(header, header?.length ?? MAX_COLUMNS);
  const open = new Set(unnamed);
  return names.map((name, i) => (open.has(i) ? null : name));
}

/** The column with other texts in some of its rows. */
function withCells(column: Column, others: ReadonlyMap<number, string>): Column {
  const texts = Array.from(column.codes, (code, row) => others.get(row) ?? column.values[code]!);
  return columnOf(column.name, texts);
}

function emptyColumn(name: string, rows: number): Column {
  return { name, codes: new Uint32Array(rows), values: [''] };
}
