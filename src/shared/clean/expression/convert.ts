import { canonicalNumber, parseBoolean, parseDate } from '../../profile/values';
import {
  type Evaluate,
  type Inputs,
  NOT_A_DATE,
  NOT_A_NUMBER,
  NOT_YES_OR_NO,
  TOO_LARGE,
  TOO_LONG,
  TOO_MANY_DIGITS,
  type Value,
} from './types';

/** Longest text an expression may make: the longest value a cell may have. */
const MAX_TEXT = 200_000;
/** Digits a binary fraction keeps exactly. */
const DIGITS = 15;
const LARGEST = 1e15;

/** A value as text: numbers plain, yes and no as true and false, nothing as ''. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'number' ? numberText(value) : String(value);
}

/** A text no longer than a cell may be. */
export function bounded(text: string): string {
  if (text.length > MAX_TEXT) throw TOO_LONG;
  return text;
}

/** Room left for a text of so many characters, or the problem. */
export function needRoom(length: number): void {
  if (length > MAX_TEXT) throw TOO_LONG;
}

/** A value as number; null for nothing. Text must be a number with a decimal dot and at most 15 digits. */
export function toNumber(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (value === null) return null;
  if (typeof value === 'boolean') throw NOT_A_NUMBER;
  return readNumber(value, '.');
}

/** A text as number under a decimal sign; null for blank text. */
export function readNumber(text: string, decimal: '.' | ','): number | null {
  if (text.trim() === '') return null;
  const canonical = canonicalNumber(text, decimal);
  if (canonical === null) throw NOT_A_NUMBER;
  if (canonical.replace(/^-?0*\.?0*|\./g, '').length > DIGITS) throw TOO_MANY_DIGITS;
  return Number(canonical);
}

/** The number in a value, or null where it is none; never a problem. */
export function numberIn(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const canonical = canonicalNumber(value, '.');
  return canonical === null ? null : Number(canonical);
}

/** A value as yes or no; nothing is no. */
export function toBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  const parsed = parseBoolean(value);
  if (parsed === null) throw NOT_YES_OR_NO;
  return parsed;
}

/** A value as ISO day; null for nothing. Text must begin with the year, as cleaned dates do. */
export function toDay(value: Value): string | null {
  const text = toText(value);
  if (text === '') return null;
  const day = parseDate(text, 'YMD');
  if (day === null) throw NOT_A_DATE;
  return day;
}

/** A result of arithmetic without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
export function exact(value: number): number {
  if (!Number.isFinite(value)) throw TOO_LARGE;
  const rounded = Number(value.toPrecision(DIGITS));
  return rounded === 0 ? 0 : rounded;
}

/** Digits, a decimal dot where there is a fraction, a leading minus; never an exponent. */
export function numberText(value: number): string {
  const plain = exact(value);
  if (Math.abs(plain) > LARGEST) throw TOO_LARGE;
  const text = String(plain);
  return text.includes('e') ? plain.toFixed(20).replace(/\.?0+$/, '') || '0' : text;
}

/** Rounded half away from zero at so many decimals, by decimal digits: 2.675 at two is 2.68. */
export function rounded(value: number, digits: number): number {
  const places = Math.min(15, Math.max(-15, Math.trunc(digits)));
  const text = String(exact(Math.abs(value)));
  if (text.includes('e')) return exact(Math.round(value * 10 ** places) / 10 ** places);
  const result = Number(`${Math.round(Number(`${text}e${places}`))}e${-places}`);
  return exact(value < 0 ? -result : result);
}

/** The value of a part, evaluated. */
export function textOf(part: Evaluate, inputs: Inputs): string {
  return toText(part(inputs));
}
