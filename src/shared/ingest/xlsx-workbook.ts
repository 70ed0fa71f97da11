import { checkCancelled, type TaskContext } from '../base/progress';
import { corruptWorkbook } from './errors';
import { MAX_COLUMNS } from './limits';
import { formatNumber, type NumberFormat } from './number-format';
import {
  type RowVisitor,
  SampleCollector,
  type SheetInfo,
  type SheetSample,
  type Workbook,
} from './workbook';
import { type RawCell, streamSheet } from './xlsx-sheet';
import { readSharedStrings, unescapeControls } from './xlsx-strings';
import { readStyles } from './xlsx-styles';
import { attribute, parseXml } from './xml';
import type { ZipPackage } from './zip-package';

interface Parts {
  readonly sheets: readonly (SheetInfo & { readonly path: string })[];
  readonly strings: string | null;
  readonly styles: string | null;
  readonly date1904: boolean;
}

const PLAIN: NumberFormat = { kind: 'plain' };
/** A number of at most 15 digits that already is its own text. */
const PLAIN_NUMBER = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;

/** Opens an XLSX or XLSM workbook; the sheets are streamed, so its size does not matter. */
export async function openXlsx(zip: ZipPackage, fileName: string): Promise<Workbook> {
  const parts = await readParts(zip, fileName);
  const formats = parts.styles ? readStyles(await zip.text(parts.styles)) : [];
  return new XlsxWorkbook(zip, fileName, parts, formats);
}

class XlsxWorkbook implements Workbook {
  readonly format = 'xlsx';
  readonly sheets: readonly SheetInfo[];
  readonly #zip: ZipPackage;
  readonly #fileName: string;
  readonly #parts: Parts;
  readonly #formats: readonly NumberFormat[];

  constructor(zip: ZipPackage, fileName: string, parts: Parts, formats: readonly NumberFormat[]) {
    this.#zip = zip;
    this.#fileName = fileName;
    this.#parts = parts;
    this.#formats = formats;
    this.sheets = parts.sheets.map(({ name, hidden }) => ({ name, hidden }));
  }

  /** Reads the first rows of each sheet, then only as many shared strings as these rows mention. */
  async samples(sheets: readonly number[], limit: number, task: TaskContext): Promise<SheetSample[]> {
    const found: { readonly rows: { row: number; cells: readonly RawCell[] }[]; whole: boolean }[] = [];
    let strings = 0;
    for (const { path } of sheets.map((sheet) => this.#part(sheet))) {
      checkCancelled(task);
      const sheet = { rows: [] as { row: number; cells: readonly RawCell[] }[], whole: true };
      await streamSheet(this.#zip, path, this.#fileName, (row, cells) => {
        if (sheet.rows.length === limit) {
          sheet.whole = false;
          return false;
        }
        sheet.rows.push({ row, cells: cells.map((cell) => ({ ...cell })) });
        for (const cell of cells) if (cell.type === 's') strings = Math.max(strings, Number(cell.value) + 1);
        return true;
      });
      found.push(sheet);
    }
    const shared = await this.#sharedStrings(strings, task);
    return found.map(({ rows, whole }) => {
      const sample = new SampleCollector(limit);
      let complete = whole;
      for (const { row, cells } of rows)
        complete = sample.take(row, this.#texts(cells, shared, [])) && complete;
      return { rows: sample.finish().rows, whole: complete };
    });
  }

  async rows(sheet: number, visit: RowVisitor, task: TaskContext): Promise<void> {
    const part = this.#part(sheet);
    const label = `Reading ${this.#fileName}`;
    task.report({ label, done: 0, total: 0 });
    const shared = await this.#sharedStrings(Number.POSITIVE_INFINITY, task);
    const texts: string[] = [];
    let done = 0;
    await streamSheet(this.#zip, part.path, this.#fileName, (row, cells) => {
      if (++done % 5000 === 0) {
        checkCancelled(task);
        task.report({ label, done, total: 0 });
      }
      return visit(row, this.#texts(cells, shared, texts));
    });
  }

  #part(sheet: number) {
    const part = this.#parts.sheets[sheet];
    if (!part) throw corruptWorkbook(this.#fileName, `no sheet ${sheet}`);
    return part;
  }

  async #sharedStrings(limit: number, task: TaskContext): Promise<readonly string[]> {
    const path = this.#parts.strings;
    return path && limit > 0 ? await readSharedStrings(this.#zip, path, this.#fileName, limit, task) : [];
  }

  /** The texts of a row's cells from column A on, put into `texts`. */
  #texts(cells: readonly RawCell[], shared: readonly string[], texts: string[]): string[] {
    texts.length = 0;
    for (const cell of cells) {
      while (texts.length < cell.column && texts.length < MAX_COLUMNS) texts.push('');
      texts[cell.column] = this.#textOf(cell, shared);
    }
    return texts;
  }

  #textOf({ type, style, value }: RawCell, shared: readonly string[]): string {
    switch (type) {
      case 's':
        return shared[Number(value)] ?? '';
      case 'str':
        return unescapeControls(value);
      case 'inlineStr':
      case 'e':
        return value;
      case 'b':
        return value.trim() === '0' ? 'FALSE' : 'TRUE';
      case 'd':
        return isoText(value);
      default: {
        const format = this.#formats[style] ?? PLAIN;
        if (format.kind === 'plain' && value.length < 16 && PLAIN_NUMBER.test(value)) return value;
        const number = Number(value);
        return Number.isFinite(number) && value.trim() !== ''
          ? formatNumber(number, format, this.#parts.date1904)
          : value;
      }
    }
  }
}

/** `2021-03-04T00:00:00.000` as `2021-03-04`, with ` HH:mm:ss` when the time is not midnight. */
function isoText(value: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(value.trim());
  if (!match) return value;
  const time = match[2] ?? '';
  return time === '' || /^00:00(?::00)?$/.test(time) ? match[1]! : `${match[1]} ${time.padEnd(8, ':00')}`;
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
