import { tooManyColumns } from './errors';
import { MAX_COLUMNS } from './limits';
import { attributeIn, type TagHandler, TagScanner } from './tag-scanner';
import { TextCollector } from './xlsx-strings';
import type { ZipPackage } from './zip-package';

/** A cell as the file holds it. */
export interface RawCell {
  column: number;
  /** The `t` of the cell: `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  type: string;
  style: number;
  value: string;
}

/** Gets each row that has cells; says whether to go on. The list and its cells are used again for the next row. */
export type RawRowVisitor = (row: number, cells: readonly RawCell[]) => boolean;

/** A rectangle of merged cells, 0-based, all ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What is asked of a sheet besides its rows. */
export interface SheetOptions {
  /** Gets the merged cells, which stand behind all rows. */
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
  const scanner = new TagScanner(sheet);
  await zip.stream(path, (text, last, bytes) => {
    scanner.write(text);
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
  #row = -1;
  #column = -1;
  readonly #cells: RawCell[] = [];
  /** Cells of earlier rows, to be filled again. */
  readonly #pool: RawCell[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #inCell = false;
  #inInline = false;

  constructor(fileName: string, visit: RawRowVisitor, merged: ((cells: MergedCells) => void) | null) {
    this.#fileName = fileName;
    this.#visit = visit;
    this.#merged = merged;
  }

  open(name: string, source: string, from: number, to: number): void {
    if (name === 'c') this.#openCell(source, from, to);
    else if (name === 'v') this.listening = this.#inCell;
    else if (name === 'row') this.#openRow(source, from, to);
    else if (name === 'is') this.#inInline = this.#inCell;
    else if (this.#inInline) {
      this.#inline.open(name);
      this.listening = this.#inline.listening;
    } else if (name === 'mergeCell' && this.#merged) {
      const cells = mergedCells(attributeIn(source, from, to, 'ref') ?? '');
      if (cells) this.#merged(cells);
    }
  }

  text(piece: string): void {
    if (this.#inInline) this.#inline.add(piece);
    else this.#value = this.#value === '' ? piece : this.#value + piece;
  }

  close(name: string): void {
    if (name === 'v') this.listening = false;
    else if (name === 'c') {
      if (this.#value !== '') this.#addCell();
      this.#inCell = false;
    } else if (name === 'row') {
      if (this.#cells.length > 0 && this.going) this.going = this.#visit(this.#row, this.#cells);
      this.#cells.length = 0;
    } else if (name === 'is') {
      this.#inInline = false;
      this.listening = false;
      this.#value = this.#inline.take();
    } else if (this.#inInline) {
      this.#inline.close(name);
      this.listening = this.#inline.listening;
    }
  }

  #openRow(source: string, from: number, to: number): void {
    const number = Number(attributeIn(source, from, to, 'r'));
    this.#row = number > this.#row + 1 ? number - 1 : this.#row + 1;
    this.#column = -1;
  }

  /** Reads `r`, `s` and `t` in one pass over the attributes. */
  #openCell(source: string, from: number, to: number): void {
    this.#inCell = true;
    this.#type = 'n';
    this.#style = 0;
    this.#value = '';
    let column = -1;
    let at = from;
    while (at < to) {
      const equals = source.indexOf('=', at);
      if (equals < 0 || equals >= to) break;
      let nameEnd = equals;
      while (source.charCodeAt(nameEnd - 1) <= 32) nameEnd--;
      let start = equals + 1;
      while (source.charCodeAt(start) <= 32) start++;
      const end = source.indexOf(source.charAt(start), start + 1);
      if (end < 0 || end > to) break;
      const before = source.charCodeAt(nameEnd - 2);
      if (before <= 32 || before === COLON) {
        const letter = source.charCodeAt(nameEnd - 1);
        if (letter === LETTER_R) column = columnOf(source, start + 1, end);
        else if (letter === LETTER_S) this.#style = wholeNumber(source, start + 1, end);
        else if (letter === LETTER_T) this.#type = typeOf(source, start + 1, end);
      }
      at = end + 1;
    }
    this.#column = column >= 0 ? column : this.#column + 1;
    if (this.#column >= MAX_COLUMNS) throw tooManyColumns(this.#fileName, this.#column + 1);
  }

  #addCell(): void {
    const used = this.#cells.length;
    let cell = this.#pool[used];
    if (!cell) {
      cell = { column: 0, type: '', style: 0, value: '' };
      this.#pool.push(cell);
    }
    cell.column = this.#column;
    cell.type = this.#type;
    cell.style = this.#style;
    cell.value = this.#value;
    this.#cells.push(cell);
  }
}

const COLON = 58;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

function typeOf(source: string, from: number, to: number): string {
  return to - from === 1 ? source.charAt(from) : source.slice(from, to);
}

function wholeNumber(source: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = source.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}

/** Column number (0-based) of a reference like `AB12`; -1 when it has no letters. */
export function columnOfReference(reference: string): number {
  return columnOf(reference, 0, reference.length);
}

function columnOf(source: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = source.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMNS) break;
  }
  return column - 1;
}

/** The rectangle of a reference like `B2:D3`; null for anything else. */
function mergedCells(reference: string): MergedCells | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return null;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return {
    firstRow: Number(top) - 1,
    lastRow: Number(bottom) - 1,
    firstColumn: columnOfReference(left),
    lastColumn: columnOfReference(right),
  };
}
