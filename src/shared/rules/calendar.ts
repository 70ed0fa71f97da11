import { NO_DATE } from './types';

/**
 * Days and months without time zones. A day is its number since 1970-01-01 in the proleptic Gregorian calendar; all
 * arithmetic is on UTC days, so that a result never depends on where it is computed.
 */

const MS_PER_DAY = 86_400_000;

/** A date, alone or in front of a time; what stands behind the day does not matter. */
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;

/** The day of an ISO date or date-time as written (no conversion between time zones); NO_DATE for anything else. */
export function dayOf(text: string): number {
  const match = ISO_DATE.exec(text.trim());
  if (!match) return NO_DATE;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NO_DATE;
  return dayNumber(year, month, day);
}

/** `2024-11-10` for a day number. */
export function isoDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * The same day of the month so many months earlier. Where that month is shorter, its last day: one month before
 * 31 March is 28 or 29 February. (The rule of java.time, Temporal and most calendars.)
 */
export function minusMonths(day: number, months: number): number {
  const date = new Date(day * MS_PER_DAY);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() - months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(date.getUTCDate(), daysInMonth(year, month)));
}

/** How long ago `day` is, seen from `from`: the most whole months, then days. Both 0 for today and the future. */
export function monthsAndDaysBefore(day: number, from: number): { months: number; days: number } {
  if (day >= from) return { months: 0, days: 0 };
  let months = Math.floor((from - day) / 31);
  while (minusMonths(from, months + 1) >= day) months++;
  return { months, days: minusMonths(from, months) - day };
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
