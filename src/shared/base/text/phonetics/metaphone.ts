import { capitals } from '../capitals';
import { readAloud, rule, type SpellingRule } from './spelling-rules';

const LONGEST = 64;

const simple = (sound: string): readonly SpellingRule[] => [rule(/./, 1, sound)];

const RULES: ReadonlyMap<string, readonly SpellingRule[]> = new Map<string, readonly SpellingRule[]>([
  ...[...'AEIOU'].map((letter): [string, readonly SpellingRule[]] => [letter, [rule(/^./, 1, letter)]]),
  ['B', [rule(/(?<=M)B$/, 1, ''), rule(/B/, 1, 'B')]],
  [
    'C',
    [
      rule(/(?<=S)C[EIY]/, 1, ''),
      rule(/CIA/, 1, 'X'),
      rule(/C[EIY]/, 1, 'S'),
      rule(/(?<=S)CH|^CH(?![AEIOU])/, 2, 'K'),
      rule(/CH/, 2, 'X'),
      rule(/C/, 1, 'K'),
    ],
  ],
  ['D', [rule(/DG[EIY]/, 3, 'J'), rule(/D/, 1, 'T')]],
  [
    'G',
    [
      rule(/GH(?![AEIOU])/, 2, ''),
      rule(/(?!^)GN(?:ED)?$/, 1, ''),
      rule(/GG/, 2, 'K'),
      rule(/G[EIY]/, 1, 'J'),
      rule(/GH/, 2, 'K'),
      rule(/G/, 1, 'K'),
    ],
  ],
  ['H', [rule(/(?<![CSPTG])H[AEIOU]/, 1, 'H')]],
  ['K', [rule(/(?<!C)K/, 1, 'K')]],
  ['P', [rule(/PH/, 2, 'F'), rule(/P/, 1, 'P')]],
  ['Q', simple('K')],
  ['S', [rule(/SH/, 2, 'X'), rule(/SI[OA]/, 1, 'X'), rule(/S/, 1, 'S')]],
  ['T', [rule(/TI[AO]/, 1, 'X'), rule(/TCH/, 1, ''), rule(/TH/, 2, '0'), rule(/T/, 1, 'T')]],
  ['V', simple('F')],
  ['W', [rule(/^WH/, 2, 'W'), rule(/W[AEIOU]/, 1, 'W')]],
  ['X', [rule(/^X/, 1, 'S'), rule(/X/, 1, 'KS')]],
  ['Y', [rule(/Y[AEIOU]/, 1, 'Y')]],
  ['Z', simple('S')],
  ...[...'FJLMNR'].map((letter): [string, readonly SpellingRule[]] => [letter, simple(letter)]),
]);

/**
 * Metaphone (Philips 1990, "Hanging on the Metaphone", Computer Language 7/12) of one word: how it sounds in English;
 * 0 stands for "th", X for "sh". Doubled letters but C count once.
 */
export function metaphone(word: string, longest = Number.POSITIVE_INFINITY): string {
  const single = capitals(word)
    .slice(0, LONGEST)
    .replace(/([ABDEFH-Z])\1+/g, '$1');
  const start = /^(?:KN|GN|PN|AE|WR)/.test(single) ? 1 : 0;
  const { primary } = readAloud(single.slice(start), 0, RULES);
  return primary.slice(0, longest);
}
