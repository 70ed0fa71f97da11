import { grown } from '../base/grown';
import { TagNames } from './tag-names';
import { blankBytes, textWithoutEntities, withUnixLines } from './xml-text';

/** What wants to know of the tags of an XML part. Tags are told by the place of their name in the list of names asked for. */
export interface TagHandler {
  /** Whether the text that follows is wanted; asked before each run of text. */
  readonly listening: boolean;
  /** A start tag, by its name without prefix, -1 for a name nobody asked for; its attributes are `bytes[from, to)`. */
  open(tag: number, bytes: Uint8Array, from: number, to: number): void;
  /** Text with entities resolved, in UTF-8, where it is wanted; one run may come in several pieces, cut inside characters. */
  text(bytes: Uint8Array, from: number, to: number): void;
  close(tag: number): void;
  /**
   * May read whole children of an open element by itself, for speed: they begin at `bytes[at]` and must end before `size`.
   * Answers where the first one begins that it left. It must refuse whatever is not well-formed.
   */
  children(tag: number, bytes: Uint8Array, at: number, size: number): number;
}

const CR = 13;
const SPACE = 32;
const BANG = 33;
const DOUBLE = 34;
const AMPERSAND = 38;
const SINGLE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const QUERY = 63;

/** The longest run of text, tag or comment, in bytes; a cell holds at most 32,767 characters. */
const MAX_RUN = 16 << 20;
/** Elements inside each other; worksheets need about ten. */
const MAX_DEPTH = 256;
/** The longest entity that has to be understood, and a cut character, with room to spare. */
const MAX_ENTITY = 12;
const MAX_CHARACTER = 4;

const COMMENT_START = marks('<!--');
const COMMENT_END = marks('-->');
const QUERY_END = marks('?>');
const CDATA = marks('<![CDATA[');
const CDATA_END = marks(']]>');

/**
 * Finds the tags of large XML parts of workbooks, in their bytes: many times as fast as a full parser, because names and
 * attributes nobody asks for never become anything, and text becomes no string. Checks that tags are closed in order and
 * that the document ends; document types and entities declared in the document are refused, so that an entity bomb stays
 * small. Attributes are not checked. Parts are UTF-8, as the format wants it.
 * Throws `Error` for what is not well-formed. Held against a full parser by a test with random documents.
 */
export class TagScanner {
  readonly #handler: TagHandler;
  readonly #names: TagNames;
  /** The open elements: their places among the names, and their names one after the other. */
  readonly #tags = new Int16Array(MAX_DEPTH);
  readonly #nameEnds = new Int32Array(MAX_DEPTH + 1);
  #openNames = new Uint8Array(1024);
  #depth = 0;
  /** What is not complete yet lies in `[0, #size)`. */
  #bytes: Uint8Array = new Uint8Array(64);
  #size = 0;
  #started = false;
  /** Bytes of the text that is being handed over. */
  #run = 0;

  constructor(names: readonly string[], handler: TagHandler) {
    this.#names = new TagNames(names);
    this.#handler = handler;
  }

  write(piece: Uint8Array): void {
    const rest = this.#size;
    const size = rest + piece.length;
    if (size > this.#bytes.length) {
      const bigger = new Uint8Array(size + (size >> 2));
      bigger.set(this.#bytes.subarray(0, rest));
      this.#bytes = bigger;
    }
    this.#bytes.set(piece, rest);
    this.#size = size;
    const at = this.#scan();
    this.#bytes.copyWithin(0, at, size);
    this.#size = size - at;
    if (this.#size > MAX_RUN) throw new Error('XML: a tag of more than 16 million characters');
  }

  /** To be called after the last piece. */
  end(): void {
    if (this.#depth > 0 || !this.#started || !blankBytes(this.#bytes, 0, this.#size)) {
      throw new Error('XML: the document ends too early');
    }
  }

  /** Goes through what is there; returns where what is not complete begins. */
  #scan(): number {
    const bytes = this.#bytes;
    const size = this.#size;
    let at = 0;
    for (;;) {
      let tag = at;
      let plain = true;
      for (; tag < size; tag++) {
        const byte = bytes[tag]!;
        if (byte > LESS) continue;
        if (byte === LESS) break;
        if (byte === AMPERSAND || byte === CR) plain = false;
      }
      if (tag === size) {
        const end = this.#wholeText(at);
        if (end > at) this.#text(at, end, plain);
        return end;
      }
      if (tag > at) this.#text(at, tag, plain);
      this.#run = 0;
      const code = tag + 1 < size ? bytes[tag + 1]! : 0;
      let end: number;
      if (code === SLASH) end = this.#close(tag);
      else if (code === BANG || code === QUERY) end = this.#special(tag);
      else end = this.#start(tag);
      if (end < 0) return tag;
      at = end;
    }
  }

  #text(from: number, to: number, plain: boolean): void {
    if (this.#depth === 0) {
      if (blankBytes(this.#bytes, from, to)) return;
      throw new Error('XML: text outside the document');
    }
    if (!this.#handler.listening) return;
    this.#run += to - from;
    if (this.#run > MAX_RUN) throw new Error('XML: a text of more than 16 million characters');
    if (plain) this.#handler.text(this.#bytes, from, to);
    else {
      const text = textWithoutEntities(this.#bytes.subarray(from, to));
      this.#handler.text(text, 0, text.length);
    }
  }

  /** Where text ends that can be handed over when no tag follows yet: before what may be cut. */
  #wholeText(from: number): number {
    const bytes = this.#bytes;
    const size = this.#size;
    let end = size;
    if (end > from && bytes[end - 1] === CR) end--;
    while (end > from && size - end < MAX_CHARACTER && bytes[end - 1]! >= 0x80) end--;
    for (let at = end - 1; at >= from && size - at < MAX_ENTITY; at--) {
      if (bytes[at] === AMPERSAND) return at;
    }
    return end;
  }

  #start(tag: number): number {
    const bytes = this.#bytes;
    const size = this.#size;
    let nameStart = tag + 1;
    let nameEnd = nameStart;
    for (; nameEnd < size; nameEnd++) {
      const byte = bytes[nameEnd]!;
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
      if (byte === COLON) nameStart = nameEnd + 1;
      else if (byte === LESS) throw new Error('XML: a tag inside a tag');
    }
    const end = bytes[nameEnd] === GREATER && nameEnd < size ? nameEnd : this.#endOfTag(nameEnd);
    if (end < 0) return -1;
    if (nameEnd === nameStart) throw new Error('XML: a tag without a name');
    if (this.#depth === 0 && this.#started) throw new Error('XML: more than one document');
    this.#started = true;
    const empty = bytes[end - 1] === SLASH;
    const place = this.#names.placeOf(bytes, nameStart, nameEnd);
    this.#handler.open(place, bytes, nameEnd, empty ? end - 1 : end);
    if (empty) {
      this.#handler.close(place);
      return end + 1;
    }
    this.#push(place, nameStart, nameEnd);
    return this.#handler.children(place, bytes, end + 1, size);
  }

  #push(place: number, from: number, to: number): void {
    if (this.#depth >= MAX_DEPTH) throw new Error('XML: nested too deeply');
    const start = this.#nameEnds[this.#depth]!;
    const end = start + to - from;
    if (end > this.#openNames.length) this.#openNames = grown(this.#openNames, end);
    for (let i = start, at = from; at < to; i++, at++) this.#openNames[i] = this.#bytes[at]!;
    this.#tags[this.#depth++] = place;
    this.#nameEnds[this.#depth] = end;
  }

  #close(tag: number): number {
    const bytes = this.#bytes;
    const size = this.#size;
    let nameStart = tag + 2;
    let at = nameStart;
    for (; at < size; at++) {
      const byte = bytes[at]!;
      if (byte <= SPACE || byte === GREATER) break;
      if (byte === COLON) nameStart = at + 1;
    }
    const nameEnd = at;
    while (at < size && bytes[at]! <= SPACE) at++;
    if (at === size) return -1;
    if (bytes[at] !== GREATER || !this.#isOpen(nameStart, nameEnd)) {
      const written = new TextDecoder().decode(bytes.slice(tag + 2, nameEnd));
      throw new Error(`XML: ${written} is closed but was not open`);
    }
    this.#depth--;
    this.#handler.close(this.#tags[this.#depth]!);
    if (this.#depth === 0) return at + 1;
    return this.#handler.children(this.#tags[this.#depth - 1]!, bytes, at + 1, size);
  }

  /** Is this the name of the element opened last? */
  #isOpen(from: number, to: number): boolean {
    if (this.#depth === 0) return false;
    const start = this.#nameEnds[this.#depth - 1]!;
    if (this.#nameEnds[this.#depth]! - start !== to - from) return false;
    for (let i = start, at = from; at < to; i++, at++) {
      if (this.#openNames[i] !== this.#bytes[at]) return false;
    }
    return true;
  }

  /** Where the tag ends, quoted attribute values aside; -1 when that is not there yet. */
  #endOfTag(from: number): number {
    const bytes = this.#bytes;
    const size = this.#size;
    for (let at = from; at < size; at++) {
      const byte = bytes[at]!;
      if (byte > GREATER) continue;
      if (byte === GREATER) return at;
      if (byte === DOUBLE || byte === SINGLE) {
        at++;
        while (at < size && bytes[at] !== byte) at++;
        if (at === size) return -1;
      } else if (byte === LESS) throw new Error('XML: a tag inside a tag');
    }
    return -1;
  }

  /** Comments, instructions, CDATA; the end of it, or -1. */
  #special(tag: number): number {
    if (this.#bytes[tag + 1] === QUERY) return this.#after(QUERY_END, tag + 2);
    if (this.#isAt(COMMENT_START, tag)) return this.#after(COMMENT_END, tag + 4);
    if (this.#isAt(CDATA, tag)) {
      const end = this.#after(CDATA_END, tag + CDATA.length);
      if (end >= 0 && this.#handler.listening) {
        const text = withUnixLines(this.#bytes.subarray(tag + CDATA.length, end - CDATA_END.length));
        this.#handler.text(text, 0, text.length);
      }
      return end;
    }
    // It may be the start of one of the above that is cut.
    if (this.#size - tag < CDATA.length) return -1;
    throw new Error('XML: a document type, which workbooks do not have');
  }

  /** Where what follows the mark starts, looked for from `from` on; -1 when it is not there yet. */
  #after(mark: Uint8Array, from: number): number {
    for (let at = from; at + mark.length <= this.#size; at++) {
      if (this.#bytes[at] === mark[0] && this.#isAt(mark, at)) return at + mark.length;
    }
    return -1;
  }

  #isAt(mark: Uint8Array, at: number): boolean {
    if (at + mark.length > this.#size) return false;
    for (let i = 0; i < mark.length; i++) if (this.#bytes[at + i] !== mark[i]) return false;
    return true;
  }
}

function marks(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
