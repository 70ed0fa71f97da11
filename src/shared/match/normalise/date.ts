import { parseDate } from '../../profile/values';

/** Whether day or month comes first in "03/04/1980": decided once per column. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/**
 * The order of a column of numeric dates: month first only when more values demand it (second part above 12) than
 * demand day first.
 */
export function dayOrderOf(values: readonly string[]): DayOrder {
  let day = 0;
  let month = 0;
  for (const value of values) {
    const parts = /^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}/.exec(value);
    if (!parts) continue;
    if (Number(parts[1]) > 12) day++;
    if (Number(parts[2]) > 12) month++;
  }
  return month > day ? 'monthFirst' : 'dayFirst';
}

/**
 * A date as eight digits yyyyMMdd; a time behind it is ignored. A lone year is `yyyy0000`. Impossible dates keep their
 * digits, since a typo in one digit must still compare; months in words are read in the languages of the profile; '' when
 * there is nothing like a date.
 */
export function dateDigits(text: string, order: DayOrder): string {
  const value = text.trim().toLowerCase();
  let m = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(value);
  if (m) return digits(m[1]!, m[2]!, m[3]!);
  m = /^(\d{8})(?:\D|$)/.exec(value);
  if (m) return compact(m[1]!, order);
  m = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})/.exec(value);
  if (m) {
    const dayFirst = Number(m[1]) > 12 || (order === 'dayFirst' && Number(m[2]) <= 12);
    return dayFirst ? digits(m[3]!, m[2]!, m[1]!) : digits(m[3]!, m[1]!, m[2]!);
  }
  m = /^(\d{4})[-/.](\d{1,2})$/.exec(value);
  if (m) return digits(m[1]!, m[2]!, '0');
  m = /^(\d{4})$/.exec(value);
  if (m) return `${m[1]!}0000`;
  const written = parseDate(text, order === 'dayFirst' ? 'DMY' : 'MDY');
  return written === null ? '' : written.replace(/-/g, '');
}

/** Eight digits: the year first where that can be, else last as in "31121980". */
function compact(eight: string, order: DayOrder): string {
  const [first, middle, last] = [eight.slice(0, 2), eight.slice(2, 4), eight.slice(4)];
  if (isPlausible(eight.slice(0, 4), last.slice(0, 2), last.slice(2))) return eight;
  const [day, month] = order === 'dayFirst' ? [first, middle] : [middle, first];
  if (isPlausible(last, month, day)) return last + month + day;
  return isPlausible(last, day, month) ? last + day + month : eight;
}

function isPlausible(year: string, month: string, day: string): boolean {
  return year >= '1800' && year < '2100' && month >= '01' && month <= '12' && day >= '01' && day <= '31';
}

function digits(year: string, month: string, day: string): string {
  // Two-digit years: 00–29 are this century. A fixed pivot keeps the domain free of the clock.
  const full = year.length === 2 ? (Number(year) < 30 ? `20${year}` : `19${year}`) : year.padStart(4, '0');
  return full + month.padStart(2, '0') + day.padStart(2, '0');
}
