import { dateOfDay, dayNumber, daysInMonth, isoDate } from '../../profile/calendar';
import { parseDate } from '../../profile/values';
import { toDay, toNumber, toText } from './convert';
import { argument, define, type FunctionCode } from './function-types';
import { type Evaluate, type Inputs, NOT_A_DATE, NOT_A_NUMBER, type Value } from './types';

const ORDERS: ReadonlyMap<string, 'DMY' | 'MDY' | 'YMD'> = new Map([
  ['DMY', 'DMY'],
  ['MDY', 'MDY'],
  ['YMD', 'YMD'],
]);

/** A part of a day as number, by its place in `yyyy-MM-dd`. */
function dayPart(from: number, to: number): FunctionCode['run'] {
  return (inputs, args) => {
    const day = toDay(argument(inputs, args, 0));
    return day === null ? null : Number(day.slice(from, to));
  };
}

/** A day moved by a whole number; nothing where either is nothing. */
function moved(
  inputs: Inputs,
  args: readonly Evaluate[],
  move: (day: string, by: number) => string | null,
): Value {
  const day = toDay(argument(inputs, args, 0));
  const by = toNumber(argument(inputs, args, 1));
  if (day === null || by === null) return null;
  if (!Number.isSafeInteger(by)) throw NOT_A_NUMBER;
  const result = move(day, by);
  if (result === null) throw NOT_A_DATE;
  return result;
}

/** Days of 0001-01-01 and 9999-12-31, counted from 1970. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

function addDays(day: string, by: number): string | null {
  const number = dayNumber(day) + by;
  return number < FIRST_DAY || number > LAST_DAY ? null : dateOfDay(number);
}

function addMonths(day: string, by: number): string | null {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by;
  const year = Math.floor(month / 12);
  if (year < 1 || year > 9999) return null;
  const inYear = month - year * 12 + 1;
  return isoDate(year, inYear, Math.min(Number(day.slice(8, 10)), daysInMonth(year, inYear)));
}

export const DATE_FUNCTIONS: readonly FunctionCode[] = [
  define(
    'date',
    [
      'date(text, [order])',
      'A written date as year-month-day; the order of day, month and year is "DMY", "MDY" or "YMD" (unless given).',
      'date("5.3.2024", "DMY")',
      '2024-03-05',
    ],
    (inputs, args) => {
      const text = toText(argument(inputs, args, 0));
      if (text.trim() === '') return null;
      const order = ORDERS.get(args.length > 1 ? toText(argument(inputs, args, 1)).toUpperCase() : 'YMD');
      const day = order === undefined ? null : parseDate(text, order);
      if (day === null) throw NOT_A_DATE;
      return day;
    },
  ),
  define('date', ['year(date)', 'The year of a date.', 'year("2024-03-05")', '2024'], dayPart(0, 4)),
  define('date', ['month(date)', 'The month of a date, 1 to 12.', 'month("2024-03-05")', '3'], dayPart(5, 7)),
  define('date', ['day(date)', 'The day of the month.', 'day("2024-03-05")', '5'], dayPart(8, 10)),
  define(
    'date',
    [
      'addDays(date, days)',
      'The date so many days later; earlier with a minus.',
      'addDays("2024-02-28", 2)',
      '2024-03-01',
    ],
    (inputs, args) => moved(inputs, args, addDays),
  ),
  define(
    'date',
    [
      'addMonths(date, months)',
      'The same day so many months later, or the last day of a shorter month.',
      'addMonths("2024-01-31", 1)',
      '2024-02-29',
    ],
    (inputs, args) => moved(inputs, args, addMonths),
  ),
  define(
    'date',
    [
      'daysBetween(from, to)',
      'Days from the first date to the second; negative when the second is earlier.',
      'daysBetween("2024-02-28", "2024-03-01")',
      '2',
    ],
    (inputs, args) => {
      const from = toDay(argument(inputs, args, 0));
      const to = toDay(argument(inputs, args, 1));
      return from === null || to === null ? null : dayNumber(to) - dayNumber(from);
    },
  ),
];
