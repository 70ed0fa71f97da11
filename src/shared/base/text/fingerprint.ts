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
  const words = plain(value).split(BLANKS).filter(Boolean);
  return [...new Set(words)].sort().join(' ');
}

/**
 * The n-gram fingerprint: all runs of `n` characters of the value without blanks, sorted, each once, put together. Blind to
 * word borders and repeated letters. '' for values shorter than `n`.
 */
export function ngramFingerprint(value: string, n = 2): string {
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
