import { decompressionBomb } from './errors';
import { MAX_STRING_CHARS } from './limits';
import { type TagHandler, TagScanner } from './tag-scanner';
import type { ZipPackage } from './zip-package';

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
): Promise<string[]> {
  const strings: string[] = [];
  const text = new TextCollector();
  let characters = 0;
  const handler: TagHandler = {
    get listening() {
      return text.listening;
    },
    open: (name) => text.open(name),
    text: (piece) => text.add(piece),
    close: (name) => {
      text.close(name);
      if (name !== 'si') return;
      const value = text.take();
      characters += value.length;
      if (characters > MAX_STRING_CHARS) throw decompressionBomb(fileName, path);
      strings.push(value);
    },
  };
  const scanner = new TagScanner(handler);
  await zip.stream(path, (piece, last, bytes) => {
    scanner.write(piece);
    progress(bytes);
    const going = strings.length < limit;
    if (last && going) scanner.end();
    return going;
  });
  return strings;
}

/** Gathers the text of `<t>` elements, except inside `<rPh>` (how a Japanese word is pronounced). */
export class TextCollector {
  /** Whether the text that comes now belongs to the value. */
  listening = false;
  #phonetic = 0;
  #value = '';

  open(name: string): void {
    if (name === 't') this.listening = this.#phonetic === 0;
    else if (name === 'rPh') this.#phonetic++;
  }

  add(piece: string): void {
    if (this.listening) this.#value = this.#value === '' ? piece : this.#value + piece;
  }

  close(name: string): void {
    if (name === 't') this.listening = false;
    else if (name === 'rPh') this.#phonetic--;
  }

  /** The text gathered, and starts anew. */
  take(): string {
    const value = this.#value;
    this.#value = '';
    return unescapeControls(value);
  }
}

/** Characters XML cannot carry are written `_x000D_`; an underscore that would read so is `_x005F_`. */
export function unescapeControls(value: string): string {
  if (!value.includes('_x')) return value;
  return value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
