import { checkUtf8 } from './utf8-check';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

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

/** The same for text in UTF-8. */
export function textWithoutEntities(bytes: Uint8Array): Uint8Array {
  return encoder.encode(resolved(decoder.decode(bytes)));
}

/** Text in UTF-8 with the line ends XML defines. */
export function withUnixLines(bytes: Uint8Array): Uint8Array {
  return bytes.includes(13) ? encoder.encode(decoder.decode(bytes).replace(/\r\n?/g, '\n')) : bytes;
}

/** The bytes as they are when they are UTF-8; else with U+FFFD for what is not. */
export function wellFormed(bytes: Uint8Array): Uint8Array {
  const { valid, end } = checkUtf8(bytes);
  return valid && end === bytes.length ? bytes : encoder.encode(decoder.decode(bytes));
}

/** Nothing but blanks, and perhaps a byte order mark? */
export function blankBytes(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte <= 32) continue;
    if (byte !== 0xef || bytes[at + 1] !== 0xbb || bytes[at + 2] !== 0xbf || at + 3 > to) return false;
    at += 2;
  }
  return true;
}

/** The value of an attribute in `bytes[from, to)` by its name without prefix; undefined when it has none. */
export function attributeIn(bytes: Uint8Array, from: number, to: number, name: string): string | undefined {
  const source = decoder.decode(bytes.subarray(from, to));
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    const before = source.charAt(at - 1);
    if (before > ' ' && before !== ':') continue;
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(source.slice(at + name.length));
    if (match) return match[1] ?? match[2];
  }
  return undefined;
}
