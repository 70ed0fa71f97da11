import { fail, ok, type Result } from '../base/result';
import type { CsvFormat } from './types';

/** Takes the cells of one row; the array is used again for the next row. `row` counts data rows from 0. */
export type RowHandler = (cells: readonly string[], row: number) => void;

const CHUNK_BYTES = 1 << 22;
/** Longest row in UTF-16 units; a longer one is damage, not data. */
const MAX_ROW = 1 << 26;

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Reads a file by the letter of RFC 4180 and of its format, and refuses anything else: wrong byte order mark, other
 * line endings, stray quotes, rows of another length, a missing last line ending, text that is not UTF-8. Shares no
 * code with the writer, so that it can serve as its witness. One pass, memory for one row and one chunk.
 *
 * @param start Takes the header row and answers with the handler for data rows.
 * @returns Data rows read; `CSV_BROKEN` with the row otherwise.
 */
export function readStrictCsv(
  bytes: Uint8Array,
  format: CsvFormat,
  start: (header: readonly string[]) => RowHandler,
): Result<number> {
  const scanner = new RowScanner(format);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let handler: RowHandler | null = null;
  let width = 0;
  let rows = -1;
  let rest = '';
  const broken = (why: string): Result<number> =>
    fail('CSV_BROKEN', `${rows < 0 ? 'The header row' : `Data row ${rows + 1}`} is broken: ${why}.`, {
      row: rows + 1,
    });

  for (let at = 0; at < bytes.length || at === 0; at += CHUNK_BYTES) {
    const last = at + CHUNK_BYTES >= bytes.length;
    let text: string;
    try {
      text = rest + decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: !last });
    } catch {
      return broken('the text is not UTF-8');
    }
    let from = 0;
    if (at === 0) {
      const marked = text.charCodeAt(0) === 0xfeff;
      if (marked !== format.bom) return broken(marked ? 'a byte order mark' : 'no byte order mark');
      from = marked ? 1 : 0;
    }
    while (from < text.length) {
      const next = scanner.scan(text, from);
      if (scanner.fault !== null) return broken(scanner.fault);
      if (next < 0) break;
      from = next;
      if (handler === null) {
        width = scanner.cells.length;
        handler = start(scanner.cells.slice());
        rows = 0;
      } else {
        if (scanner.cells.length !== width)
          return broken(`${scanner.cells.length} cells under ${width} headers`);
        handler(scanner.cells, rows);
        rows++;
      }
    }
    rest = text.slice(from);
    if (rest.length > MAX_ROW) return broken('the row is too long');
  }
  if (rest !== '') return broken('the file ends inside it');
  return handler === null ? broken('the file is empty') : ok(rows);
}

/** Finds one row in a text. */
class RowScanner {
  readonly cells: string[] = [];
  /** What breaks the format, or null. */
  fault: string | null = null;
  private readonly delimiter: number;
  private readonly crlf: boolean;

  constructor(format: CsvFormat) {
    this.delimiter = format.delimiter.charCodeAt(0);
    this.crlf = format.lineEnding === '\r\n';
  }

  /** Fills `cells` with the row at `from`; the place after it, or -1 when the text ends before the row does. */
  scan(text: string, from: number): number {
    this.cells.length = 0;
    let at = from;
    for (;;) {
      at = text.charCodeAt(at) === QUOTE ? this.quoted(text, at + 1) : this.plain(text, at);
      if (at < 0 || at >= text.length) return -1;
      const code = text.charCodeAt(at);
      if (code === this.delimiter) {
        at++;
        continue;
      }
      if (!this.crlf && code === LF) return at + 1;
      if (this.crlf && code === CR) {
        if (at + 1 >= text.length) return -1;
        if (text.charCodeAt(at + 1) === LF) return at + 2;
      }
      this.fault = code === CR || code === LF ? 'another line ending' : 'text after a closing quote';
      return -1;
    }
  }

  /** Reads a quoted cell from behind its opening quote; the place after the closing one. */
  private quoted(text: string, start: number): number {
    let value = '';
    let from = start;
    for (;;) {
      const end = text.indexOf('"', from);
      if (end < 0 || end + 1 >= text.length) return -1;
      if (text.charCodeAt(end + 1) !== QUOTE) {
        this.cells.push(value + text.slice(from, end));
        return end + 1;
      }
      value += text.slice(from, end + 1);
      from = end + 2;
    }
  }

  private plain(text: string, start: number): number {
    for (let end = start; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === this.delimiter || code === CR || code === LF) {
        this.cells.push(text.slice(start, end));
        return end;
      }
      if (code === QUOTE) {
        this.fault = 'a quote inside an unquoted cell';
        return -1;
      }
    }
    return -1;
  }
}
