import { tooManyColumns } from './errors';
import { MAX_COLUMNS } from './limits';
import { type TagHandler, TagScanner } from './tag-scanner';
import type { MergedCells } from './workbook';
import {
  COLON,
  columnOf,
  EQUALS,
  LETTER_R,
  LETTER_S,
  LETTER_T,
  mergedCells,
  rowNumber,
  typeOf,
  wholeNumber,
} from './xlsx-attributes';
import { PlainCell } from './xlsx-plain-cell';
import { CELL_TYPE, RawRow } from './xlsx-raw-row';
import { TextCollector } from './xlsx-strings';
import { TAG, XLSX_TAGS } from './xlsx-tags';
import { attributeIn } from './xml-text';
import type { ZipPackage } from './zip-package';

/** Gets each row that has a cell with a value; says whether to go on. The row, and the memory its values stand in, is used again for the next one. */
export type RawRowVisitor = (row: RawRow) => boolean;

/** What is asked of a sheet besides its rows. */
export interface SheetOptions {
  /** Gets the merged cells, which stand behind all rows; none once a row was the last one wanted. */
  readonly merged?: (cells: MergedCells) => void;
  /** Told the unpacked bytes passed so far; may throw to stop. */
  readonly progress?: (bytes: number) => void;
}

/**
 * Streams the cells of a worksheet. Rows and cells without a reference follow the one before; cells without a value are
 * left out. Throws `TOO_MANY_COLUMNS`, and what the scanner and the archive throw.
 */
export async function streamSheet(
  zip: ZipPackage,
  path: string,
  fileName: string,
  visit: RawRowVisitor,
  options: SheetOptions = {},
): Promise<void> {
  const sheet = new SheetReader(fileName, visit, options.merged ?? null);
  const scanner = new TagScanner(XLSX_TAGS, sheet);
  await zip.streamBytes(path, (piece, last, bytes) => {
    scanner.write(piece);
    options.progress?.(bytes);
    if (last && sheet.going) scanner.end();
    return sheet.going;
  });
}

class SheetReader implements TagHandler {
  listening = false;
  going = true;
  readonly #fileName: string;
  readonly #visit: RawRowVisitor;
  readonly #merged: ((cells: MergedCells) => void) | null;
  readonly #inline = new TextCollector();
  readonly #row = new RawRow();
  readonly #plain = new PlainCell();
  #column = -1;
  #type: number = CELL_TYPE.n;
  #style = 0;
  #inCell = false;
  #inInline = false;

  constructor(fileName: string, visit: RawRowVisitor, merged: ((cells: MergedCells) => void) | null) {
    this.#fileName = fileName;
    this.#visit = visit;
    this.#merged = merged;
  }

  open(tag: number, bytes: Uint8Array, from: number, to: number): void {
    if (tag === TAG.c) this.#openCell(bytes, from, to);
    else if (tag === TAG.v) this.listening = this.#inCell;
    else if (tag === TAG.row) this.#openRow(bytes, from, to);
    else if (tag === TAG.is) this.#inInline = this.#inCell;
    else if (this.#inInline) {
      this.#inline.open(tag);
      this.listening = this.#inline.listening;
    } else if (tag === TAG.mergeCell && this.#merged && this.going) {
      const cells = mergedCells(attributeIn(bytes, from, to, 'ref') ?? '');
      if (cells) this.#merged(cells);
    }
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    if (this.#inInline) this.#inline.add(bytes, from, to);
    else this.#row.addText(bytes, from, to);
  }

  close(tag: number): void {
    if (tag === TAG.v) this.listening = false;
    else if (tag === TAG.c) {
      this.#row.closeCell(this.#column, this.#type, this.#style);
      this.#inCell = false;
    } else if (tag === TAG.row) {
      if (this.#row.count > 0 && this.going) this.going = this.#visit(this.#row);
      this.#row.clear();
    } else if (tag === TAG.is) {
      this.#inInline = false;
      this.listening = false;
      this.#row.replaceText(this.#inline.take());
    } else if (this.#inInline) {
      this.#inline.close(tag);
      this.listening = this.#inline.listening;
    }
  }

  #openRow(bytes: Uint8Array, from: number, to: number): void {
    const number = rowNumber(bytes, from, to);
    this.#row.index = number > this.#row.index + 1 ? number - 1 : this.#row.index + 1;
    this.#column = -1;
  }

  /** Most cells of a row are written alike; see `PlainCells`. */
  children(tag: number, bytes: Uint8Array, at: number, size: number): number {
    if (tag !== TAG.row || !this.going) return at;
    const cell = this.#plain;
    let next = at;
    while (cell.read(bytes, next, size)) {
      this.#column = cell.column >= 0 ? cell.column : this.#column + 1;
      if (this.#column >= MAX_COLUMNS) throw tooManyColumns(this.#fileName, this.#column + 1);
      this.#row.openCell();
      this.#row.addText(bytes, cell.from, cell.to);
      this.#row.closeCell(this.#column, cell.type, cell.style);
      next = cell.end;
    }
    return next;
  }

  /** Reads `r`, `s` and `t` in one pass over the attributes. */
  #openCell(bytes: Uint8Array, from: number, to: number): void {
    this.#inCell = true;
    this.#type = CELL_TYPE.n;
    this.#style = 0;
    this.#row.openCell();
    let column = -1;
    let at = from;
    while (at < to) {
      while (at < to && bytes[at] !== EQUALS) at++;
      let nameEnd = at;
      while (nameEnd > from && bytes[nameEnd - 1]! <= 32) nameEnd--;
      let start = at + 1;
      while (start < to && bytes[start]! <= 32) start++;
      if (start >= to) break;
      const sign = bytes[start]!;
      let end = start + 1;
      while (end < to && bytes[end] !== sign) end++;
      if (end >= to) break;
      const before = bytes[nameEnd - 2]!;
      if (before <= 32 || before === COLON) {
        const letter = bytes[nameEnd - 1];
        if (letter === LETTER_R) column = columnOf(bytes, start + 1, end);
        else if (letter === LETTER_S) this.#style = wholeNumber(bytes, start + 1, end);
        else if (letter === LETTER_T) this.#type = typeOf(bytes, start + 1, end);
      }
      at = end + 1;
    }
    this.#column = column >= 0 ? column : this.#column + 1;
    if (this.#column >= MAX_COLUMNS) throw tooManyColumns(this.#fileName, this.#column + 1);
  }
}
