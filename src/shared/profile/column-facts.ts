import { runSteps } from '../base/steps';
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
import { ValueUnits } from './value-units';
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

/** Values measured between two steps: less than a tenth of a second. */
const STEP = 1 << 17;

/** One pass over the distinct values of a column: linear in rows plus distinct values, about 0.2 µs each. */
export function columnFacts(column: Column, guess: ColumnGuess): ColumnFacts {
  return runSteps(measureColumn(column, guess));
}

/** The same in steps of some tens of milliseconds; what it yields is how many values it looked at. */
export function* measureColumn(column: Column, guess: ColumnGuess): Generator<number, ColumnFacts> {
  const measure = new ColumnMeasure(column, guess);
  yield column.codes.length;
  for (let from = 1; from < column.values.length; ) {
    const to = measure.measure(from, STEP);
    yield to - from;
    from = to;
  }
  return measure.finish();
}

/** The facts of a column while its values are looked at. */
class ColumnMeasure {
  readonly #column: Column;
  readonly #guess: ColumnGuess;
  readonly #counts: Uint32Array;
  readonly #has: Uint8Array;
  readonly #placeholder: Uint8Array;
  readonly #types: Uint8Array;
  readonly #maskOf: Uint16Array;
  readonly #lengthOf: Uint16Array;
  readonly #numeric: Float64Array;
  readonly #mix = new Float64Array(TYPES.length);
  readonly #lengths = new Uint32Array(LONGEST_COUNTED + 1);
  readonly #units = new ValueUnits();
  readonly #masks = new MaskCounter();
  #distinct = 0;
  #filled = 0;
  #placeholderRows = 0;
  #minLength = Number.POSITIVE_INFINITY;
  #maxLength = 0;

  constructor(column: Column, guess: ColumnGuess) {
    this.#column = column;
    this.#guess = guess;
    this.#counts = countCodes(column);
    const size = this.#counts.length;
    this.#has = new Uint8Array(size);
    this.#placeholder = new Uint8Array(size);
    this.#types = new Uint8Array(size);
    this.#maskOf = new Uint16Array(size);
    this.#lengthOf = new Uint16Array(size);
    this.#numeric = new Float64Array(size).fill(NO_NUMBER);
  }

  /** Looks at the values from a code on, about so many; answers the code that comes next. */
  measure(from: number, values: number): number {
    const end = Math.min(this.#column.values.length, from + values);
    let at = from;
    while (at < end) {
      const to = this.#units.load(this.#column.values, at);
      this.#measureLoaded(at, to);
      at = to;
    }
    return at;
  }

  #measureLoaded(from: number, to: number): void {
    const { values } = this.#column;
    const { units, ascii } = this.#units;
    const counts = this.#counts;
    const isDate = this.#guess.type === 'date' || this.#guess.type === 'datetime';
    const order = this.#guess.dateOrder ?? 'YMD';
    const decimal = this.#guess.decimalComma ? ',' : '.';
    let start = 0;
    let end = 0;
    for (let code = from; code < to; code++) {
      const value = values[code]!;
      const length = value.length;
      start = end;
      end += length;
      const count = counts[code]!;
      if (count === 0) continue;
      this.#countLength(code, length, count);
      if (ascii) scan.scan(units, start, end);
      else scan.scanAny(units, start, end);
      this.#has[code] = scan.flags;
      this.#maskOf[code] = this.#masks.add(scan, code, count);
      if ((scan.flags & HAS.content) === 0 && isPlaceholder(value)) {
        this.#placeholder[code] = 1;
        this.#placeholderRows += count;
        this.#types[code] = TEXT;
        this.#mix[TEXT]! += count;
        continue;
      }
      // Eight digits may be a day.
      const plain =
        decimal === '.' && (length !== 8 || order !== 'YMD') ? plainNumber(units, start, end) : -1;
      let type = scan.runs === 1 ? INTEGER : NUMBER;
      if (plain >= 0) this.#numeric[code] = plain;
      else type = typeOf(value, decimal, order, this.#numeric, code);
      this.#types[code] = type;
      this.#mix[type]! += count;
      if (isDate) this.#numeric[code] = type === DATE || type === DATETIME ? dayOf(value, order) : NO_NUMBER;
    }
  }

  #countLength(code: number, length: number, count: number): void {
    this.#distinct++;
    this.#filled += count;
    if (length < this.#minLength) this.#minLength = length;
    if (length > this.#maxLength) this.#maxLength = length;
    const counted = length < LONGEST_COUNTED ? length : LONGEST_COUNTED;
    this.#lengthOf[code] = counted;
    this.#lengths[counted]! += count;
  }

  finish(): ColumnFacts {
    const column = this.#column;
    const filled = this.#filled;
    const { masks, top: patterns } = this.#masks.patterns(column, PATTERNS_SHOWN);
    return {
      column,
      type: filled === 0 ? 'empty' : this.#guess.type,
      dateOrder: this.#guess.dateOrder,
      decimal: this.#guess.decimalComma ? ',' : '.',
      counts: this.#counts,
      rows: column.codes.length,
      filled,
      distinct: this.#distinct,
      has: this.#has,
      placeholder: this.#placeholder,
      placeholderRows: this.#placeholderRows,
      types: this.#types,
      numeric: this.#numeric,
      typeMix: mixOf(this.#mix, filled),
      masks,
      maskOf: this.#maskOf,
      patterns,
      top: topValues(column, this.#counts, TOP_SHOWN),
      minLength: filled === 0 ? 0 : this.#minLength,
      maxLength: this.#maxLength,
      lengths: this.#lengths,
      lengthOf: this.#lengthOf,
    };
  }
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
const POINT = 46;
const ZERO = 48;
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
  if (value.length > LONGEST_TYPED || (value.charCodeAt(0) === ZERO && CODE.test(value))) return TEXT;
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

/** Letters at an end of a number are a currency, two or three of them: `EUR 12`, `12 kr`; before a sign (`US$`) the parser looks. */
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
      !(after === 36 || after >= 128 || (start > 1 && CURRENCY_ENDS.has(value.slice(0, start).toLowerCase())))
    )
      return false;
  }
  let end = value.length;
  while (end > 0 && isLetter(value.charCodeAt(end - 1))) end--;
  if (end === value.length) return true;
  const before = value.charCodeAt(end - 1);
  if (before >= 128) return true;
  const letters = value.length - end;
  return letters > 1 && letters <= 3 && CURRENCY_ENDS.has(value.slice(end).toLowerCase());
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** A date has two runs of digits or one of eight, none longer than four but in fractions of a second. */
function mayBeDate(flags: number): boolean {
  if ((flags & HAS.at) !== 0) return false;
  if (scan.runs < 2) return scan.hasRunOfEight;
  return !scan.hasLongRun || (flags & HAS.colon) !== 0;
}

/** The day since 1970-01-01 of a date; NaN for what is none. */
function dayOf(value: string, order: DateOrder): number {
  const iso = parseDate(value, order);
  return iso === null ? NO_NUMBER : dayNumber(iso);
}

/** Digits that a floating-point number holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, digits) => 10 ** digits);

/**
 * The number that `units[from, to)` is as nearly all numbers are written: digits without needless zeros in front, and
 * perhaps a point and more digits; -1 for anything else. Both parts of the division are exact, so the result is the
 * number `Number` gives.
 */
function plainNumber(units: Uint16Array, from: number, to: number): number {
  const length = to - from;
  if (length > EXACT_DIGITS + 1 || (length > 1 && units[from] === ZERO && units[from + 1] !== POINT))
    return -1;
  let number = 0;
  let point = -1;
  for (let at = from; at < to; at++) {
    const unit = units[at]!;
    if (unit >= ZERO && unit <= ZERO + 9) number = number * 10 + unit - ZERO;
    else if (unit === POINT && point < 0 && at > from) point = at;
    else return -1;
  }
  if (point < 0) return length <= EXACT_DIGITS ? number : -1;
  return point === to - 1 ? -1 : number / POWERS[to - 1 - point]!;
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
    if (worst && count === worst.count && value > worst.value) continue;
    best.push({ value, count });
    if (best.length >= limit * 4) {
      best = best.sort(order).slice(0, limit);
      worst = best.at(-1);
    }
  }
  return best.sort(order).slice(0, limit);
}
