import { only, readAloud, rule, type SpellingRule } from './spelling-rules';

/** Words longer than this are cut before reading: the code has few signs, and hostile cells stay cheap. */
const LONGEST = 64;

/** Slavic or Germanic by their look. */
const isSlavoGermanic = (word: string): boolean => /[WK]|CZ/.test(word);
const isOther = (word: string): boolean => !isSlavoGermanic(word);

const one = (letter: string, sound: string): SpellingRule[] => [
  rule(new RegExp(letter + letter), 2, sound),
  rule(new RegExp(letter), 1, sound),
];

const GERMANIC = '(?<=^(?:V[AO]N |SCH).*)';
const germanic = (pattern: string): RegExp => new RegExp(GERMANIC + pattern);

const VOWEL: readonly SpellingRule[] = [rule(/^./, 1, 'A')];

const C: readonly SpellingRule[] = [
  rule(/CHIA|(?<=[^AEIOUY]A)CH(?![IE])|(?<=[BM]A)CHER/, 2, 'K'),
  rule(/^CAESAR/, 2, 'S'),
  rule(/(?!^)CHAE/, 2, 'K', 'X'),
  // Greek roots, then Germanic and other "ch" for "kh"
  rule(/^CH(?!ORE)(?:ARAC|ARIS|OR|YM|IA|EM)/, 2, 'K'),
  rule(germanic('CH'), 2, 'K'),
  rule(/(?<=OR)CH(?:ES|ID)|(?<=AR)CHIT|CH[TS]|(?<=^|[AOUE])CH(?=[LRNMBHFVW ]|$)/, 2, 'K'),
  rule(/(?<=^M|^MC.*)CH/, 2, 'K'),
  rule(/^CH/, 2, 'X'),
  rule(/CH/, 2, 'X', 'K'),
  rule(/(?<!WI)CZ/, 2, 'S', 'X'),
  rule(/CCIA/, 3, 'X'),
  // "accident", "succeed", but Italian "bacci"; never "McClelland"
  rule(/(?<=^A)CC(?:[IE]|H(?!U))|(?<=U)CCE[ES]/, 3, 'KS'),
  rule(/(?<!^M)CC(?:[IE]|H(?!U))/, 3, 'X'),
  rule(/(?<!^M)CC|C[KGQ]/, 2, 'K'),
  rule(/CI[OEA]/, 2, 'S', 'X'),
  rule(/C[IEY]/, 2, 'S'),
  rule(/C [CQG]/, 3, 'K'),
  rule(/CC(?![EI])/, 2, 'K'),
  rule(/C/, 1, 'K'),
];

const D: readonly SpellingRule[] = [
  rule(/DG[IEY]/, 3, 'J'),
  rule(/DG/, 2, 'TK'),
  rule(/D[TD]/, 2, 'T'),
  rule(/D/, 1, 'T'),
];

const G: readonly SpellingRule[] = [
  rule(/(?<=[^AEIOUY])GH/, 2, 'K'),
  rule(/^GHI/, 2, 'J'),
  rule(/^GH/, 2, 'K'),
  // "hugh", then "laugh"
  rule(/(?<=[BHD]..?|[BH]...)GH/, 2, ''),
  rule(/(?<=[CGLRT].U)GH/, 2, 'F'),
  rule(/(?<=[^I])GH/, 2, 'K'),
  rule(/GH/, 2, ''),
  ...only(isOther, rule(/(?<=^[AEIOUY])GN/, 2, 'KN', 'N'), rule(/GN(?!EY)/, 2, 'N', 'KN')),
  rule(/GN/, 2, 'KN'),
  ...only(isOther, rule(/GLI/, 2, 'KL', 'L')),
  rule(/^G(?:Y|E[SPBLYIR]|I[BLNE])/, 2, 'K', 'J'),
  rule(/(?<![EI])(?:(?<!^[DRM]AN)GER|(?<![RO])GY)/, 2, 'K', 'J'),
  rule(germanic('(?:G[EIY]|(?<=[AO])GGI)'), 2, 'K'),
  rule(/GET/, 2, 'K'),
  rule(/GIER/, 2, 'J'),
  rule(/G[EIY]|(?<=[AO])GGI/, 2, 'J', 'K'),
  ...one('G', 'K'),
];

const J: readonly SpellingRule[] = [
  rule(/^JOSE(?= |$)|(?<=^SAN .*)J/, 1, 'H'),
  rule(/JOSE/, 1, 'J', 'H'),
  rule(/^JJ/, 2, 'J', 'A'),
  rule(/^J/, 1, 'J', 'A'),
  ...only(isOther, rule(/(?<=[AEIOUY])J[AO]/, 1, 'J', 'H')),
  rule(/J$/, 1, 'J', ''),
  rule(/(?<![SKL])JJ/, 2, 'J'),
  rule(/(?<![SKL])J(?![LTKSNMBZ])/, 1, 'J'),
  rule(/JJ/, 2, ''),
];

const L: readonly SpellingRule[] = [
  // Spanish "cabrillo", "gallegos"
  rule(/(?<=I)LL[OA]$|(?<=A)LLE(?=$|.*[AO]S?$)/, 2, 'L', ''),
  ...one('L', 'L'),
];

const S: readonly SpellingRule[] = [
  rule(/(?<=[IY])SL/, 1, ''),
  rule(/^SUGAR/, 1, 'X', 'S'),
  rule(/SH(?:EIM|OEK|OLM|OLZ)/, 2, 'S'),
  rule(/SH/, 2, 'X'),
  ...only(isSlavoGermanic, rule(/SI[OA]/, 3, 'S')),
  rule(/SI[OA]/, 3, 'S', 'X'),
  rule(/^S[MNLW]/, 1, 'S', 'X'),
  rule(/SZ/, 2, 'S', 'X'),
  rule(/SCHE[RN]/, 3, 'X', 'SK'),
  rule(/SCH(?:OO|UY|ED|EM)/, 3, 'SK'),
  rule(/^SCH(?![AEIOUYW])/, 3, 'X', 'S'),
  rule(/SCH/, 3, 'X'),
  rule(/SC[IEY]/, 3, 'S'),
  rule(/SC/, 3, 'SK'),
  rule(/(?<=[AO]I)S$/, 1, '', 'S'),
  rule(/S[SZ]/, 2, 'S'),
  rule(/S/, 1, 'S'),
];

const T: readonly SpellingRule[] = [
  rule(/TION|TIA|TCH/, 3, 'X'),
  rule(/TH(?:OM|AM)/, 2, 'T'),
  rule(germanic('T?TH'), 2, 'T'),
  rule(/T?TH/, 2, '0', 'T'),
  rule(/T[TD]/, 2, 'T'),
  rule(/T/, 1, 'T'),
];

const W: readonly SpellingRule[] = [
  rule(/WR/, 2, 'R'),
  rule(/^W[AEIOUY]/, 1, 'A', 'F'),
  rule(/^WH/, 1, 'A'),
  rule(/(?<=[AEIOUY])W$|(?<=[EO])WSK[IY]|(?<=^SCH.*)W/, 1, '', 'F'),
  rule(/WI[CT]Z/, 4, 'TS', 'FX'),
];

const RULES: ReadonlyMap<string, readonly SpellingRule[]> = new Map<string, readonly SpellingRule[]>([
  ...[...'AEIOUY'].map((letter): [string, readonly SpellingRule[]] => [letter, VOWEL]),
  ['B', one('B', 'P')],
  ['C', C],
  ['Ç', [rule(/Ç/, 1, 'S')]],
  ['D', D],
  ['F', one('F', 'F')],
  ['G', G],
  ['H', [rule(/(?<=^|[AEIOUY])H[AEIOUY]/, 2, 'H')]],
  ['J', J],
  ['K', one('K', 'K')],
  ['L', L],
  ['M', [rule(/MM|(?<=U)MB(?=$|ER)/, 2, 'M'), rule(/M/, 1, 'M')]],
  ['N', one('N', 'N')],
  ['Ñ', [rule(/Ñ/, 1, 'N')]],
  ['P', [rule(/PH/, 2, 'F'), rule(/P[PB]/, 2, 'P'), rule(/P/, 1, 'P')]],
  ['Q', one('Q', 'K')],
  // French "rogier", but not "hochmeier"
  ['R', [...only(isOther, rule(/(?<=(?<!M[EA])IE)R$/, 1, '', 'R')), ...one('R', 'R')]],
  ['S', S],
  ['T', T],
  ['V', one('V', 'F')],
  ['W', W],
  ['X', [rule(/^X/, 1, 'S'), rule(/(?<=[AO]U)X$/, 1, ''), rule(/X[CX]/, 2, 'KS'), rule(/X/, 1, 'KS')]],
  [
    'Z',
    [
      rule(/ZH/, 2, 'J'),
      rule(/ZZ[OIA]/, 2, 'S', 'TS'),
      ...only(isSlavoGermanic, rule(/(?<=[^T])ZZ/, 2, 'S', 'TS'), rule(/(?<=[^T])Z/, 1, 'S', 'TS')),
      ...one('Z', 'S'),
    ],
  ],
]);

/**
 * Double Metaphone (Philips 2000, "The Double Metaphone Search Algorithm", C/C++ Users Journal): how a name sounds in
 * English, and a second reading for foreign origins; equal to the first when there is none. Case does not matter.
 * `longest` is the number of signs kept of each code.
 */
export function doubleMetaphone(word: string, longest = 4): { primary: string; alternate: string } {
  const capital = word.normalize('NFC').slice(0, LONGEST).trim().toUpperCase();
  const start = /^(?:GN|KN|PN|WR|PS)/.test(capital) ? 1 : 0;
  const { primary, alternate } = readAloud(capital, start, RULES);
  return { primary: primary.slice(0, longest), alternate: alternate.slice(0, longest) };
}
