import { windows1252Byte } from '../base/text/windows-1252';

/** Nothing without one of these leads a sequence of UTF-8 read as windows-1252. */
const MAY_BE = /[\u00c2-\u00f4]/;

/** What hardly any text has but one that was read wrongly: `Ã¼`, `Â°`, `â€™`, `â‚¬`, `â„¢`. */
const TELLING = /^(?:[ÂÃ]|â[€‚„])/;

/** Texts are damaged twice at most now and then; three times is not worth a look. */
const MOST_PASSES = 3;

/**
 * Text that was written as UTF-8 and read as windows-1252, put right: `MÃ¼ller` → `Müller`, `itâ€™s` → `it’s`. Sequences
 * that any text may have by chance (`É…`) count only where everything outside ASCII is part of one and there are
 * several. What is right stays; what is lost (`�`) cannot be brought back.
 */
export function repairMojibake(text: string): string {
  let repaired = text;
  for (let pass = 0; pass < MOST_PASSES && MAY_BE.test(repaired); pass++) {
    const next = repairedOnce(repaired);
    if (next === repaired) break;
    repaired = next;
  }
  return repaired;
}

function repairedOnce(text: string): string {
  let all = '';
  let telling = '';
  let found = 0;
  let told = false;
  let strays = false;
  for (let at = 0; at < text.length; ) {
    const size = sequenceAt(text, at);
    const piece = text.slice(at, at + Math.max(1, size));
    at += piece.length;
    if (size === 0) {
      strays ||= piece.charCodeAt(0) > 0x7f;
      all += piece;
      telling += piece;
      continue;
    }
    const sure = TELLING.test(piece);
    const right = decoded(piece);
    found++;
    told ||= sure;
    all += right;
    telling += sure ? right : piece;
  }
  return !strays && (told || found > 1) ? all : telling;
}

/** How many characters from here on are the bytes of one character of UTF-8; 0 = they are none. */
function sequenceAt(text: string, at: number): number {
  const lead = windows1252Byte(text, at);
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  for (let i = 1; i < size; i++) if ((windows1252Byte(text, at + i) & 0xc0) !== 0x80) return 0;
  return size > 0 && isCharacter(codePoint(text, at, size), size) ? size : 0;
}

/** Neither written longer than need be, nor half a surrogate pair, nor beyond Unicode. */
function isCharacter(point: number, size: number): boolean {
  const least = size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000;
  return point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

function decoded(piece: string): string {
  return String.fromCodePoint(codePoint(piece, 0, piece.length));
}

function codePoint(text: string, at: number, size: number): number {
  let point = windows1252Byte(text, at) & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) point = (point << 6) | (windows1252Byte(text, at + i) & 0x3f);
  return point;
}
