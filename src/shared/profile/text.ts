/**
 * Small text helpers shared by profiling, mapping and validation. Nothing here depends on the machine's locale.
 */

const MARKS = /\p{M}+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
const NON_ASCII = /[^\x00-\x7f]/;
const UNEVEN_BLANKS = /[\t-\r]|^ | $| {2}/;

/**
 * Text made comparable: compatibility forms unified, lower case, accents removed, ß as ss, runs of white space as one
 * blank, trimmed. Korean and Japanese stay whole.
 */
export function foldText(text: string): string {
  if (!NON_ASCII.test(text)) {
    const lower = text.toLowerCase();
    return UNEVEN_BLANKS.test(lower) ? lower.replace(/\s+/g, ' ').trim() : lower;
  }
  return text
    .normalize('NFKD')
    .replace(MARKS, (marks, offset: number, whole: string) =>
      isKana(whole.charCodeAt(offset - 1)) ? marks : '',
    )
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Voiced marks are letters of their own in Japanese: は is not ば. */
function isKana(code: number): boolean {
  return code >= 0x3040 && code <= 0x30ff;
}

/** White space at both ends removed, including no-break and zero-width blanks. Linear, whatever the text. */
export function trimBlank(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** True for visible ASCII and blanks only. */
export function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

/** True for visible ASCII with single blanks inside: nothing to trim, to squeeze or to unify. */
export function isTidyAscii(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || (code === 0x20 && before === 0x20)) return false;
    before = code;
  }
  return before !== 0x20 || text === '';
}

function isBlankCode(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** A count for people: `1204` → `1,204`. Whole numbers only. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `3 rows`, `1 row`, `1,204 rows`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** A share for people, never rounded up to all or down to none: `94 %`, `99.9 %`, `under 1 %`. */
export function percentText(share: number): string {
  if (share <= 0) return '0 %';
  if (share >= 1) return '100 %';
  if (share < 0.01) return 'under 1 %';
  const rounded = Math.round(share * 100);
  return rounded === 100 ? `${Math.min(99.9, Math.floor(share * 1000) / 10)} %` : `${rounded} %`;
}

/** Two shares multiplied, averaged and shown must not differ by floating noise: four decimals. */
export function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
