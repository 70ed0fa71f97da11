import { checkCancelled, type TaskContext } from '../base/progress';
import { decompressionBomb } from './errors';
import { MAX_STRING_CHARS } from './limits';
import { xmlParser } from './xml';
import type { ZipPackage } from './zip-package';

/**
 * The shared strings of a workbook, the first `limit` of them. Rich text is joined, phonetic readings are left out.
 * Reports how many it has and obeys cancel at every piece of the file.
 */
export async function readSharedStrings(
  zip: ZipPackage,
  path: string,
  fileName: string,
  limit: number,
  task: TaskContext,
): Promise<string[]> {
  const strings: string[] = [];
  const text = new TextCollector();
  let characters = 0;
  const parser = xmlParser({
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
  });
  await zip.stream(path, (piece, last) => {
    checkCancelled(task);
    parser.write(piece);
    task.report({ label: `Reading the texts of ${fileName}`, done: strings.length, total: 0 });
    if (last) parser.end();
    return strings.length < limit;
  });
  return strings;
}

/** Gathers the text of `<t>` elements, except inside `<rPh>` (how a Japanese word is pronounced). */
export class TextCollector {
  #inText = false;
  #phonetic = 0;
  #value = '';

  open(name: string): void {
    if (name === 't') this.#inText = this.#phonetic === 0;
    else if (name === 'rPh') this.#phonetic++;
  }

  add(piece: string): void {
    if (this.#inText) this.#value += piece;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
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
