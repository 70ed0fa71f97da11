import { damerauLevenshtein } from '@shared/match/kernels/damerau';
import { hamming } from '@shared/match/kernels/hamming';
import { jaro, jaroWinkler, jaroWinklerLong } from '@shared/match/kernels/jaro-winkler';
import { mongeElkan } from '@shared/match/kernels/monge-elkan';
import { ratcliffObershelp } from '@shared/match/kernels/ratcliff-obershelp';
import { strcmp95 } from '@shared/match/kernels/strcmp95';
import { subsequenceSimilarity } from '@shared/match/kernels/subsequence';
import { cosine, dice, grams, jaccard, tversky } from '@shared/match/kernels/tokens';
import { describe, expect, it } from 'vitest';
import { factRows, hasComparators, plainRows } from '../../../support/comparators';
import { idsOf, vectorOf } from './id-lists';

/** Words of a text; none of an empty one. */
const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean);

/** The tokens a table means by its variant. */
function tokensOf(text: string, variant: string): string[] {
  if (variant.startsWith('words')) return wordsOf(text);
  if (variant.startsWith('single characters')) return grams(text, 1);
  if (variant.includes('padded with')) return text === '' ? [] : grams(`$${text}#`, 2);
  const n = Number(variant.charAt(0));
  return variant.includes('not padded') ? grams(text, n) : pieces(text, n);
}

/** One suite means by n-grams pieces of n characters one after the other, not overlapping. */
function pieces(text: string, n: number): string[] {
  return [...new Set(text.match(new RegExp(`.{1,${n}}`, 'gu')))];
}

type Similarity = (a: string, b: string, variant: string) => number;

const onTokens =
  (similarity: (a: Uint32Array, b: Uint32Array) => number): Similarity =>
  (a, b, variant) =>
    similarity(...idsOf(tokensOf(a, variant), tokensOf(b, variant)));

const exactWords = (a: string, b: string): number =>
  mongeElkan(wordsOf(a), wordsOf(b), (x, y) => (x === y ? 1 : 0));

const SIMILARITIES: Readonly<Record<string, Similarity>> = {
  dice: onTokens(dice),
  jaccard: onTokens(jaccard),
  tversky: onTokens((a, b) => tversky(a, b, 1, 1)),
  cosine: onTokens((a, b) => cosine(vectorOf(a), vectorOf(b))),
  strcmp95,
  ratcliff_obershelp: ratcliffObershelp,
  lcs_subsequence_similarity: subsequenceSimilarity,
  // The suite takes the mean of both directions.
  monge_elkan: (a, b) => (exactWords(a, b) + exactWords(b, a)) / 2,
};

describe.skipIf(!hasComparators)(
  'string metrics against published tables (skipped when ../shared/data is absent)',
  () => {
    it('unrestricted Damerau-Levenshtein: all rows of both tables', () => {
      const rows = factRows('edit_distance.csv').filter((row) => row['metric'] === 'damerau_levenshtein');
      const wrong = rows.filter(
        ({ a = '', b = '', expected }) => damerauLevenshtein(a, b) !== Number(expected),
      );
      expect(wrong).toEqual([]);
      expect(rows.length).toBeGreaterThan(10);
      const plain = plainRows('jellyfish/damerau_levenshtein.csv');
      expect(plain.filter(([a = '', b = '', d]) => damerauLevenshtein(a, b) !== Number(d))).toEqual([]);
      expect(plain.length).toBe(9);
    });

    it('Hamming: all rows', () => {
      const rows = plainRows('jellyfish/hamming.csv');
      expect(rows.filter(([a = '', b = '', d]) => hamming(a, b) !== Number(d))).toEqual([]);
      expect(rows.length).toBe(8);
    });

    it('Jaro and Jaro-Winkler: all rows within the published tolerance', () => {
      const rows = factRows('jaro_winkler.csv');
      const wrong = rows.filter(({ metric, a = '', b = '', expected, tolerance, variant = '' }) => {
        const found = metric === 'jaro' ? jaro(a, b) : jaroWinkler(a, b, variant.includes('0.7') ? 0.7 : 0);
        return Math.abs(found - Number(expected)) > Number(tolerance);
      });
      expect(wrong).toEqual([]);
      expect(rows.length).toBe(68);
    });

    it.each([
      ['jaro_distance', 5, jaro],
      ['jaro_winkler', 17, (a: string, b: string) => jaroWinkler(a, b, 0.7)],
      ['jaro_winkler_longtol', 10, jaroWinklerLong],
    ] as const)('%s: all %i rows to three decimals, rounded or cut', (file, count, similarity) => {
      const rows = plainRows(`jellyfish/${file}.csv`);
      const wrong = rows.filter(([a = '', b = '', s]) => Math.abs(similarity(a, b) - Number(s)) >= 0.001);
      expect(wrong).toEqual([]);
      expect(rows.length).toBe(count);
    });

    it.each(Object.entries(SIMILARITIES))('%s: all rows', (metric, similarity) => {
      const rows = factRows('token_similarity.csv').filter((row) => row['metric'] === metric);
      const wrong = rows.filter(({ a = '', b = '', variant = '', expected = '' }) => {
        const tolerance = 0.6 * 10 ** -Math.min(9, expected.split('.')[1]?.length ?? 9);
        return Math.abs(similarity(a, b, variant) - Number(expected)) > tolerance;
      });
      expect(wrong).toEqual([]);
      expect(rows.length).toBeGreaterThan(4);
    });

    it('Jaccard of words and n-grams: all rows of a second table', () => {
      const rows = plainRows('jellyfish/jaccard.csv');
      const wrong = rows.filter(([a = '', b = '', expected, n]) => {
        const variant = n ? `${n}-grams` : 'words';
        return (
          Math.abs(jaccard(...idsOf(tokensOf(a, variant), tokensOf(b, variant))) - Number(expected)) > 1e-5
        );
      });
      expect(wrong).toEqual([]);
      expect(rows.length).toBe(16);
    });
  },
);
