import { checkCancelled, type TaskContext } from '../base/progress';
import { unsupportedEncoding } from './errors';
import { SLICE_BYTES } from './limits';
import type { ByteSource } from './types';

const encoder = new TextEncoder();

/** The bytes `[from, to)` of a file, clipped to its size. */
export async function bytesOf(file: ByteSource, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, Math.min(to, file.size)).arrayBuffer());
}

/** A decoder for a WHATWG label; throws `UNSUPPORTED_ENCODING` for an unknown one. */
function decoderFor(encoding: string, fileName: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw unsupportedEncoding(fileName, encoding);
  }
}

/**
 * The text of some bytes; what cannot be decoded becomes U+FFFD, a byte order mark is left out. Decodes as a stream and
 * flushes: some engines read windows-1252 as ISO-8859-1 when asked for everything at once.
 */
export function decode(bytes: Uint8Array<ArrayBuffer>, encoding: string, fileName: string): string {
  const decoder = decoderFor(encoding, fileName);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** A piece of a file's text, as UTF-8. */
export interface TextPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly last: boolean;
  /** Characters that could not be decoded and became U+FFFD. */
  readonly undecodable: number;
}

/**
 * The text of a file in pieces of about a megabyte, decoded as one stream so that no character is cut. Pieces of plain
 * ASCII are passed on as they are. Reports progress in bytes and obeys cancel at every piece.
 */
export async function* textPieces(
  file: ByteSource,
  fileName: string,
  encoding: string,
  task: TaskContext,
): AsyncGenerator<TextPiece> {
  const decoder = decoderFor(encoding, fileName);
  const asciiReadsAlike = !/^(?:utf-16|iso-2022)/.test(decoder.encoding);
  let settled = true;
  for (let at = 0; ; ) {
    checkCancelled(task);
    const end = Math.min(file.size, at + SLICE_BYTES);
    const last = end === file.size;
    const bytes = await bytesOf(file, at, end);
    if (settled && asciiReadsAlike && isAscii(bytes)) {
      // The decoder must know that the start of the file, where a byte order mark may stand, is past.
      if (at === 0) decoder.decode(bytes.subarray(0, 1), { stream: true });
      yield { bytes, last, undecodable: 0 };
    } else {
      const text = decoder.decode(bytes, { stream: true }) + (last ? decoder.decode() : '');
      yield { bytes: encoder.encode(text), last, undecodable: occurrences(text, '\ufffd') };
      // A character may be cut at the end only if one of the last three bytes is outside ASCII.
      settled = isAscii(bytes.subarray(-3));
    }
    task.report({ label: `Reading ${fileName}`, done: end, total: file.size });
    if (last) return;
    at = end;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  let at = 0;
  if (bytes.byteOffset % 4 === 0) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
    for (let i = 0; i < words.length; i++) if ((words[i]! & 0x80808080) !== 0) return false;
    at = words.length * 4;
  }
  for (; at < bytes.length; at++) if (bytes[at]! > 0x7f) return false;
  return true;
}

function occurrences(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
