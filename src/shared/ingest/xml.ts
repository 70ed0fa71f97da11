import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What a reader of an XML part wants to know. Names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

export type XmlAttributes = Readonly<Record<string, string>>;

/** The longest run of text one node may hold; a cell holds at most 32,767 characters. */
const MAX_TEXT = 16 << 20;

/**
 * Parses XML piece by piece. Entities declared in a document are not expanded: they are an error, so that an entity bomb
 * stays small. Throws `Error` for XML that is not well-formed.
 */
export function xmlParser(handlers: XmlHandlers): { write(text: string): void; end(): void } {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const { open, text, close } = handlers;
  if (open) parser.on('opentag', (tag: SaxesTagPlain) => open(localName(tag.name), tag.attributes));
  if (close) parser.on('closetag', (tag: SaxesTagPlain) => close(localName(tag.name)));
  if (text) {
    const take = (piece: string): void => {
      if (piece.length > MAX_TEXT) throw new Error('XML: a text of more than 16 million characters');
      text(piece);
    };
    parser.on('text', take);
    parser.on('cdata', take);
  }
  return {
    write: (piece) => {
      parser.write(piece);
    },
    end: () => {
      parser.close();
    },
  };
}

/** Parses a whole document. */
export function parseXml(document: string, handlers: XmlHandlers): void {
  const parser = xmlParser(handlers);
  parser.write(document);
  parser.end();
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its local name, whatever its prefix. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  for (const key of Object.keys(attributes)) if (localName(key) === name) return attributes[key];
  return undefined;
}
