import { foldText } from './text';
import { EMPTY_DATES, EMPTY_DOMAINS, EMPTY_MAILBOXES, EMPTY_WORDS } from './value-words';

const LONGEST = 30;
const SIGNS_ONLY = /^[\p{P}\p{S}\s]+$/u;
/** As programs write it; `Nan` is a first name. */
const NOT_A_NUMBER = /^\s*(?:nan|NaN|NAN)\s*$/;
/** No empty word has one of these: nearly all numbers, dates, streets and addresses end here. */
const SAYS_SOMETHING = /[1-9@]/;
const REPEATED_X = /^x{2,}$/;

/** True for a cell that says "nothing" in words or signs: `n/a`, `-`, `???`, `xxx`, `unbekannt`, `없음`. Not for ''. */
export function isPlaceholder(text: string): boolean {
  if (text === '' || text.length > LONGEST || SAYS_SOMETHING.test(text)) return false;
  if (!startsWithWord(text) && SIGNS_ONLY.test(text)) return true;
  if (NOT_A_NUMBER.test(text)) return true;
  const folded = foldText(text);
  return EMPTY_WORDS.has(folded) || REPEATED_X.test(folded);
}

/** True when the first character is an ASCII letter or digit, as in nearly all values. */
function startsWithWord(text: string): boolean {
  const code = text.charCodeAt(0) | 0x20;
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

const escaped = (words: Iterable<string>): string =>
  [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
const EMPTY_EMAIL = new RegExp(
  `^(?:${escaped(EMPTY_MAILBOXES)})@[^@]*$|@(?:${escaped(EMPTY_DOMAINS)})$`,
  'i',
);

/** True for an address that reaches nobody: `noemail@…`, `none@…`, anything at example.com. */
export function isPlaceholderEmail(text: string): boolean {
  return text.length <= 254 && EMPTY_EMAIL.test(text);
}

/** True for a day that programs write when they have none: 1 January 1900, 31 December 9999. */
export function isPlaceholderDate(iso: string): boolean {
  return EMPTY_DATES.has(iso);
}

const COUNTING = new Set([
  '1234567890',
  '123456789',
  '12345678',
  '1234567',
  '0123456789',
  '9876543210',
  '0987654321',
]);

/** True for a phone number typed to get past a form: one digit over and over, or counting up. */
export function isPlaceholderPhone(text: string): boolean {
  if (text.length > 40 || !staysInStep(text)) return false;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 5 && (/^(\d)\1+$/.test(digits) || COUNTING.has(digits));
}

/** Whether each digit equals the one before or is next to it, 9 and 0 being neighbours. */
function staysInStep(text: string): boolean {
  let before = -1;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) continue;
    const step = (digit - before + 10) % 10;
    if (before >= 0 && step !== 0 && step !== 1 && step !== 9) return false;
    before = digit;
  }
  return true;
}
