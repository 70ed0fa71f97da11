import metadata from 'libphonenumber-js/metadata.min.json';
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { z } from 'zod';

/**
 * Phone numbers by Google's rules (libphonenumber-js with its `min` metadata: numbering plans and possible lengths of all
 * countries; the kinds of number that `max` adds are not needed). The library takes 7 to 10 µs a number, so the plain
 * cases, where its rules leave no choice, are read directly; tests hold both ways equal.
 */

export interface PhoneReading {
  /** `+49301234567`; null when the text is not a possible number. */
  readonly e164: string | null;
  /** Digits after "ext.", `x` and the like; '' when there are none. */
  readonly extension: string;
  readonly problem: PhoneProblem | null;
}

/** Why a text is no phone number: too few digits, too many, not a number at all, or national with no country known. */
export type PhoneProblem = 'short' | 'long' | 'notNumber' | 'noCountry';

/** Fewest and most digits of any number in the world with its country code (ITU E.164; 5 for the smallest islands). */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 15;

const MAX_LENGTH = 60;

/**
 * What number a text is, seen from `country` (ISO 3166-1 alpha-2; null = unknown, then only `+…` numbers can be placed
 * and others are judged by their digits alone).
 */
export function readPhone(text: string, country: string | null): PhoneReading {
  const fast = readPlain(text, country);
  if (fast !== null) return { e164: fast, extension: '', problem: null };
  if (text.length > MAX_LENGTH)
    return { e164: null, extension: '', problem: digitsIn(text) > MOST_DIGITS ? 'long' : 'notNumber' };
  const known = country !== null && isSupportedCountry(country) ? country : undefined;
  // Never a number cut out of a longer text, except from a `tel:` link, which the library unpacks only this way.
  const number =
    parse(text, known, false) ??
    (/^\s*tel:|phone-context=/i.test(text) ? parse(text, known, true) : undefined);
  if (number?.isPossible()) return { e164: number.number, extension: number.ext ?? '', problem: null };
  return { e164: null, extension: '', problem: problemOf(text, known !== undefined) };
}

function parse(text: string, country: CountryCode | undefined, extract: boolean): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, country ? { defaultCountry: country, extract } : { extract });
}

function problemOf(text: string, countryKnown: boolean): PhoneProblem {
  const digits = digitsIn(text);
  const others = text.replace(/[\d\s()+./-]/g, '').length;
  if (digits === 0 || others > digits) return 'notNumber';
  if (digits < FEWEST_DIGITS) return 'short';
  if (digits > MOST_DIGITS) return 'long';
  if (!countryKnown && !/^\s*[+＋]/.test(text)) return 'noCountry';
  return digits <= 9 ? 'short' : 'long';
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** Signs people put between digits, nothing that could start an extension or a carrier code. */
const SEPARATORS: ReadonlySet<number> = new Set([...' ().\u00a0/-'].map((sign) => sign.charCodeAt(0)));

interface Plan {
  readonly callingCode: string;
  /** Whole national numbers by their digits. */
  readonly pattern: RegExp;
  /** Lengths a number has whichever country of the calling code it turns out to be of: +44 1624 is the Isle of Man. */
  readonly lengths: readonly number[];
  /** What may stand before a national number, at its start: null for nothing, digits where it is always the same. */
  readonly prefix: RegExp | string | null;
  /** False where stripping the prefix may rewrite the number. */
  readonly simple: boolean;
}

/**
 * E.164 for the cases without doubt: all digits, the national number fits its plan, and no prefix has to be guessed.
 * Null means "ask the library", never "not a number".
 */
function readPlain(text: string, country: string | null): string | null {
  const digits = plainDigits(text);
  if (digits === null) return null;
  if (text.startsWith('+')) {
    if (!isInternational(digits)) return null;
    return text.length === digits.length + 1 ? text : `+${digits}`;
  }
  const plan = country === null ? null : planOf(country);
  if (!plan?.simple || digits.startsWith('00')) return null;
  // A simple plan has a prefix of digits only, or none.
  const prefix = typeof plan.prefix === 'string' ? plan.prefix : '';
  if (prefix === '' || !digits.startsWith(prefix))
    return fits(plan, digits) ? `+${plan.callingCode}${digits}` : null;
  const national = digits.slice(prefix.length);
  return fits(plan, national) && !plan.pattern.test(digits) ? `+${plan.callingCode}${national}` : null;
}

function fits(plan: Plan, national: string): boolean {
  return plan.lengths.includes(national.length) && plan.pattern.test(national);
}

/** The digits of a text of 4 to 30 digits and signs between them, after at most one `+`; null for any other text. */
function plainDigits(text: string): string | null {
  const from = text.charCodeAt(0) === 0x2b ? 1 : 0;
  const length = text.length - from;
  if (length < 4 || length > 30) return null;
  let digits = '';
  let start = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) continue;
    if (!SEPARATORS.has(code)) return null;
    if (at > start) digits += text.slice(start, at);
    start = at + 1;
  }
  return start === 0 ? text : digits + text.slice(start);
}

/** Whether digits with their country code first are a number of that country, with nothing to guess. */
function isInternational(digits: string): boolean {
  let code = 0;
  for (let length = 1; length <= 3; length++) {
    code = code * 10 + digits.charCodeAt(length - 1) - 0x30;
    // Neither 0 nor a code with a zero in front is a country's.
    if (code === 0) return false;
    const main = mainCountry.get(code);
    if (main === undefined) continue;
    const plan = planOf(main);
    const national = digits.slice(length);
    return plan !== null && fits(plan, national) && !startsWithPrefix(plan, national);
  }
  return false;
}

function startsWithPrefix({ prefix }: Plan, national: string): boolean {
  if (prefix === null) return false;
  return typeof prefix === 'string' ? national.startsWith(prefix) : prefix.test(national);
}

/** The main country of each calling code. */
const mainCountry: ReadonlyMap<number, string> = new Map(
  Object.entries(metadata.country_calling_codes).flatMap(([code, countries]): [number, string][] => {
    const first = countries[0];
    return first === undefined ? [] : [[Number(code), first]];
  }),
);

/** The parts of a numbering plan used here: calling code, national pattern, national prefix, prefix pattern, rewrite rule. */
const planSchema = z
  .tuple([z.string(), z.unknown(), z.string(), z.array(z.number()), z.unknown()])
  .rest(z.unknown())
  .transform((plan) => ({
    code: plan[0],
    pattern: plan[2],
    lengths: plan[3],
    prefix: textOf(plan[5]),
    parsing: textOf(plan[7]),
    rewrite: plan[8],
  }));

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

const rawPlans: ReadonlyMap<string, unknown> = new Map(Object.entries(metadata.countries));
const plans = new Map<string, Plan | null>();

function planOf(country: string): Plan | null {
  const known = plans.get(country);
  if (known !== undefined) return known;
  const plan = makePlan(country);
  if (rawPlans.has(country)) plans.set(country, plan);
  return plan;
}

const countriesOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(metadata.country_calling_codes),
);

/** The lengths every country of a calling code has. */
function lengthsOfAll(callingCode: string, lengths: readonly number[]): readonly number[] {
  return (countriesOf.get(callingCode) ?? []).reduce((common, country) => {
    const plan = planSchema.safeParse(rawPlans.get(country));
    return plan.success ? common.filter((length) => plan.data.lengths.includes(length)) : common;
  }, lengths);
}

function makePlan(country: string): Plan | null {
  const parsed = planSchema.safeParse(rawPlans.get(country));
  if (!parsed.success) return null;
  const prefix = parsed.data.parsing ?? parsed.data.prefix;
  const digitsOnly = prefix !== null && /^\d+$/.test(prefix);
  const simple = !parsed.data.rewrite && (prefix === null || digitsOnly);
  return {
    callingCode: parsed.data.code,
    lengths: lengthsOfAll(parsed.data.code, parsed.data.lengths),
    pattern: new RegExp(`^(?:${parsed.data.pattern})$`),
    prefix: prefix === null || digitsOnly ? prefix : new RegExp(`^(?:${prefix})`),
    simple,
  };
}
