import type { TaskContext } from '../base/progress';
import { ColumnBuilder } from '../table/column';
import type { Column } from '../table/types';
import { guessColumns } from './column-guess';
import { columnNames, listed } from './column-names';
import type { Content } from './content';
import { tooManyRows } from './errors';
import { MAX_ROWS } from './limits';
import { guarded, openWorkbook } from './open-workbook';
import { damageWarnings, rowWarnings } from './table-warnings';
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
    await workbook.rows(sheet, (row, cells, keys) => collector.take(row, cells, keys), task);
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
  #next: number;

  constructor(options: WorkbookOptions, fileName: string) {
    this.#options = options;
    this.#fileName = fileName;
    this.#next = options.firstRow;
    // A header row without any cell is never handed over.
    if (options.headerRow !== null) this.#header = [];
  }

  take(row: number, cells: readonly string[], keys?: SharedKeys): boolean {
    if (row === this.#options.headerRow) {
      this.#header = cells.slice();
      this.#widen(cells.length);
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
      this.#rejected.push({ line: row + 1, raw, reason: 'The row repeats the header.' });
    } else this.#add(row, cells, end, keys);
    return true;
  }

  finish(): IngestedTable {
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
      warnings: [...warnings, ...notes, ...rowWarnings(counts), ...damageWarnings(columns)],
    };
  }

  #add(row: number, cells: readonly string[], end: number, keys: SharedKeys | undefined): void {
    if (this.#count === MAX_ROWS) throw tooManyRows(this.#fileName);
    if (end > this.#builders.length) this.#widen(end);
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

/** The number of cells up to the last filled one. */
function endOf(cells: readonly string[]): number {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end--;
  return end;
}
