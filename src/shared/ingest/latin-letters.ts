/**
 * Which language the letters outside ASCII in a text are of. Encodings of the Latin script share most of their bytes, so only
 * how often each letter comes tells them apart: `ø ì è` is no language, `ř ě č`, from the same bytes, is Czech.
 */

/** Letters outside ASCII of a language, with how many of a thousand letters of running text are this one. */
type Letters = ReadonlyMap<string, number>;

const letters = (list: string): Letters =>
  new Map(list.split(' ').map((item) => [item.slice(0, 1), Number(item.slice(1))]));

/**
 * Rounded from the tables of letter frequencies in Wikipedia ("Letter frequency" and its articles on single languages);
 * letters that are rare in texts but common in names are given a little more.
 */
const LANGUAGES = {
  German: letters('ä5.8 ö4.4 ü10 ß3.1'),
  French: letters('é19 è2.7 ê2.2 à4.9 ç0.9 ù0.6 î0.5 ô0.3 û0.6 ë0.4 ï0.4 â0.5 œ0.2'),
  Spanish: letters('á5 é4.3 í7.3 ó8.3 ú1.7 ñ3.1 ü0.1'),
  Portuguese: letters('ã7.3 õ0.4 ç5.3 á1.2 é3.4 í1.3 ó3 ú2.1 â1 ê4.5 ô1 à0.7 ü0.1'),
  Italian: letters('à6.4 è2.6 é1 ì0.6 ò1 ù1.7'),
  Swedish: letters('å13.4 ä18 ö13 é0.7'),
  Danish: letters('æ8.7 ø9.4 å11.9 é0.5'),
  Icelandic: letters('á18 ð44 é6.5 í16 ó10 ö8 ú6 ý2.3 þ14.6 æ8.7'),
  Dutch: letters('ë3 é2 ï2 ö0.5 ü0.5 è0.3'),
  Finnish: letters('ä36 ö4.4 å0.3'),
  Estonian: letters('ä12 õ9.5 ö2 ü6.5 š0.2 ž0.1'),
  Catalan: letters('à6 é4 è5 í4 ó5 ò3 ú1.5 ç1.5 ï1 ü0.5'),
  Czech: letters('á8.7 č4.6 ď0.2 é6.3 ě12 í16 ň0.7 ó0.2 ř3.8 š6.9 ť0.4 ú0.5 ů2 ý10 ž7.2'),
  Slovak: letters('á18 ä0.7 č9.5 ď1.4 é7.4 í8.7 ľ3.6 ĺ0.3 ň1.4 ó1.3 ô1.7 ŕ0.1 š9 ť5 ú8 ý8.5 ž8.3'),
  Polish: letters('ą7 ć7.4 ę10 ł21 ń3.6 ó11 ś8 ź0.8 ż7'),
  Hungarian: letters('á34 é34 í7 ó11 ö8 ő9 ú3 ü6 ű2'),
  Romanian: letters('ă30 â6 î12 ş13 ţ12'),
  'Croatian or Slovene': letters('č13 ć5.5 đ2.3 š10 ž6'),
  Turkish: letters('ç11.6 ğ11.3 ı51 ö7.8 ş17.8 ü18.5 İ6 â0.2'),
  Lithuanian: letters('ą6 č4 ę2 ė16 į6 š10 ų13 ū4 ž8'),
  Latvian: letters('ā39 č1 ē18 ģ1 ī16 ķ1.5 ļ5 ņ6 š9 ū5 ž3'),
  // Tones stand behind their vowels as marks of their own.
  Vietnamese: letters('đ25 ư25 ơ15 ê15 ô20 â15 ă8 \u030025 \u030130 \u03038 \u030912 \u032325'),
} as const;

export type Language = keyof typeof LANGUAGES;

/** What is said of a text that fits the languages of a region together better than any single one. */
export const SEVERAL = 'several languages';

/** Chances of what is no letter of the language: a foreign letter, one in no word, a sign on its own, one in a word, what no text has. */
const FOREIGN = 0.002;
const LONE = 0.003;
const SIGN = 0.01;
const SIGN_IN_WORD = 0.0005;
const IMPOSSIBLE = 0.0001;
/** The share of letters that are of the language. */
const OWN = 0.97;

const LETTER = /[\p{L}\p{M}]/u;
const SMALL = /\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;
const CONTROL = /\p{Cc}|\ufffd/u;

/** How well a text fits a language. */
export interface LatinFit {
  readonly language: Language | typeof SEVERAL;
  /** log2 of the chance of the characters outside ASCII in its words; nearer to 0 is better. */
  readonly bits: number;
  /** How many these are. */
  readonly characters: number;
}

/** The best of some languages, or all of them mixed, for the characters of a text that lie outside ASCII. Linear. */
export function bestLatinFit(text: string, languages: readonly Language[]): LatinFit {
  const { found, bits, characters } = censusOf(text);
  const chances = languages.map((language) => chancesIn(LANGUAGES[language]));
  const sum = (chance: (letter: string) => number): number => {
    let total = bits;
    for (const [letter, count] of found) total += count * Math.log2(chance(letter));
    return total;
  };
  let best: LatinFit = {
    language: SEVERAL,
    bits: sum((letter) => chances.reduce((all, of) => all + of(letter), 0) / chances.length),
    characters,
  };
  for (const [i, language] of languages.entries()) {
    const own = sum(chances[i]!);
    if (own > best.bits) best = { language, bits: own, characters };
  }
  return best;
}

function chancesIn(language: Letters): (letter: string) => number {
  const all = [...language.values()].reduce((sum, share) => sum + share, 0);
  return (letter) => Math.max(FOREIGN, (OWN * (language.get(letter) ?? 0)) / all);
}

const BETWEEN_WORDS = /[\s,;|"]+/;

/**
 * The letters outside ASCII that sit well in their words, as small ones, and the bits of all other characters. A word counts
 * once, however often it comes: a town on a thousand rows says no more than on one.
 */
function censusOf(text: string): {
  readonly found: ReadonlyMap<string, number>;
  readonly bits: number;
  readonly characters: number;
} {
  const found = new Map<string, number>();
  let bits = 0;
  let characters = 0;
  for (const word of new Set(text.split(BETWEEN_WORDS))) {
    for (let at = 0; at < word.length; at++) {
      if (word.charCodeAt(at) < 0x80) continue;
      characters++;
      const char = word.charAt(at);
      const chance = chanceOfPlace(char, word.charAt(at - 1), word.charAt(at + 1));
      if (chance !== null) {
        bits += Math.log2(chance);
        continue;
      }
      const letter = char === 'İ' ? char : char.toLowerCase();
      found.set(letter, (found.get(letter) ?? 0) + 1);
    }
  }
  return { found, bits, characters };
}

/** The chance of a character between two others whatever the language; null for a letter that sits well in its word. */
function chanceOfPlace(char: string, before: string, after: string): number | null {
  if (LETTER.test(char) && !ORDINALS.includes(char)) {
    // `MÅller`, `żQué`: a capital behind a small letter.
    if ((CAPITAL.test(char) && SMALL.test(before)) || (SMALL.test(char) && CAPITAL.test(after)))
      return IMPOSSIBLE;
    return LETTER.test(before) || LETTER.test(after) ? null : LONE;
  }
  if (CONTROL.test(char)) return IMPOSSIBLE;
  const isInWord = LETTER.test(before) && LETTER.test(after) && !IN_WORDS.includes(char);
  return isInWord ? SIGN_IN_WORD : SIGN;
}

/** Letters to Unicode, and signs behind numbers to everybody: 3º, 1ª. */
const ORDINALS = 'ªº';

/** Signs that stand inside words: apostrophes, the dot of Catalan, a hyphen that may be broken at. */
const IN_WORDS = '’‘´·\u00ad';
