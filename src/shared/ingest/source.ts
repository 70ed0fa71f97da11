import { checkCancelled, type TaskContext } from '../base/progress';
import { WINDOWS_1252_SIGNS } from '../base/text/windows-1252';
import { unsupportedEncoding } from './errors';
import { SLICE_BYTES, SLICES_AHEAD } from './limits';
import { type SingleByteCodec, singleByteCodec } from './single-byte';
import type { ByteSource } from './types';
import { checkUtf8 } from './utf8-check';

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

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

/** The text of some bytes; what cannot be decoded becomes U+FFFD, a byte order mark is left out. */
export function decode(bytes: Uint8Array<ArrayBuffer>, encoding: string, fileName: string): string {
  const codec = singleByteCodec(encoding);
  if (codec) return utf8.decode(codec.toUtf8(bytes).bytes);
  const decoder = decoderFor(encoding, fileName);
  const text = decoder.decode(bytes, { stream: true }) + decoder.decode();
  return decoder.encoding === 'utf-8' ? withoutControls(text).text : text;
}

/** A piece of a file's text, as UTF-8. */
export interface TextPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly last: boolean;
  /** Characters that could not be decoded and became U+FFFD. */
  readonly undecodable: number;
  /** C1 control characters that were read as the signs windows-1252 has in their place. */
  readonly mended: number;
}

/** What an encoding makes of the pieces of a file, one after the other. */
type Step = (bytes: Uint8Array<ArrayBuffer>, last: boolean) => Omit<TextPiece, 'last'>;

/**
 * The text of a file in pieces of about a megabyte, decoded as one stream so that no character is cut. Well-formed UTF-8
 * is passed on as it is. Reports progress in bytes and obeys cancel at every piece.
 */
export async function* textPieces(
  file: ByteSource,
  fileName: string,
  encoding: string,
  task: TaskContext,
): AsyncGenerator<TextPiece> {
  const step = stepOf(encoding, fileName);
  for await (const { bytes, end } of slicesOf(file)) {
    checkCancelled(task);
    const last = end === file.size;
    yield { ...step(bytes, last), last };
    task.report({ label: `Reading ${fileName}`, done: end, total: file.size });
  }
}

/** The bytes of a file in slices; the next ones are on their way while one is worked on. An empty file is one empty slice. */
async function* slicesOf(
  file: ByteSource,
): AsyncGenerator<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly end: number }> {
  const coming: Promise<Uint8Array<ArrayBuffer>>[] = [];
  let asked = 0;
  let end = 0;
  do {
    while (coming.length < SLICES_AHEAD && (asked < file.size || asked === 0)) {
      const slice = bytesOf(file, asked, asked + SLICE_BYTES);
      // Its failure is met when its turn comes.
      slice.catch(() => undefined);
      coming.push(slice);
      asked += SLICE_BYTES;
    }
    const bytes = await coming.shift();
    if (!bytes) return;
    end = Math.min(file.size, end + SLICE_BYTES);
    yield { bytes, end };
  } while (end < file.size);
}

function stepOf(encoding: string, fileName: string): Step {
  const codec = singleByteCodec(encoding);
  if (codec) return singleByteStep(codec);
  const decoder = decoderFor(encoding, fileName);
  return decoder.encoding === 'utf-8' ? utf8Step() : decoderStep(decoder);
}

function singleByteStep(codec: SingleByteCodec): Step {
  return (bytes) => ({ ...codec.toUtf8(bytes), mended: 0 });
}

/** Encodings with several bytes a character, by the decoder of the platform. */
function decoderStep(decoder: InstanceType<typeof TextDecoder>): Step {
  return (bytes, last) => {
    const text = decoder.decode(bytes, { stream: true }) + (last ? decoder.decode() : '');
    return { bytes: encoder.encode(text), undecodable: occurrences(text, '\ufffd'), mended: 0 };
  };
}

/** Checks UTF-8 and makes a string only where it is broken or needs mending; keeps a cut character for the next piece. */
function utf8Step(): Step {
  let rest = new Uint8Array(0);
  let first = true;
  return (bytes, last) => {
    let piece = bytes;
    if (rest.length > 0) {
      piece = new Uint8Array(rest.length + bytes.length);
      piece.set(rest);
      piece.set(bytes, rest.length);
    }
    if (first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) piece = piece.slice(3);
    first = false;
    const { end, valid, controls } = checkUtf8(piece);
    if (valid && !controls && (end === piece.length || !last)) {
      rest = piece.slice(end);
      return { bytes: piece.subarray(0, end), undecodable: 0, mended: 0 };
    }
    const cut = last ? piece.length : wholeCharacters(piece);
    rest = piece.slice(cut);
    const { text, mended } = withoutControls(utf8.decode(piece.subarray(0, cut)));
    return { bytes: encoder.encode(text), undecodable: occurrences(text, '\ufffd'), mended };
  };
}

/** Where the last character that may be cut begins; the end where there is none. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/**
 * Text that was once windows-1252 and was saved as UTF-8 by a program that took it for ISO-8859-1 has control characters
 * where its dashes, quotes and euro signs were. Nobody types these controls, so they are read as what they were.
 */
function withoutControls(text: string): { readonly text: string; readonly mended: number } {
  let mended = 0;
  const clean = text.replace(/[\u0080-\u009f]/g, (char) => {
    const sign = WINDOWS_1252_SIGNS.charAt(char.charCodeAt(0) - 0x80);
    if (sign !== char) mended++;
    return sign;
  });
  return { text: mended > 0 ? clean : text, mended };
}

function occurrences(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
