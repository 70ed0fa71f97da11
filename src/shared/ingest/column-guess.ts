import { countCodes } from '../table/column';
import type { Column } from '../table/types';
import { type CellKind, cellKind, type DateParts, dateParts } from './cell-kind';
import { TYPE_WORDS } from './type-words';
import type { ColumnGuess, ColumnType, DateOrder, Evidence, ReadOptions } from './types';

/** Share of the filled values (words for "missing" aside) that must fit a type. */
const FIT = 0.95;

/** Distinct values looked at per column; enough to decide, and a text column of a million names stays cheap. */
const MAX_DISTINCT = 20_000;

export interface GuessedColumns {
  readonly columns: readonly ColumnGuess[];
  readonly evidence: readonly Evidence[];
}

interface Facts {
  readonly kinds: Readonly<Record<CellKind, number>>;
  readonly filled: number;
  /** Values of a date whose first number can only be a day, whose second can only be one, and which could be either. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
  readonly dots: number;
  readonly yearFirst: number;
  /** Dates whose time of day is other than midnight. */
  readonly timed: number;
  /** Numbers that can only have a decimal comma, only a decimal dot, and those like `1,234` that could be either. */
  readonly commas: number;
  readonly points: number;
  readonly ambiguous: number;
}

/**
 * Type, date order and decimal sign of each column, with the reasons. Settled choices of the options are kept; an
 * undecidable date order is taken from the other date columns of the table, or left open for a person (`ask`).
 */
export function guessColumns(columns: readonly Column[], options: ReadOptions | null): GuessedColumns {
  const facts = columns.map(factsOf);
  const tableOrder = orderOfTable(facts);
  const guesses: ColumnGuess[] = [];
  const evidence: Evidence[] = [];
  for (const [i, column] of columns.entries()) {
    const found = facts[i]!;
    const chosen =
      options && Object.hasOwn(options.types, column.name) ? options.types[column.name] : undefined;
    const type = chosen ?? typeOf(found);
    const order =
      options && Object.hasOwn(options.dateOrders, column.name) ? options.dateOrders[column.name] : undefined;
    const isDate = type === 'date' || type === 'datetime';
    const decimal = decimalOf(column.name, found);
    const date = isDate && order === undefined ? orderOf(column.name, found, tableOrder) : null;
    guesses.push({
      name: column.name,
      type,
      dateOrder: isDate ? (order ?? date?.order ?? null) : null,
      decimalComma: type === 'number' && decimal.comma,
    });
    if (chosen === undefined) evidence.push(...typeEvidence(column.name, type, found));
    if (date?.evidence) evidence.push(date.evidence);
    if (type === 'number' && decimal.evidence) evidence.push(decimal.evidence);
  }
  return { columns: guesses, evidence };
}

function factsOf(column: Column): Facts {
  const counts = countCodes(column);
  const kinds: Record<CellKind, number> = {
    empty: counts[0] ?? 0,
    integer: 0,
    number: 0,
    code: 0,
    date: 0,
    datetime: 0,
    time: 0,
    boolean: 0,
    email: 0,
    url: 0,
    missing: 0,
    words: 0,
    other: 0,
  };
  const facts = { filled: 0, dayFirst: 0, monthFirst: 0, either: 0, dots: 0, yearFirst: 0, timed: 0 };
  const decimals = { commas: 0, points: 0, ambiguous: 0 };
  const end = Math.min(column.values.length, MAX_DISTINCT);
  for (let code = 1; code < end; code++) {
    const value = column.values[code]!;
    const count = counts[code]!;
    const kind = cellKind(value);
    kinds[kind] += count;
    if (kind !== 'empty') facts.filled += count;
    if (kind === 'date' || kind === 'datetime') {
      const parts = dateParts(value);
      if (parts) countDate(parts, count, facts);
    } else if (kind === 'number') {
      const sign = decimalKind(value);
      if (sign) decimals[sign] += count;
    }
  }
  return { kinds, ...facts, ...decimals };
}

function countDate(
  parts: DateParts,
  count: number,
  facts: {
    dayFirst: number;
    monthFirst: number;
    either: number;
    dots: number;
    yearFirst: number;
    timed: number;
  },
): void {
  if (parts.time !== '' && /[1-9]/.test(parts.time.replace(/^12:00(?::00)?\s?a\.?m\.?$/i, '')))
    facts.timed += count;
  if (parts.yearFirst) facts.yearFirst += count;
  if (!parts.pair) return;
  const [first, second] = parts.pair;
  if (parts.separator === '.') facts.dots += count;
  if (first > 12) facts.dayFirst += count;
  else if (second > 12) facts.monthFirst += count;
  else facts.either += count;
}

/** Which decimal sign a written number shows. */
function decimalKind(value: string): 'commas' | 'points' | 'ambiguous' | null {
  const text = value.replace(/[^\d.,]/g, '');
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return comma > point ? 'commas' : 'points';
  const sign = comma >= 0 ? ',' : '.';
  const at = Math.max(comma, point);
  if (at < 0) return null;
  const grouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text);
  const several = text.indexOf(sign) !== at;
  if (several) return sign === ',' ? 'points' : 'commas';
  if (grouped) return 'ambiguous';
  return sign === ',' ? 'commas' : 'points';
}

function typeOf({ kinds, filled, timed }: Facts): ColumnType {
  if (filled === 0) return 'empty';
  const judged = filled - kinds.missing;
  if (judged <= 0) return 'text';
  const fits = (count: number): boolean => count >= judged * FIT;
  // One leading zero or 16-digit value makes digits a name: reading them as numbers would destroy them.
  if (kinds.code === 0) {
    if (kinds.integer > 0 && fits(kinds.integer)) return 'integer';
    if (kinds.integer + kinds.number > 0 && fits(kinds.integer + kinds.number)) return 'number';
  }
  if (fits(kinds.date + kinds.datetime)) return timed > 0 ? 'datetime' : 'date';
  if (fits(kinds.boolean)) return 'boolean';
  return 'text';
}

function typeEvidence(column: string, type: ColumnType, facts: Facts): Evidence[] {
  const { kinds, filled } = facts;
  const about = 'type';
  if (type === 'empty') return [{ about, column, text: 'All values are empty.', certainty: 'sure' }];
  if (kinds.code > 0 && kinds.code + kinds.integer >= (filled - kinds.missing) * FIT) {
    const text = `${kinds.code} of ${filled} values have leading zeros, a plus sign or more than 15 digits, so this is an identifier and stays text.`;
    return [{ about, column, text, certainty: 'sure' }];
  }
  if (type === 'text')
    return [
      { about, column, text: `${plural(filled, 'value', 'values')}, read as text.`, certainty: 'likely' },
    ];
  const odd = filled - fitting(type, kinds);
  const text =
    odd === 0
      ? `${filled === 1 ? '1 value, read as' : `All ${filled} values are`} ${TYPE_WORDS[type]}.`
      : `${filled - odd} of ${filled} values are ${TYPE_WORDS[type]}.`;
  return [{ about, column, text, certainty: odd === 0 ? 'sure' : 'likely' }];
}

function fitting(type: ColumnType, kinds: Facts['kinds']): number {
  if (type === 'integer') return kinds.integer;
  if (type === 'number') return kinds.integer + kinds.number;
  if (type === 'boolean') return kinds.boolean;
  return kinds.date + kinds.datetime;
}

/** The order all decided date columns of the table agree on, or null. */
function orderOfTable(facts: readonly Facts[]): DateOrder | null {
  const day = facts.reduce((sum, { dayFirst }) => sum + dayFirst, 0);
  const month = facts.reduce((sum, { monthFirst }) => sum + monthFirst, 0);
  if (day > 0 && month === 0) return 'DMY';
  return month > 0 && day === 0 ? 'MDY' : null;
}

const READS: Readonly<Record<DateOrder, string>> = {
  DMY: 'day/month',
  MDY: 'month/day',
  YMD: 'year-month-day',
};

function orderOf(
  column: string,
  facts: Facts,
  tableOrder: DateOrder | null,
): { order: DateOrder | null; evidence: Evidence | null } {
  const { dayFirst, monthFirst, either, dots, yearFirst } = facts;
  const say = (order: DateOrder | null, text: string, certainty: Evidence['certainty']) => ({
    order,
    evidence: { about: 'dateOrder' as const, column, text, certainty },
  });
  const questioned = dayFirst + monthFirst + either;
  if (questioned === 0) {
    if (yearFirst === 0) return { order: null, evidence: null };
    return say('YMD', `${plural(yearFirst, 'value begins', 'values begin')} with the year.`, 'sure');
  }
  const order: DateOrder = dayFirst >= monthFirst ? 'DMY' : 'MDY';
  const [most, least] = order === 'DMY' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (most > 0 && least === 0) {
    const rest = either > 0 ? `; the other ${either} fit both` : '';
    return say(
      order,
      `${plural(most, 'value only fits', 'values only fit')} ${READS[order]}${rest}.`,
      'sure',
    );
  }
  if (most > 0 && least > 0) {
    const text = `${plural(dayFirst, 'value only fits', 'values only fit')} day/month and ${monthFirst} only month/day: the column mixes both.`;
    return least <= most * 0.02 ? say(order, text, 'likely') : say(null, `${text} Choose the order.`, 'ask');
  }
  if (dots === questioned) {
    return say('DMY', `${allFit(either)} both orders; dates with dots are written day first.`, 'likely');
  }
  if (tableOrder) {
    const text = `${allFit(either)} both orders; the other dates of this table are ${READS[tableOrder]}.`;
    return say(tableOrder, text, 'likely');
  }
  return say(null, `${allFit(either)} both day/month and month/day. Choose the order.`, 'ask');
}

function allFit(values: number): string {
  return values === 1 ? 'The only value fits' : `All ${values} values fit`;
}

function decimalOf(column: string, facts: Facts): { comma: boolean; evidence: Evidence | null } {
  const { commas, points, ambiguous } = facts;
  const say = (comma: boolean, text: string, certainty: Evidence['certainty']) => ({
    comma,
    evidence: { about: 'decimal' as const, column, text, certainty },
  });
  if (commas > points) {
    const text = `${plural(commas, 'value has', 'values have')} a decimal comma${points > 0 ? `, ${points} a decimal point` : ''}.`;
    return say(true, text, points > 0 ? 'ask' : 'sure');
  }
  if (points > 0) {
    const text = `${plural(points, 'value has', 'values have')} a decimal point${commas > 0 ? `, ${commas} a decimal comma` : ''}.`;
    return say(false, text, commas > 0 ? 'ask' : 'sure');
  }
  if (ambiguous === 0) return { comma: false, evidence: null };
  const text = `${plural(ambiguous, 'value like "1,234" or "1.234" fits', 'values like "1,234" or "1.234" fit')} both a thousands sign and a decimal sign; read with a decimal point.`;
  return say(false, text, 'ask');
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
