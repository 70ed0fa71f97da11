import { checkCancelled, type TaskContext } from '../base/progress';
import { AppFailure } from '../base/result';
import { corruptWorkbook, decompressionBomb, passwordProtected } from './errors';
import { HeldBackRow } from './held-back';
import { MAX_COLUMNS } from './limits';
import type { ShownCell } from './number-format';
import { odsCell } from './ods-cell';
import { type ListVisitor, listVisitor } from './sheet-row';
import {
  type MergedVisitor,
  type RowVisitor,
  SampleCollector,
  type SheetInfo,
  type SheetSample,
  type Workbook,
} from './workbook';
import { attribute, type XmlAttributes, xmlParser } from './xml';
import type { ZipPackage } from './zip-package';

/** Cells one repeated row may make; a real sheet repeats blank rows to its end, never filled ones. */
const MAX_REPEATED_CELLS = 5_000_000;
const MAX_ROWS = 1 << 20;

/** Opens an OpenDocument spreadsheet (ODS); its one document is streamed for each sheet asked for. */
export async function openOds(zip: ZipPackage, fileName: string): Promise<Workbook> {
  if (
    zip.has('META-INF/manifest.xml') &&
    (await zip.text('META-INF/manifest.xml')).includes('encryption-data')
  ) {
    throw passwordProtected(fileName);
  }
  const found = await scan(zip, fileName, null, () => true);
  if (found.length === 0) throw corruptWorkbook(fileName, 'no table');
  const sheets = found.map(({ name, style }) => ({ name, hidden: style.hidden }));
  return new OdsWorkbook(zip, fileName, sheets);
}

class OdsWorkbook implements Workbook {
  readonly format = 'ods';
  readonly sheets: readonly SheetInfo[];
  readonly #zip: ZipPackage;
  readonly #fileName: string;

  constructor(zip: ZipPackage, fileName: string, sheets: readonly SheetInfo[]) {
    this.#zip = zip;
    this.#fileName = fileName;
    this.sheets = sheets;
  }

  async samples(sheets: readonly number[], limit: number, task: TaskContext): Promise<SheetSample[]> {
    const samples: SheetSample[] = [];
    for (const sheet of sheets) {
      checkCancelled(task);
      const collector = new SampleCollector(limit);
      await scan(
        this.#zip,
        this.#fileName,
        sheet,
        (row, cells, held) => collector.take(row, cells, held),
        collector.merge,
      );
      samples.push(collector.finish());
    }
    return samples;
  }

  async rows(sheet: number, visit: RowVisitor, task: TaskContext, merged?: MergedVisitor): Promise<void> {
    const label = `Reading ${this.#fileName}`;
    let done = 0;
    const take = listVisitor(visit);
    await scan(
      this.#zip,
      this.#fileName,
      sheet,
      (row, cells, held) => {
        if (++done % 5000 === 0) {
          checkCancelled(task);
          task.report({ label, done, total: 0 });
        }
        return take(row, cells, held);
      },
      merged,
    );
  }
}

interface FoundSheet {
  readonly name: string;
  /** Filled in when the style is known; styles stand before the sheets. */
  readonly style: { readonly hidden: boolean };
}

/** Goes through the document; hands over the rows of sheet number `wanted`, or of none when it is null. */
async function scan(
  zip: ZipPackage,
  fileName: string,
  wanted: number | null,
  visit: ListVisitor,
  merged?: MergedVisitor,
): Promise<FoundSheet[]> {
  const reader = new ContentReader(fileName, wanted, visit, merged);
  const parser = xmlParser({
    open: (name, attributes) => reader.open(name, attributes),
    text: (piece) => reader.text(piece),
    close: (name) => reader.close(name),
  });
  try {
    await zip.stream('content.xml', (piece, last) => {
      parser.write(piece);
      if (last && reader.going) parser.end();
      return reader.going;
    });
  } catch (cause) {
    if (cause instanceof AppFailure) throw cause;
    throw corruptWorkbook(fileName, cause instanceof Error ? cause.message : String(cause));
  }
  return reader.sheets;
}

const BLANK: ShownCell = { text: '', held: null };

/** The state of a pass over `content.xml`. */
class ContentReader {
  readonly sheets: FoundSheet[] = [];
  going = true;
  readonly #fileName: string;
  readonly #wanted: number | null;
  readonly #visit: ListVisitor;
  readonly #merged: MergedVisitor | undefined;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #depth = 0;
  #row = 0;
  #rowRepeat = 1;
  #cells: string[] = [];
  readonly #held = new HeldBackRow();
  /** Columns passed, filled or not. */
  #column = 0;
  #attributes: XmlAttributes | null = null;
  #text = '';
  #paragraphs = 0;
  #skipping = 0;
  #inParagraph = 0;

  constructor(
    fileName: string,
    wanted: number | null,
    visit: ListVisitor,
    merged: MergedVisitor | undefined,
  ) {
    this.#merged = merged;
    this.#fileName = fileName;
    this.#wanted = wanted;
    this.#visit = visit;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style') this.#style = attribute(attributes, 'name') ?? '';
    else if (name === 'table-properties') {
      if (attribute(attributes, 'display') === 'false') this.#hiddenStyles.add(this.#style);
    } else if (name === 'table') this.#openTable(attributes);
    else if (!this.#reading) return;
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (name === 'annotation') this.#skipping++;
    else if (name === 'p' || name === 'h') this.#openParagraph();
    else if (this.#inParagraph > 0) this.#openInline(name, attributes);
  }

  text(piece: string): void {
    if (this.#inParagraph > 0 && this.#skipping === 0) this.#text += piece;
  }

  close(name: string): void {
    if (name === 'table') this.#closeTable();
    else if (!this.#reading) return;
    else if (name === 'annotation') this.#skipping--;
    else if (name === 'p' || name === 'h') this.#inParagraph--;
    else if (name === 'table-cell' || name === 'covered-table-cell')
      this.#closeCell(name === 'covered-table-cell');
    else if (name === 'table-row') this.#closeRow();
  }

  /** Inside the sheet wanted, not in a table inside a cell. */
  get #reading(): boolean {
    return this.#depth === 1 && this.sheets.length - 1 === this.#wanted && this.going;
  }

  #openTable(attributes: XmlAttributes): void {
    if (this.#depth++ > 0) return;
    const name = attribute(attributes, 'name') ?? `Sheet ${this.sheets.length + 1}`;
    this.sheets.push({
      name,
      style: { hidden: this.#hiddenStyles.has(attribute(attributes, 'style-name') ?? '') },
    });
    this.#row = 0;
  }

  #closeTable(): void {
    this.#depth--;
    if (this.#depth === 0 && this.sheets.length - 1 === this.#wanted) this.going = false;
  }

  #openRow(attributes: XmlAttributes): void {
    this.#rowRepeat = repeatOf(attributes, 'number-rows-repeated');
    this.#cells = [];
    this.#held.clear();
    this.#column = 0;
  }

  #openCell(attributes: XmlAttributes): void {
    this.#attributes = attributes;
    this.#text = '';
    this.#paragraphs = 0;
  }

  #openParagraph(): void {
    if (this.#inParagraph++ === 0 && this.#skipping === 0 && this.#paragraphs++ > 0) this.#text += '\n';
  }

  #openInline(name: string, attributes: XmlAttributes): void {
    if (name === 's') this.#text += ' '.repeat(Math.min(1000, repeatOf(attributes, 'c')));
    else if (name === 'tab') this.#text += '\t';
    else if (name === 'line-break') this.#text += '\n';
  }

  #closeCell(covered: boolean): void {
    const attributes = this.#attributes ?? {};
    const repeat = repeatOf(attributes, 'number-columns-repeated');
    const shown = covered ? BLANK : odsCell(attributes, this.#text);
    if (shown.text !== '') {
      if (this.#column + repeat > MAX_COLUMNS) throw decompressionBomb(this.#fileName, 'content.xml');
      while (this.#cells.length < this.#column) this.#cells.push('');
      for (let i = 0; i < repeat; i++) this.#cells.push(this.#held.take(this.#column + i, shown));
    }
    if (!covered) this.#noteMerged(attributes);
    this.#column += repeat;
    this.#attributes = null;
  }

  #noteMerged(attributes: XmlAttributes): void {
    const rows = repeatOf(attributes, 'number-rows-spanned');
    const columns = repeatOf(attributes, 'number-columns-spanned');
    if (rows * columns < 2) return;
    this.#merged?.({
      firstRow: this.#row,
      lastRow: this.#row + rows - 1,
      firstColumn: this.#column,
      lastColumn: this.#column + columns - 1,
    });
  }

  #closeRow(): void {
    if (this.#cells.length > 0) {
      if (
        this.#rowRepeat * this.#cells.length > MAX_REPEATED_CELLS ||
        this.#row + this.#rowRepeat > MAX_ROWS
      ) {
        throw decompressionBomb(this.#fileName, 'content.xml');
      }
      for (let i = 0; i < this.#rowRepeat && this.going; i++)
        this.going = this.#visit(this.#row + i, this.#cells, this.#held);
    }
    this.#row += this.#rowRepeat;
  }
}

function repeatOf(attributes: XmlAttributes, name: string): number {
  const repeat = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(repeat) && repeat > 0 ? repeat : 1;
}
