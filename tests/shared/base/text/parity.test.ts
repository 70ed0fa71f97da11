import {
  levenshtein,
  levenshteinWithin,
  optimalStringAlignment,
  osaWithin,
} from '@shared/base/text/edit-distance';
import { fingerprint, ngramFingerprint } from '@shared/base/text/fingerprint';
import { caverphone2 } from '@shared/base/text/phonetics/caverphone';
import { colognePhonetics } from '@shared/base/text/phonetics/cologne';
import { daitchMokotoff } from '@shared/base/text/phonetics/daitch-mokotoff';
import { doubleMetaphone } from '@shared/base/text/phonetics/double-metaphone';
import { matchRatingAlike, matchRatingCodex } from '@shared/base/text/phonetics/match-rating';
import { metaphone } from '@shared/base/text/phonetics/metaphone';
import { modifiedNysiis, nysiis } from '@shared/base/text/phonetics/nysiis';
import { soundex } from '@shared/base/text/phonetics/soundex';
import { describe, expect, it } from 'vitest';
import { differing, factRows, hasComparators, plainRows, text } from '../../../support/comparators';

const wordOf = (row: Readonly<Record<string, string>>): string => row['word'] ?? '';
const codeOf = (row: Readonly<Record<string, string>>): string => row['code'] ?? '';

/** Every row of a table of codes, less the disagreements that `differing` names. */
function codes(file: string, ours: (word: string, variant: string, code: string) => string): string[] {
  return differing(
    factRows(file),
    wordOf,
    (row) => ours(wordOf(row), row['variant'] ?? '', codeOf(row)),
    codeOf,
  );
}

/** The same for a table without header: word, code. */
function plainCodes(file: string, ours: (word: string) => string): string[] {
  return differing(
    plainRows(file),
    ([word = '']) => word,
    ([word = '']) => ours(word),
    ([, code = '']) => code,
  );
}

const eachWord = (words: string, code: (word: string) => string): string =>
  words
    .split(' ')
    .map(code)
    .filter((part) => part !== '')
    .join(' ');

describe.skipIf(!hasComparators)('edit distances (skipped when ../shared/data is absent)', () => {
  it('agree with every row of Levenshtein and optimal string alignment', () => {
    const rows = factRows('edit_distance.csv').filter((row) => row['metric'] !== 'damerau_levenshtein');
    const found = differing(
      rows,
      (row) => `${row['a']} ${row['b']}`,
      (row) =>
        String(
          (row['metric'] === 'levenshtein' ? levenshtein : optimalStringAlignment)(
            row['a'] ?? '',
            row['b'] ?? '',
          ),
        ),
      (row) => row['expected'] ?? '',
    );
    expect(found).toEqual([]);
    expect(rows.length).toBeGreaterThan(50);
    const plain = [...plainRows('jellyfish/levenshtein.csv'), ...plainRows('jellyfish/wagner_fischer.csv')];
    expect(plain.filter(([a = '', b = '', d]) => levenshtein(a, b) !== Number(d))).toEqual([]);
    expect(plain.length).toBe(12);
  });

  it('stop at a limit', () => {
    const rows = factRows('edit_distance_limited.csv');
    const wrong = rows.filter(({ metric, a = '', b = '', limit, expected }) => {
      const within = metric === 'osa' ? osaWithin : levenshteinWithin;
      const found = within(a, b, Number(limit));
      return (found > Number(limit) ? -1 : found) !== Number(expected);
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(30);
  });
});

describe.skipIf(!hasComparators)('phonetic codes (skipped when ../shared/data is absent)', () => {
  it('Soundex: all 127 rows, and the eleven of a second suite but one that codes a question mark', () => {
    expect(codes('phonetic_soundex.csv', soundex)).toEqual([]);
    expect(plainCodes('jellyfish/soundex.csv', soundex)).toEqual(['¿ → , ¿000']);
  });

  it('NYSIIS and modified NYSIIS: all rows but the suffix that one suite calls an error', () => {
    const found = codes('phonetic_nysiis.csv', (word, variant) => {
      const longest = Number(/at most (\d)/.exec(variant)?.[1] ?? Number.POSITIVE_INFINITY);
      return (variant.startsWith('modified') ? modifiedNysiis : nysiis)(word, longest);
    });
    expect(found).toEqual(['Sam Jr. → SANJR, ERROR', 'John Sr. → JANSR, ERROR']);
    // A lone letter keeps its accent in that suite.
    expect(plainCodes('jellyfish/nysiis.csv', (word) => nysiis(word))).toEqual(['ç → C, Ç']);
  });

  it('Metaphone: all rows but where the suites read Philips differently', () => {
    const found = codes('phonetic_metaphone.csv', (word, variant, code) =>
      variant.startsWith('at most')
        ? metaphone(word, Math.max(4, code.length))
        : eachWord(word, (part) => metaphone(part)),
    );
    expect(found).toEqual([
      // "WH-" at the start is W by Philips; the suite drops it where no vowel follows, another keeps it.
      'WHY → W, ',
      // The suite reads the G of "dge" twice; others, and Philips, use it up.
      'Dgengo → JNK, JJNK',
      // The suite drops "gh" at the start; another has GHENT → KNT, as here.
      'Ghost → KST, ST',
      // The suite skips the first of doubled letters, so that the leading vowel is lost.
      'Aapti → APT, PT',
      'Aarti → ART, RT',
      // H sounds before a vowel only (Philips); the suite keeps it before any letter.
      'Hb → B, HB',
      'Xhot → SHT, XHT',
    ]);
    const plain = plainCodes('jellyfish/metaphone.csv', (words) =>
      eachWord(words, (part) => metaphone(part)),
    );
    expect(plain).toEqual(['Aapti → APT, PT', 'Aarti → ART, RT', 'Hb → B, HB', 'Xhot → SHT, XHT']);
  });

  it('Double Metaphone: all 808 names, both codes', () => {
    const rows = factRows('double_metaphone.csv');
    const found = differing(
      rows,
      wordOf,
      (row) => {
        const { primary, alternate } = doubleMetaphone(wordOf(row));
        return `${primary}|${alternate}`;
      },
      (row) => `${row['primary']}|${row['alternate']}`,
    );
    expect(found).toEqual([]);
    expect(rows.length).toBe(808);
  });

  it('Kölner Phonetik: all rows but where one suite takes vowels out before equal digits are joined', () => {
    // Postel joins equal digits first, so that a vowel parts them, as the same table has it for Wilhelm → 3556.
    expect(codes('phonetic_cologne.csv', colognePhonetics)).toEqual([
      'hoffmann → 0366, 036',
      'Eberhard → 01772, 0172',
      'Eberhardt → 01772, 0172',
    ]);
  });

  it('Daitch-Mokotoff: all 24 names with all their branches, in order', () => {
    expect(codes('phonetic_daitch_mokotoff.csv', (word) => daitchMokotoff(word).join('|'))).toEqual([]);
  });

  it('match rating codex: all rows but those that keep accents, which other suites take off', () => {
    expect(codes('phonetic_match_rating.csv', matchRatingCodex)).toEqual([
      'ä → A, Ä',
      'Frédéric → FRDRC, FRÉÉRC',
    ]);
    expect(plainCodes('jellyfish/match_rating_codex.csv', matchRatingCodex)).toEqual([
      'ä → A, Ä',
      'Frédéric → FRDRC, FRÉÉRC',
    ]);
  });

  it('match rating and Cologne comparisons: all pairs but one that counts the blank as a letter', () => {
    const equal = differing(
      factRows('phonetic_equal.csv'),
      (row) => `${row['a']} / ${row['b']}`,
      (row) => {
        const [a, b] = [row['a'] ?? '', row['b'] ?? ''];
        return String(
          row['algorithm'] === 'cologne'
            ? colognePhonetics(a) === colognePhonetics(b)
            : (matchRatingAlike(a, b) ?? false),
        );
      },
      (row) => row['equal'] ?? '',
    );
    expect(equal).toEqual([]);
    const plain = differing(
      plainRows('jellyfish/match_rating_comparison.csv'),
      ([a, b]) => `${a} / ${b}`,
      ([a = '', b = '']) => String(matchRatingAlike(a, b)),
      ([, , answer = '']) => answer.replace('None', 'null').toLowerCase(),
    );
    expect(plain).toEqual(['Marie Helene / Maria Rio → null, true']);
  });

  it('Caverphone 2: all 156 rows', () => {
    expect(codes('phonetic_caverphone2.csv', caverphone2)).toEqual([]);
  });
});

describe.skipIf(!hasComparators)('fingerprints (skipped when ../shared/data is absent)', () => {
  it('agree with all 53 cases of OpenRefine', () => {
    const cases: { keyer: string; input: string; expected: string }[] = JSON.parse(
      text('facts/openrefine_keyers.json'),
    );
    const found = differing(
      cases,
      ({ keyer, input }) => `${keyer} ${input}`,
      ({ keyer, input }) =>
        keyer === 'fingerprint' ? fingerprint(input) : ngramFingerprint(input, Number(keyer.at(-1))),
      ({ expected }) => expected,
    );
    expect(found).toEqual([]);
    expect(cases.length).toBe(53);
  });
});
