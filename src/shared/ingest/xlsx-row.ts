import { grown } from '../base/grown';
import { ByteColumnBuilder } from '../table/byte-column';
import type { Column } from '../table/types';
import { ByteText } from './byte-text';
import { HeldBackRow } from './held-back';
import type { NumberFormat } from './number-format';
import type { SheetColumn, SheetRow } from './sheet-row';
import { isItsOwnText, XlsxNumbers } from './xlsx-numbers';
import { CELL_TYPE, RawRow } from './xlsx-raw-row';
import { meantText, type SharedTexts } from './xlsx-strings';
import { wellFormed } from './xml-text';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const PLAIN: NumberFormat = { kind: 'plain' };
const TRUE = encoder.encode('TRUE');
const FALSE = encoder.encode('FALSE');
const SPACE = 32;

/**
 * A row of an XLSX sheet as a person sees it: numbers under their formats, ISO dates, shared strings. The texts stay
 * bytes: of each cell it is known where they stand, and strings are made of those alone that somebody asks for.
 */
export class XlsxRow implements SheetRow {
  width = 0;
  readonly held = new HeldBackRow();
  readonly shared: SharedTexts;
  readonly #formats: readonly NumberFormat[];
  readonly #numbers: XlsxNumbers;
  #raw = new RawRow();
  /** Texts that do not stand in the file as they are shown. */
  readonly #made = new ByteText();
  /** Places of the texts: from `from` on in `raw`; in `made` from `-1 - from` on; `key` >= 0 is a shared string. */
  #from = new Int32Array(16);
  #to = new Int32Array(16);
  #key = new Int32Array(16);

  constructor(formats: readonly NumberFormat[], shared: SharedTexts, date1904: boolean) {
    this.#formats = formats;
    this.shared = shared;
    this.#numbers = new XlsxNumbers(date1904);
  }

  /** Becomes the row that stands like this in the file. */
  show(raw: RawRow): this {
    this.#raw = raw;
    this.#made.size = 0;
    this.held.clear();
    this.width = 0;
    for (let cell = 0; cell < raw.count; cell++) this.#showCell(cell);
    return this;
  }

  filled(cell: number): boolean {
    if (cell >= this.width) return false;
    const key = this.#key[cell]!;
    return key >= 0 ? this.shared.to(key) > this.shared.from(key) : this.#to[cell]! > this.start(cell);
  }

  text(cell: number): string {
    if (!this.filled(cell)) return '';
    const key = this.#key[cell]!;
    return key >= 0
      ? this.shared.text(key)
      : decoder.decode(this.source(cell).subarray(this.start(cell), this.#to[cell]));
  }

  firstByte(cell: number): number {
    if (!this.filled(cell)) return 0;
    const key = this.#key[cell]!;
    const bytes = key >= 0 ? this.shared.bytes : this.source(cell);
    const to = key >= 0 ? this.shared.to(key) : this.#to[cell]!;
    let at = key >= 0 ? this.shared.from(key) : this.start(cell);
    while (at < to && bytes[at]! <= SPACE) at++;
    return at < to ? Math.min(0x80, bytes[at]!) : 0;
  }

  newColumn(): SheetColumn {
    return new XlsxColumn(this);
  }

  /** The place of the cell's text among the shared strings; -1 when it is not there. */
  key(cell: number): number {
    return this.#key[cell]!;
  }

  /** Of a cell that is no shared string: the bytes its text is in, and where. */
  source(cell: number): Uint8Array {
    return this.#from[cell]! < 0 ? this.#made.bytes : this.#raw.bytes;
  }

  start(cell: number): number {
    const from = this.#from[cell]!;
    return from < 0 ? -1 - from : from;
  }

  end(cell: number): number {
    return this.#to[cell]!;
  }

  #showCell(cell: number): void {
    const raw = this.#raw;
    const column = raw.column(cell);
    this.#widen(column + 1);
    this.#key[column] = -1;
    const type = raw.type(cell);
    if (type === CELL_TYPE.s) this.#showShared(column, raw.number(cell));
    else if (type === CELL_TYPE.n) this.#showNumber(cell, column);
    else if (type === CELL_TYPE.b) this.#make(column, raw.isZero(cell) ? FALSE : TRUE);
    else if (type === CELL_TYPE.d) this.#make(column, encoder.encode(isoText(raw.text(cell))));
    else this.#showText(cell, column, type === CELL_TYPE.str);
  }

  /** A text that stands in the cell, which XML may have forced to be written otherwise than it is meant. */
  #showText(cell: number, column: number, escaped: boolean): void {
    const raw = this.#raw;
    const meant = escaped
      ? meantText(raw.bytes, raw.from(cell), raw.to(cell))
      : wellFormed(raw.bytes.slice(raw.from(cell), raw.to(cell)));
    if (meant) this.#make(column, meant);
    else this.#keep(cell, column);
  }

  #showShared(column: number, key: number): void {
    this.#from[column] = 0;
    this.#to[column] = 0;
    if (key >= 0 && key < this.shared.count) this.#key[column] = key;
  }

  #showNumber(cell: number, column: number): void {
    const raw = this.#raw;
    const format = this.#formats[raw.style(cell)] ?? PLAIN;
    if (isItsOwnText(format, raw.bytes, raw.from(cell), raw.to(cell))) this.#keep(cell, column);
    else {
      const shown = this.#numbers.shown(format, raw.bytes, raw.from(cell), raw.to(cell));
      this.held.take(column, shown);
      this.#make(column, shown.bytes);
    }
  }

  /** The text of the cell is what stands in the file. */
  #keep(cell: number, column: number): void {
    this.#from[column] = this.#raw.from(cell);
    this.#to[column] = this.#raw.to(cell);
  }

  #make(column: number, text: Uint8Array): void {
    this.#from[column] = -1 - this.#made.size;
    this.#made.add(text, 0, text.length);
    this.#to[column] = this.#made.size;
  }

  /** Cells that come into being are empty. */
  #widen(width: number): void {
    if (width <= this.width) return;
    if (width > this.#key.length) {
      this.#from = grown(this.#from, width);
      this.#to = grown(this.#to, width);
      this.#key = grown(this.#key, width);
    }
    for (let cell = this.width; cell < width; cell++) {
      this.#from[cell] = 0;
      this.#to[cell] = 0;
      this.#key[cell] = -1;
    }
    this.width = width;
  }
}

/** Keys whose codes are kept together: a column that knows few of the shared strings needs few of these. */
const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;

/** A column of an XLSX sheet: a shared string is looked up among its values the first time only. */
class XlsxColumn implements SheetColumn {
  readonly #row: XlsxRow;
  readonly #builder = new ByteColumnBuilder();
  /** Codes of shared strings by key, where known; else 0. */
  readonly #pages: (Uint32Array | undefined)[] = [];

  constructor(row: XlsxRow) {
    this.#row = row;
  }

  get filled(): boolean {
    return this.#builder.filled;
  }

  put(row: number, cell: number): void {
    const cells = this.#row;
    const key = cells.key(cell);
    this.#builder.padTo(row);
    if (key >= 0) this.#builder.pushCode(this.#codeOf(key));
    else this.#builder.push(cells.source(cell), cells.start(cell), cells.end(cell));
  }

  putText(row: number, text: string): void {
    const bytes = encoder.encode(text);
    this.#builder.padTo(row);
    this.#builder.push(bytes, 0, bytes.length);
  }

  finish(name: string, rows: number): Column {
    this.#builder.padTo(rows);
    return this.#builder.finish(name);
  }

  #codeOf(key: number): number {
    const place = key >>> PAGE_BITS;
    let page = this.#pages[place];
    if (!page) {
      while (this.#pages.length < place) this.#pages.push(undefined);
      page = new Uint32Array(PAGE);
      this.#pages[place] = page;
    }
    let code = page[key & (PAGE - 1)]!;
    if (code === 0) {
      const { shared } = this.#row;
      code = this.#builder.codeOf(shared.bytes, shared.from(key), shared.to(key));
      page[key & (PAGE - 1)] = code;
    }
    return code;
  }
}

/** `2021-03-04T00:00:00.000` as `2021-03-04`, with ` HH:mm:ss` when the time is not midnight. */
function isoText(value: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(value.trim());
  if (!match) return value;
  const time = match[2] ?? '';
  return time === '' || /^00:00(?::00)?$/.test(time) ? match[1]! : `${match[1]} ${time.padEnd(8, ':00')}`;
}
