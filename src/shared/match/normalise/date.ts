const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OTHER_MONTHS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  mai: 5,
  mrz: 3,
  okt: 10,
  dez: 12,
  fev: 2,
  avr: 4,
  aou: 8,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
});

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
 * digits, since a typo in one digit must still compare; '' when there is nothing like a date.
 */
export function dateDigits(text: string, order: DayOrder): string {
  const value = text.trim().toLowerCase();
  let m = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(value);
  if (m) return digits(m[1]!, m[2]!, m[3]!);
  m = /^(\d{8})(?:\D|$)/.exec(value);
  if (m) return m[1]!;
  m = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})/.exec(value);
  if (m) {
    const dayFirst = Number(m[1]) > 12 || (order === 'dayFirst' && Number(m[2]) <= 12);
    return dayFirst ? digits(m[3]!, m[2]!, m[1]!) : digits(m[3]!, m[1]!, m[2]!);
  }
  m = /^(\d{1,2})[\s.-]+([a-zä]{3,})\.?[\s,-]+(\d{2,4})/.exec(value);
  if (m) return digits(m[3]!, monthOf(m[2]!), m[1]!);
  m = /^([a-zä]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.exec(value);
  if (m) return digits(m[3]!, monthOf(m[1]!), m[2]!);
  m = /^(\d{4})[-/.](\d{1,2})$/.exec(value);
  if (m) return digits(m[1]!, m[2]!, '0');
  m = /^(\d{4})$/.exec(value);
  return m ? `${m[1]!}0000` : '';
}

function monthOf(word: string): string {
  const three = word.replace('ä', 'a').slice(0, 3);
  return String(OTHER_MONTHS[three] ?? MONTHS.indexOf(three) + 1);
}

function digits(year: string, month: string, day: string): string {
  // Two-digit years: 00–29 are this century. A fixed pivot keeps the domain free of the clock.
  const full = year.length === 2 ? (Number(year) < 30 ? `20${year}` : `19${year}`) : year.padStart(4, '0');
  return full + month.padStart(2, '0') + day.padStart(2, '0');
}
