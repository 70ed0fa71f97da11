import { HeldBackRow } from './held-back';
import { MAX_COLUMNS } from './limits';
import { type NumberFormat, type ShownCell, shownNumber } from './number-format';
import type { SharedKeys } from './workbook';
import type { RawCell } from './xlsx-sheet';
import { unescapeControls } from './xlsx-strings';

const PLAIN: NumberFormat = { kind: 'plain' };
/** A number of at most 15 digits that already is its own text. */
const PLAIN_NUMBER = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;
/** Formatted numbers remembered per format; dates come again and again. */
const REMEMBERED = 1 << 16;

/** Makes texts of the cells of a sheet: shared strings, numbers under their formats, ISO dates. */
export class CellTexts {
  readonly #formats: readonly NumberFormat[];
  readonly #shared: readonly string[];
  readonly #date1904: boolean;
  readonly #known = new Map<NumberFormat, Map<string, ShownCell>>();
  readonly #texts: string[] = [];
  readonly #keys: number[] = [];
  /** Of the row asked for last: the cells that hold more than they show. */
  readonly held = new HeldBackRow();
  /** Of the row asked for last. */
  readonly keys: SharedKeys;

  constructor(formats: readonly NumberFormat[], shared: readonly string[], date1904: boolean) {
    this.#formats = formats;
    this.#shared = shared;
    this.#date1904 = date1904;
    this.keys = { of: this.#keys, count: shared.length };
  }

  /** The texts of a row's cells from column A on; the list is used again for the next row. */
  of(cells: readonly RawCell[]): readonly string[] {
    const texts = this.#texts;
    const keys = this.#keys;
    texts.length = 0;
    keys.length = 0;
    this.held.clear();
    for (const cell of cells) {
      while (texts.length < cell.column && texts.length < MAX_COLUMNS) {
        texts.push('');
        keys.push(-1);
      }
      if (cell.type === 's') {
        const key = Number(cell.value);
        const text = this.#shared[key];
        texts[cell.column] = text ?? '';
        keys[cell.column] = text === undefined ? -1 : key;
      } else {
        texts[cell.column] = this.#textOf(cell);
        keys[cell.column] = -1;
      }
    }
    return texts;
  }

  #textOf({ column, type, style, value }: RawCell): string {
    switch (type) {
      case 'str':
        return unescapeControls(value);
      case 'inlineStr':
      case 'e':
        return value;
      case 'b':
        return value.trim() === '0' ? 'FALSE' : 'TRUE';
      case 'd':
        return isoText(value);
      default:
        return this.#numberText(column, this.#formats[style] ?? PLAIN, value);
    }
  }

  #numberText(column: number, format: NumberFormat, value: string): string {
    if (isItsOwnText(format, value)) return value;
    let known = this.#known.get(format);
    if (!known) {
      known = new Map();
      this.#known.set(format, known);
    }
    let shown = known.get(value);
    if (shown === undefined) {
      shown = this.#shown(format, value);
      if (known.size < REMEMBERED) known.set(value, shown);
    }
    return this.held.take(column, shown);
  }

  #shown(format: NumberFormat, value: string): ShownCell {
    const number = Number(value);
    return Number.isFinite(number) && value.trim() !== ''
      ? shownNumber(number, format, this.#date1904)
      : { text: value, held: null };
  }
}

/** Is the number as the file holds it the one that is shown? */
function isItsOwnText(format: NumberFormat, value: string): boolean {
  if (value.length >= 16) return false;
  if (format.kind === 'plain') return PLAIN_NUMBER.test(value);
  if (format.kind !== 'rounded' || !PLAIN_NUMBER.test(value)) return false;
  const point = value.indexOf('.');
  return point < 0 || value.length - point - 1 <= format.decimals;
}

/** `2021-03-04T00:00:00.000` as `2021-03-04`, with ` HH:mm:ss` when the time is not midnight. */
function isoText(value: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(value.trim());
  if (!match) return value;
  const time = match[2] ?? '';
  return time === '' || /^00:00(?::00)?$/.test(time) ? match[1]! : `${match[1]} ${time.padEnd(8, ':00')}`;
}
