import { capitals } from '../capitals';

const VOWELS = /[AEIOU]/;

/** Spellings at the start and the end of a word, tried in order; the first that fits is replaced. */
type Ends = readonly (readonly [RegExp, string])[];

const FIRST: Ends = [
  [/^MAC/, 'MCC'],
  [/^KN/, 'NN'],
  [/^K/, 'C'],
  [/^P[HF]/, 'FF'],
  [/^SCH/, 'SSS'],
];

const LAST: Ends = [
  [/(?:EE|IE)$/, 'Y'],
  [/(?:DT|RT|RD|NT|ND)$/, 'D'],
];

const MODIFIED_FIRST: Ends = [...FIRST, [/^[WR]R|^RH/, 'RR'], [/^DG/, 'GG'], [/^[AEIOU]/, 'A']];

const MODIFIED_LAST: Ends = [
  [/(?:EE|IE|YE)$/, 'Y'],
  [/(?:DT|RT|RD)$/, 'D'],
  [/(?:NT|ND)$/, 'N'],
  [/IX$/, 'ICK'],
  [/EX$/, 'ECK'],
];

/** Spellings inside a word; sticky, the first that fits is taken. The replacement has the length of the spelling. */
type Inner = readonly (readonly [RegExp, string])[];

const INNER: Inner = [
  [/EV/y, 'AF'],
  [/[AEIOU]/y, 'A'],
  [/Q/y, 'G'],
  [/Z/y, 'S'],
  [/M/y, 'N'],
  [/KN/y, 'NN'],
  [/K/y, 'C'],
  [/SCH$/y, 'SSA'],
  [/SCH/y, 'SSS'],
  [/PH/y, 'FF'],
];

const MODIFIED_INNER: Inner = [
  [/EV/y, 'AF'],
  [/[AEIOU]/y, 'A'],
  [/Y(?!$)/y, 'A'],
  ...INNER.slice(2, 8),
  [/SH$/y, 'SA'],
  [/SCH/y, 'SSS'],
  [/SH/y, 'SS'],
  [/PH/y, 'FF'],
  [/GHT/y, 'TTT'],
  [/DG/y, 'GG'],
  [/WR/y, 'RR'],
];

/**
 * NYSIIS code of a name (Taft 1970, "Name Search Techniques", New York State Identification and Intelligence System), of
 * any length; the original system keeps six signs.
 */
export function nysiis(name: string, longest = Number.POSITIVE_INFINITY): string {
  const word = replaceFirst(replaceFirst(capitals(name), FIRST), LAST);
  return finish(coded(word, INNER)).slice(0, longest);
}

/**
 * The modified NYSIIS of Lynch and Arends (1977, "Selection of a Surname Coding Procedure for the SRS Record Linkage
 * System", USDA): more spellings, vowels at the start kept as written.
 */
export function modifiedNysiis(name: string, longest = Number.POSITIVE_INFINITY): string {
  const letters = capitals(name);
  const bare = replaceFirst(letters, MODIFIED_FIRST).replace(/(?!^)[SZ]$/, '');
  const key = finish(coded(replaceFirst(bare, MODIFIED_LAST), MODIFIED_INNER));
  return (key.startsWith('A') ? letters.charAt(0) + key.slice(1) : key).slice(0, longest);
}

function replaceFirst(word: string, ends: Ends): string {
  const found = ends.find(([pattern]) => pattern.test(word));
  return found ? word.replace(found[0], found[1]) : word;
}

/** The word sign by sign, equal neighbours once; H and W take the sign before them where they are silent. */
function coded(word: string, inner: Inner): string {
  let key = word.charAt(0);
  let before = key;
  const add = (signs: string): void => {
    for (const sign of signs) {
      if (!key.endsWith(sign)) key += sign;
      before = sign;
    }
  };
  for (let at = 1; at < word.length; ) {
    const found = inner.find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(word);
    });
    if (found) {
      add(found[1]);
      at += found[1].length;
      continue;
    }
    const letter = word.charAt(at);
    const next = word.charAt(at + 1);
    const isSilent =
      (letter === 'H' && !(VOWELS.test(before) && VOWELS.test(next))) ||
      (letter === 'W' && VOWELS.test(before));
    add(isSilent ? before : letter);
    at++;
  }
  return key;
}

/** Without S, with AY as Y, and without A at the end; the first sign always stays. */
function finish(key: string): string {
  const short = key.replace(/(?!^)S$/, '').replace(/AY$/, 'Y');
  return short.replace(/(?!^)A$/, '');
}
