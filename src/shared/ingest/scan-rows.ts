import { lineTooLong } from './errors';
import { MAX_CELL_BYTES, MAX_CELL_LINES, MAX_ROW_BYTES } from './limits';
import { ScannedRow } from './scanned-row';

/** How the text of a file is cut into rows and cells. */
export interface Dialect {
  /** One or more characters. */
  readonly delimiter: string;
  /** One ASCII character, or empty where quoting is off. */
  readonly quote: string;
  /** Equal to `quote` for doubling, otherwise the ASCII character before a quote that is text. */
  readonly escape: string;
  /**
   * Characters that must stand before a line break for it to end a row; usually empty. They count only in files that
   * have them before a line break in their first piece.
   */
  readonly rowEnd: string;
}

/** What a row of a file usually looks like: how a carriage return alone is told from one that is part of a cell. */
export interface UsualRow {
  /** Number of cells. */
  readonly width: number;
  /** Do the values stand where such values stand in other rows? Asked only about rows of that width. */
  fits(row: ScannedRow): boolean;
}

/** What ends the rows of a file beside LF and CRLF; see `lineEndsOf`. */
export interface LineEnds {
  /** A carriage return alone ends every row, as in the files of old Macs. */
  readonly byReturn: boolean;
  /** Null = no carriage return alone can be proved to end a row. */
  readonly usual: UsualRow | null;
}

/** How the rows scanned so far ended. */
export interface RowEnds {
  /** Rows ended by a carriage return alone, and the line of the first of them; 0 without any. */
  readonly returns: number;
  readonly firstReturn: number;
  /** Rows ended by a line feed. */
  readonly feeds: number;
}

export const LINE_FEEDS: LineEnds = { byReturn: false, usual: null };

const LF = 10;
const CR = 13;
const SPACE = 32;
const NONE = -1;
const MORE = -2;
const OPEN = -3;

const encoder = new TextEncoder();

/**
 * Splits text, as UTF-8 bytes, into rows and cells: RFC 4180 and what real files make of it. One instance per file.
 *
 * - A row ends with LF, CRLF (CR CR LF is the same, written by a program that translated line ends twice) or, in files
 *   that use it, a lone CR. Inside quotes every character is kept as it is.
 * - In a file of line feeds a lone CR is part of its cell, unless what stands before it and the line behind it are rows
 *   of the usual kind: read as one they would be a row of almost twice the width. From there to the next line feed every
 *   CR ends a row. A CR at the end of the file ends the last row.
 * - A quote opens a cell only at its start (spaces before it are dropped); anywhere else it is an ordinary character.
 * - A quote inside a quoted cell that is neither escaped nor followed by a delimiter or a line end is kept as text, and
 *   the row is marked `strayQuote`; the cell must then end on the same line.
 * - A quoted cell that does not end within `MAX_CELL_BYTES`, `MAX_CELL_LINES` or the file makes its first line one row
 *   marked `openQuote`, without cells; scanning goes on with the next line, so that one damaged line never swallows the
 *   lines after it.
 *
 * Why not Papa Parse, which serves as the oracle in the tests: on a stream it gives neither line numbers nor the raw
 * text of a damaged row, knows one line end per file, reads an escaped backslash before a closing quote wrongly, has no
 * row ends of several characters, and swallows the rest after an open quote. Handing byte places to the columns instead of
 * strings is also faster.
 */
export class RowScanner {
  readonly #quote: number;
  readonly #escape: number;
  /** Bytes of the delimiter; its first one. */
  readonly #delimiter: Uint8Array;
  readonly #first: number;
  #rowEnd: Uint8Array;
  /** One byte between cells: most rows can be read without looking at anything else. */
  readonly #simple: boolean;
  readonly #dialect: Dialect;
  readonly #byReturn: boolean;
  readonly #usual: UsualRow | null;
  #row = new ScannedRow();
  /** Takes the line behind a lone CR, to see what it is. */
  readonly #ahead = new ScannedRow();
  /** Text not yet handed out lies in `[#start, #size)`; the byte after it is 0. */
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(64);
  #start = 0;
  #size = 0;
  #last = false;
  /** 1-based line where the row at `#start` begins, and line breaks met inside it. */
  #line = 1;
  #lines = 0;
  /** Lone CRs end rows here. */
  #crEnds: boolean;
  #begun = false;
  #returns = 0;
  #firstReturn = 0;
  #feeds = 0;

  constructor(dialect: Dialect, ends: LineEnds = LINE_FEEDS) {
    this.#dialect = dialect;
    this.#byReturn = ends.byReturn;
    this.#usual = ends.usual;
    this.#crEnds = ends.byReturn;
    this.#quote = dialect.quote === '' ? NONE : dialect.quote.charCodeAt(0);
    this.#escape = dialect.escape === '' ? this.#quote : dialect.escape.charCodeAt(0);
    this.#delimiter = encoder.encode(dialect.delimiter);
    this.#first = this.#delimiter[0] ?? NONE;
    this.#rowEnd = encoder.encode(dialect.rowEnd);
    this.#simple = this.#delimiter.length === 1;
  }

  /**
   * Scans a piece of text, in UTF-8. `take` gets each complete row and says whether to go on; `last` tells that no text follows.
   * Throws `LINE_TOO_LONG` for a row of more than `MAX_ROW_BYTES`.
   */
  feed(piece: Uint8Array, last: boolean, take: (row: ScannedRow) => boolean): void {
    this.#append(piece);
    this.#last = last;
    if (!this.#begun && !this.#usesRowEnd()) this.#rowEnd = new Uint8Array(0);
    this.#begun = true;
    while (this.#start < this.#size) {
      const next = this.#scanRow();
      if ((next === MORE ? this.#size : next) - this.#start > MAX_ROW_BYTES) throw lineTooLong(this.#line);
      if (next === MORE) return;
      const goOn = take(this.#row);
      this.#countEnd(next);
      this.#start = next;
      this.#line += this.#lines;
      if (!goOn) return;
    }
  }

  get ended(): RowEnds {
    return { returns: this.#returns, firstReturn: this.#firstReturn, feeds: this.#feeds };
  }

  /** Notes what stands before the next row. */
  #countEnd(next: number): void {
    const byte = this.#bytes[next - 1];
    if (byte === LF) this.#feeds++;
    else if (byte === CR && this.#returns++ === 0) this.#firstReturn = this.#line;
    if (!this.#byReturn) this.#crEnds = byte === CR;
  }

  #append(piece: Uint8Array): void {
    const rest = this.#size - this.#start;
    const room = rest + piece.length + 1;
    const old = this.#bytes;
    if (room > old.length) this.#bytes = new Uint8Array(room + (room >> 3));
    this.#bytes.set(old.subarray(this.#start, this.#size));
    this.#bytes.set(piece, rest);
    this.#start = 0;
    this.#size = rest + piece.length;
    this.#bytes[this.#size] = 0;
  }

  /** Reads one row at `#start`; returns where the next one starts, or `MORE` when the text ends inside it. */
  #scanRow(): number {
    const bytes = this.#bytes;
    const quoting = this.#quote !== NONE;
    this.#row.reset(bytes, this.#line);
    this.#lines = 0;
    let at = this.#start;
    for (;;) {
      if (this.#simple) at = this.#plainCells(at);
      const opening = quoting ? this.#openingQuote(at) : NONE;
      let end = opening === NONE ? this.#plainCell(at) : this.#quotedCell(opening);
      if (end === OPEN && opening > at) end = this.#plainCell(at);
      if (end === MORE) return MORE;
      if (end === OPEN) return this.#openRow();
      if (end === this.#size) return this.#last ? this.#closeRow(end, end) : MORE;
      const byte = bytes[end];
      if (byte === LF || byte === CR) {
        const next = this.#lineBreak(end);
        return next === MORE ? MORE : this.#closeRow(end, next);
      }
      at = end + this.#delimiter.length;
    }
  }

  /**
   * Adds the unquoted cells from `from` on that end with a delimiter; returns where the first other cell starts. Most of
   * the text passes here, one comparison a byte.
   */
  #plainCells(from: number): number {
    const bytes = this.#bytes;
    const size = this.#size;
    const first = this.#first;
    const highest = Math.max(first, CR);
    const quote = this.#quote;
    const row = this.#row;
    let start = from;
    if (bytes[start] === quote || bytes[start] === SPACE) return start;
    for (let at = start; at < size; at++) {
      const byte = bytes[at]!;
      // Letters and digits lie above the delimiter and the line ends of most files.
      if (byte > highest) continue;
      if (byte === first) {
        row.add(start, at);
        start = at + 1;
        const next = bytes[start];
        if (next === quote || next === SPACE) return start;
      } else if (byte === LF || byte === CR) return start;
    }
    return start;
  }

  /** Ends the row before the line break at `end`; the next row starts at `next`. */
  #closeRow(end: number, next: number): number {
    if (this.#rowEnd.length > 0) this.#row.trimEnd(this.#dialect.rowEnd);
    this.#row.bound(this.#start, end);
    this.#lines++;
    return next;
  }

  /** Where the quote of a quoted cell starting at `at` stands, or `NONE`. */
  #openingQuote(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at] === this.#quote) return at;
    if (bytes[at] !== SPACE || this.#first === SPACE) return NONE;
    let quote = at;
    while (bytes[quote] === SPACE) quote++;
    return bytes[quote] === this.#quote ? quote : NONE;
  }

  /** Adds an unquoted cell; returns where its delimiter or line end stands. */
  #plainCell(from: number): number {
    const bytes = this.#bytes;
    const size = this.#size;
    const first = this.#first;
    const highest = Math.max(first, CR);
    let at = from;
    for (; at < size; at++) {
      const byte = bytes[at]!;
      if (byte > highest) continue;
      if (byte === first) {
        if (this.#delimiter.length === 1 || this.#isAt(this.#delimiter, at)) break;
      } else if (byte === LF || byte === CR) {
        const ends = this.#endsRow(at);
        if (ends === null) return MORE;
        if (ends) break;
        if (byte === LF) this.#lines++;
        if (this.#lines > MAX_CELL_LINES) return OPEN;
      }
    }
    this.#row.add(from, at);
    return at;
  }

  /** Adds a quoted cell; returns where its delimiter or line end stands. */
  #quotedCell(opening: number): number {
    const bytes = this.#bytes;
    const quote = this.#quote;
    const escaper = this.#escape;
    const limit = Math.min(this.#size, opening + MAX_CELL_BYTES);
    const before = this.#lines;
    let stray = NONE;
    let escaped = false;
    for (let at = opening + 1; at < limit; at++) {
      const byte = bytes[at]!;
      if (byte === quote) {
        if (escaper === quote && bytes[at + 1] === quote) {
          escaped = true;
          at++;
          continue;
        }
        const end = this.#afterQuote(at + 1);
        if (end === MORE) return MORE;
        if (end !== OPEN) {
          if (escaped) this.#row.addWithout(opening + 1, at, quote, escaper);
          else this.#row.add(opening + 1, at);
          if (stray !== NONE) this.#row.flaw = 'strayQuote';
          return end;
        }
        if (this.#lines > before) return this.#giveUp(before);
        if (stray === NONE) stray = at;
      } else if (byte === escaper) {
        escaped = true;
        at++;
      } else if (byte === LF || (byte === CR && this.#crEnds)) {
        if (stray !== NONE) return this.#literalCell(opening, stray);
        if (byte === LF || bytes[at + 1] !== LF) this.#lines++;
        if (this.#lines - before > MAX_CELL_LINES) return this.#giveUp(before);
      }
    }
    if (limit === this.#size && !this.#last) return MORE;
    return stray === NONE ? this.#giveUp(before) : this.#literalCell(opening, stray);
  }

  /** A cell like `"Smith" Ltd`: no quoted cell after all, if the quote that told so stands before the next delimiter. */
  #literalCell(opening: number, stray: number): number {
    const end = this.#plainCell(opening);
    if (end === MORE) return MORE;
    if (end < stray) return OPEN;
    this.#row.flaw = 'strayQuote';
    return end;
  }

  #giveUp(lines: number): number {
    this.#lines = lines;
    return OPEN;
  }

  /** Where the delimiter or line end after a closing quote stands; `OPEN` when something else follows. */
  #afterQuote(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (bytes[at] === SPACE && this.#first !== SPACE) at++;
    if (at + this.#delimiter.length > this.#size && !this.#last) return MORE;
    if (at >= this.#size) return this.#size;
    const byte = bytes[at];
    if (byte === this.#first && (this.#delimiter.length === 1 || this.#isAt(this.#delimiter, at))) return at;
    if (byte !== LF && byte !== CR) return OPEN;
    const ends = this.#endsRow(at);
    return ends === null ? MORE : ends ? at : OPEN;
  }

  /** The first line of the row alone, as a row whose quote stays open. */
  #openRow(): number {
    const bytes = this.#bytes;
    let at = this.#start;
    while (at < this.#size) {
      if (bytes[at] === LF || (bytes[at] === CR && (this.#crEnds || this.#feedBehind(at) !== NONE))) break;
      at++;
    }
    this.#row.clear();
    this.#row.flaw = 'openQuote';
    this.#row.bound(this.#start, at);
    this.#lines = 1;
    if (at < this.#size) return this.#lineBreak(at);
    return this.#last ? at : MORE;
  }

  /** Does the line break at `at` end a row? Null where the text at hand ends before that is told. */
  #endsRow(at: number): boolean | null {
    const bytes = this.#bytes;
    if (bytes[at] === CR && !this.#crEnds && bytes[at + 1] !== LF) {
      const ends = this.#returnEnds(at);
      if (!ends) return ends;
    }
    return this.#rowEnd.length === 0 || this.#isAt(this.#rowEnd, at - this.#rowEnd.length);
  }

  /** The same of a CR without LF, behind the cells added so far and one more. */
  #returnEnds(at: number): boolean | null {
    const bytes = this.#bytes;
    if (at + 1 === this.#size && !this.#last) return null;
    if (this.#feedBehind(at) !== NONE) return true;
    // One blank line between two rows proves nothing against them.
    const behind = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (behind === this.#size) return this.#last || null;
    if (this.#row.count + 1 !== this.#usual?.width) return false;
    return this.#isUsualRow(behind, this.#usual);
  }

  /** Is the text from `from` to the next line break, whatever it is, a row of the usual kind? Null where it is cut. */
  #isUsualRow(from: number, usual: UsualRow): boolean | null {
    const row = this.#row;
    const start = this.#start;
    const lines = this.#lines;
    this.#row = this.#ahead;
    this.#start = from;
    this.#crEnds = true;
    const isCut = this.#scanRow() === MORE;
    this.#row = row;
    this.#start = start;
    this.#lines = lines;
    this.#crEnds = false;
    return isCut ? null : this.#ahead.count === usual.width && usual.fits(this.#ahead);
  }

  /** Where the line after the break at `at` starts; `MORE` when the break may go on in the next piece. */
  #lineBreak(at: number): number {
    if (this.#bytes[at] === LF) return at + 1;
    const feed = this.#feedBehind(at);
    if (feed !== NONE) return feed + 1;
    const isCut = at + (this.#bytes[at + 1] === CR ? 2 : 1) >= this.#size && !this.#last;
    return isCut ? MORE : at + 1;
  }

  /** Where the line feed stands that a CR at `at` is one line break with: CR LF or CR CR LF; else `NONE`. */
  #feedBehind(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at + 1] === LF) return at + 1;
    return bytes[at + 1] === CR && bytes[at + 2] === LF ? at + 2 : NONE;
  }

  #usesRowEnd(): boolean {
    for (let at = this.#rowEnd.length; at < this.#size; at++) {
      const byte = this.#bytes[at];
      if ((byte === LF || byte === CR) && this.#isAt(this.#rowEnd, at - this.#rowEnd.length)) return true;
    }
    return false;
  }

  #isAt(wanted: Uint8Array, at: number): boolean {
    for (let i = 0; i < wanted.length; i++) if (this.#bytes[at + i] !== wanted[i]) return false;
    return true;
  }
}
