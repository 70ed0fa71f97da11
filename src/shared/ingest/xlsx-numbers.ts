import { ByteDictionary } from '../table/byte-dictionary';
import { type NumberFormat, type ShownCell, shownNumber } from './number-format';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Formatted numbers remembered per format; dates come again and again. */
const REMEMBERED = 1 << 16;
/** Digits, point and sign of a number that spreadsheets keep whole. */
const MOST_SIGNS = 15;

/** A whole number with more digits than a number can hold: it names something, and the file has all of them. */
const LONG_NUMBER = /^-?[1-9]\d{15,}$/;

/** A number as it is shown, and the same in UTF-8. */
export interface ShownNumber extends ShownCell {
  readonly bytes: Uint8Array;
}

/** What the numbers of a workbook look like under their formats. */
export class XlsxNumbers {
  readonly #date1904: boolean;
  readonly #known = new Map<NumberFormat, Known>();

  constructor(date1904: boolean) {
    this.#date1904 = date1904;
  }

  /** The number `bytes[from, to)` as it is shown, as the same text where it is none. */
  shown(format: NumberFormat, bytes: Uint8Array, from: number, to: number): ShownNumber {
    let known = this.#known.get(format);
    if (!known || known.values.size > REMEMBERED) {
      known = { values: new ByteDictionary(), shown: [] };
      this.#known.set(format, known);
    }
    const code = known.values.encode(bytes, from, to);
    const before = known.shown[code - 1];
    if (before) return before;
    const now = this.#make(format, decoder.decode(bytes.subarray(from, to)));
    known.shown.push(now);
    return now;
  }

  #make(format: NumberFormat, value: string): ShownNumber {
    const number = Number(value);
    const isAsWritten =
      !Number.isFinite(number) ||
      value.trim() === '' ||
      (LONG_NUMBER.test(value) && (format.kind === 'plain' || format.kind === 'rounded'));
    const shown = isAsWritten ? { text: value, held: null } : shownNumber(number, format, this.#date1904);
    return { ...shown, bytes: encoder.encode(shown.text) };
  }
}

interface Known {
  readonly values: ByteDictionary;
  /** By the code of the number less one. */
  readonly shown: ShownNumber[];
}

/** Is the number as the file holds it the one that is shown? */
export function isItsOwnText(format: NumberFormat, bytes: Uint8Array, from: number, to: number): boolean {
  if (format.kind !== 'plain' && format.kind !== 'rounded') return false;
  const decimals = decimalsOf(bytes, from, to);
  return decimals >= 0 && (format.kind === 'plain' || decimals <= format.decimals);
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Decimals of a number written as people write it (`0`, `-12`, `0.25`), without needless zeros; -1 for any other. */
function decimalsOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > MOST_SIGNS) return -1;
  const negative = bytes[from] === MINUS;
  const start = negative ? from + 1 : from;
  let at = start;
  while (at < to && isDigit(bytes[at]!)) at++;
  if (at === start || (bytes[start] === ZERO && at > start + 1)) return -1;
  if (at === to) return negative && bytes[start] === ZERO ? -1 : 0;
  if (bytes[at] !== POINT) return -1;
  const point = at++;
  while (at < to && isDigit(bytes[at]!)) at++;
  return at === to && at > point + 1 && bytes[at - 1] !== ZERO ? to - point - 1 : -1;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 57;
}
