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

const UNKNOWN = 0;
const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
const ITSELF = 4;

/** Class of each character of the basic plane, found out when first met. */
const classes = new Uint8Array(65_536);

function classOf(unit: number): number {
  const known = classes[unit]!;
  if (known !== UNKNOWN) return known;
  const mask = patternMask(String.fromCharCode(unit));
  const found =
    mask === 'A' && unit !== 65 ? UPPER : mask === 'a' && unit !== 97 ? LOWER : mask === '9' ? DIGIT : ITSELF;
  classes[unit] = found;
  return found;
}

for (let unit = 65; unit <= 90; unit++) {
  classes[unit] = UPPER;
  classes[unit + 32] = LOWER;
}

/** The character that stands for one unit in a mask. */
function maskUnit(unit: number): number {
  switch (classOf(unit)) {
    case UPPER:
      return 65;
    case LOWER:
      return 97;
    case DIGIT:
      return 57;
    default:
      return unit;
  }
}

/** The bits and the mask character of each ASCII character by itself. */
const BITS = new Uint8Array(128);
const MARKS = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  MARKS[unit] = maskUnit(unit);
  if (unit < 32 || unit === 127) BITS[unit] = HAS.uneven;
  if (unit >= 48 && unit <= 57) BITS[unit] = unit === 48 ? HAS.digit : HAS.digit | HAS.content;
}
for (const sign of ';!?#&=<>:@') BITS[sign.charCodeAt(0)]! |= HAS.wordy;
BITS[58]! |= HAS.colon;
BITS[64]! |= HAS.at | HAS.content;

/**
 * One pass over the characters of a value: what is in it, its runs of digits, and a hash of its mask. The fields hold the
 * answer for the value scanned last; one scanner serves a whole table. About 3 ns a character.
 */
export class ValueScan {
  flags = 0;
  /** Runs of ASCII digits and the longest of them. */
  runs = 0;
  longestRun = 0;
  /** 64 bits of hash of the mask of the first `MASK_LENGTH` characters. */
  maskLow = 0;
  maskHigh = 0;

  scan(value: string): void {
    const length = value.length;
    let flags = 0;
    let runs = 0;
    let longest = 0;
    let run = 0;
    let grouped = false;
    let letters = 0;
    let before = 32;
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i);
      let mark = unit;
      if (unit >= 128) {
        flags |= HAS.foreign;
        letters = 0;
        mark = maskUnit(unit);
      } else {
        flags |= BITS[unit]!;
        mark = MARKS[unit]!;
        if (mark === 97 || mark === 65) {
          if (++letters === 4) flags |= HAS.wordy;
        } else {
          letters = 0;
          if (unit === 32 && before === 32) flags |= HAS.uneven;
        }
      }
      if (mark === 57 && unit < 128) {
        if (run++ === 0) {
          runs++;
          grouped = before === 32 && i > 1 && isDigit(value.charCodeAt(i - 2));
        }
      } else if (run > 0) {
        if (run > longest) longest = run;
        if (grouped && run !== 3) flags |= HAS.badGroup;
        run = 0;
      }
      before = unit;
      if (i < MASK_LENGTH) {
        low = Math.imul(low ^ mark, 0x01000193);
        high = (Math.imul(high, 0x85ebca6b) + mark) | 0;
      }
    }
    if (run > longest) longest = run;
    if (grouped && run > 0 && run !== 3) flags |= HAS.badGroup;
    if (before === 32) flags |= HAS.uneven;
    this.flags = flags;
    this.runs = runs;
    this.longestRun = longest;
    this.maskLow = low >>> 0;
    this.maskHigh = high >>> 0;
  }
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
