import type { NameOrder } from '../types';
import { isEastern, splitEastern } from './eastern-names';
import {
  DOUBTFUL_SUFFIXES,
  FIRST_NAME_TITLES,
  LONG_TITLES,
  LOWER_CASE_PARTICLES,
  NAME_LINKS,
  PARTICLES,
  PERSON_LINKS,
  SUFFIXES,
  TITLES,
} from './name-words';

/** A person's name in its parts, each as written; '' where there is none. */
export interface PersonName {
  readonly salutation: string;
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  readonly suffix: string;
  /** In quotes or brackets: `Benjamin "Ben" Franklin`. */
  readonly nickname: string;
}

/** Longest text that is read as a name. */
const MAX_LENGTH = 500;

const NOBODY: PersonName = { salutation: '', first: '', middle: '', last: '', suffix: '', nickname: '' };

/**
 * The parts of a full name: `Dr. Anna M. van der Berg, PhD` → Dr. · Anna · M. · van der Berg · PhD; `Butt, James` and
 * `山田 太郎` family name first. `order` `eastAsian` reads Latin letters family name first too (`Kim Min-su`). Two persons
 * of one family keep both first names (`John and Jane Smith`). One word alone is the last name, after `Sir` and the like
 * the first.
 */
export function parseName(text: string, order: NameOrder = 'auto'): PersonName {
  if (text.length > MAX_LENGTH) return { ...NOBODY, last: text };
  const plain = order === 'eastAsian' ? null : PLAIN_NAME.exec(text);
  if (plain && isPlainWord(plain[1]!) && isPlainWord(plain[2]!))
    return { ...NOBODY, first: plain[1]!, last: plain[2]! };
  const whole = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const { name, nickname } = withoutNickname(whole);
  if (order !== 'western' && isEastern(name)) return { ...NOBODY, ...splitEastern(name), nickname };
  const parts = name.split(',').map((part) => part.trim());
  const [before = '', ...after] = parts.filter((part, at) => part !== '' || at === 0);
  const parsed =
    after.length === 0 || before === ''
      ? westernName(tokensOf(after.length === 0 ? before : after.join(' ')), order === 'eastAsian')
      : after.every((part) => isAllSuffixes(part))
        ? withSuffixes(westernName(tokensOf(before), order === 'eastAsian'), after)
        : familyFirst(before, after);
  return { ...parsed, nickname };
}

/** Two words of letters, as most names are; read directly where neither stands in a list: 0.8 µs instead of 8. */
const PLAIN_NAME = /^([A-Z][a-z]+) ([A-Z][a-z]+)$/;

function isPlainWord(word: string): boolean {
  const small = word.toLowerCase();
  return !TITLES.has(small) && !SUFFIXES.has(small) && !PARTICLES.has(small);
}

const NICKNAME =
  /\s*(?:\(([^()]{1,60})\)|"([^"]{1,60})"|“([^“”]{1,60})”|(?<=\s|^)''?([^']{1,60})''?(?=\s|,|$))\s*/u;

function withoutNickname(text: string): { readonly name: string; readonly nickname: string } {
  const match = NICKNAME.exec(text);
  if (!match) return { name: withoutPictures(text), nickname: '' };
  const nickname = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim();
  const name = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const left = withoutPictures(name.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim());
  return left === '' ? { name: text, nickname: '' } : { name: left, nickname };
}

function withoutPictures(text: string): string {
  const left = text.replace(/\s*\p{Extended_Pictographic}\ufe0f?/gu, '').trim();
  return left === '' ? text : left;
}

/** Words; initials written together (`E.T.`) are parted, but for titles and degrees written so. */
function tokensOf(text: string): string[] {
  return text
    .split(' ')
    .filter((token) => token !== '')
    .flatMap((token) =>
      /^(?:\p{Lu}\.){2,}$/u.test(token) && !isSuffix(token) && !TITLES.has(bare(token)) && token !== 'U.S.'
        ? (token.match(/\p{Lu}\./gu) ?? [token])
        : [token],
    );
}

/** A word as the lists have it: small letters, no dots. */
function bare(token: string): string {
  return token.toLowerCase().replace(/[.,;]/g, '');
}

function isSuffix(token: string): boolean {
  return SUFFIXES.has(bare(token));
}

/** `PhD, MBA` after a comma; a single doubtful word (`Ma`, `V`) after a comma is more likely a first name. */
function isAllSuffixes(part: string): boolean {
  const joined = bare(part).replace(/ /g, '');
  if (SUFFIXES.has(joined) && !(DOUBTFUL_SUFFIXES.has(joined) && !isShouted(part))) return true;
  const tokens = part.split(' ');
  return tokens.length > 1 && tokens.every(isSuffix);
}

function isShouted(token: string): boolean {
  return token.length > 1 && token === token.toUpperCase();
}

function withSuffixes(name: PersonName, suffixes: readonly string[]): PersonName {
  return { ...name, suffix: [name.suffix, ...suffixes].filter((part) => part !== '').join(', ') };
}

/** `Berg, Dr. Anna M. Jr., PhD`. */
function familyFirst(before: string, after: readonly string[]): PersonName {
  const [given = '', ...rest] = after;
  const family = takeSuffixes(tokensOf(before), 1);
  const lead = takeTitles(family.tokens);
  const titled = takeTitles(tokensOf(given));
  const named = takeSuffixes(titled.tokens, 1);
  const extra = rest.filter((part) => isAllSuffixes(part) || isSuffix(part));
  const more = rest.filter((part) => !extra.includes(part));
  const [first = '', ...middle] = personLinked(named.tokens);
  return {
    salutation: [...lead.titles, ...titled.titles].join(' '),
    first,
    middle: [...middle, ...more].join(' '),
    last: lead.tokens.join(' '),
    suffix: [family.suffix, named.suffix, ...extra].filter((part) => part !== '').join(', '),
    nickname: '',
  };
}

function westernName(all: readonly string[], familyFirstOrder: boolean): PersonName {
  const { titles, tokens: titled } = takeTitles(all);
  const salutation = titles.join(' ');
  const { suffix, tokens: named } = takeSuffixes(titled, 2);
  const tokens = personLinked(named);
  if (tokens.length === 0) return { ...NOBODY, last: all.join(' ') };
  if (tokens.length === 1) {
    const only = tokens[0] ?? '';
    const asFirst = titles.length > 0 && FIRST_NAME_TITLES.has(bare(titles.at(-1) ?? ''));
    return { ...NOBODY, salutation, suffix, ...(asFirst ? { first: only } : { last: only }) };
  }
  if (familyFirstOrder) {
    const [last = '', first = '', ...middle] = tokens;
    return { ...NOBODY, salutation, first, middle: middle.join(' '), last, suffix };
  }
  const start = startOfLastName(tokens);
  return {
    salutation,
    first: tokens[0] ?? '',
    middle: tokens.slice(1, start).join(' '),
    last: tokens.slice(start).join(' '),
    suffix,
    nickname: '',
  };
}

/** Where the last name begins: its particles and linked names (`Velasquez y Garcia`) belong to it. Never the first word. */
function startOfLastName(tokens: readonly string[]): number {
  for (let at = 1; at < tokens.length - 1; at++)
    if ((isParticle(tokens[at]!) || isLargeParticle(tokens, at)) && !isInitial(tokens[at]!)) {
      const before = tokens[at - 1] ?? '';
      return at > 1 && NAME_LINKS.has(bare(before)) ? Math.max(1, at - 2) : at;
    }
  let start = tokens.length - 1;
  if (start >= 3 && NAME_LINKS.has(tokens[start - 1]!)) start -= 2;
  return start;
}

function isParticle(token: string): boolean {
  const word = bare(token);
  if (!PARTICLES.has(word)) return false;
  if (word === 'st' || word === 'ste' || word === 'mac' || word === 'mc') return true;
  return !LOWER_CASE_PARTICLES.has(word) || token === word;
}

/** `La` and `Le` written large right before the last word: `Thomas La Porta`. */
function isLargeParticle(tokens: readonly string[], at: number): boolean {
  return at === tokens.length - 2 && /^l[ae]$/i.test(tokens[at]!);
}

function isInitial(token: string): boolean {
  return /^\p{L}\.?$/u.test(token);
}

/** `John and Jane` as one first name; both persons share what follows. */
function personLinked(tokens: readonly string[]): readonly string[] {
  const at = tokens.findIndex(
    (token, index) => index > 0 && isPersonLink(token) && index < tokens.length - 2,
  );
  if (at !== 1) return tokens;
  return [tokens.slice(0, 3).join(' '), ...tokens.slice(3)];
}

function isPersonLink(token: string): boolean {
  return token.length > 1 || token === '&' || token === '+' ? PERSON_LINKS.has(token.toLowerCase()) : false;
}

function takeTitles(all: readonly string[]): {
  readonly titles: readonly string[];
  readonly tokens: readonly string[];
} {
  let start = 0;
  while (start < all.length - 1) {
    const length = titleLength(all.slice(start));
    if (length > 0 && start + length < all.length) start += length;
    else if (start > 0 && isPersonLink(all[start]!) && titleLength(all.slice(start + 1)) > 0) start++;
    else break;
  }
  return { titles: all.slice(0, start), tokens: all.slice(start) };
}

function titleLength(tokens: readonly string[]): number {
  const line = tokens.slice(0, 14).map(bare).join(' ');
  for (const title of LONG_TITLES) if (line.startsWith(`${title} `)) return title.split(' ').length;
  const word = bare(tokens[0] ?? '');
  if (!TITLES.has(word)) return 0;
  // One letter is a title only with its dot (`M. Dupont`), and `M Night` is an initial.
  return word.length === 1 && !(tokens[0] ?? '').endsWith('.') ? 0 : 1;
}

/** Suffixes at the end, keeping at least `keep` words. */
function takeSuffixes(
  all: readonly string[],
  keep: number,
): { readonly suffix: string; readonly tokens: readonly string[] } {
  let end = all.length;
  while (end > keep && isSuffixAt(all, end - 1, keep)) end--;
  if (end === all.length && end - 2 >= keep && bare(all.slice(-2).join('')) === 'phd')
    return { suffix: all.slice(-2).join(' '), tokens: all.slice(0, -2) };
  return { suffix: all.slice(end).join(', '), tokens: all.slice(0, end) };
}

function isSuffixAt(all: readonly string[], at: number, keep: number): boolean {
  const token = all[at]!;
  const word = bare(token);
  if (!SUFFIXES.has(word)) return false;
  if (!DOUBTFUL_SUFFIXES.has(word)) return true;
  if (word === 'i' || word === 'v') return at > keep && token === word.toUpperCase();
  return at >= keep && isShouted(token);
}
