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

/** Digits and the signs people put between them, nothing that could be an extension or a carrier code. */
const PLAIN = /^\+?[\d ().\u00a0/-]{4,30}$/;

interface Plan {
  readonly callingCode: string;
  /** Whole national numbers by their digits. */
  readonly pattern: RegExp;
  readonly lengths: readonly number[];
  /** What may stand before a national number, at its start. */
  readonly prefix: RegExp | null;
  /** False where stripping the prefix may rewrite the number. */
  readonly simple: boolean;
}

/**
 * E.164 for the cases without doubt: all digits, the national number fits its plan, and no prefix has to be guessed.
 * Null means "ask the library", never "not a number".
 */
function readPlain(text: string, country: string | null): string | null {
  if (!PLAIN.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return readInternational(digits);
  const plan = country === null || text.startsWith('00') ? null : planOf(country);
  if (!plan?.simple || digits.startsWith('00')) return null;
  const prefix = plan.prefix?.exec(digits)?.[0] ?? '';
  if (prefix === '') return fits(plan, digits) ? `+${plan.callingCode}${digits}` : null;
  const national = digits.slice(prefix.length);
  return fits(plan, national) && !plan.pattern.test(digits) ? `+${plan.callingCode}${national}` : null;
}

function fits(plan: Plan, national: string): boolean {
  return plan.lengths.includes(national.length) && plan.pattern.test(national);
}

function readInternational(digits: string): string | null {
  for (let length = 1; length <= 3; length++) {
    const main = mainCountry.get(digits.slice(0, length));
    if (main === undefined) continue;
    const plan = planOf(main);
    const national = digits.slice(length);
    if (!plan || !fits(plan, national) || plan.prefix?.test(national)) return null;
    return `+${digits}`;
  }
  return null;
}

const mainCountry: ReadonlyMap<string, string> = new Map(
  Object.entries(metadata.country_calling_codes).flatMap(([code, countries]): [string, string][] => {
    const first = countries[0];
    return first === undefined ? [] : [[code, first]];
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

function makePlan(country: string): Plan | null {
  const parsed = planSchema.safeParse(rawPlans.get(country));
  if (!parsed.success) return null;
  const prefix = parsed.data.parsing ?? parsed.data.prefix;
  const simple = !parsed.data.rewrite && (prefix === null || /^\d+$/.test(prefix));
  return {
    callingCode: parsed.data.code,
    lengths: parsed.data.lengths,
    pattern: new RegExp(`^(?:${parsed.data.pattern})$`),
    prefix: prefix === null ? null : new RegExp(`^(?:${prefix})`),
    simple,
  };
}
