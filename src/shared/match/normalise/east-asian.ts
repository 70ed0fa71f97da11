import {
  CHINESE_DOUBLE_FAMILIES,
  JAPANESE_FAMILIES,
  JAPANESE_GIVEN,
  KOREAN_DOUBLE_FAMILIES,
  KOREAN_FAMILIES,
} from './east-asian-names';
import { ascii } from './fold';
import { AMBIGUOUS_FAMILIES, EAST_ASIAN_FAMILIES } from './name-words';
import { isKnownGivenName } from './nicknames';

/** A name in two parts as written or folded. */
interface Parts {
  readonly given: string;
  readonly family: string;
}

const BORDER = /[\s·・]+/;
const HANGUL = /^[\uac00-\ud7af]{2,5}$/;
const HAN_OR_KANA = /^[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{2ffff}]{2,8}$/u;
const KANA = /[\u3040-\u30ff]/;

/**
 * A name in Hangul, Chinese characters or kana: family name first, a blank decides the border where there is one. Known
 * Japanese and Korean names get the Latin spelling people use; other characters are read as Chinese, other Hangul by the
 * official romanisation. Null for other scripts.
 */
export function nativeEastAsian(text: string): Parts | null {
  const parts = text.trim().split(BORDER);
  const compact = parts.join('');
  if (HANGUL.test(compact)) {
    const border = parts.length > 1 ? parts[0]!.length : koreanBorder(compact);
    const family = compact.slice(0, border);
    return {
      given: letters(compact.slice(border)),
      family: KOREAN_FAMILIES.get(family) ?? KOREAN_DOUBLE_FAMILIES.get(family) ?? letters(family),
    };
  }
  if (!HAN_OR_KANA.test(compact)) return null;
  const [first = '', second = ''] = parts;
  if (parts.length === 2 && isGivenFirst(first, second)) return nativeEastAsian(`${second} ${first}`);
  const border = parts.length > 1 ? first.length : hanBorder(compact);
  const family = compact.slice(0, border);
  const given = compact.slice(border);
  const isJapanese = isJapaneseName(family, given);
  return {
    given: (isJapanese ? JAPANESE_GIVEN.get(given) : undefined) ?? letters(given),
    family: (isJapanese ? JAPANESE_FAMILIES.get(family) : undefined) ?? letters(family),
  };
}

/** One part of a name in native signs, in Latin letters; null for other scripts. */
export function nativePart(text: string, part: 'given' | 'family'): string | null {
  const compact = text.trim().split(BORDER).join('');
  if (/^[\uac00-\ud7af]{1,4}$/.test(compact))
    return (
      (part === 'family' ? (KOREAN_FAMILIES.get(compact) ?? KOREAN_DOUBLE_FAMILIES.get(compact)) : null) ??
      letters(compact)
    );
  if (!/^[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{1,4}$/.test(compact)) return null;
  const known = part === 'family' ? JAPANESE_FAMILIES : JAPANESE_GIVEN;
  // One character alone may be Chinese as well: read the Chinese way, as it is in most lists.
  return (compact.length > 1 ? known.get(compact) : undefined) ?? letters(compact);
}

/** A given name of two syllables as Koreans and Taiwanese write it: "Jae-myung". */
export function isHyphenedGiven(text: string): boolean {
  return /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(text) && isSyllables([ascii(text)]);
}

function koreanBorder(compact: string): number {
  return compact.length >= 3 && KOREAN_DOUBLE_FAMILIES.has(compact.slice(0, 2)) ? 2 : 1;
}

function hanBorder(compact: string): number {
  for (let length = Math.min(3, compact.length - 1); length >= 2; length--) {
    const family = compact.slice(0, length);
    if (JAPANESE_FAMILIES.has(family) || CHINESE_DOUBLE_FAMILIES.has(family)) return length;
  }
  return compact.length >= 4 ? 2 : 1;
}

/** Written the Western way round: only the second part is a Japanese family name. */
function isGivenFirst(first: string, second: string): boolean {
  if (JAPANESE_FAMILIES.has(first) || !JAPANESE_FAMILIES.has(second)) return false;
  return KANA.test(first) || JAPANESE_GIVEN.has(first);
}

/** Japanese by its kana, by a family name of two characters or more, or by both parts. */
function isJapaneseName(family: string, given: string): boolean {
  if (KANA.test(family + given)) return true;
  if (!JAPANESE_FAMILIES.has(family)) return false;
  return family.length > 1 || JAPANESE_GIVEN.has(given);
}

function letters(part: string): string {
  return ascii(part).replace(/[^a-z]+/g, '');
}

const SYLLABLE =
  "(?:(?:[bcdfghjklmnpqrstvwxyz]|ch|zh|sh|ts|ky|ry|hy|gw|kw|kh|nh|ng|ngh|ph|qu|th|tr|gi)?[’']?" +
  '(?:a|e|i|o|u|ai|ei|ui|ao|ou|iu|ie|ue|ae|oe|eo|eu|oo|ee|ia|ua|uo|ya|yo|yu|iao|uai|yeo|yae|wa|wo)(?:ng|nh|ch|n|k|l|m|p|h|r|t|c)?)';
const ONE = new RegExp(`^${SYLLABLE}$`);
const TWO = new RegExp(`^${SYLLABLE}{2}$`);

/**
 * Order of an East Asian name in Latin letters: family name first ("Kim Jong-un", "Xi Jinping", "LEE Jae Myung"), or
 * last ("Dongning Guo"), null when the words do not tell. Words as written.
 */
export function eastAsianOrder(written: readonly string[]): 'familyFirst' | 'familyLast' | null {
  const words = written.map(ascii);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.length > 4) return null;
  const startsSo = EAST_ASIAN_FAMILIES.has(first);
  const endsSo = EAST_ASIAN_FAMILIES.has(last);
  if (endsSo && !startsSo) return 'familyLast';
  if (!startsSo) return null;
  // "Jong-un": nobody else writes a given name so.
  if (/^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(written[1] ?? '') && words.length === 2) return 'familyFirst';
  if (endsSo) return words.length > 2 && isSyllables(words.slice(1)) ? 'familyFirst' : null;
  return isGiven(words.slice(1), AMBIGUOUS_FAMILIES.has(first)) ? 'familyFirst' : null;
}

/** What follows a family name: "Jong-Un" or "Jae Myung" after any, "Jinping" after one that is nothing else. */
function isGiven(words: readonly string[], isAmbiguous: boolean): boolean {
  if (!isAmbiguous && words.length > 1 && isSyllables(words)) return true;
  if (words.some((word) => isKnownGivenName(word))) return false;
  if (isSyllables(words)) return true;
  const [word = ''] = words;
  return words.length === 1 && !isAmbiguous && TWO.test(word) && !ONE.test(word);
}

/** Two or three syllables parted by blanks or hyphens. */
function isSyllables(words: readonly string[]): boolean {
  const parts = words.flatMap((word) => word.split('-'));
  return parts.length >= 2 && parts.length <= 3 && parts.every((part) => ONE.test(part));
}
