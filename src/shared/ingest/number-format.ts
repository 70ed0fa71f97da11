import { isCurrencySign } from './currency-signs';
import { serialDate, serialDuration, serialTime } from './serial-date';

/** What a number format makes of a number, as far as it matters for the value. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  /** Rounded to so many decimals when shown. */
  | { readonly kind: 'rounded'; readonly decimals: number }
  | { readonly kind: 'currency'; readonly decimals: number; readonly sign: string; readonly before: boolean }
  /** `dateOnly` = a time of day is not shown. */
  | { readonly kind: 'date'; readonly dateOnly: boolean }
  | { readonly kind: 'time' }
  | { readonly kind: 'duration' }
  /** `decimals` null = as many as there are. */
  | { readonly kind: 'percent'; readonly decimals: number | null }
  /** Whole numbers filled up with leading zeros to this many digits, as for postcodes. */
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };

/** The built-in formats of Excel that do not show a plain number; some of them are never written into the file. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 1 || id === 3 || id === 37 || id === 38) return { kind: 'rounded', decimals: 0 };
  if (id === 2 || id === 4 || id === 39 || id === 40) return { kind: 'rounded', decimals: 2 };
  if (id === 9 || id === 10) return { kind: 'percent', decimals: id === 9 ? 0 : 2 };
  if (id >= 18 && id <= 21) return { kind: 'time' };
  if (id === 45 || id === 47) return { kind: 'time' };
  if (id === 46) return { kind: 'duration' };
  if (id >= 14 && id <= 17) return { kind: 'date', dateOnly: true };
  if (id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date', dateOnly: false };
  return PLAIN;
}

/** Reads a format code such as `dd/mm/yyyy`, `[h]:mm`, `0.0%`, `[$€-407] #,##0.00`. Only the section for positive numbers counts. */
export function parseFormat(code: string): NumberFormat {
  const section = firstSection(code);
  if (/\[(?:h+|m+|s+)\]/i.test(section.pattern)) return { kind: 'duration' };
  const bare = section.pattern
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/AM\/PM|A\/P/gi, 'h');
  const hasTime = /[hs]/i.test(bare);
  if (/[ydg]/i.test(bare) || (/m/i.test(bare) && !hasTime)) return { kind: 'date', dateOnly: !hasTime };
  if (hasTime) return { kind: 'time' };
  const decimals = /\[[<>=]/.test(section.pattern) ? null : decimalsOf(bare.replace('%', ''));
  if (bare.includes('%')) return { kind: 'percent', decimals };
  const zeros = /^0{2,}$/.exec(bare.trim());
  if (zeros) return { kind: 'padded', digits: zeros[0].length };
  if (decimals === null) return PLAIN;
  const { before, after } = section;
  if (isCurrencySign(before)) return { kind: 'currency', decimals, sign: before.trim(), before: true };
  if (isCurrencySign(after)) return { kind: 'currency', decimals, sign: after.trim(), before: false };
  return { kind: 'rounded', decimals };
}

/** Decimals of a pattern of digits such as `#,##0.00`; null for any other, as for fractions, exponents and thousands. */
function decimalsOf(pattern: string): number | null {
  const match = /^[#0?, ]*[#0?](\.[#0?]*)?$/.exec(pattern.trim());
  return match ? (match[1] ?? '.').length - 1 : null;
}

interface Section {
  /** Without literals: quoted text, escaped characters, fills, blanks of a character's width, currency signs. */
  readonly pattern: string;
  /** Literals before and after the first digit. */
  readonly before: string;
  readonly after: string;
}

/** The first section of a format code. */
function firstSection(code: string): Section {
  let pattern = '';
  const literals = { before: '', after: '' };
  const add = (text: string): void => {
    literals[/[#0?]/.test(pattern) ? 'after' : 'before'] += text;
  };
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === '"') {
      const end = code.indexOf('"', at + 1);
      if (end < 0) break;
      add(code.slice(at + 1, end));
      at = end;
    } else if (char === '\\') add(code.charAt(++at));
    else if (char === '_' || char === '*') at++;
    else if (char === ';') break;
    else if (char === '[' && code.charAt(at + 1) === '$') {
      const end = code.indexOf(']', at);
      if (end < 0) break;
      add(code.slice(at + 2, end).replace(/-[\dA-Fa-f]*$/, ''));
      at = end;
    } else if (isCurrencySign(char)) add(char);
    else pattern += char;
  }
  return { pattern, ...literals };
}

/** What a cell holds beyond what it shows. */
export interface HeldBack {
  /** The text of what is stored. */
  readonly stored: string;
  /** More decimals than are shown. */
  readonly decimals: boolean;
  /** A time of day that is not shown. */
  readonly time: boolean;
  /** The currency sign shown, which is no part of the number; '' without one. */
  readonly currency: string;
}

/** A cell as a person sees it, without grouping of thousands. */
export interface ShownCell {
  readonly text: string;
  /** Null when nothing but formatting parts it from what is stored. */
  readonly held: HeldBack | null;
}

/** A number as it is shown: dates as ISO, decimals as the format rounds them, amounts with their currency sign. */
export function shownNumber(value: number, format: NumberFormat, date1904: boolean): ShownCell {
  const stored = formatNumber(value, format, date1904);
  switch (format.kind) {
    case 'rounded':
      return roundedCell(stored, value, format.decimals, '');
    case 'percent':
      return format.decimals === null
        ? { text: stored, held: null }
        : roundedCell(stored, value * 100, format.decimals, '%');
    case 'currency':
      return currencyCell(stored, value, format);
    case 'date':
      return format.dateOnly && stored.length > 10 && stored.charAt(4) === '-'
        ? { text: stored.slice(0, 10), held: { stored, decimals: false, time: true, currency: '' } }
        : { text: stored, held: null };
    default:
      return { text: stored, held: null };
  }
}

function roundedCell(stored: string, value: number, decimals: number, unit: string): ShownCell {
  const rounded = roundNumber(value, decimals);
  const text = rounded === null ? stored : `${numberText(rounded)}${unit}`;
  if (text === stored) return { text, held: null };
  return { text, held: { stored, decimals: true, time: false, currency: '' } };
}

function currencyCell(
  stored: string,
  value: number,
  { decimals, sign, before }: NumberFormat & { readonly kind: 'currency' },
): ShownCell {
  const rounded = roundNumber(value, decimals);
  const number = rounded === null ? stored.replace('-', '') : Math.abs(rounded).toFixed(decimals);
  const held = {
    stored,
    decimals: rounded !== null && numberText(rounded) !== stored,
    time: false,
    currency: sign,
  };
  return { text: amountText(number, (rounded ?? value) < 0, sign, before), held };
}

/** An amount with its sign: `€1234.50`, `-€1234.50`, `CHF 1234.50`, `1234.50 €`. */
export function amountText(number: string, negative: boolean, sign: string, before: boolean): string {
  const minus = negative ? '-' : '';
  if (!before) return `${minus}${number} ${sign}`;
  return `${minus}${sign}${/[\p{L}.]$/u.test(sign) ? ' ' : ''}${number}`;
}

/** Rounded half away from zero on the 15 digits spreadsheets count with; null where there are not so many. */
export function roundNumber(value: number, decimals: number): number | null {
  const text = numberText(Math.abs(value));
  if (text.includes('e')) return Math.abs(value) < 1e-6 && decimals <= 5 ? 0 : null;
  const rounded = Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`);
  if (!Number.isFinite(rounded)) return null;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A number as it is stored, as text under a format: dates as ISO, everything else without grouping or currency signs. */
export function formatNumber(value: number, format: NumberFormat, date1904: boolean): string {
  switch (format.kind) {
    case 'plain':
    case 'rounded':
    case 'currency':
      return numberText(value);
    case 'date':
      return serialDate(value, date1904) ?? numberText(value);
    case 'time':
      return serialTime(value) ?? serialDate(value, date1904) ?? numberText(value);
    case 'duration':
      return serialDuration(value);
    case 'percent':
      return `${numberText(value * 100)}%`;
    case 'padded':
      return Number.isInteger(value) && value >= 0
        ? String(value).padStart(format.digits, '0')
        : numberText(value);
  }
}

/**
 * The 15 significant digits spreadsheets show: `0.1 + 0.2` is `0.3`. Whole numbers keep all their digits: long ones are
 * numbers of cards and contracts, which other programs write into workbooks in full.
 */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(15)));
}
