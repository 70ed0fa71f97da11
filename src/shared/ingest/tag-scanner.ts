/** What wants to know of the tags of an XML part. */
export interface TagHandler {
  /** Whether the text that follows is wanted; asked before each run of text. */
  readonly listening: boolean;
  /** A start tag, by its name without prefix; its attributes are `source[from, to)`. */
  open(name: string, source: string, from: number, to: number): void;
  /** Text with entities resolved, where it is wanted; one run may come in several pieces. */
  text(piece: string): void;
  close(name: string): void;
}

const SPACE = 32;
const LESS = 60;
const SLASH = 47;
const BANG = 33;
const QUERY = 63;
const COLON = 58;
const DOUBLE = 34;
const SINGLE = 39;
const GREATER = 62;

/** The longest run of text, tag or comment; a cell holds at most 32,767 characters. */
const MAX_RUN = 16 << 20;
/** Elements inside each other; worksheets need about ten. */
const MAX_DEPTH = 256;

/**
 * Finds the tags of large XML parts of workbooks: about three times as fast as a full parser, because names and attributes
 * nobody asks for never become objects. Checks that tags are closed in order and that the document ends; document types and
 * entities declared in the document are refused, so that an entity bomb stays small. Attributes are not checked.
 * Throws `Error` for what is not well-formed. Held against a full parser by a test with random documents.
 */
export class TagScanner {
  readonly #handler: TagHandler;
  /** Names of the elements that are open. */
  readonly #open: string[] = [];
  #depth = 0;
  #rest = '';
  #started = false;
  /** Characters of the text that is being handed over. */
  #run = 0;

  constructor(handler: TagHandler) {
    this.#handler = handler;
  }

  write(piece: string): void {
    const source = this.#rest === '' ? piece : this.#rest + piece;
    const at = this.#scan(source);
    this.#rest = at === 0 ? source : source.slice(at);
    if (this.#rest.length > MAX_RUN) throw new Error('XML: a tag of more than 16 million characters');
  }

  /** To be called after the last piece. */
  end(): void {
    if (this.#depth > 0 || !this.#started || this.#rest.trim() !== '') {
      throw new Error('XML: the document ends too early');
    }
  }

  /** Goes through the source; returns where what is not complete begins. */
  #scan(source: string): number {
    let at = 0;
    for (;;) {
      const tag = source.indexOf('<', at);
      const textEnd = tag < 0 ? wholeText(source, at) : tag;
      if (textEnd > at) this.#text(source, at, textEnd);
      if (tag < 0) return textEnd;
      this.#run = 0;
      const code = source.charCodeAt(tag + 1);
      let end: number;
      if (code === SLASH) end = this.#close(source, tag);
      else if (code === BANG || code === QUERY) end = this.#special(source, tag);
      else end = this.#start(source, tag);
      if (end < 0) return tag;
      at = end;
    }
  }

  #text(source: string, from: number, to: number): void {
    if (this.#depth === 0) {
      if (source.slice(from, to).replace('\ufeff', '').trim() === '') return;
      throw new Error('XML: text outside the document');
    }
    if (!this.#handler.listening) return;
    this.#run += to - from;
    if (this.#run > MAX_RUN) throw new Error('XML: a text of more than 16 million characters');
    this.#handler.text(resolved(source.slice(from, to)));
  }

  #start(source: string, tag: number): number {
    let nameStart = tag + 1;
    let nameEnd = nameStart;
    for (; nameEnd < source.length; nameEnd++) {
      const code = source.charCodeAt(nameEnd);
      if (code <= SPACE || code === GREATER || code === SLASH) break;
      if (code === COLON) nameStart = nameEnd + 1;
      else if (code === LESS) throw new Error('XML: a tag inside a tag');
    }
    const end = source.charCodeAt(nameEnd) === GREATER ? nameEnd : endOfTag(source, nameEnd);
    if (end < 0) return -1;
    if (nameEnd === nameStart) throw new Error('XML: a tag without a name');
    if (this.#depth === 0 && this.#started) throw new Error('XML: more than one document');
    this.#started = true;
    const empty = source.charCodeAt(end - 1) === SLASH;
    const name = nameOf(source, nameStart, nameEnd);
    this.#handler.open(name, source, nameEnd, empty ? end - 1 : end);
    if (empty) this.#handler.close(name);
    else {
      if (this.#depth >= MAX_DEPTH) throw new Error('XML: nested too deeply');
      this.#open[this.#depth++] = name;
    }
    return end + 1;
  }

  #close(source: string, tag: number): number {
    const name = this.#depth > 0 ? this.#open[this.#depth - 1]! : '';
    let end = tag + 2 + name.length;
    // Most closing tags are the name and nothing else.
    if (name === '' || source.charCodeAt(end) !== GREATER || !source.startsWith(name, tag + 2)) {
      end = source.indexOf('>', tag);
      if (end < 0) return -1;
      const written = source.slice(tag + 2, end).trimEnd();
      if (name === '' || written.slice(written.lastIndexOf(':') + 1) !== name) {
        throw new Error(`XML: ${written} is closed but was not open`);
      }
    }
    this.#depth--;
    this.#handler.close(name);
    return end + 1;
  }

  /** Comments, instructions, CDATA; the end of it, or -1. */
  #special(source: string, tag: number): number {
    if (source.startsWith('<?', tag)) return after(source, '?>', tag);
    if (source.startsWith('<!--', tag)) return after(source, '-->', tag + 4);
    if (source.startsWith('<![CDATA[', tag)) {
      const end = after(source, ']]>', tag + 9);
      if (end >= 0 && this.#handler.listening) {
        this.#handler.text(source.slice(tag + 9, end - 3).replace(/\r\n?/g, '\n'));
      }
      return end;
    }
    // It may be the start of one of the above that is cut.
    if (source.length - tag < 9) return -1;
    throw new Error('XML: a document type, which workbooks do not have');
  }
}

/** Where text ends that can be handed over when no tag follows yet: before an entity or a line end that may be cut. */
function wholeText(source: string, from: number): number {
  const end = source.endsWith('\r') ? source.length - 1 : source.length;
  const entity = source.lastIndexOf('&');
  return Math.max(from, entity >= from && end - entity < 12 ? Math.min(entity, end) : end);
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Where the tag ends, quoted attribute values aside; -1 when that is not in the source. */
function endOfTag(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === DOUBLE || code === SINGLE) {
      at = source.indexOf(code === DOUBLE ? '"' : "'", at + 1);
      if (at < 0) return -1;
    } else if (code === LESS) throw new Error('XML: a tag inside a tag');
  }
  return -1;
}

/** Names of one letter are made without a new string. */
function nameOf(source: string, from: number, to: number): string {
  return to - from === 1 ? source.charAt(from) : source.slice(from, to);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text with line ends and entities as XML defines them. Throws for an entity XML does not have. */
export function resolved(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&([^;\s&]{0,10});?/g, (whole, name: string) => {
    const known = whole.endsWith(';') ? ENTITIES.get(name) : undefined;
    if (known !== undefined) return known;
    const number = whole.endsWith(';') ? /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name) : null;
    const code = number ? Number.parseInt(number[1] ?? number[2]!, number[1] ? 16 : 10) : -1;
    if (code < 0 || code > 0x10ffff) throw new Error(`XML: unknown entity ${whole}`);
    return String.fromCodePoint(code);
  });
}

/** The value of an attribute in `source[from, to)` by its name without prefix; undefined when it has none. */
export function attributeIn(source: string, from: number, to: number, name: string): string | undefined {
  for (let at = source.indexOf(name, from); at >= 0 && at < to; at = source.indexOf(name, at + 1)) {
    const before = source.charCodeAt(at - 1);
    if (before > 32 && before !== COLON) continue;
    let sign = at + name.length;
    while (source.charCodeAt(sign) <= 32) sign++;
    if (source.charAt(sign) !== '=') continue;
    sign++;
    while (source.charCodeAt(sign) <= 32) sign++;
    const quote = source.charAt(sign);
    if (quote !== '"' && quote !== "'") continue;
    return source.slice(sign + 1, source.indexOf(quote, sign + 1));
  }
  return undefined;
}
