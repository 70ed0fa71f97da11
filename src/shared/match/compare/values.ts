import { optimalStringAlignment, osaWithin } from '../../base/text/edit-distance';
import { isJaroWinklerAtLeast, letterMask, missingLetters } from '../kernels/letters';
import { haveSameConsonants } from '../normalise/consonants';
import { isRoleAddress } from '../normalise/email';
import { generationOf } from '../normalise/generation';
import { areNicknames, mayBeginWith } from '../normalise/nicknames';
import { phoneTail } from '../normalise/phone';
import { SEPARATOR, TYPE_MARK } from './kinds';

/**
 * Level functions on two different, non-empty normalised values. The numbers are those of the kind's `levels`,
 * counted from 1; the exact level is never returned here.
 */

/**
 * 1 different · 2 similar · 3 initial · 4 near · 5 nickname or same first name · 7 the same name among several. Several
 * names: the best pair. Where only one is called "junior" they are taken for father and son, who share much else.
 */
export function compareGiven(a: string, b: string): number {
  return best(a, b, 7, (x, y) => {
    const left = generationOf(x);
    const right = generationOf(y);
    if (left.generation !== right.generation) return 1;
    return left.name === right.name ? 5 : compareGivenNames(left.name, right.name);
  });
}

function compareGivenNames(a: string, b: string): number {
  const firstA = firstWord(a);
  const firstB = firstWord(b);
  if (firstA === firstB && firstA.length > 1) {
    if (restAgrees(a, b, firstA.length, firstB.length)) return 5;
    // Of two syllables the second is half the name: "Ji-woo" and "Ji-hun".
    return firstA.length < SYLLABLES ? 1 : 2;
  }
  if (areNicknames(firstA, firstB)) return 5;
  if (firstA.length === 1 || firstB.length === 1)
    return mayBeginWith(firstA, firstB.slice(0, 1)) || mayBeginWith(firstB, firstA.slice(0, 1)) ? 3 : 1;
  if (haveSameConsonants(firstA, firstB)) return 4;
  const likeness = likenessOf(firstA, firstB, 0.8);
  if (likeness === SLIP) return restAgrees(a, b, firstA.length, firstB.length) ? 4 : 1;
  if (a.includes(' ') !== b.includes(' ') && a.replace(/ /g, '') === b.replace(/ /g, '')) return 5;
  return likeness === SIMILAR ? 2 : 1;
}

/** Fewer letters than this are a syllable of an East Asian name as likely as a name. */
export const SYLLABLES = 6;

/**
 * Whether what follows a first word allows one name: nothing on one side, an initial, or words alike. "Ji-woo" and
 * "Ji-hun" are two names, "Robert J." and "Robert" one.
 */
function restAgrees(a: string, b: string, firstA: number, firstB: number): boolean {
  const restA = a.slice(firstA + 1);
  const restB = b.slice(firstB + 1);
  if (restA === '' || restB === '' || restA === restB) return true;
  if (restA.length === 1 || restB.length === 1) return restA.charCodeAt(0) === restB.charCodeAt(0);
  return likenessOf(restA, restB, 0.8) !== UNLIKE;
}

/** 1 different · 2 similar · 3 near · 5 the same name among several. Several names: the best pair. */
export function compareFamily(a: string, b: string): number {
  return best(a, b, 5, (x, y) => {
    const likeness = likenessOf(x, y, 0.8);
    if (likeness === SLIP || haveSameConsonants(x, y)) return 3;
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return 3;
    return likeness === SIMILAR ? 2 : 1;
  });
}

/** 1 different · 2 similar · 3 near. */
export function compareCity(a: string, b: string): number {
  const likeness = likenessOf(a, b, 0.84);
  if (likeness === SLIP) return 3;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && (long.startsWith(`${short} `) || long.endsWith(` ${short}`))) return 3;
  return likeness === SIMILAR ? 2 : 1;
}

/** 1 different · 2 similar mailbox · 3 same mailbox, other domain · 4 near. Several addresses: the best pair. */
export function compareEmail(a: string, b: string): number {
  return best(a, b, 5, (x, y) => {
    if (osaWithin(x, y, 2) <= 2) return isRoleAddress(x) || isRoleAddress(y) ? 1 : 4;
    const localX = x.slice(0, x.indexOf('@'));
    const localY = y.slice(0, y.indexOf('@'));
    if (localX === localY) return isRoleAddress(x) || localX.length < 4 ? 1 : 3;
    return isJaroWinklerAtLeast(localX, localY, letterMask(localX), letterMask(localY), 0.9) ? 2 : 1;
  });
}

/** 1 different · 2 near · 3 same last seven digits. Several numbers: the best pair. */
export function comparePhone(a: string, b: string): number {
  return best(a, b, 4, (x, y) => {
    if (x.length >= 7 && y.length >= 7 && phoneTail(x) === phoneTail(y)) return 3;
    return osaWithin(x, y, 1) <= 1 ? 2 : 1;
  });
}

/** 1 different · 2 same area · 3 near. */
export function comparePostcode(a: string, b: string): number {
  if (osaWithin(a, b, 1) <= 1) return 3;
  return a.slice(0, 2) === b.slice(0, 2) ? 2 : 1;
}

/** 1 different · 2 same year · 3 two of day, month, year · 4 one digit off or day and month swapped. */
export function compareDate(a: string, b: string): number {
  const sameYear = a.slice(0, 4) === b.slice(0, 4);
  if (a.endsWith('0000') || b.endsWith('0000')) return sameYear ? 3 : 1;
  if (sameYear && a.slice(4, 6) === b.slice(6, 8) && a.slice(6, 8) === b.slice(4, 6)) return 4;
  if (osaWithin(a, b, 1) <= 1) return 4;
  const sameMonth = a.slice(4, 6) === b.slice(4, 6);
  const sameDay = a.slice(6, 8) === b.slice(6, 8);
  if (Number(sameYear) + Number(sameMonth) + Number(sameDay) >= 2) return 3;
  return sameYear ? 2 : 1;
}

/**
 * 1 different · 2 two slips · 3 near. Several numbers of different sorts: the best pair of one sort, 0 when no sort is on
 * both sides.
 */
export function compareIdentifier(a: string, b: string): number {
  if (!a.includes(TYPE_MARK)) return compareNumbers(a, b);
  let top = 0;
  for (const x of a.split(SEPARATOR)) {
    const sort = x.slice(0, x.indexOf(TYPE_MARK) + 1);
    for (const y of b.split(SEPARATOR)) {
      if (!y.startsWith(sort)) continue;
      const level = x === y ? 4 : compareNumbers(x, y);
      if (level > top) top = level;
    }
  }
  return top;
}

function compareNumbers(a: string, b: string): number {
  const distance = optimalStringAlignment(a, b);
  if (distance === 1 && Math.max(a.length, b.length) >= 4) return 3;
  return distance === 2 && Math.max(a.length, b.length) >= 6 ? 2 : 1;
}

/** 1 different · 2 within 10 % · 3 within 1 %. */
export function compareNumber(a: string, b: string): number {
  const x = Number(a);
  const y = Number(b);
  const gap = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), 1e-9);
  return gap <= 0.01 ? 3 : gap <= 0.1 ? 2 : 1;
}

/** 1 different · 2 same host. */
export function compareUrl(a: string, b: string): number {
  return a.split('/')[0] === b.split('/')[0] ? 2 : 1;
}

/** How alike two different words are. */
const UNLIKE = 0;
const SIMILAR = 1;
const SLIP = 2;

/**
 * A slip: one edit in words of four letters or more, two in eight or more, or a third of the letters with Jaro-Winkler
 * of 0.92. Similar: Jaro-Winkler of at least `similar`. Letter bounds answer most unlike pairs.
 */
function likenessOf(a: string, b: string, similar: number): number {
  const maskA = letterMask(a);
  const maskB = letterMask(b);
  const longest = Math.max(a.length, b.length);
  if (longest >= 4) {
    const fewest = Math.max(
      missingLetters(maskA, maskB),
      missingLetters(maskB, maskA),
      Math.abs(a.length - b.length),
    );
    const allowed = longest >= 8 ? 2 : 1;
    if (fewest <= Math.max(allowed, longest / 3)) {
      const distance = optimalStringAlignment(a, b);
      if (distance <= allowed) return SLIP;
      if (distance <= longest / 3 && isJaroWinklerAtLeast(a, b, maskA, maskB, 0.92)) return SLIP;
    }
  }
  return isJaroWinklerAtLeast(a, b, maskA, maskB, similar) ? SIMILAR : UNLIKE;
}

function firstWord(text: string): string {
  const blank = text.indexOf(' ');
  return blank < 0 ? text : text.slice(0, blank);
}

/** The best level over all pairs of two lists; `exact` when they share a value. */
function best(a: string, b: string, exact: number, level: (x: string, y: string) => number): number {
  if (!a.includes(SEPARATOR) && !b.includes(SEPARATOR)) return level(a, b);
  let top = 1;
  for (const x of a.split(SEPARATOR))
    for (const y of b.split(SEPARATOR)) {
      const found = x === y ? exact : level(x, y);
      if (found > top) top = found;
    }
  return top;
}
