import { TagScanner } from '@shared/ingest/tag-scanner';
import { localName, xmlParser } from '@shared/ingest/xml';
import { attributeIn, resolved, wellFormed } from '@shared/ingest/xml-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Some of the names that occur are asked for, others are not. */
const NAMES = ['c', 'v', 'row', 'root', 'sheetData', 'a', 'b'];

/** What a handler hears of a document that comes in pieces of so many bytes; the message where it ends in an error. */
function heard(document: string, size: number): string[] | string {
  const events: string[] = [];
  let pieces: number[] = [];
  const text = (): void => {
    if (pieces.length > 0) events.push(`text ${new TextDecoder().decode(Uint8Array.from(pieces))}`);
    pieces = [];
  };
  const tell = (event: string): void => {
    text();
    events.push(event);
  };
  const scanner = new TagScanner(NAMES, {
    listening: true,
    open: (tag) => tell(`open ${NAMES[tag] ?? '?'}`),
    text: (bytes, from, to) => {
      pieces.push(...bytes.subarray(from, to));
    },
    close: (tag) => tell(`close ${NAMES[tag] ?? '?'}`),
    children: (_tag, _bytes, at) => at,
  });
  const bytes = new TextEncoder().encode(document);
  try {
    for (let at = 0; at < bytes.length; at += size) scanner.write(bytes.subarray(at, at + size));
    scanner.end();
  } catch (cause) {
    return String(cause);
  }
  text();
  return events.filter((event) => event.slice(5).trim() !== '' || !event.startsWith('text '));
}

/** The same by a full parser. */
function parsed(document: string): string[] {
  const events: string[] = [];
  const parser = xmlParser({
    open: (name) => events.push(`open ${known(name)}`),
    text: (piece) => {
      const last = events.at(-1);
      if (last?.startsWith('text ')) events[events.length - 1] = last + piece;
      else events.push(`text ${piece}`);
    },
    close: (name) => events.push(`close ${known(name)}`),
  });
  parser.write(document);
  parser.end();
  return events.filter((event) => event.slice(5).trim() !== '' || !event.startsWith('text '));
}

function known(name: string): string {
  return NAMES.includes(localName(name)) ? localName(name) : '?';
}

const name = fc.constantFrom('c', 'v', 'row', 'is', 't', 'x:c', 'sheetData', 'a-b');
const value = fc.constantFrom('1', 'A1', '', 'a > b', "it's", 'x/y', 'ü', '&amp;&#65;');
const content = fc.constantFrom(
  '12',
  ' a ',
  'ü&lt;&#x41;',
  'a\r\nb',
  '<![CDATA[<x> & ]]>',
  '<!-- > -->',
  '<?pi ?>',
  '>',
);
const node: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    content,
    fc
      .tuple(
        name,
        fc.uniqueArray(fc.tuple(fc.constantFrom('r', 's', 't', 'x:id'), value), {
          selector: ([key]) => key,
          maxLength: 3,
        }),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.boolean(),
      )
      .map(([tag, attributes, children, spaced]) => {
        const list = attributes.map(([key, text]) => ` ${key}="${text}"`).join('');
        const gap = spaced ? ' ' : '';
        return children.length === 0
          ? `<${tag}${list}${gap}/>`
          : `<${tag}${list}${gap}>${children.join('')}</${tag}${gap}>`;
      }),
  ),
})).node;

describe('the tag scanner', () => {
  it('hears what a full parser hears, however the document is cut', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (nodes, size) => {
        const document = `<?xml version="1.0"?><root>${nodes.join('')}</root>`;
        expect(heard(document, size)).toEqual(parsed(document));
      }),
      { numRuns: 400 },
    );
  });

  it('neither crashes nor hangs on any text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '&',
      ';',
      '!--',
      '-->',
      'c',
      ' ',
      '=',
      '<![CDATA[',
      ']]>',
      '?',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
        heard(pieces.join(''), size);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', /document type/],
    ['an unknown entity', '<a>&x;</a>', /unknown entity/],
    ['an end that is missing', '<a><b></b>', /ends too early/],
    ['an end inside a tag', '<a><b r="1', /ends too early/],
    ['tags that cross', '<a><b></a></b>', /was not open/],
    ['two documents', '<a/><b/>', /more than one document/],
    ['text outside', 'nothing of a sheet <a/>', /outside the document/],
  ])('refuses %s', (_, document, message) => {
    expect(heard(document, 7)).toMatch(message);
  });

  it('resolves entities and line ends', () => {
    expect(resolved('a &lt;b&gt; &quot;&apos;&amp;&#8364;&#x20ac;\r\n\r')).toBe('a <b> "\'&€€\n\n');
  });

  it('finds an attribute by its name without prefix, however it is quoted', () => {
    const bytes = new TextEncoder().encode(' x:ref = "A1:B2" r=\'C3\' xr="D4"');
    const found = (name: string) => attributeIn(bytes, 0, bytes.length, name);
    expect([found('ref'), found('r'), found('xr'), found('s')]).toEqual(['A1:B2', 'C3', 'D4', undefined]);
  });

  it('replaces bytes that are no UTF-8', () => {
    const bytes = Uint8Array.from([0x41, 0xff, 0xc3, 0xa4, 0xc3]);
    expect(new TextDecoder().decode(wellFormed(bytes))).toBe('A\ufffdä\ufffd');
  });
});
