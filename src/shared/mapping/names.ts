/** A person's name in two parts. `last` is never empty when the name is not. */
export interface NameParts {
  readonly first: string;
  readonly last: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const TITLES = words(
  'mr mrs ms miss mx dr prof professor sir dame rev hon herr frau fr hr dipl ing dipl-ing mag mme mlle m monsieur madame ' +
    'sr sra srta señor señora sig sigra dott dottssa ing. dhr mevr',
);
const SUFFIXES = words('jr sr ii iii iv v phd md esq mba dds cpa');
const PARTICLES = words(
  'von van de der den del della delle di da du la le los las ter ten te zu zum zur vom al el bin ibn ben dos das do e y af st',
);
const COMPOUND_KOREAN = words('남궁 황보 제갈 사공 선우 서문 독고 동방');

const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$/u;

/**
 * First and last name of a full name: `Dr. Anna van der Berg` → Anna · van der Berg; `Butt, James` → James · Butt;
 * `山田 太郎` → 太郎 · 山田; `김민수` → 민수 · 김. Titles are left out, suffixes stay with the last name, a single word is the
 * last name. Names in Chinese characters without a blank cannot be split and stay whole.
 */
export function splitName(text: string): NameParts {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (EASTERN.test(name)) return splitEastern(name);
  const comma = name.indexOf(',');
  if (comma > 0) {
    const after = tokensOf(name.slice(comma + 1));
    if (after.length > 0 && !after.every(isSuffix))
      return {
        first: withoutTitles(after).join(' '),
        last: withoutTitles(tokensOf(name.slice(0, comma))).join(' ') || name,
      };
  }
  const tokens = withoutTitles(tokensOf(name));
  let end = tokens.length;
  while (end > 1 && isSuffix(tokens[end - 1]!)) end--;
  let start = Math.max(0, end - 1);
  while (start > 1 && PARTICLES.has(bare(tokens[start - 1]!))) start--;
  const last = tokens.slice(start).join(' ');
  return { first: tokens.slice(0, start).join(' '), last: last === '' ? name : last };
}

function splitEastern(name: string): NameParts {
  const western = name.split('・');
  if (western.length > 1) return { first: western.slice(0, -1).join('・'), last: western.at(-1)! };
  const [family, ...given] = name.split(' ');
  if (given.length > 0) return { first: given.join(' '), last: family! };
  if (!HANGUL_NAME.test(name)) return { first: '', last: name };
  const length = name.length > 2 && COMPOUND_KOREAN.has(name.slice(0, 2)) ? 2 : 1;
  return { first: name.slice(length), last: name.slice(0, length) };
}

function tokensOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((token) => token !== '');
}

function bare(token: string): string {
  return token.toLowerCase().replace(/\./g, '');
}

function isSuffix(token: string): boolean {
  return SUFFIXES.has(bare(token));
}

/** Leading titles removed, unless nothing but titles is there. */
function withoutTitles(tokens: readonly string[]): readonly string[] {
  let start = 0;
  while (start < tokens.length - 1 && TITLES.has(bare(tokens[start]!))) start++;
  return tokens.slice(start);
}

/**
 * Capital first letters for words written all large or all small; words of mixed case stay. Particles inside a name are
 * small, `O'Neil`, `McDonald` and `Anna-Lena` come out right, roman numerals stay large.
 */
export function nameCase(text: string): string {
  let index = 0;
  return text.replace(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu, (word) => {
    const position = index++;
    const lower = word.toLowerCase();
    if (word !== lower && word !== word.toUpperCase()) return word;
    if (/^(?:ii|iii|iv|vi|vii|viii|ix)$/.test(lower)) return word === lower ? lower.toUpperCase() : word;
    if (position > 0 && PARTICLES.has(lower) && lower.length > 1) return lower;
    return lower
      .split(/(?<=['’])/)
      .map((part, at, parts) => (at > 0 && parts[0]!.length > 2 ? part : capital(part)))
      .join('');
  });
}

function capital(word: string): string {
  const start = /^mc\p{L}{2,}/u.test(word) ? 3 : 1;
  const cut = start === 3 ? `Mc${word.charAt(2).toUpperCase()}` : word.charAt(0).toUpperCase();
  return cut + word.slice(start);
}
