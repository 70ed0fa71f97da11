import { grown } from '../base/grown';
import { ByteText } from './byte-text';
import { decompressionBomb } from './errors';
import { MAX_STRING_CHARS } from './limits';
import { type TagHandler, TagScanner } from './tag-scanner';
import { TAG, XLSX_TAGS } from './xlsx-tags';
import { wellFormed } from './xml-text';
import type { ZipPackage } from './zip-package';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const CR = 13;
const AMPERSAND = 38;
const LESS = 60;
const UNDERSCORE = 95;
const STRING_START = encoder.encode('<si><t>');
const STRING_END = encoder.encode('</t></si>');

/** Strings in UTF-8 one after the other, and where each ends. */
export interface PackedStrings {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** The shared strings of a workbook, as UTF-8 one after the other: no string is made of one until somebody asks. */
export class SharedTexts {
  readonly #text = new ByteText(1 << 12);
  #ends = new Uint32Array(256);
  #count = 0;

  /** The strings that `packed` gave. */
  static of({ bytes, ends }: PackedStrings): SharedTexts {
    const texts = new SharedTexts();
    texts.#text.bytes = bytes;
    texts.#text.size = bytes.length;
    texts.#ends = ends;
    texts.#count = ends.length;
    return texts;
  }

  /** A copy for another thread. */
  packed(): PackedStrings {
    return { bytes: this.#text.bytes.slice(0, this.#text.size), ends: this.#ends.slice(0, this.#count) };
  }

  /** Strings in the list. */
  get count(): number {
    return this.#count;
  }

  /** What the places point into. */
  get bytes(): Uint8Array {
    return this.#text.bytes;
  }

  from(key: number): number {
    return key === 0 ? 0 : this.#ends[key - 1]!;
  }

  to(key: number): number {
    return this.#ends[key]!;
  }

  text(key: number): string {
    return decoder.decode(this.#text.bytes.subarray(this.from(key), this.to(key)));
  }

  /** Bytes of all strings. */
  get size(): number {
    return this.#text.size;
  }

  add(source: Uint8Array, from: number, to: number): void {
    this.#text.add(source, from, to);
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends);
    this.#ends[this.#count++] = this.#text.size;
  }
}

/**
 * The shared strings of a workbook, the first `limit` of them. Rich text is joined, phonetic readings are left out.
 * `progress` is told the unpacked bytes passed so far and may throw to stop.
 */
export async function readSharedStrings(
  zip: ZipPackage,
  path: string,
  fileName: string,
  limit: number,
  progress: (bytes: number) => void,
): Promise<SharedTexts> {
  const strings = new SharedTexts();
  const text = new TextCollector();
  const handler: TagHandler = {
    get listening() {
      return text.listening;
    },
    open: (tag) => text.open(tag),
    text: (bytes, from, to) => text.add(bytes, from, to),
    close: (tag) => {
      text.close(tag);
      if (tag !== TAG.si) return;
      const value = text.take();
      strings.add(value.bytes, 0, value.size);
    },
    children: (tag, bytes, at, size) => (tag === TAG.sst ? plainStrings(strings, bytes, at, size) : at),
  };
  const scanner = new TagScanner(XLSX_TAGS, handler);
  await zip.streamBytes(path, (piece, last, bytes) => {
    scanner.write(piece);
    if (strings.size > MAX_STRING_CHARS) throw decompressionBomb(fileName, path);
    progress(bytes);
    const going = strings.count < limit;
    if (last && going) scanner.end();
    return going;
  });
  return strings;
}

/**
 * Reads strings written as nearly all are: `<si><t>text</t></si>`, without entities, line ends, escapes or bytes above
 * ASCII. Answers where the first one begins that is written otherwise.
 */
function plainStrings(strings: SharedTexts, bytes: Uint8Array, from: number, size: number): number {
  let at = from;
  for (;;) {
    if (!isAt(STRING_START, bytes, at, size)) return at;
    const start = at + STRING_START.length;
    let end = start;
    for (; end < size; end++) {
      const byte = bytes[end]!;
      if (byte === LESS) break;
      if (byte >= 0x80 || byte === AMPERSAND || byte === CR || byte === UNDERSCORE) return at;
    }
    if (!isAt(STRING_END, bytes, end, size)) return at;
    strings.add(bytes, start, end);
    at = end + STRING_END.length;
  }
}

function isAt(mark: Uint8Array, bytes: Uint8Array, at: number, size: number): boolean {
  if (at + mark.length > size) return false;
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark[i]) return false;
  return true;
}

/** Gathers the text of `<t>` elements, except inside `<rPh>` (how a Japanese word is pronounced). */
export class TextCollector {
  /** Whether the text that comes now belongs to the value. */
  listening = false;
  #phonetic = 0;
  #value = new ByteText();
  #given = new ByteText();

  open(tag: number): void {
    if (tag === TAG.t) this.listening = this.#phonetic === 0;
    else if (tag === TAG.rPh) this.#phonetic++;
  }

  add(bytes: Uint8Array, from: number, to: number): void {
    if (this.listening) this.#value.add(bytes, from, to);
  }

  close(tag: number): void {
    if (tag === TAG.t) this.listening = false;
    else if (tag === TAG.rPh) this.#phonetic--;
  }

  /** The text gathered, as it is meant, and starts anew. Valid until the next one is taken. */
  take(): ByteText {
    const given = this.#value;
    this.#value = this.#given;
    this.#value.size = 0;
    this.#given = given;
    const meant = meantText(given.bytes, 0, given.size);
    if (meant) {
      given.size = 0;
      given.add(meant, 0, meant.length);
    }
    return given;
  }
}

/**
 * Text of a cell or of the list of strings as it is meant, where that differs from how it is written: characters XML
 * cannot carry are written `_x000D_`, and bytes that are no UTF-8 become U+FFFD. Null where nothing differs.
 */
export function meantText(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  let high = 0;
  let underscore = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    high |= byte;
    if (byte === UNDERSCORE) underscore = true;
  }
  if (high < 0x80 && !underscore) return null;
  const written = bytes.slice(from, to);
  const text = wellFormed(written);
  if (!underscore) return text === written ? null : text;
  return encoder.encode(unescapeControls(decoder.decode(text)));
}

/** Characters XML cannot carry are written `_x000D_`; an underscore that would read so is `_x005F_`. */
export function unescapeControls(value: string): string {
  if (!value.includes('_x')) return value;
  return value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
