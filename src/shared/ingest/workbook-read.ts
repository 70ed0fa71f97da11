import type { TaskContext } from '../base/progress';
import { ColumnBuilder } from '../table/column';
import type { Column } from '../table/types';
import { closingKind, closingReason, closingWarnings, MOST_HELD } from './closing-rows';
import { guessColumns } from './column-guess';
import { columnNames, listed } from './column-names';
import type { Content } from './content';
import { tooManyRows } from './errors';
import { headerSpan, joinHeader } from './header-rows';
import { HeldBackCells, keptHeldBack, type RowHeldBack } from './held-back';
import { MAX_ROWS } from './limits';
import { guarded, openWorkbook } from './open-workbook';
import { cellsInRange, rowInRange } from './range';
import { damageWarnings, outsideWarnings, rowWarnings } from './table-warnings';
import type { ByteSource, IngestedTable, RejectedRow, WorkbookOptions } from './types';
import type { SharedKeys } from './workbook';
import { sheetIndex } from './workbook-inspect';

/** Reads one sheet of a workbook. Throws `AppFailure`. */
export async function readWorkbook(
  file: ByteSource,
  fileName: string,
  content: Exclude<Content, 'text'>,
  options: WorkbookOptions,
  task: TaskContext,
): Promise<IngestedTable> {
  const workbook = await openWorkbook(file, fileName, content);
  const sheet = sheetIndex(workbook, options.sheet, fileName);
  return guarded(fileName, async () => {
    const collector = new SheetCollector(options, fileName);
    await workbook.rows(sheet, (row, cells, keys, held) => collector.take(row, cells, keys, held), task);
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
  readonly #builders: ColumnBuilder[] = [];
  readonly #filled: boolean[] = [];
  readonly #rejected: RejectedRow[] = [];
  #lines = new Uint32Array(1024);
  #count = 0;
  #above = 0;
  #blank = 0;
  #outside = 0;
  /** Rows of the header. */
  readonly #span: number;
  readonly #headerRows: (readonly string[])[] = [];
  readonly #held: {
    readonly row: number;
    readonly kind: 'total' | 'note';
    readonly cells: readonly string[];
    readonly heldBack: RowHeldBack | undefined;
  }[] = [];
  #heldBack: HeldBackCells | null = null;
  #next: number;

  constructor(options: WorkbookOptions, fileName: string) {
    this.#span = headerSpan(options);
    this.#options = options;
    this.#fileName = fileName;
    this.#next = options.firstRow;
    // A header row without any cell is never handed over.
    if (options.headerRow !== null) this.#header = [];
  }

  take(row: number, all: readonly string[], allKeys?: SharedKeys, heldBack?: RowHeldBack): boolean {
    const { range } = this.#options;
    if (!rowInRange(row, range)) {
      if (endOf(all) > 0) this.#outside++;
      return range?.endRow === null || row < (range?.endRow ?? 0);
    }
    const cells = cellsInRange(all, range);
    const keys = cells === all ? allKeys : undefined;
    if (this.#isHeader(row)) {
      this.#headerRows.push(cells.slice());
      this.#header = this.#span === 1 ? cells.slice() : joinHeader(this.#headerRows);
      this.#widen(this.#header.length);
      return true;
    }
    const end = endOf(cells);
    if (row < this.#options.firstRow) {
      if (end > 0) this.#above++;
      return true;
    }
    if (end === 0) return true;
    this.#blank += row - this.#next;
    this.#next = row + 1;
    if (this.#repeatsHeader(cells, end)) {
      const raw = cells.slice(0, end).join('\t');
      this.#rejected.push({ line: row + 1, raw, reason: 'The row repeats the header.', kind: 'header' });
    } else this.#addOrHold(row, cells, end, keys, heldBack);
    return true;
  }

  #isHeader(row: number): boolean {
    const { headerRow } = this.#options;
    return headerRow !== null && row >= headerRow && row < headerRow + this.#span;
  }

  /** Rows that look like totals or notes wait: they are data when other rows follow. */
  #addOrHold(
    row: number,
    cells: readonly string[],
    end: number,
    keys: SharedKeys | undefined,
    heldBack: RowHeldBack | undefined,
  ): void {
    if (this.#options.totals !== 'data' && this.#held.length < MOST_HELD) {
      const kind = closingKind(cells, this.#builders.length);
      if (kind) {
        this.#held.push({ row, kind, cells: cells.slice(0, end), heldBack: keptHeldBack(heldBack) });
        return;
      }
    }
    this.#release();
    this.#add(row, cells, end, keys, heldBack);
  }

  #release(): void {
    if (this.#held.length === 0) return;
    for (const { row, cells, heldBack } of this.#held.splice(0)) {
      this.#add(row, cells, cells.length, undefined, heldBack);
    }
  }

  /** What still waits at the end of the sheet is no data, unless there is nothing else. */
  #closeRows(): string[] {
    if (this.#count === 0) {
      this.#release();
      return [];
    }
    let totals = 0;
    for (const { row, kind, cells } of this.#held) {
      if (kind === 'total') totals++;
      const reason = closingReason(kind, cells, this.#builders.length);
      this.#rejected.push({ line: row + 1, raw: cells.join('\t'), reason, kind });
    }
    return closingWarnings(totals, this.#held.length - totals);
  }

  finish(): IngestedTable {
    const closing = this.#closeRows();
    this.#widen(1);
    const { names, warnings, unnamed } = columnNames(this.#header, this.#builders.length);
    const nameless = new Set(this.#header ? unnamed : []);
    const columns: Column[] = [];
    const dropped: string[] = [];
    for (const [i, builder] of this.#builders.entries()) {
      builder.padTo(this.#count);
      if (nameless.has(i) && !this.#filled[i] && this.#builders.length > 1) dropped.push(names[i]!);
      else columns.push({ ...builder.finish(), name: names[i]! });
    }
    const notes =
      dropped.length > 0
        ? [
            `Columns with neither header nor values were left out: ${listed(dropped.map((name) => `"${name}"`))}.`,
          ]
        : [];
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
      columns: guessColumns(columns, this.#options).columns,
      warnings: [
        ...warnings,
        ...notes,
        ...rowWarnings(counts),
        ...closing,
        ...outsideWarnings(this.#outside),
        ...damageWarnings(columns),
        ...heldBackWarnings(this.#heldBack, names),
      ],
    };
  }

  #add(
    row: number,
    shown: readonly string[],
    end: number,
    keys: SharedKeys | undefined,
    heldBack: RowHeldBack | undefined,
  ): void {
    if (this.#count === MAX_ROWS) throw tooManyRows(this.#fileName);
    if (end > this.#builders.length) this.#widen(end);
    const cells = heldBack && heldBack.columns.length > 0 ? this.#resolved(shown, heldBack) : shown;
    for (let i = 0; i < this.#builders.length; i++) {
      const cell = i < end ? cells[i]! : '';
      if (cell !== '') this.#filled[i] = true;
      const key = keys && i < end ? keys.of[i]! : -1;
      if (key >= 0) this.#builders[i]!.pushKeyed(cell, key, keys!.count);
      else this.#builders[i]!.push(cell);
    }
    if (this.#count === this.#lines.length) {
      const bigger = new Uint32Array(this.#lines.length * 2);
      bigger.set(this.#lines);
      this.#lines = bigger;
    }
    this.#lines[this.#count++] = row + 1;
  }

  /** The cells as shown or as stored, and a count of those where the two differ. */
  #resolved(shown: readonly string[], heldBack: RowHeldBack): readonly string[] {
    this.#heldBack ??= new HeldBackCells(
      this.#options,
      columnNames(this.#header, this.#builders.length).names,
    );
    this.#heldBack.count(shown, heldBack);
    return this.#heldBack.resolve(shown, heldBack);
  }

  #widen(width: number): void {
    while (this.#builders.length < width) {
      const builder = new ColumnBuilder('');
      builder.padTo(this.#count);
      this.#builders.push(builder);
      this.#filled.push(false);
    }
  }

  #repeatsHeader(cells: readonly string[], end: number): boolean {
    const header = this.#header;
    if (!header || end < 2 || cells[end - 1] !== header[end - 1] || endOf(header) !== end) return false;
    return cells.every((cell, i) => i >= end || cell === header[i]);
  }
}

/** Sentences about cells that hold more than they show. */
function heldBackWarnings(cells: HeldBackCells | null, names: readonly string[]): string[] {
  return (cells?.evidence(names) ?? []).map(({ column, text }) => `"${column}": ${text}`);
}

/** The number of cells up to the last filled one. */
function endOf(cells: readonly string[]): number {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end--;
  return end;
}
