import { checkCancelled, type TaskContext } from '../base/progress';
import { corruptWorkbook } from './errors';
import type { NumberFormat } from './number-format';
import { readSheetByThread } from './parallel/threaded-sheet';
import type { ThreadStart } from './parallel/with-help';
import { textsOf } from './sheet-row';
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
import { findMergedCells, MOST_PASSED_BYTES, mayHaveHeadings } from './xlsx-merged';
import { CELL_TYPE, type RawRow } from './xlsx-raw-row';
import { XlsxRow } from './xlsx-row';
import { streamSheet } from './xlsx-sheet';
import { readSharedStrings, SharedTexts } from './xlsx-strings';
import { readStyles } from './xlsx-styles';
import { attribute, parseXml } from './xml';
import type { ZipPackage } from './zip-package';

interface Parts {
  readonly sheets: readonly (SheetInfo & { readonly path: string })[];
  readonly strings: string | null;
  readonly styles: string | null;
  readonly date1904: boolean;
}

/** Opens an XLSX or XLSM workbook; the sheets are streamed, so its size does not matter. `file` is the archive once more, for a thread. */
export async function openXlsx(
  zip: ZipPackage,
  file: ByteSource,
  fileName: string,
  start: ThreadStart,
): Promise<Workbook> {
  const parts = await readParts(zip, fileName);
  const formats = parts.styles ? readStyles(await zip.text(parts.styles)) : [];
  return new XlsxWorkbook(zip, file, fileName, parts, formats, start);
}

/** The first rows of a sheet before their texts are known. */
interface RawSample {
  readonly rows: RawRow[];
  /** Null = not looked for, or too far down. */
  merged: MergedCells[] | null;
  whole: boolean;
}

class XlsxWorkbook implements Workbook {
  readonly format = 'xlsx';
  readonly sheets: readonly SheetInfo[];
  readonly #zip: ZipPackage;
  readonly #file: ByteSource;
  readonly #fileName: string;
  readonly #parts: Parts;
  readonly #formats: readonly NumberFormat[];
  readonly #start: ThreadStart;

  constructor(
    zip: ZipPackage,
    file: ByteSource,
    fileName: string,
    parts: Parts,
    formats: readonly NumberFormat[],
    start: ThreadStart,
  ) {
    this.#start = start;
    this.#zip = zip;
    this.#file = file;
    this.#fileName = fileName;
    this.#parts = parts;
    this.#formats = formats;
    this.sheets = parts.sheets.map(({ name, hidden }) => ({ name, hidden }));
  }

  /** Reads the first rows of each sheet, and the merged cells behind them where they matter; then only as many shared strings as these rows mention. */
  async samples(sheets: readonly number[], limit: number, task: TaskContext): Promise<SheetSample[]> {
    const found: RawSample[] = [];
    let strings = 0;
    let passable = MOST_PASSED_BYTES;
    for (const { path } of sheets.map((sheet) => this.#part(sheet))) {
      checkCancelled(task);
      const merged: MergedCells[] = [];
      const sheet: RawSample = { rows: [], merged, whole: true };
      const take = (row: RawRow): boolean => {
        if (sheet.rows.length === limit) {
          sheet.whole = false;
          return false;
        }
        sheet.rows.push(row.copy());
        for (let cell = 0; cell < row.count; cell++) {
          if (row.type(cell) === CELL_TYPE.s) strings = Math.max(strings, row.number(cell) + 1);
        }
        return true;
      };
      await streamSheet(this.#zip, path, this.#fileName, take, {
        merged: (cells) => merged.push(cells),
      });
      if (!sheet.whole) {
        sheet.merged = mayHaveHeadings(sheet.rows)
          ? await findMergedCells(this.#zip, path, passable, () => checkCancelled(task))
          : null;
        if (sheet.merged) passable -= this.#zip.sizeOf(path);
      }
      found.push(sheet);
    }
    const shared = await this.#sharedStrings(strings, () => checkCancelled(task));
    const shown = new XlsxRow(this.#formats, shared, this.#parts.date1904);
    return found.map(({ rows, merged, whole }) => {
      const sample = new SampleCollector(limit);
      let complete = whole;
      for (const row of rows) {
        complete = sample.take(row.index, textsOf(shown.show(row)), shown.held) && complete;
      }
      return { ...sample.finish(), merged, whole: complete };
    });
  }

  async rows(sheet: number, visit: RowVisitor, task: TaskContext, merged?: MergedVisitor): Promise<void> {
    const { path } = this.#part(sheet);
    const texts = this.#parts.strings ? this.#zip.sizeOf(this.#parts.strings) : 0;
    const total = texts + this.#zip.sizeOf(path);
    const report = (done: number): void => {
      checkCancelled(task);
      task.report({ label: `Reading ${this.#fileName}`, done: Math.min(done, total), total });
    };
    report(0);
    // Merged cells stand behind all rows, also behind those that nobody wants any more.
    const toMerged = merged !== undefined && this.#zip.sizeOf(path) <= MOST_PASSED_BYTES;
    let going = true;
    const take = (row: RawRow, shown: XlsxRow): boolean => {
      going &&= visit(row.index, shown.show(row));
      return going || toMerged;
    };
    const thread = this.#start();
    if (thread) {
      let shown = new XlsxRow(this.#formats, new SharedTexts(), this.#parts.date1904);
      await readSheetByThread(thread, this.#file, {
        fileName: this.#fileName,
        strings: this.#parts.strings,
        sheet: path,
        shared: (strings) => {
          shown = new XlsxRow(this.#formats, strings, this.#parts.date1904);
        },
        visit: (row) => take(row, shown),
        merged: merged ?? null,
        passed: (strings, rows) => report(strings + rows),
      });
      return;
    }
    const shared = await this.#sharedStrings(Number.POSITIVE_INFINITY, report);
    const shown = new XlsxRow(this.#formats, shared, this.#parts.date1904);
    await streamSheet(this.#zip, path, this.#fileName, (row) => take(row, shown), {
      ...(merged && { merged }),
      progress: (bytes) => report(texts + bytes),
    });
  }

  #part(sheet: number) {
    const part = this.#parts.sheets[sheet];
    if (!part) throw corruptWorkbook(this.#fileName, `no sheet ${sheet}`);
    return part;
  }

  async #sharedStrings(limit: number, progress: (bytes: number) => void): Promise<SharedTexts> {
    const path = this.#parts.strings;
    if (!path || limit <= 0) return new SharedTexts();
    return readSharedStrings(this.#zip, path, this.#fileName, limit, progress);
  }
}

async function readParts(zip: ZipPackage, fileName: string): Promise<Parts> {
  const root = zip.has('_rels/.rels') ? await relationships(zip, '_rels/.rels', '') : [];
  const path = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const related = await relationships(zip, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const byId = new Map(related.map((relation) => [relation.id, relation]));
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  let date1904 = false;
  parseXml(await zip.text(path), {
    open: (name, attributes) => {
      // An extension has an element of the same name, without the date system.
      if (name === 'workbookPr')
        date1904 ||= /^(?:1|true|on)$/i.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = byId.get(relationId(attributes) ?? '');
      if (relation?.type !== 'worksheet') return;
      const state = attribute(attributes, 'state') ?? 'visible';
      sheets.push({
        name: attribute(attributes, 'name') ?? `Sheet ${sheets.length + 1}`,
        hidden: state !== 'visible',
        path: relation.target,
      });
    },
  });
  if (sheets.length === 0) throw corruptWorkbook(fileName, 'no worksheet');
  const partOf = (type: string): string | null => {
    const target = related.find((relation) => relation.type === type)?.target;
    return target !== undefined && zip.has(target) ? target : null;
  };
  return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), date1904 };
}

/** The relationship id of a sheet; `sheetId` must not be taken for it. */
function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find((name) => name === 'id' || name.endsWith(':id'));
  return key === undefined ? undefined : attributes[key];
}

interface Relation {
  readonly id: string;
  /** The last part of the relationship type: `worksheet`, `styles`. */
  readonly type: string;
  readonly target: string;
}

async function relationships(zip: ZipPackage, path: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  parseXml(await zip.text(path), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : resolved(folder + target),
      });
    },
  });
  return relations;
}

/** Takes `..` and `.` out of a path inside the archive. */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
