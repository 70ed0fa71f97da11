import type { ColumnGuess, ColumnType, DateOrder } from '../ingest/types';
import { countCodes } from '../table/column';
import { compareText } from '../table/rank';
import type { Column } from '../table/types';
import { patternMask } from '../table/view';
import { dayNumber } from './calendar';
import { isPlaceholder } from './placeholders';
import { foldText, round4 } from './text';
import type { ValueCount } from './types';
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
  /** 1 where the value is a word for "nothing". */
  readonly placeholder: Uint8Array;
  readonly placeholderRows: number;
  /** The number, or the day since 1970-01-01 of a date column, per code; NaN where there is none. */
  readonly numeric: Float64Array;
  readonly typeMix: Readonly<Partial<Record<ColumnType, number>>>;
  readonly patterns: readonly ValueCount[];
  readonly top: readonly ValueCount[];
  readonly minLength: number;
  readonly maxLength: number;
}

const PATTERNS_SHOWN = 12;
const TOP_SHOWN = 20;
/** Different masks counted; beyond that a column is free text and masks say nothing. */
const MOST_MASKS = 20_000;
/** Characters of a value that enter its mask. */
const MASK_LENGTH = 48;

/** One pass over the distinct values of a column: linear in rows plus distinct values. */
export function columnFacts(column: Column, guess: ColumnGuess): ColumnFacts {
  const counts = countCodes(column);
  const decimal = guess.decimalComma ? ',' : '.';
  const placeholder = new Uint8Array(counts.length);
  const numeric = new Float64Array(counts.length).fill(NO_NUMBER);
  const isDateColumn = guess.type === 'date' || guess.type === 'datetime';
  const order = guess.dateOrder ?? 'YMD';
  const mix = new Map<ColumnType, number>();
  const masks = new Map<string, number>();
  let distinct = 0;
  let filled = 0;
  let placeholderRows = 0;
  let minLength = Number.POSITIVE_INFINITY;
  let maxLength = 0;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    const value = column.values[code]!;
    distinct++;
    filled += count;
    minLength = Math.min(minLength, value.length);
    maxLength = Math.max(maxLength, value.length);
    addTo(masks, patternMask(value.slice(0, MASK_LENGTH)), count);
    if (isPlaceholder(value)) {
      placeholder[code] = 1;
      placeholderRows += count;
      addTo(mix, 'text', count);
      continue;
    }
    const type = typeOf(value, decimal, order);
    addTo(mix, type, count);
    if (isDateColumn) {
      const iso = type === 'date' || type === 'datetime' ? parseDate(value, order) : null;
      if (iso !== null) numeric[code] = dayNumber(iso);
    } else if (type === 'integer' || type === 'number')
      numeric[code] = Number(canonicalNumber(value, decimal));
  }
  return {
    column,
    type: filled === 0 ? 'empty' : guess.type,
    dateOrder: guess.dateOrder,
    decimal,
    counts,
    rows: column.codes.length,
    filled,
    distinct,
    placeholder,
    placeholderRows,
    numeric,
    typeMix: Object.fromEntries([...mix].map(([type, count]) => [type, round4(count / filled)])),
    patterns: mostFrequent(masks, PATTERNS_SHOWN),
    top: topValues(column, counts, TOP_SHOWN),
    minLength: filled === 0 ? 0 : minLength,
    maxLength,
  };
}

function addTo<K>(map: Map<K, number>, key: K, count: number): void {
  const before = map.get(key);
  if (before !== undefined) map.set(key, before + count);
  else if (map.size < MOST_MASKS) map.set(key, count);
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

/** The narrowest type a value has by itself. Digits with a leading zero are text: they are codes, not amounts. */
function typeOf(value: string, decimal: '.' | ',', order: DateOrder): ColumnType {
  if (value.length > 80 || CODE.test(value)) return 'text';
  const number = canonicalNumber(value, decimal);
  if (number !== null && !(order === 'YMD' && COMPACT_DAY.test(value) && parseDate(value, order)))
    return number.includes('.') ? 'number' : 'integer';
  if (MAY_BE_DATE.test(value) && parseDate(value, order) !== null)
    return value.includes(':') ? 'datetime' : 'date';
  return value.length <= 6 && YES_NO.has(foldText(value)) ? 'boolean' : 'text';
}

function mostFrequent(counts: ReadonlyMap<string, number>, limit: number): ValueCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, limit);
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
