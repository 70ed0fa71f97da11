import { checkCancelled, type TaskContext } from '../base/progress';
import { unsupportedEncoding } from './errors';
import { SLICE_BYTES } from './limits';
import type { ByteSource } from './types';

/** The bytes `[from, to)` of a file, clipped to its size. */
export async function bytesOf(file: ByteSource, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, Math.min(to, file.size)).arrayBuffer());
}

/** A decoder for a WHATWG label; throws `UNSUPPORTED_ENCODING` for an unknown one. */
function decoderFor(encoding: string, fileName: string): TextDecoder {
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

/** A piece of a file's text; `end` is the place in the file, in bytes, up to which it has been read. */
export interface TextPiece {
  readonly text: string;
  readonly end: number;
  readonly last: boolean;
}

/**
 * The text of a file in pieces of about a megabyte, decoded as one stream so that no character is cut. Reports progress
 * in bytes and obeys cancel at every piece.
 */
export async function* textPieces(
  file: ByteSource,
  fileName: string,
  encoding: string,
  task: TaskContext,
): AsyncGenerator<TextPiece> {
  const decoder = decoderFor(encoding, fileName);
  for (let at = 0; ; ) {
    checkCancelled(task);
    const end = Math.min(file.size, at + SLICE_BYTES);
    const last = end === file.size;
    const bytes = await bytesOf(file, at, end);
    const text = decoder.decode(bytes, { stream: true }) + (last ? decoder.decode() : '');
    yield { text, end, last };
    task.report({ label: `Reading ${fileName}`, done: end, total: file.size });
    if (last) return;
    at = end;
  }
}
