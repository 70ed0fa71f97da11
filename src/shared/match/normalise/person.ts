import { eastAsianOrder, isHyphenedGiven, nativeEastAsian, nativePart } from './east-asian';
import { ascii, fold, squash } from './fold';
import {
  BINDING_PARTICLES,
  EAST_ASIAN_FAMILIES,
  FIRST_NAME_TITLES,
  NAME_PHRASES,
  PARTICLES,
  SUFFIXES,
  TITLE_COMPANIONS,
  TITLES,
  WEAK_SUFFIXES,
} from './name-words';
import { isKnownGivenName, isUsualGivenName } from './nicknames';

/** A full name in its parts, folded. Either part may be ''. */
export interface NameParts {
  /** Given and middle names, one blank between them. */
  readonly given: string;
  /** Family name with its particles, without blanks. */
  readonly family: string;
}

/** A word of a name: as written, and folded (hyphens and dots part it, as in "jean claude"). */
interface Word {
  readonly raw: string;
  readonly folded: string;
}

const PLAIN_WORD = /^[A-Za-z]+$/;
const LATIN_WORD = /^\p{Script=Latin}+$/u;
/** Two words, each in small letters, in capitals or with one capital in front; the two written alike. */
const PLAIN_PAIR = /^(?:([A-Z][a-z]+) ([A-Z][a-z]+)|([a-z]+) ([a-z]+)|([A-Z]+) ([A-Z]+))$/;
/** Nicknames and remarks inside a name: (Bob), "Bob", “Bob”, ''Bob'', 'Bob'. */
const ASIDE = /\([^)]*\)|"[^"]*"|“[^”]*”|„[^“”]*[“”]|''[^']+''|(?<=^|\s)['‘][^'’]+['’](?=[\s,]|$)/g;
const NO_NAME_SIGN = /[^\p{L}\p{M}\p{N}\s.,'’ʻ‘`´·・&-]+/gu;

/** A given name for comparison: "Dr. Robert J." → "robert j". Native East Asian names by their usual Latin spelling. */
export function givenName(text: string): string {
  if (PLAIN_WORD.test(text)) return text.toLowerCase();
  if (LATIN_WORD.test(text)) return fold(text);
  if (isHyphenedGiven(text)) return squash(text);
  return nativePart(text, 'given') ?? join(bareWords(text));
}

/** A family name for comparison: without titles, suffixes and blanks: "von der Leyen" → "vonderleyen". */
export function familyName(text: string): string {
  if (PLAIN_WORD.test(text)) return text.toLowerCase();
  if (LATIN_WORD.test(text)) return squash(text);
  return nativePart(text, 'family') ?? squashed(bareWords(text));
}

/**
 * Splits a full name of one person. Known are: family name first with a comma, in capitals, or by East Asian order; titles
 * and degrees around a name; nicknames in quotes; particles ("von der", "de la", "bin") and Spanish double names with "y";
 * native Korean, Japanese and Chinese names. Else the last word is the family name. A single word is a family name, but
 * after "Sir" and the like.
 */
export function splitName(text: string): NameParts {
  const plain = plainPair(text);
  if (plain) return plain;
  const native = nativeEastAsian(text);
  if (native) return native;
  const segments = cleaned(text)
    .split(',')
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const mixed = segments[0]?.some(({ raw }) => /\p{Ll}/u.test(raw)) ?? false;
  const [first = [], ...rest] = segments.filter(
    (words, index) => index === 0 || !isSuffixSegment(words, mixed),
  );
  if (rest.length === 0) return ordered(first);
  const family = withoutTitles(withoutSuffixes(first));
  return {
    given: join(rest.flatMap((words) => withoutTitles(withoutSuffixes(words)))),
    family: squashed(family),
  };
}

/** Most names: two words that no rule knows. Null when one may apply. */
function plainPair(text: string): NameParts | null {
  if (!PLAIN_PAIR.test(text)) return null;
  const blank = text.indexOf(' ');
  const first = text.slice(0, blank).toLowerCase();
  const second = text.slice(blank + 1).toLowerCase();
  if (TITLES.has(first) || TITLE_COMPANIONS.has(first) || EAST_ASIAN_FAMILIES.has(first)) return null;
  if (SUFFIXES.has(second) || WEAK_SUFFIXES.has(second) || EAST_ASIAN_FAMILIES.has(second)) return null;
  const isSwapped = isUsualGivenName(second) && !isKnownGivenName(first);
  return isSwapped ? { given: second, family: first } : { given: first, family: second };
}

function cleaned(text: string): string {
  return text.replace(ASIDE, ' ').replace(NAME_PHRASES, ' ').replace(NO_NAME_SIGN, ' ');
}

/** Words of a text; the only word of a text is parted at its hyphen or where a capital follows small letters. */
function wordsOf(text: string): Word[] {
  const raw = text.trim().split(/\s+/);
  const parts = raw.length === 1 ? joinedWords(raw[0] ?? '') : raw;
  return parts.map((part) => ({ raw: part, folded: fold(part) })).filter(({ folded }) => folded !== '');
}

/** "SergeiLavrov", "Alisher-Usmanov"; never "McDonald" or "Jean-Claude" beside other words. */
function joinedWords(word: string): string[] {
  const capital = /^(\p{Lu}\p{Ll}{3,})(\p{Lu}\p{Ll}{2,})$/u.exec(word);
  if (capital && !/^Fitz/.test(word)) return [capital[1]!, capital[2]!];
  return word.split('-').filter(Boolean);
}

/** Words of one part without what stands around a name; all of them when nothing else is left. */
function bareWords(text: string): Word[] {
  const raw = cleaned(text).replace(/,/g, ' ').trim().split(/\s+/);
  const words = raw.map((part) => ({ raw: part, folded: fold(part) })).filter(({ folded }) => folded !== '');
  return withoutTitles(withoutSuffixes(words));
}

function withoutTitles(words: readonly Word[]): Word[] {
  let start = 0;
  let isAfterTitle = false;
  while (start < words.length - 1) {
    const parts = words[start]!.folded.split(' ');
    const isTitle = parts.every((part) => TITLES.has(part) || TITLE_COMPANIONS.has(part));
    const isStrong = parts.some((part) => TITLES.has(part));
    if (!isTitle) break;
    // A companion counts beside a title only: "Dr. med.", "the Rt Hon", but "Phil Collins" and "H. C. Andersen".
    if (!isStrong && !isAfterTitle && !leadsToTitle(words, start)) break;
    isAfterTitle = true;
    start++;
  }
  return words.slice(start);
}

function leadsToTitle(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length - 1; at++) {
    const parts = words[at]!.folded.split(' ');
    if (parts.some((part) => TITLES.has(part))) return true;
    if (!parts.every((part) => TITLE_COMPANIONS.has(part)) || parts.join('').length === 1) return false;
  }
  return false;
}

function withoutSuffixes(words: readonly Word[]): Word[] {
  const hasSmall = words.some(({ raw }) => /\p{Ll}/u.test(raw));
  let end = words.length;
  while (end > 1 && isSuffix(words[end - 1]!, hasSmall, end)) end--;
  return words.slice(0, end);
}

/** `position` is the number of words up to and with this one. */
function isSuffix({ raw, folded }: Word, hasSmall: boolean, position: number): boolean {
  const plain = folded.replace(/ /g, '');
  if (SUFFIXES.has(plain)) return true;
  const parts = folded.split(' ');
  if (parts.some((part) => SUFFIXES.has(part)))
    return parts.every((part) => SUFFIXES.has(part) || WEAK_SUFFIXES.has(part));
  if (!WEAK_SUFFIXES.has(plain)) return false;
  if (plain.length === 1) return position > 3 && !raw.includes('.') && hasSmall && /^\p{Lu}+$/u.test(raw);
  return /\..*\./.test(raw) || (hasSmall && position > 2 && /^\p{Lu}+$/u.test(raw));
}

/** A part behind a comma that holds no name: degrees, generations, or letters in capitals behind a name in small ones. */
function isSuffixSegment(words: readonly Word[], isNameMixed: boolean): boolean {
  const plain = words.map(({ folded }) => folded.replace(/ /g, '')).join('');
  if (SUFFIXES.has(plain) || WEAK_SUFFIXES.has(plain)) return true;
  return words.every(({ raw, folded }) => {
    const parts = folded.split(' ');
    if (parts.every((part) => SUFFIXES.has(part) || WEAK_SUFFIXES.has(part) || TITLES.has(part))) return true;
    return isNameMixed && /^\p{Lu}{2,6}(?:-\p{Lu}{2,4})?$/u.test(raw) && words.length === 1;
  });
}

/** The parts of a name written without a comma. */
function ordered(all: readonly Word[]): NameParts {
  const suffixed = withoutSuffixes(all);
  const words = withoutTitles(suffixed);
  if (words.length <= 1) {
    const isGiven = suffixed.length > 1 && FIRST_NAME_TITLES.has(suffixed[0]!.folded);
    return isGiven ? { given: join(words), family: '' } : { given: '', family: squashed(words) };
  }
  const capitals = capitalRun(words);
  if (capitals > 0) return { given: join(words.slice(capitals)), family: squashed(words.slice(0, capitals)) };
  const order = eastAsianOrder(words.map(({ raw }) => raw));
  if (order === 'familyFirst') return { given: squashed(words.slice(1)), family: words[0]!.folded };
  if (order !== 'familyLast' && isFamilyFirst(words))
    return { given: join(words.slice(1)), family: squashed(words.slice(0, 1)) };
  const cut = familyStart(words);
  return { given: join(words.slice(0, cut)), family: squashed(words.slice(cut)) };
}

/** Leading words in capitals before words that are not: "SMITH Robert", "VAN DER BERG Jan". */
function capitalRun(words: readonly Word[]): number {
  const isCapital = ({ raw }: Word): boolean =>
    /^\p{Lu}[\p{Lu}'’-]+$/u.test(raw) && /[AEIOUY]/.test(ascii(raw).toUpperCase());
  let run = 0;
  while (run < words.length && isCapital(words[run]!)) run++;
  const isRestMixed = words.slice(run).some(({ raw }) => /^\p{Lu}\p{Ll}/u.test(raw));
  return run < words.length && isRestMixed && !words.slice(run).some(isCapital) ? run : 0;
}

/** Only the second word is known as a given name, and nothing but an initial follows it. */
function isFamilyFirst(words: readonly Word[]): boolean {
  const [first, second, third] = words;
  if (!first || !second || words.length > 3 || (third && third.folded.length > 1)) return false;
  return !isKnownGivenName(first.folded) && !first.raw.includes('.') && isUsualGivenName(second.folded);
}

/** Index of the first word of the family name; at least 1. */
function familyStart(words: readonly Word[]): number {
  const last = words.length - 1;
  // Spanish names of both parents: "Velasquez y Garcia".
  if (last >= 3 && words[last - 1]!.folded === 'y') return last - 2;
  for (let at = 1; at < last; at++) {
    const particle = words[at]!.folded;
    if (PARTICLES.has(particle) && !isBoundToGiven(words, at)) return at;
  }
  let cut = last;
  while (cut > 1 && isBinding(words[cut - 1]!)) cut--;
  return cut;
}

/** "Maria del Carmen Garcia": the particle belongs to the given name when two words follow its noun. */
function isBoundToGiven(words: readonly Word[], at: number): boolean {
  return (
    at === 1 &&
    words[0]!.folded === 'maria' &&
    words.length - at > 2 &&
    /^(?:de|del)$/.test(words[at]!.folded)
  );
}

/** "Ben" with a capital is a given name too. */
function isBinding({ raw, folded }: Word): boolean {
  return BINDING_PARTICLES.has(folded) && !(folded === 'ben' && raw === 'Ben');
}

function join(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(' ');
}

function squashed(words: readonly Word[]): string {
  return words.map(({ folded }) => folded.replace(/ /g, '')).join('');
}
