import { CODE_PAGES } from './code-pages';

const encoder = new TextEncoder();

/** Encodings with one byte a character that `TextDecoder` knows; their upper halves are asked from it. */
const BUILT_IN =
  /^(?:windows-(?:874|125\d)|iso-8859-\d+(?:-i)?|ibm866|koi8-[ru]|macintosh|x-mac-cyrillic|x-user-defined)$/;

/** Turns bytes of an encoding with one byte a character into UTF-8. */
export interface SingleByteCodec {
  /** The text as UTF-8, and how many bytes stood for nothing (now U+FFFD). */
  toUtf8(bytes: Uint8Array): { readonly bytes: Uint8Array<ArrayBuffer>; readonly undecodable: number };
}

const known = new Map<string, SingleByteCodec>();

/** The codec of an encoding, by its canonical label; null where characters take several bytes. */
export function singleByteCodec(encoding: string): SingleByteCodec | null {
  const label = encoding.toLowerCase();
  const found = known.get(label);
  if (found) return found;
  const upper = CODE_PAGES.get(label) ?? (BUILT_IN.test(label) ? upperHalf(label) : null);
  if (upper === null) return null;
  const codec = codecOf(upper);
  known.set(label, codec);
  return codec;
}

/** Decodes as a stream: some engines read windows-1252 as ISO-8859-1 when asked for everything at once. */
function upperHalf(label: string): string {
  const decoder = new TextDecoder(label);
  const bytes = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function codecOf(upper: string): SingleByteCodec {
  // Four bytes for each character: its length in UTF-8, then up to three bytes of it.
  const table = new Uint8Array(128 * 4);
  const broken = new Uint8Array(128);
  for (let i = 0; i < 128; i++) {
    const char = upper.charAt(i);
    const utf8 = encoder.encode(char);
    table[i * 4] = utf8.length;
    table.set(utf8, i * 4 + 1);
    broken[i] = char === '\ufffd' ? 1 : 0;
  }
  return {
    toUtf8(bytes) {
      const out = new Uint8Array(bytes.length * 3);
      let size = 0;
      let undecodable = 0;
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at]!;
        if (byte < 0x80) {
          out[size++] = byte;
          continue;
        }
        const entry = (byte - 128) * 4;
        const length = table[entry]!;
        undecodable += broken[byte - 128]!;
        out[size++] = table[entry + 1]!;
        if (length > 1) out[size++] = table[entry + 2]!;
        if (length > 2) out[size++] = table[entry + 3]!;
      }
      return { bytes: out.subarray(0, size), undecodable };
    },
  };
}
