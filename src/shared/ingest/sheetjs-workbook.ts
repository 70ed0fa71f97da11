import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { checkCancelled, type TaskContext } from '../base/progress';
import { AppFailure } from '../base/result';
import { corruptWorkbook, passwordProtected, workbookTooLarge } from './errors';
import { HeldBackRow } from './held-back';
import { MAX_MEMORY_WORKBOOK } from './limits';
import { type NumberFormat, numberText, parseFormat, shownNumber } from './number-format';
import { type ListVisitor, listVisitor } from './sheet-row';
import { bytesOf } from './source';
import type { ByteSource } from './types';
import {
  type MergedCells,
  type MergedVisitor,
  type RowVisitor,
  SampleCollector,
  type SheetInfo,
  type SheetSample,
  type Workbook,
} from './workbook';
import { messageOf } from './zip-package';

/** Opens XLS (Excel 2 to 2003), XLSB and Excel 2003 XML with SheetJS, which holds the whole workbook in memory. */
export async function openWithSheetJs(
  file: ByteSource,
  fileName: string,
  format: 'xls' | 'xlsb' | 'xml',
): Promise<Workbook> {
  if (file.size > MAX_MEMORY_WORKBOOK) throw workbookTooLarge(fileName, file.size);
  const bytes = await bytesOf(file, 0, file.size);
  const book = await parse(bytes, fileName);
  if (book.SheetNames.length === 0) throw corruptWorkbook(fileName, 'no sheet');
  return new SheetJsWorkbook(book, fileName, format);
}

const OPTIONS: ParsingOptions = {
  type: 'array',
  dense: true,
  cellNF: true,
  cellDates: false,
  cellFormula: false,
  cellHTML: false,
  cellText: true,
  bookVBA: false,
};

/** Loaded when first needed: the library and its code page tables are large. */
async function parse(bytes: Uint8Array, fileName: string): Promise<WorkBook> {
  const [library, codePages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ]);
  library.set_cptable(codePages);
  try {
    return library.read(bytes, OPTIONS);
  } catch (cause) {
    if (cause instanceof AppFailure) throw cause;
    const message = messageOf(cause);
    throw /password|encrypt/i.test(message)
      ? passwordProtected(fileName)
      : corruptWorkbook(fileName, message);
  }
}

class SheetJsWorkbook implements Workbook {
  readonly format: 'xls' | 'xlsb' | 'xml';
  readonly sheets: readonly SheetInfo[];
  readonly #book: WorkBook;
  readonly #fileName: string;
  readonly #date1904: boolean;
  readonly #formats = new Map<string, NumberFormat>();

  constructor(book: WorkBook, fileName: string, format: 'xls' | 'xlsb' | 'xml') {
    this.#book = book;
    this.#fileName = fileName;
    this.format = format;
    this.#date1904 = book.Workbook?.WBProps?.date1904 === true;
    this.sheets = book.SheetNames.map((name, i) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
    }));
  }

  async samples(sheets: readonly number[], limit: number, task: TaskContext): Promise<SheetSample[]> {
    checkCancelled(task);
    return sheets.map((sheet) => {
      const collector = new SampleCollector(limit);
      this.#visitRows(sheet, (row, cells, held) => collector.take(row, cells, held));
      for (const cells of this.#mergedOf(sheet)) collector.merge(cells);
      return collector.finish();
    });
  }

  async rows(sheet: number, visit: RowVisitor, task: TaskContext, merged?: MergedVisitor): Promise<void> {
    checkCancelled(task);
    if (merged) for (const cells of this.#mergedOf(sheet)) merged(cells);
    let done = 0;
    const take = listVisitor(visit);
    this.#visitRows(sheet, (row, cells, held) => {
      if (++done % 5000 === 0) {
        checkCancelled(task);
        task.report({ label: `Reading ${this.#fileName}`, done, total: 0 });
      }
      return take(row, cells, held);
    });
  }

  #mergedOf(sheet: number): MergedCells[] {
    const ranges = this.#book.Sheets[this.sheets[sheet]?.name ?? '']?.['!merges'] ?? [];
    return ranges.map(({ s: start, e: end }) => ({
      firstRow: start.r,
      lastRow: end.r,
      firstColumn: start.c,
      lastColumn: end.c,
    }));
  }

  #visitRows(sheet: number, visit: ListVisitor): void {
    const held = new HeldBackRow();
    const rows = rowsOf(this.#book.Sheets[this.sheets[sheet]?.name ?? '']);
    for (const key of Object.keys(rows)) {
      const row = Number(key);
      const cells = rows[row] ?? [];
      const texts: string[] = [];
      let filled = false;
      held.clear();
      for (let column = 0; column < cells.length; column++) {
        const text = this.#textOf(cells[column], column, held);
        texts.push(text);
        filled ||= text !== '';
      }
      if (filled && !visit(row, texts, held)) return;
    }
  }

  #textOf(cell: CellObject | null | undefined, column: number, held: HeldBackRow): string {
    if (!cell || cell.v === undefined || cell.v === null) return '';
    switch (cell.t) {
      case 'n':
        return held.take(column, shownNumber(Number(cell.v), this.#formatOf(cell), this.#date1904));
      case 'b':
        return cell.v ? 'TRUE' : 'FALSE';
      case 'e':
        return cell.w ?? '#ERROR!';
      case 'd':
        return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v);
      default:
        return typeof cell.v === 'number' ? numberText(cell.v) : String(cell.v);
    }
  }

  #formatOf(cell: CellObject): NumberFormat {
    const code = typeof cell.z === 'string' ? cell.z : 'General';
    let format = this.#formats.get(code);
    if (!format) {
      format = parseFormat(code);
      this.#formats.set(code, format);
    }
    return format;
  }
}

type DenseRows = (readonly (CellObject | null | undefined)[] | undefined)[];

/** The rows of a dense sheet; they may have holes. */
function rowsOf(sheet: WorkSheet | undefined): DenseRows {
  return sheet?.['!data'] ?? [];
}
