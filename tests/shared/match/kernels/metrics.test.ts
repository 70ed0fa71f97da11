import { levenshtein, optimalStringAlignment } from '@shared/base/text/edit-distance';
import { damerauLevenshtein } from '@shared/match/kernels/damerau';
import { hamming } from '@shared/match/kernels/hamming';
import { mongeElkan } from '@shared/match/kernels/monge-elkan';
import { ratcliffObershelp } from '@shared/match/kernels/ratcliff-obershelp';
import { strcmp95 } from '@shared/match/kernels/strcmp95';
import { longestCommonSubsequence, subsequenceSimilarity } from '@shared/match/kernels/subsequence';
import { cosine, dice, jaccard, overlap, tversky } from '@shared/match/kernels/tokens';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsOf, vectorOf } from './id-lists';

const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '😀'), maxLength: 12 });
const any = fc.oneof(few, fc.string({ unit: 'binary', maxLength: 24 }));
const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 8 });

describe('string distances', () => {
  it('count what they say', () => {
    expect(damerauLevenshtein('ca', 'abc')).toBe(2);
    expect(optimalStringAlignment('ca', 'abc')).toBe(3);
    expect(hamming('karolin', 'kathrin')).toBe(3);
    expect(longestCommonSubsequence('nematode', 'empty')).toBe(3);
  });

  it('are metrics: symmetric, zero only for equal texts, never longer by a detour', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        for (const distance of [damerauLevenshtein, hamming, levenshtein]) {
          expect(distance(a, b)).toBe(distance(b, a));
          expect(distance(a, b) === 0).toBe(a === b);
          expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
        }
      }),
    );
  });

  it('never exceed each other: free swaps ≤ swaps once ≤ none ≤ same places only', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(damerauLevenshtein(a, b)).toBeLessThanOrEqual(optimalStringAlignment(a, b));
        expect(optimalStringAlignment(a, b)).toBeLessThanOrEqual(levenshtein(a, b));
        expect(levenshtein(a, b)).toBeLessThanOrEqual(hamming(a, b));
      }),
    );
  });
});

describe('string similarities', () => {
  const SIMILARITIES = { ratcliffObershelp, strcmp95, subsequenceSimilarity } as const;

  it.each(Object.entries(SIMILARITIES))(
    '%s lies between 0 and 1 and is 1 for equal texts',
    (_, similarity) => {
      fc.assert(
        fc.property(any, any, (a, b) => {
          expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
          expect(similarity(a, b)).toBeLessThanOrEqual(1);
          expect(similarity(a, a)).toBe(1);
        }),
      );
    },
  );

  it('a common subsequence is as long either way, and what it leaves out bounds the edits', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const common = longestCommonSubsequence(a, b);
        expect(longestCommonSubsequence(b, a)).toBe(common);
        expect(common).toBeLessThanOrEqual(Math.min(a.length, b.length));
        expect(levenshtein(a, b)).toBeGreaterThanOrEqual(Math.max(a.length, b.length) - common);
        expect(levenshtein(a, b)).toBeLessThanOrEqual(a.length + b.length - 2 * common);
      }),
    );
  });

  it('Monge-Elkan takes the best word for each', () => {
    const same = (x: string, y: string): number => (x === y ? 1 : 0);
    expect(mongeElkan(['john'], ['samuel', 'john'], same)).toBe(1);
    expect(mongeElkan(['samuel', 'john'], ['john'], same)).toBe(0.5);
    expect(mongeElkan([], ['john'], same)).toBe(0);
  });
});

describe('similarities of token lists', () => {
  it('overlap counts a repeated token as often as both have it', () => {
    expect(overlap(...idsOf(['a', 'a', 'b'], ['a', 'a', 'a', 'c']))).toBe(2);
  });

  it('lie between 0 and 1, are symmetric, and keep Jaccard ≤ Dice ≤ cosine', () => {
    fc.assert(
      fc.property(tokens, tokens, (left, right) => {
        const [a, b] = idsOf([...new Set(left)], [...new Set(right)]);
        const values = [jaccard(a, b), dice(a, b), cosine(vectorOf(a), vectorOf(b))];
        expect(values).toEqual([jaccard(b, a), dice(b, a), cosine(vectorOf(b), vectorOf(a))]);
        const [j = 0, d = 0, c = 0] = values;
        expect(j).toBeGreaterThanOrEqual(0);
        expect(j).toBeLessThanOrEqual(d);
        expect(d).toBeLessThanOrEqual(c + 1e-6);
        expect(c).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('Jaccard distance keeps the triangle; Tversky holds Jaccard and Dice', () => {
    fc.assert(
      fc.property(tokens, tokens, tokens, (x, y, z) => {
        const far = (s: string[], t: string[]): number =>
          1 - jaccard(...idsOf([...new Set(s)], [...new Set(t)]));
        expect(far(x, z)).toBeLessThanOrEqual(far(x, y) + far(y, z) + 1e-12);
        const [a, b] = idsOf(x, y);
        expect(tversky(a, b, 1, 1)).toBe(jaccard(a, b));
        expect(tversky(a, b, 0.5, 0.5)).toBeCloseTo(dice(a, b), 12);
      }),
    );
  });
});
