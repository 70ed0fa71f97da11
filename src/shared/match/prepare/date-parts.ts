import { TextCodes } from '../../table/text-codes';
import type { Column } from '../../table/types';
import { finish, type Grouped, type Usable } from './prepared';

/** This share of the cells of a column must be what the column is taken for; the others are slips. */
const NEARLY_ALL = 0.98;

/** A part of a date: its range, and how many different values show that it is one and no rating or count. */
interface Part {
  readonly low: number;
  readonly high: number;
  readonly distinct: number;
}

const YEAR: Part = { low: 1850, high: 2100, distinct: 10 };
const MONTH: Part = { low: 1, high: 12, distinct: 11 };
const DAY: Part = { low: 1, high: 31, distinct: 25 };
const PARTS = [YEAR, MONTH, DAY];

/** The orders in which the parts of a date stand. */
const ORDERS: readonly (readonly Part[])[] = [
  [YEAR, MONTH, DAY],
  [DAY, MONTH, YEAR],
  [MONTH, DAY, YEAR],
];

/**
 * Dates in three columns side by side (year, month, day), told by their values: each becomes one date `yyyyMMdd`, since a
 * slip in one part leaves two, a digit of a year says nothing about its size, and a day and a month may be swapped.
 */
export function prepareDateParts(usable: readonly Usable[]): Grouped {
  const comparisons = [];
  const used = new Set<Usable['field']>();
  const held = usable.map((item) => PARTS.filter((part) => holds(item, part)));
  for (let at = 0; at + 2 < usable.length; at++) {
    const order = ORDERS.find((parts) => parts.every((part, i) => held[at + i]!.includes(part)));
    if (!order) continue;
    const three = usable.slice(at, at + 3);
    const columnOf = (part: Part): Column => three[order.indexOf(part)]!.field.column;
    const texts = new TextCodes();
    const codes = datesOf(columnOf(YEAR), columnOf(MONTH), columnOf(DAY), texts);
    const fields = three.map(({ field }) => field);
    for (const field of fields) used.add(field);
    comparisons.push({
      name: fields.map(({ name }) => name).join(' '),
      fields: fields.map(({ name }) => name),
      semantic: 'date' as const,
      column: finish('date', codes, texts.values),
    });
    at += 2;
  }
  return { comparisons, used };
}

/** Whether a column holds this part of dates, counted over its rows. */
function holds({ field, shape }: Usable, { low, high, distinct }: Part): boolean {
  // Every part but a year has few different values; slips add some.
  if (shape.numeric < 0.5 || shape.distinct < distinct) return false;
  const { codes, values } = field.column;
  const fits = Uint8Array.from(values, (value) => {
    const number = wholeNumber(value);
    return number !== null && number >= low && number <= high ? 1 : 0;
  });
  const seen = new Set<number>();
  let fitting = 0;
  for (const code of codes) {
    if (fits[code] === 0) continue;
    fitting++;
    seen.add(code);
  }
  return fitting >= NEARLY_ALL * shape.filled && seen.size >= distinct;
}

function wholeNumber(value: string): number | null {
  const match = /^\s*(\d{1,4})(?:\.0)?\s*$/.exec(value);
  return match ? Number(match[1]) : null;
}

/** Per row the date as eight digits; parts that are missing are zeros, without a year there is no date. */
function datesOf(year: Column, month: Column, day: Column, texts: TextCodes): Uint32Array {
  const years = year.values.map((value) => digits(value, 4));
  const months = month.values.map((value) => digits(value, 2));
  const days = day.values.map((value) => digits(value, 2));
  return Uint32Array.from(year.codes, (code, row) => {
    const written = years[code]!;
    return written === '0000'
      ? 0
      : texts.codeOf(written + months[month.codes[row]!]! + days[day.codes[row]!]!);
  });
}

function digits(value: string, length: number): string {
  return String(wholeNumber(value) ?? 0)
    .padStart(length, '0')
    .slice(-length);
}
