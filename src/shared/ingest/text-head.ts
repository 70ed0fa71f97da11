import { detectEncoding, type EncodingGuess } from './encoding';
import { emptyFile, lineTooLong, notATable } from './errors';
import { HEAD_BYTES, MAX_ROW_BYTES, SAMPLE_ROWS } from './limits';
import { lineEndEvidence, lineEndsOf } from './line-ends';
import { type Dialect, type LineEnds, RowScanner } from './scan-rows';
import { bytesOf, decode } from './source';
import type { ByteSource, Evidence } from './types';

/** Pieces looked at beyond the head, spread over the file, and their size: accents often come late. */
const PROBES = 15;
const PROBE_BYTES = 1 << 16;

/** The start of a text file. */
export interface TextHead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether this is the whole file. */
  readonly whole: boolean;
}

/** The first megabyte, or more where a single row is longer than that. Throws `EMPTY_FILE` and `LINE_TOO_LONG`. */
export async function readHead(file: ByteSource, fileName: string): Promise<TextHead> {
  if (file.size === 0) throw emptyFile(fileName, 0);
  let bytes = await bytesOf(file, 0, HEAD_BYTES);
  while (!hasLineEnd(bytes) && bytes.length < file.size && bytes.length < 2 * MAX_ROW_BYTES) {
    bytes = await bytesOf(file, 0, bytes.length * 4);
  }
  if (!hasLineEnd(bytes) && bytes.length > 2 * MAX_ROW_BYTES) throw lineTooLong(1);
  return { bytes, whole: bytes.length >= file.size };
}

/** A line without any text: blanks, or the sign with which DOS ends a file (Ctrl+Z). */
export function isBlankLine(line: string): boolean {
  return line.trim() === '' || line === '\u001a';
}

/** The encoding by the head and by pieces from all over the file. */
export async function headEncoding(
  file: ByteSource,
  fileName: string,
  head: TextHead,
): Promise<EncodingGuess> {
  const pieces = [head.bytes];
  const step = (file.size - head.bytes.length) / PROBES;
  for (let i = 0; i < PROBES && !head.whole; i++) {
    const at = Math.floor(head.bytes.length + i * step);
    pieces.push(await bytesOf(file, at, at + Math.min(PROBE_BYTES, Math.ceil(step))));
  }
  return detectEncoding(pieces, fileName);
}

/** The text of the head. Throws `NOT_A_TABLE` where it is mostly control characters. */
export function headText(head: TextHead, encoding: string, fileName: string): string {
  const text = decode(head.bytes, encoding, fileName);
  if (isBinary(text)) throw notATable(fileName, 'a file of binary data, not text');
  return text;
}

/** The first rows of a text, and how all of its rows end. */
export interface HeadRows {
  readonly rows: readonly (readonly string[])[];
  readonly ends: LineEnds;
  /** What is worth saying of the ends. */
  readonly evidence: readonly Evidence[];
}

/** The first rows, each as its cells; a row that is not complete is left out unless the text is whole. */
export function headRows(text: string, whole: boolean, dialect: Dialect): HeadRows {
  const bytes = new TextEncoder().encode(text);
  const ends = lineEndsOf(bytes, whole, dialect);
  const rows: string[][] = [];
  const scanner = new RowScanner(dialect, ends);
  scanner.feed(bytes, whole, (row) => {
    rows.push(row.flaw === 'openQuote' ? [row.raw()] : row.cells());
    return rows.length < SAMPLE_ROWS;
  });
  return { rows, ends, evidence: lineEndEvidence(scanner.ended, ends) };
}

function hasLineEnd(bytes: Uint8Array): boolean {
  return bytes.includes(10) || bytes.includes(13);
}

/** More than one control character in fifty, line ends, tabs and separators aside; or as many undecodable ones as others. */
function isBinary(text: string): boolean {
  let control = 0;
  let broken = 0;
  const end = Math.min(text.length, 1 << 16);
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 32 && (unit < 9 || unit > 13) && unit !== 0x1f && unit !== 0x01 && unit !== 0x1a) control++;
    else if (unit === 0xfffd) broken++;
  }
  return control > Math.max(2, end * 0.02) || broken > Math.max(20, end * 0.5);
}
