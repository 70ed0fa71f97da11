/** Letters and signs that do not fall apart into a base letter and marks, as they are usually spelled. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'oe'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ƿ', 'w'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ĸ', 'k'],
  ['ł', 'l'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ſ', 's'],
  ['ẜ', 's'],
  ['ẝ', 's'],
  ['©', 'c'],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: anything outside ASCII is looked up
const NON_ASCII = /[^\x00-\x7f]/gu;
const BLANKS = /[\s\u0085]+/u;
/** Punctuation, and control characters that are no white space. */
const NOISE = /[\p{P}]|[^\P{Cc}\t\n\v\f\r\u0085]/gu;

/**
 * The fingerprint of a value (key collision as in OpenRefine): its words in lower case without accents and punctuation,
 * sorted, each once. "Müller, Hans" and "hans muller" share it. '' for values without letters or digits.
 */
export function fingerprint(value: string): string {
  if (value.length <= MAX_QUICK) {
    const ascii = toAscii(value);
    if (ascii !== null) return asciiFingerprint(ascii);
  }
  const words = plain(value).split(BLANKS).filter(Boolean);
  return [...new Set(words)].sort().join(' ');
}

/**
 * The n-gram fingerprint: all runs of `n` characters of the value without blanks, sorted, each once, put together. Blind to
 * word borders and repeated letters. '' for values shorter than `n`.
 */
export function ngramFingerprint(value: string, n = 2): string {
  if (n >= 1 && n <= MAX_PACKED) {
    const ascii = toAscii(value);
    if (ascii !== null) return asciiGrams(ascii, n);
  }
  const text = plain(value).split(BLANKS).join('');
  const grams = new Set<string>();
  for (let at = 0; at + n <= text.length; at++) grams.add(text.slice(at, at + n));
  return [...grams].sort().join('');
}

function plain(value: string): string {
  const lower = value
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Lm}]/gu, '');
  return lower.replace(NON_ASCII, (sign) => SPELLED.get(sign) ?? sign).replace(NOISE, '');
}

// What follows gives the same for ASCII and the Latin letters of European languages, several times as fast: most values of
// most tables.

const LATIN_FROM = 0xc0;
const LATIN_END = 0x180;
/** What a Latin letter becomes, by its code from U+00C0 on; null where that is no ASCII. */
const LATIN: readonly (string | null)[] = Array.from({ length: LATIN_END - LATIN_FROM }, (_, i) => {
  const letter = plain(String.fromCharCode(LATIN_FROM + i));
  return /^[a-z]+$/.test(letter) ? letter : null;
});

/** The value with Latin letters spelled in ASCII; null where it has other signs. No sign in it changes another. */
function toAscii(value: string): string | null {
  let text = '';
  let from = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x80) continue;
    const letter = code >= LATIN_FROM && code < LATIN_END ? LATIN[code - LATIN_FROM] : null;
    if (letter === null || letter === undefined) return null;
    text += value.slice(from, i) + letter;
    from = i + 1;
  }
  return from === 0 ? value : text + value.slice(from);
}

/** Longer values have too many words to put each in its place. */
const MAX_QUICK = 2_000;
const BLANK = 1;
const KEPT = 2;
/** What happens to each ASCII character: kept, a blank between words, or (0) left out. */
const KINDS = asciiKinds();

function asciiKinds(): Uint8Array {
  const kinds = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const sign = String.fromCharCode(code);
    if (/\s/.test(sign)) kinds[code] = BLANK;
    else if (plain(`a${sign}`) !== 'a') kinds[code] = KEPT;
  }
  return kinds;
}

function asciiFingerprint(value: string): string {
  const lower = value.toLowerCase();
  const words: string[] = [];
  let word = '';
  let start = -1;
  // A word is a run of kept characters; where one is left out, the runs around it are one word.
  for (let i = 0; i <= lower.length; i++) {
    const kind = i < lower.length ? KINDS[lower.charCodeAt(i)]! : BLANK;
    if (kind === KEPT) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) {
      word = word === '' ? lower.slice(start, i) : word + lower.slice(start, i);
      start = -1;
    }
    if (kind === BLANK && word !== '') {
      insertOnce(words, word);
      word = '';
    }
  }
  return words.length === 1 ? words[0]! : words.join(' ');
}

/** Puts a word in its place among sorted ones, unless it is there. Values have few words. */
function insertOnce(words: string[], word: string): void {
  let at = words.length;
  while (at > 0 && words[at - 1]! > word) at--;
  if (at > 0 && words[at - 1] === word) return;
  words.splice(at, 0, word);
}

/** Longest run of 7-bit characters in one integer. */
const MAX_PACKED = 4;
let grams = new Int32Array(256);

function asciiGrams(value: string, n: number): string {
  const lower = value.toLowerCase();
  if (grams.length < lower.length) grams = new Int32Array(lower.length * 2);
  const mask = 2 ** (7 * n) - 1;
  let gram = 0;
  let seen = 0;
  let count = 0;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (KINDS[code] !== KEPT) continue;
    gram = ((gram << 7) | code) & mask;
    if (++seen < n) continue;
    let at = count;
    if (count < MANY) while (at > 0 && grams[at - 1]! > gram) at--;
    if (count < MANY && at > 0 && grams[at - 1] === gram) continue;
    if (at < count) grams.copyWithin(at + 1, at, count);
    grams[at] = gram;
    count++;
  }
  const sorted = grams.subarray(0, count);
  if (count > MANY) sorted.sort();
  return spelled(sorted, n);
}

/** Up to so many, grams are put in place one by one; beyond, sorted at the end. */
const MANY = 64;

function spelled(sorted: Int32Array, n: number): string {
  if (units.length < sorted.length * n) units = new Uint16Array(sorted.length * n * 2);
  let count = 0;
  let before = -1;
  for (let at = 0; at < sorted.length; at++) {
    const gram = sorted[at]!;
    if (gram === before) continue;
    before = gram;
    for (let i = n - 1; i >= 0; i--) units[count++] = (gram >> (7 * i)) & 0x7f;
  }
  // Long values would be more arguments than a call takes.
  let text = '';
  for (let at = 0; at < count; at += MOST_ARGUMENTS)
    text += Reflect.apply(
      String.fromCharCode,
      null,
      units.subarray(at, Math.min(count, at + MOST_ARGUMENTS)),
    );
  return text;
}

const MOST_ARGUMENTS = 4_096;
let units = new Uint16Array(512);
