/** What a piece of UTF-8 text is made of. */
export interface Utf8Check {
  /** Where the last whole character ends; what follows may be completed by the next piece. */
  readonly end: number;
  readonly valid: boolean;
  /** Whether it holds C1 control characters (U+0080 to U+009F), which no person types. */
  readonly controls: boolean;
}

/** Checks UTF-8 by the table of well-formed byte sequences (Unicode, table 3-7), without making a string. */
export function checkUtf8(bytes: Uint8Array): Utf8Check {
  const size = bytes.length;
  const words =
    bytes.byteOffset % 4 === 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, size >>> 2) : EMPTY;
  let controls = false;
  let at = 0;
  while (at < size) {
    if ((at & 3) === 0) {
      let word = at >>> 2;
      while (word < words.length && (words[word]! & 0x80808080) === 0) word++;
      at = Math.max(at, word * 4);
      if (at >= size) break;
    }
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return { end: at, valid: false, controls };
    if (at + length > size) {
      const cut = isPrefix(bytes, at, size);
      return { end: at, valid: cut, controls };
    }
    if (!isPrefix(bytes, at, at + length)) return { end: at, valid: false, controls };
    if (lead === 0xc2 && bytes[at + 1]! < 0xa0) controls = true;
    at += length;
  }
  return { end: size, valid: true, controls };
}

const EMPTY = new Uint32Array(0);

/** Are the bytes after the lead at `at` what may follow it, up to `end`? */
function isPrefix(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 1 >= end) return true;
  const lead = bytes[at]!;
  const second = bytes[at + 1]!;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return false;
  for (let i = at + 2; i < end; i++) if ((bytes[i]! & 0xc0) !== 0x80) return false;
  return true;
}
