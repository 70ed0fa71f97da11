import type { ColumnGuess, ColumnType, DateOrder } from '../ingest/types';
import { countCodes } from '../table/column';
import { compareText } from '../table/rank';
import type { Column } from '../table/types';
import { dayNumber } from './calendar';
import { type CountedMask, MaskCounter } from './mask-counter';
import { isPlaceholder } from './placeholders';
import { foldText, round4 } from './text';
import type { ValueCount } from './types';
import { HAS, ValueScan } from './value-scan';
import { canonicalNumber, parseDate } from './values';

/** No day or number under this code. */
export const NO_NUMBER = Number.NaN;

/** Everything measured on the distinct values of one column; arrays run over codes. */
export interface ColumnFacts {
  readonly column: Column;
  readonly type: ColumnType;
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',';
  /** Rows per code. */
  readonly counts: Uint32Array;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** What is in each value, as bits of `HAS`. */
  readonly has: Uint8Array;
  /** 1 where the value is a word for "nothing". */
  readonly placeholder: Uint8Array;
  readonly placeholderRows: number;
  /** The narrowest type of each value, an index into `TYPES`; 0 for the empty one. */
  readonly types: Uint8Array;
  /** The number, or the day since 1970-01-01 of a date column, per code; NaN where there is none. */
  readonly numeric: Float64Array;
  readonly typeMix: Readonly<Partial<Record<ColumnType, number>>>;
  /** Different masks there are, at most `MOST_MASKS`. */
  readonly masks: number;
  /** The mask of each value, by its number in `patterns`; `NO_MASK` where it was not counted. */
  readonly maskOf: Uint16Array;
  readonly patterns: readonly CountedMask[];
  readonly top: readonly ValueCount[];
  readonly minLength: number;
  readonly maxLength: number;
  /** Rows per length of the value; the last place counts all longer ones. */
  readonly lengths: Uint32Array;
  /** The length of each value, at most `LONGEST_COUNTED`. */
  readonly lengthOf: Uint16Array;
}

/** Types by their number in `ColumnFacts.types`. */
export const TYPES: readonly ColumnType[] = [
  'empty',
  'text',
  'integer',
  'number',
  'date',
  'datetime',
  'boolean',
];
const TEXT = 1;
const INTEGER = 2;
const NUMBER = 3;
const DATE = 4;
const DATETIME = 5;
const BOOLEAN = 6;

const PATTERNS_SHOWN = 12;
const TOP_SHOWN = 20;
/** Lengths counted one by one. */
export const LONGEST_COUNTED = 4_000;

const scan = new ValueScan();
const maskCounter = new MaskCounter();

/** One pass over the distinct values of a column: linear in rows plus distinct values, about 0.2 µs each. */
export function columnFacts(column: Column, guess: ColumnGuess): ColumnFacts {
  const counts = countCodes(column);
  const size = counts.length;
  const decimal = guess.decimalComma ? ',' : '.';
  const has = new Uint8Array(size);
  const placeholder = new Uint8Array(size);
  const types = new Uint8Array(size);
  const maskOf = new Uint16Array(size);
  const lengthOf = new Uint16Array(size);
  const numeric = new Float64Array(size).fill(NO_NUMBER);
  const isDateColumn = guess.type === 'date' || guess.type === 'datetime';
  const order = guess.dateOrder ?? 'YMD';
  const mix = new Float64Array(TYPES.length);
  const lengths = new Uint32Array(LONGEST_COUNTED + 1);
  let distinct = 0;
  let filled = 0;
  let placeholderRows = 0;
  let minLength = Number.POSITIVE_INFINITY;
  let maxLength = 0;
  for (let code = 1; code < size; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    const value = column.values[code]!;
    const length = value.length;
    distinct++;
    filled += count;
    if (length < minLength) minLength = length;
    if (length > maxLength) maxLength = length;
    lengthOf[code] = length < LONGEST_COUNTED ? length : LONGEST_COUNTED;
    lengths[lengthOf[code]!]! += count;
    scan.scan(value);
    has[code] = scan.flags;
    maskOf[code] = maskCounter.add(scan, code, count);
    if ((scan.flags & HAS.content) === 0 && isPlaceholder(value)) {
      placeholder[code] = 1;
      placeholderRows += count;
      types[code] = TEXT;
      mix[TEXT]! += count;
      continue;
    }
    const type = typeOf(value, decimal, order, numeric, code);
    types[code] = type;
    mix[type]! += count;
    if (!isDateColumn) continue;
    numeric[code] = NO_NUMBER;
    if (type !== DATE && type !== DATETIME) continue;
    const iso = parseDate(value, order);
    if (iso !== null) numeric[code] = dayNumber(iso);
  }
  const { masks, top: patterns } = maskCounter.take(column, PATTERNS_SHOWN);
  return {
    column,
    type: filled === 0 ? 'empty' : guess.type,
    dateOrder: guess.dateOrder,
    decimal,
    counts,
    rows: column.codes.length,
    filled,
    distinct,
    has,
    placeholder,
    placeholderRows,
    types,
    numeric,
    typeMix: mixOf(mix, filled),
    masks,
    maskOf,
    patterns,
    top: topValues(column, counts, TOP_SHOWN),
    minLength: filled === 0 ? 0 : minLength,
    maxLength,
    lengths,
    lengthOf,
  };
}

function mixOf(rows: Float64Array, filled: number): Readonly<Partial<Record<ColumnType, number>>> {
  const mix: Partial<Record<ColumnType, number>> = {};
  for (const [type, count] of rows.entries())
    if (count > 0) mix[TYPES[type] ?? 'text'] = round4(count / filled);
  return mix;
}

const YES_NO = new Set([
  'true',
  'false',
  'yes',
  'no',
  'y',
  'n',
  'ja',
  'nein',
  'oui',
  'non',
  'si',
  'wahr',
  'falsch',
]);
/** Digits with a leading zero. */
const CODE = /^0\d+$/;
const COMPACT_DAY = /^(?:19|20)\d{6}$/;
const MAY_BE_DATE =
  /^(?=.{6,40}$)(?:\p{L}{2,12},? )?(?:\d{1,4}(?:[-/. 年년]|\p{L}).*\d|\p{L}{3,12}\.? .*\d{4})|^\d{8}$/u;
const FOREIGN_DIGIT = /\p{Nd}/u;
const LONGEST_TYPED = 80;

/**
 * The narrowest type the value scanned last has by itself, as its number in `TYPES`; a number is left in `numeric`.
 * Digits with a leading zero are text: they are codes, not amounts.
 */
function typeOf(
  value: string,
  decimal: '.' | ',',
  order: DateOrder,
  numeric: Float64Array,
  code: number,
): number {
  if (value.length > LONGEST_TYPED || CODE.test(value)) return TEXT;
  const { flags } = scan;
  const digits = (flags & HAS.digit) !== 0;
  const foreignDigits = (flags & HAS.foreign) !== 0 && !digits && FOREIGN_DIGIT.test(value);
  if ((digits || foreignDigits) && (flags & (HAS.wordy | HAS.badGroup)) === 0 && hasNumberEnds(value)) {
    const number = canonicalNumber(value, decimal);
    if (number !== null && !(order === 'YMD' && COMPACT_DAY.test(value) && parseDate(value, order))) {
      numeric[code] = Number(number);
      return number.includes('.') ? NUMBER : INTEGER;
    }
  }
  if ((foreignDigits || mayBeDate(flags)) && MAY_BE_DATE.test(value) && parseDate(value, order) !== null)
    return value.includes(':') ? DATETIME : DATE;
  return value.length <= 6 && YES_NO.has(foldText(value)) ? BOOLEAN : TEXT;
}

/** Letters at an end of a number are a currency: `EUR 12`, `12 kr`; before a sign (`US$`) the parser looks. */
const CURRENCY_ENDS: ReadonlySet<string> = new Set(
  'eur usd gbp jpy krw cny sek nok dkk pln chf czk huf cad aud nzd brl mxn inr sgd hkd zar try rub kr fr rs'.split(
    ' ',
  ),
);

/** False for ASCII text that begins or ends with letters that are no currency: `K-1000`, `12b`. */
function hasNumberEnds(value: string): boolean {
  let start = 0;
  while (isLetter(value.charCodeAt(start))) start++;
  if (start > 0) {
    const after = value.charCodeAt(start);
    if (
      start > 3 ||
      !(after === 36 || after >= 128 || CURRENCY_ENDS.has(value.slice(0, start).toLowerCase()))
    )
      return false;
  }
  let end = value.length;
  while (end > 0 && isLetter(value.charCodeAt(end - 1))) end--;
  if (end === value.length) return true;
  const before = value.charCodeAt(end - 1);
  return before >= 128 || CURRENCY_ENDS.has(value.slice(end).toLowerCase());
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** A date has two runs of digits or one of eight, none longer than four but in fractions of a second. */
function mayBeDate(flags: number): boolean {
  if ((flags & HAS.at) !== 0) return false;
  if (scan.runs < 2) return scan.longestRun === 8;
  return scan.longestRun <= 4 || (flags & HAS.colon) !== 0;
}

/** The most frequent filled values, ties by code units; keeps a short list so that a million values cost one pass. */
export function topValues(column: Column, counts: Uint32Array, limit: number): ValueCount[] {
  const order = (a: ValueCount, b: ValueCount): number => b.count - a.count || compareText(a.value, b.value);
  let best: ValueCount[] = [];
  let worst: ValueCount | undefined;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0 || (worst && count < worst.count)) continue;
    const value = column.values[code]!;
    if (worst && count === worst.count && compareText(value, worst.value) > 0) continue;
    best.push({ value, count });
    if (best.length >= limit * 4) {
      best = best.sort(order).slice(0, limit);
      worst = best.at(-1);
    }
  }
  return best.sort(order).slice(0, limit);
}
