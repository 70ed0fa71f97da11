import { LONG_CHINESE, LONG_KOREAN } from './name-words';

const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
/** Forms of address after a name, in Japanese, Korean and Chinese. */
const ADDRESS = /\s*(?:様|さん|殿|先生|氏|君|ちゃん|님|씨|선생님|先生|女士|小姐)$/u;

/** First and last name of a name in Chinese, Japanese or Korean letters, with the form of address after it. */
export interface EasternName {
  readonly first: string;
  readonly last: string;
  readonly salutation: string;
}

/** True for text with Chinese, Japanese or Korean letters. */
export function isEastern(text: string): boolean {
  return EASTERN.test(text);
}

/**
 * `山田 太郎` → 太郎 · 山田; `김민수` → 민수 · 김; `欧阳修` → 修 · 欧阳; foreign names with a dot in the middle
 * (`ジョン・スミス`) have the first name first. A name in Chinese characters without a blank is cut only when `certain` of
 * them being family name first in Chinese (a family name of two characters); otherwise it stays whole, since Japanese
 * family names have one to three.
 */
export function splitEastern(text: string): EasternName {
  const salutation = ADDRESS.exec(text)?.[0] ?? '';
  const name = salutation.length < text.length ? text.slice(0, text.length - salutation.length) : text;
  const address = name === text ? '' : salutation.trim();
  const of = (first: string, last: string): EasternName => ({ first, last, salutation: address });
  const western = name.split(/[・·]/u);
  if (western.length > 1) return of(western.slice(0, -1).join('・'), western.at(-1) ?? '');
  const [family = '', ...given] = name.split(' ');
  if (given.length > 0) return of(given.join(' '), family);
  if (HANGUL_NAME.test(name)) {
    const length = name.length > 2 && LONG_KOREAN.has(name.slice(0, 2)) ? 2 : 1;
    return of(name.slice(length), name.slice(0, length));
  }
  if (HAN_NAME.test(name) && name.length > 2 && LONG_CHINESE.has(name.slice(0, 2)))
    return of(name.slice(2), name.slice(0, 2));
  return of('', name);
}
