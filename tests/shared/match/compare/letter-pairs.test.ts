import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterPairs } from '../../../../src/shared/match/compare/letter-pairs';

const likeness = (...texts: [string, string]): number => new LetterPairs(2, (i) => texts[i]!).likeness(0, 1);

describe('likeness by pairs of letters', () => {
  it('counts the pairs two texts share', () => {
    expect(likeness('night', 'nacht')).toBeCloseTo(0.25, 12);
    expect(likeness('kulthum', 'kalthoum')).toBeGreaterThan(0.4);
    expect(likeness('prado', 'louvre')).toBe(0);
    expect(likeness('', '')).toBe(0);
  });

  it('is symmetric, between 0 and 1, and 1 for equal texts of two letters and more', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        if (a.length > 1) expect(likeness(a, a)).toBe(1);
      }),
    );
  });
});
