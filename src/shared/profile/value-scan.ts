import { patternMask } from '../table/pattern';

/** What a value has in it; bits of `ValueScan.flags`. */
export const HAS = {
  /** An ASCII digit. */
  digit: 1,
  /** A digit other than 0, or an `@`: no word for "nothing" has one. */
  content: 2,
  /** A character outside ASCII: the other bits then speak for the ASCII part only. */
  foreign: 4,
  /** A blank at an end, two in a row, or a control character. */
  uneven: 8,
  /** Four letters in a row, or a sign that no written number has. */
  wordy: 16,
  /** Digits after a blank after a digit that are not three: grouped like no number. */
  badGroup: 32,
  colon: 64,
  at: 128,
} as const;

/** Characters of a value that enter its mask. */
export const MASK_LENGTH = 48;

/** The character that stands for each character of the basic plane in a mask, found out when first met; 0 before. */
const MARKS = new Uint16Array(65_536);

function markOf(unit: number): number {
  const known = MARKS[unit]!;
  if (known !== 0) return known;
  const mark = patternMask(String.fromCharCode(unit)).charCodeAt(0);
  MARKS[unit] = mark;
  return mark;
}

/** Of each ASCII character by itself: its group in bits 0–1, its mask character from bit 8, its bits of `HAS` from bit 16. */
const INFO = new Uint32Array(128);
const FOREIGN = HAS.foreign << 16;
const [SIGN, NUMERAL, LETTER, BLANK] = [0, 1, 2, 3];
for (let unit = 0; unit < 128; unit++) {
  const mark = markOf(unit);
  let group = SIGN;
  let bits = unit < 32 || unit === 127 ? HAS.uneven : 0;
  if (unit >= 48 && unit <= 57) {
    group = NUMERAL;
    bits = unit === 48 ? HAS.digit : HAS.digit | HAS.content;
  } else if (mark === 97 || mark === 65) group = LETTER;
  else if (unit === 32) group = BLANK;
  const sign = String.fromCharCode(unit);
  if (';!?#&=<>:@'.includes(sign)) bits |= HAS.wordy;
  if (sign === ':') bits |= HAS.colon;
  if (sign === '@') bits |= HAS.at | HAS.content;
  INFO[unit] = group | (mark << 8) | (bits << 16);
}

/**
 * Where a value stands after a character, as far as the next one has to know: after a blank (or at the start), after a
 * digit and a blank, after another sign, after so many letters, after so many digits, after so many digits of a group
 * that follows a digit and a blank. The last of each kind means "or more".
 */
const [AFTER_BLANK, AFTER_DIGIT_BLANK, AFTER_SIGN, LETTERS, DIGITS, GROUPED] = [0, 1, 2, 2, 6, 15];
const [MOST_LETTERS, MOST_DIGITS, MOST_GROUPED] = [4, 9, 5];
const STATES = GROUPED + MOST_GROUPED + 1;

/** Beside bits of `HAS`, what a step tells of the runs of digits: one begins, has more than four, eight, more than eight. */
const [LONG, EIGHT, NINE] = [256, 512, 1024];
const BEGINS = 1 << 24;
const STATE_BITS = 0x7c;

/** What a character of a group does in a state: the next state in bits 2–6, from bit 8 on what it tells. */
const STEPS = new Uint32Array(STATES * 4);
/** What the end of the value tells in a state. */
const ENDS = new Uint32Array(STATES);
for (let state = 0; state < STATES; state++) {
  const letters = state > LETTERS && state <= LETTERS + MOST_LETTERS ? state - LETTERS : 0;
  const digits = state > DIGITS && state <= DIGITS + MOST_DIGITS ? state - DIGITS : 0;
  const grouped = state > GROUPED ? state - GROUPED : 0;
  const left = grouped > 0 && grouped !== 3 ? HAS.badGroup : 0;
  const isBlank = state === AFTER_BLANK || state === AFTER_DIGIT_BLANK;
  const step = (group: number, next: number, tells: number): void => {
    STEPS[state * 4 + group] = (next << 2) | (tells << 8);
  };
  step(SIGN, AFTER_SIGN, left);
  step(LETTER, LETTERS + Math.min(letters + 1, MOST_LETTERS), left | (letters === 3 ? HAS.wordy : 0));
  step(BLANK, digits + grouped > 0 ? AFTER_DIGIT_BLANK : AFTER_BLANK, left | (isBlank ? HAS.uneven : 0));
  const run = digits + grouped + 1;
  const length = run === 5 ? LONG : run === 8 ? EIGHT : run === 9 ? NINE : 0;
  if (run === 1) step(NUMERAL, (state === AFTER_DIGIT_BLANK ? GROUPED : DIGITS) + 1, BEGINS >>> 8);
  else if (digits > 0) step(NUMERAL, DIGITS + Math.min(run, MOST_DIGITS), length);
  else step(NUMERAL, GROUPED + Math.min(run, MOST_GROUPED), length);
  ENDS[state] = left | (isBlank ? HAS.uneven : 0);
}

/**
 * One pass over the characters of a value: what is in it, its runs of digits, and a hash of its mask. The fields hold the
 * answer for the value scanned last; one scanner serves a whole table. A step of a table a character, without decisions.
 */
export class ValueScan {
  flags = 0;
  /** Runs of ASCII digits. */
  runs = 0;
  /** Whether one of them has more than four digits, and whether the longest has eight. */
  hasLongRun = false;
  hasRunOfEight = false;
  /** 64 bits of hash of the mask of the first `MASK_LENGTH` characters, as two signed integers. */
  maskLow = 0;
  maskHigh = 0;

  /** Scans the value of ASCII characters only that is `units[from, to)`. */
  scan(units: Uint16Array, from: number, to: number): void {
    const infos = INFO;
    const steps = STEPS;
    const masked = Math.min(to, from + MASK_LENGTH);
    let state = AFTER_BLANK << 2;
    let told = 0;
    let bits = 0;
    let runs = 0;
    let low = 0x11c9dc5;
    let high = 0x1e3779b9;
    for (let at = from; at < to; at++) {
      const unit = units[at]!;
      const info = infos[unit]!;
      const step = steps[state | (info & 3)]!;
      const mark = (info >>> 8) & 127;
      state = step & STATE_BITS;
      told |= step;
      runs += step >>> 24;
      bits |= info;
      if (at < masked) {
        low = Math.imul(low ^ mark, 0x01000193);
        high = (Math.imul(high, 0x05ebca6b) + mark) | 0;
      }
    }
    this.#tell(state, told, bits, runs, low, high);
  }

  /** The same where characters outside ASCII may come, which end a run of letters or digits. */
  scanAny(units: Uint16Array, from: number, to: number): void {
    const infos = INFO;
    const steps = STEPS;
    const marks = MARKS;
    const masked = Math.min(to, from + MASK_LENGTH);
    let state = AFTER_BLANK << 2;
    let told = 0;
    let bits = 0;
    let runs = 0;
    let low = 0x11c9dc5;
    let high = 0x1e3779b9;
    for (let at = from; at < to; at++) {
      const unit = units[at]!;
      const info = unit < 128 ? infos[unit]! : FOREIGN;
      const step = steps[state | (info & 3)]!;
      state = step & STATE_BITS;
      told |= step;
      runs += step >>> 24;
      bits |= info;
      if (at < masked) {
        const known = marks[unit]!;
        const mark = known === 0 ? markOf(unit) : known;
        low = Math.imul(low ^ mark, 0x01000193);
        high = (Math.imul(high, 0x05ebca6b) + mark) | 0;
      }
    }
    this.#tell(state, told, bits, runs, low, high);
  }

  #tell(state: number, told: number, bits: number, runs: number, low: number, high: number): void {
    const tells = (told >>> 8) | ENDS[state >>> 2]!;
    this.flags = ((bits >>> 16) | tells) & 0xff;
    this.runs = runs;
    this.hasLongRun = (tells & LONG) !== 0;
    this.hasRunOfEight = (tells & (EIGHT | NINE)) === EIGHT;
    this.maskLow = low;
    this.maskHigh = high;
  }
}
