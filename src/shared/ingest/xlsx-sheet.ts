import { tooManyColumns } from './errors';
import { MAX_COLUMNS } from './limits';
import { TextCollector } from './xlsx-strings';
import { attribute, xmlParser } from './xml';
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

/**
 * Streams the cells of a worksheet. Rows and cells without a reference follow the one before; cells without a value are
 * left out. Throws `TOO_MANY_COLUMNS`, and what the parser and the archive throw.
 */
export async function streamSheet(
  zip: ZipPackage,
  path: string,
  fileName: string,
  visit: RawRowVisitor,
): Promise<void> {
  const sheet = new SheetParser(fileName, visit);
  await zip.stream(path, (text, last) => sheet.write(text, last));
}

class SheetParser {
  readonly #fileName: string;
  readonly #visit: RawRowVisitor;
  readonly #parser;
  readonly #inline = new TextCollector();
  #row = -1;
  #column = -1;
  readonly #cells: RawCell[] = [];
  /** Cells of earlier rows, to be filled again. */
  readonly #pool: RawCell[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;
  #inInline = false;
  #going = true;

  constructor(fileName: string, visit: RawRowVisitor) {
    this.#fileName = fileName;
    this.#visit = visit;
    this.#parser = xmlParser({
      open: (name, attributes) => this.#open(name, attributes),
      text: (piece) => {
        if (this.#inValue) this.#value += piece;
        else if (this.#inInline) this.#inline.add(piece);
      },
      close: (name) => this.#close(name),
    });
  }

  write(text: string, last: boolean): boolean {
    this.#parser.write(text);
    if (last && this.#going) this.#parser.end();
    return this.#going;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      const reference = attributes['r'] ?? attribute(attributes, 'r');
      const column = reference === undefined ? -1 : columnOfReference(reference);
      this.#column = column >= 0 ? column : this.#column + 1;
      if (this.#column >= MAX_COLUMNS) throw tooManyColumns(this.#fileName, this.#column + 1);
      this.#type = attributes['t'] ?? 'n';
      this.#style = attributes['s'] === undefined ? 0 : Number(attributes['s']);
      this.#value = '';
    } else if (name === 'v') this.#inValue = true;
    else if (name === 'is') this.#inInline = true;
    else if (name === 'row') {
      const number = Number(attribute(attributes, 'r'));
      this.#row = number > this.#row + 1 ? number - 1 : this.#row + 1;
      this.#column = -1;
    } else if (this.#inInline) this.#inline.open(name);
  }

  #close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') {
      if (this.#value !== '') {
        this.#addCell();
      }
    } else if (name === 'is') {
      this.#inInline = false;
      this.#value = this.#inline.take();
    } else if (name === 'row') {
      if (this.#cells.length > 0 && this.#going) this.#going = this.#visit(this.#row, this.#cells);
      this.#cells.length = 0;
    } else if (this.#inInline) this.#inline.close(name);
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

/** Column number (0-based) of a reference like `AB12`; -1 when it has no letters. */
export function columnOfReference(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMNS) break;
  }
  return column - 1;
}
